import { createHash } from 'node:crypto';
import { Problem } from '#shared/api/problem.ts';
import type { FileOut } from '#shared/api/schemas.ts';
import { formatPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import type { Bundle } from '#shared/hand-over/bundle.ts';
import type { HandOver } from '#shared/hand-over/contract.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { markTaskDone } from '#main/today/tasks.ts';
import { bundleFacts } from './bundle-facts.ts';
import { asFiles, type BundleFiles, bundleFiles } from './bundle-files.ts';
import { openGate } from './gate.ts';
import { handOverById } from './list.ts';
import { thirdPartyOf } from './partners.ts';
import { redirectPayer } from './redirect.ts';

type Asked = {
  readonly payerId: number;
  readonly schoolId: number;
  readonly partnerId: number;
  readonly reference: string;
  readonly handedOn: PlainDate;
};

/** What would stand in the bundle now; refused when the gate is closed. */
function bundleOf(context: Context, asked: Asked): Bundle {
  const { gathered, gate } = openGate(context, asked);
  const { partner } = gathered;
  if (partner === null) throw new RangeError('A gate that is open without a partner');
  const going = gate.bills.flatMap(({ bill, included }) => (included ? [bill] : []));
  const term = going.map(({ firstReminder }) => firstReminder?.termLastDay ?? '').reduce((a, b) => (a > b ? a : b), '');
  if (asked.handedOn <= term) {
    throw new Problem(
      'INVALID',
      `De termijn na de eerste herinnering liep tot en met ${formatPlainDate(term)}: overdragen kan pas daarna. Er is niets overgedragen.`,
      'handedOn',
    );
  }
  const { schoolId, reference, handedOn } = asked;
  return bundleFacts(context, gathered, { schoolId, partner, bills: going, reference, handedOn });
}

/** The bundle as it would be handed over today; nothing is kept. */
export async function previewBundle(
  context: Context,
  whose: Pick<Asked, 'payerId' | 'schoolId' | 'partnerId'>,
): Promise<{ pdf: FileOut; csv: FileOut }> {
  const bundle = bundleOf(context, { ...whose, reference: '', handedOn: context.clock.today() });
  return asFiles(await bundleFiles(bundle), 'overdracht-voorbeeld');
}

/**
 * Hands a payer's bills of one school over: both files are kept exactly as they are, reminders about these bills stop, and
 * letters for the payer go to the partner. What changed while they were made is not handed over.
 */
export async function makeHandOver(
  context: Context,
  {
    handedOn = context.clock.today(),
    ...rest
  }: Omit<Asked, 'handedOn'> & { readonly handedOn?: PlainDate | undefined },
): Promise<HandOver> {
  const asked: Asked = { ...rest, handedOn };
  if (handedOn > context.clock.today()) {
    throw new Problem('INVALID', 'Die dag moet nog komen. Er is niets overgedragen.', 'handedOn');
  }
  const bundle = bundleOf(context, asked);
  const files = await bundleFiles(bundle);
  return runCommand(context, () => {
    refuseChanged(bundle, bundleOf(context, asked));
    const { schoolId } = asked;
    const { handOverId, householdId } = keep(context, asked, bundle, files);
    finishTasks(context, asked);
    return {
      result: handOverById(context.store, handOverId),
      audit: {
        command: 'handOver.make',
        schoolId,
        householdId,
        detail: { handOverId, invoices: bundle.bills.length, amountCents: bundle.totalCents },
      },
    };
  });
}

function refuseChanged(made: Bundle, now: Bundle): void {
  if (JSON.stringify(made) === JSON.stringify(now)) return;
  throw new Problem(
    'CONFLICT',
    'Terwijl het dossier gemaakt werd, veranderde er iets. Er is niets overgedragen; bekijk het voorbeeld opnieuw.',
  );
}

function keep(
  { store, clock, actor }: Context,
  { payerId, schoolId, partnerId, reference, handedOn }: Asked,
  { bills, totalCents }: Bundle,
  files: BundleFiles,
): { readonly handOverId: number; readonly householdId: number } {
  const { householdId, previousId } = redirectPayer(store, payerId, thirdPartyOf(store, partnerId));
  const { lastInsertRowid } = statement(
    store,
    `INSERT INTO hand_overs (school_id, household_id, payer_id, partner_id, reference, handed_on, total_cents,
       previous_third_party_payer_id, author, created_at)
     VALUES (@schoolId, @householdId, @payerId, @partnerId, @reference, @handedOn, @totalCents, @previousId, @actor, @at)`,
  ).run({
    schoolId,
    householdId,
    payerId,
    partnerId,
    reference,
    handedOn,
    totalCents,
    previousId,
    actor,
    at: clock.now(),
  });
  const handOverId = Number(lastInsertRowid);
  const item = statement(
    store,
    'INSERT INTO hand_over_items (hand_over_id, invoice_id, school_id, amount_cents) VALUES (?, ?, ?, ?)',
  );
  for (const { invoiceId, openCents } of bills) item.run(handOverId, invoiceId, schoolId, openCents);
  keepFile(store, handOverId, 'application/pdf', files.pdf);
  keepFile(store, handOverId, 'text/csv', files.csv);
  return { handOverId, householdId };
}

function keepFile(store: Store, handOverId: number, mediaType: 'application/pdf' | 'text/csv', bytes: Buffer): void {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  statement(store, 'INSERT INTO hand_over_files (hand_over_id, media_type, sha256, bytes) VALUES (?, ?, ?, ?)').run(
    handOverId,
    mediaType,
    sha256,
    bytes,
  );
}

/** What a run put on the worklist to hand over is done with it. */
function finishTasks(context: Context, { payerId, schoolId }: Asked): void {
  const taskIds = statement(
    context.store,
    `SELECT id FROM tasks WHERE payer_id = ? AND school_id = ? AND kind = 'handOver' AND done_at IS NULL
       AND cancelled_at IS NULL ORDER BY id`,
  )
    .pluck()
    .all(payerId, schoolId) as number[];
  for (const taskId of taskIds) markTaskDone(context, { taskId, outcome: 'handedOver', note: '' });
}

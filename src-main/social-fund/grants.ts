import { createHash } from 'node:crypto';
import { Problem } from '#shared/api/problem.ts';
import type { Allocation } from '#shared/ledger/booking-shapes.ts';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import type { Grant, GrantStatus } from '#shared/social-fund/contract.ts';
import { schoolsOf } from '#main/access/caller.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { insertApproval } from '#main/approvals/request.ts';
import { needsSecondPerson } from '#main/approvals/submit.ts';
import { takeEntryBack } from '#main/ledger/reverse.ts';
import { statement } from '#main/store/statement.ts';
import { fundById } from './funds.ts';
import { grantCommand } from './grant-command.ts';
import { mayReadWhy } from './may-read-why.ts';
import { grantItems, type GrantRow, grantRows } from './queries.ts';

type Asked = {
  readonly requestKey: string;
  readonly fundId: number;
  readonly householdId: number;
  readonly items: readonly Allocation[];
  readonly motivation: string;
};

export function listGrants(
  context: Context,
  filter: {
    readonly schoolId?: number | undefined;
    readonly householdId?: number | undefined;
    readonly schoolYear?: string | undefined;
    readonly status?: GrantStatus | undefined;
  },
): Grant[] {
  return withItems(context, grantRows(context.store, { ...filter, schools: schoolsOf(context) }));
}

/**
 * Asks the fund for help with chosen bills of a household. A second person decides; where the school asks none, it is given at
 * once. The same key asks once.
 */
export function requestGrant(context: Context, asked: Asked): Grant {
  const sha256 = createHash('sha256').update(JSON.stringify(asked)).digest('hex');
  const before = earlier(context, asked.requestKey, sha256);
  if (before !== null) return grantById(context, before);
  return runCommand(context, () => {
    const { store, clock, actor } = context;
    const fund = fundById(context, asked.fundId);
    const amountCents = sumCents(asked.items.map((item) => item.amountCents));
    if (amountCents > fund.leftCents) {
      throw new Problem(
        'REFUSED',
        `In ${fund.source} is nog ${formatCents(fund.leftCents)} vrij, en u vraagt ${formatCents(amountCents)}. Er is niets bewaard; vraag minder of kies een ander fonds.`,
        'items',
      );
    }
    refuseOthersBills(context, asked, fund.schoolId);
    const grantId = Number(
      statement(
        store,
        `INSERT INTO grants (request_key, request_sha256, school_id, fund_id, household_id, amount_cents, motivation, author, created_at)
         VALUES (@requestKey, @sha256, @schoolId, @fundId, @householdId, @amountCents, @motivation, @actor, @at)`,
      ).run({
        requestKey: asked.requestKey,
        sha256,
        schoolId: fund.schoolId,
        fundId: fund.fundId,
        householdId: asked.householdId,
        amountCents,
        motivation: asked.motivation,
        actor,
        at: clock.now(),
      }).lastInsertRowid,
    );
    const insert = statement(
      store,
      'INSERT INTO grant_items (grant_id, invoice_id, school_id, amount_cents) VALUES (?, ?, ?, ?)',
    );
    for (const item of asked.items) insert.run(grantId, item.invoiceId, fund.schoolId, item.amountCents);
    const plan = grantCommand.plan(context, { grantId });
    if (needsSecondPerson(context, grantCommand, plan)) insertApproval(context, grantCommand, { grantId }, plan, null);
    else grantCommand.book(context, { grantId }, null);
    return {
      result: grantById(context, grantId),
      audit: {
        command: 'socialFund.request',
        schoolId: fund.schoolId,
        householdId: asked.householdId,
        detail: { grantId, fundId: fund.fundId, amountCents },
      },
    };
  });
}

/** Takes a request back that was not decided; nothing was booked. */
export function withdrawGrant(context: Context, grantId: number): Grant {
  return runCommand(context, () => {
    const grant = grantById(context, grantId);
    if (grant.status !== 'waiting' && grant.status !== 'rejected') {
      throw new Problem('CONFLICT', 'Hierover is al beslist. Er is niets veranderd; open de lijst opnieuw.');
    }
    const { store, clock } = context;
    statement(
      store,
      "UPDATE approvals SET status = 'withdrawn' WHERE kind = 'grant' AND request ->> 'grantId' = ? AND status IN ('waiting', 'rejected')",
    ).run(grantId);
    statement(store, 'UPDATE grants SET withdrawn_at = ? WHERE id = ?').run(clock.now(), grantId);
    return { result: grantById(context, grantId), audit: auditOf('socialFund.withdraw', grant) };
  });
}

/** Given by mistake: the remission is reversed, the bills are open again and the fund has its money back. */
export function takeGrantBack(
  context: Context,
  { grantId, reason }: { readonly grantId: number; readonly reason: string },
): Grant {
  return runCommand(context, () => {
    const grant = grantById(context, grantId);
    if (grant.status !== 'granted' || grant.entryId === null) {
      throw new Problem('CONFLICT', 'Hier is niets gegeven om terug te nemen. Er is niets veranderd.');
    }
    takeEntryBack(context, grant.entryId, 'Tussenkomst van het sociaal fonds teruggenomen');
    statement(context.store, 'UPDATE grants SET take_back_reason = ? WHERE id = ?').run(reason, grantId);
    return { result: grantById(context, grantId), audit: auditOf('socialFund.takeBack', grant) };
  });
}

function auditOf(command: string, { grantId, schoolId, householdId, amountCents }: Grant) {
  return { command, schoolId, householdId, detail: { grantId, amountCents } };
}

function grantById(context: Context, grantId: number): Grant {
  const [grant] = withItems(context, grantRows(context.store, { schools: 'all', grantId }));
  if (!grant) throw new Problem('NOT_FOUND', 'Deze vraag aan het sociaal fonds bestaat niet. Er is niets veranderd.');
  return grant;
}

/** With the bills; why the family asked only to who may read that. */
function withItems(context: Context, rows: readonly GrantRow[]): Grant[] {
  const items = Map.groupBy(
    grantItems(
      context.store,
      rows.map(({ grantId }) => grantId),
    ),
    ({ grantId }) => grantId,
  );
  return rows.map(({ makerId, ...row }) => ({
    ...row,
    motivation: mayReadWhy(context, { ...row, isMine: isOf(context, row.author, makerId) }) ? row.motivation : null,
    items: (items.get(row.grantId) ?? []).map(({ invoiceId, number, pupilName, amountCents }) => ({
      invoiceId,
      number,
      pupilName,
      amountCents,
    })),
  }));
}

/** Asked by whoever looks; what nobody signed in for goes by the name. */
function isOf({ actor, caller }: Context, author: string, makerId: number | null): boolean {
  return makerId === null ? author === actor : makerId === caller.userId;
}

function earlier({ store }: Context, requestKey: string, sha256: string): number | null {
  const row = statement(store, 'SELECT id, request_sha256 AS sha256 FROM grants WHERE request_key = ?').get(
    requestKey,
  ) as { readonly id: number; readonly sha256: string } | undefined;
  if (!row) return null;
  if (row.sha256 === sha256) return row.id;
  throw new Problem(
    'CONFLICT',
    'Deze vraag werd al gesteld, met iets anders erin. Er is niets bewaard; open het scherm opnieuw.',
  );
}

/** Each bill once, of this household and of the school of the fund. */
function refuseOthersBills({ store }: Context, { householdId, items }: Asked, schoolId: number): void {
  const ids = items.map(({ invoiceId }) => invoiceId);
  const own = statement(
    store,
    `SELECT count(DISTINCT i.id) FROM json_each(?) k JOIN invoices i ON i.id = k.value JOIN pupils p ON p.id = i.pupil_id
     WHERE p.household_id = ? AND i.school_id = ? AND i.kind = 'invoice'`,
  )
    .pluck()
    .get(JSON.stringify(ids), householdId, schoolId) as number;
  if (own === ids.length) return;
  throw new Problem(
    'REFUSED',
    'Kies elke factuur één keer, van dit gezin en van de school van het fonds. Er is niets bewaard.',
    'items',
  );
}

import { Problem } from '#shared/api/problem.ts';
import { addMonths } from '#shared/calendar/months.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { Referral, Shareable } from '#shared/referrals/contract.ts';
import { shareableWords } from '#shared/referrals/shareable-words.ts';
import { schoolsOf } from '#main/access/caller.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import type { KeptFile } from '#main/dossier/documents.ts';
import { keepProof, type Proof, proofDocument } from '#main/dossier/proof.ts';
import { payerById } from '#main/people/payer-rows.ts';
import { statement } from '#main/store/statement.ts';
import { partnerById } from './partners.ts';
import { type ReferralRow, referralRows } from './queries.ts';

/** Months that a written permission counts. */
const permissionMonths = 6;

export function listReferrals(
  context: Context,
  filter: {
    readonly schoolId?: number | undefined;
    readonly householdId?: number | undefined;
    readonly withClosed: boolean;
  },
): Referral[] {
  return referralRows(context.store, { ...filter, schools: schoolsOf(context) }).map((row) => toReferral(context, row));
}

/** Tells a parent where help is, and when somebody asks how it went. Nothing leaves the house. */
export function openReferral(
  context: Context,
  opened: { readonly payerId: number; readonly referralPartnerId: number; readonly followUpOn: PlainDate },
): Referral {
  return runCommand(context, () => {
    const { store, clock, actor } = context;
    const { householdId } = payerById(store, opened.payerId);
    partnerById(context, opened.referralPartnerId);
    refusePast(opened.followUpOn, clock.today());
    const { lastInsertRowid } = statement(
      store,
      `INSERT INTO referrals (household_id, payer_id, referral_partner_id, follow_up_on, author, created_at)
       VALUES (@householdId, @payerId, @referralPartnerId, @followUpOn, @actor, @at)`,
    ).run({ ...opened, householdId, actor, at: clock.now() });
    return done(context, Number(lastInsertRowid), 'referrals.open', { followUpOn: opened.followUpOn });
  });
}

type Permission = {
  readonly referralId: number;
  readonly permissionOn: PlainDate;
  readonly what: readonly Shareable[];
  readonly proof: Proof;
};

/** Keeps the signed permission with its date: only what it covers may be given, and for six months. */
export async function recordPermission(context: Context, given: Permission): Promise<Referral> {
  refusePermission(context, given);
  return keepPermission(context, given, await keepProof(context, given.proof));
}

/** The same when its file was written before, so that it can be part of a larger transaction. */
export function keepPermission(context: Context, given: Permission, file: KeptFile | null): Referral {
  return runCommand(context, () => {
    const { householdId } = refusePermission(context, given);
    const { referralId, permissionOn } = given;
    const documentId = proofDocument(context, householdId, given.proof, file);
    const what = [...new Set(given.what)].sort();
    statement(
      context.store,
      `UPDATE referrals SET permission_on = ?, permission_document_id = ?, permitted = ?, permission_withdrawn_at = NULL WHERE id = ?`,
    ).run(permissionOn, documentId, JSON.stringify(what), referralId);
    return done(context, referralId, 'referrals.recordPermission', { permissionOn, documentId, what });
  });
}

function refusePermission(context: Context, { referralId, permissionOn }: Permission): Referral {
  const referral = runningReferral(context, referralId);
  if (permissionOn > context.clock.today()) {
    throw new Problem('INVALID', 'Die dag moet nog komen. Er is niets bewaard.', 'permissionOn');
  }
  return referral;
}

/** From now nothing is given any more. What was given stays written down. */
export function withdrawPermission(context: Context, referralId: number): Referral {
  return runCommand(context, () => {
    const { permissionOn } = referralById(context, referralId);
    if (permissionOn === null) {
      throw new Problem('CONFLICT', 'Er is geen toestemming om in te trekken. Er is niets veranderd.');
    }
    statement(context.store, 'UPDATE referrals SET permission_withdrawn_at = ? WHERE id = ?').run(
      context.clock.now(),
      referralId,
    );
    return done(context, referralId, 'referrals.withdrawPermission', {});
  });
}

/** How it went; without an outcome somebody looks again on another day. */
export function followUp(
  context: Context,
  given: {
    readonly referralId: number;
    readonly outcome: Referral['outcome'];
    readonly note: string;
    readonly followUpOn: PlainDate | null;
  },
): Referral {
  return runCommand(context, () => {
    const { referralId, outcome, note, followUpOn } = given;
    const { followUpOn: standing } = runningReferral(context, referralId);
    const today = context.clock.today();
    if (outcome === null && followUpOn === null) {
      throw new Problem('INVALID', 'Kies wanneer u dit opnieuw bekijkt. Er is niets bewaard.', 'followUpOn');
    }
    if (followUpOn !== null) refusePast(followUpOn, today);
    statement(
      context.store,
      'UPDATE referrals SET outcome = ?, outcome_note = ?, follow_up_on = ?, closed_on = ? WHERE id = ?',
    ).run(outcome, note, followUpOn ?? standing, outcome === null ? null : today, referralId);
    return done(context, referralId, 'referrals.followUp', { outcome, followUpOn });
  });
}

/** Closed by mistake: it is asked about again on the day that stood there. Its note stays, and so does what was given. */
export function reopenReferral(context: Context, referralId: number): Referral {
  return runCommand(context, () => {
    referralById(context, referralId);
    statement(context.store, 'UPDATE referrals SET outcome = NULL, closed_on = NULL WHERE id = ?').run(referralId);
    return done(context, referralId, 'referrals.reopen', {});
  });
}

export function referralById(context: Context, referralId: number): Referral & Pick<ReferralRow, 'permitted'> {
  const [row] = referralRows(context.store, { schools: 'all', referralId, withClosed: true });
  if (!row) throw new Problem('NOT_FOUND', 'Deze doorverwijzing bestaat niet. Er is niets veranderd.');
  return { ...toReferral(context, row), permitted: row.permitted };
}

/** What the permission covers today; empty: nothing may be given. */
export function permittedToday(referral: Referral & Pick<ReferralRow, 'permitted'>): readonly Shareable[] {
  return referral.permissionOn === null || referral.permissionEnded || referral.closedOn !== null
    ? []
    : referral.permitted;
}

function toReferral({ clock }: Context, { permitted, permissionWithdrawnAt, ...row }: ReferralRow): Referral {
  return {
    ...row,
    shared: row.sharedOn === null ? [] : permitted.map((what) => shareableWords.nl[what]),
    permissionEnded:
      permissionWithdrawnAt !== null ||
      (row.permissionOn !== null && addMonths(row.permissionOn, permissionMonths) < clock.today()),
  };
}

function runningReferral(context: Context, referralId: number): Referral {
  const referral = referralById(context, referralId);
  if (referral.closedOn === null) return referral;
  throw new Problem('CONFLICT', 'Deze doorverwijzing is al afgesloten. Er is niets veranderd.');
}

function refusePast(followUpOn: PlainDate, today: PlainDate): void {
  if (followUpOn < today) {
    throw new Problem('INVALID', 'Die dag is voorbij. Er is niets bewaard; kies vandaag of later.', 'followUpOn');
  }
}

function done(context: Context, referralId: number, command: string, detail: Readonly<Record<string, unknown>>) {
  const { permitted: _, ...referral } = referralById(context, referralId);
  return {
    result: referral,
    audit: { command, householdId: referral.householdId, detail: { referralId, ...detail } },
  };
}

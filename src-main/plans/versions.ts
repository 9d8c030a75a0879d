import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { sumCents } from '#shared/money/cents.ts';
import { type Instalment, type LoanTerms, loanTerms, type Spread, type VersionKind } from '#shared/plans/shapes.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

export type KeptSpread = Pick<Spread, 'dayOfMonth' | 'monthlyCents' | 'count'>;

/** What a version says beside its claims and instalments. */
export type VersionTerms = {
  readonly startsOn: PlainDate;
  readonly spread: KeptSpread;
  readonly pausedUntil: PlainDate | null;
  readonly toleranceDays: number;
  readonly remindDaysBefore: number | null;
  readonly interest: LoanTerms | null;
  readonly note: string;
};

export type VersionClaim = {
  readonly invoiceId: number;
  readonly openCents: number;
  /** The last posting that was there when it came into the plan. */
  readonly afterPostingId: number;
};

export type NewVersion = VersionTerms & {
  readonly kind: VersionKind;
  readonly reason: string;
  readonly correctionCents: number;
  readonly claims: readonly VersionClaim[];
  readonly instalments: readonly Instalment[];
};

/** Writes what a plan says from now on, inside the transaction of the command. Answers the id of the version. */
export function writeVersion(context: Context, planId: number, given: NewVersion): number {
  const { store, clock, actor } = context;
  const { claims, instalments, spread, interest, ...version } = given;
  const { lastInsertRowid } = statement(
    store,
    `INSERT INTO plan_versions (plan_id, school_id, version, kind, reason, starts_on, spread, paused_until, tolerance_days,
       remind_days_before, interest, note, total_cents, correction_cents, author, created_at)
     SELECT id, school_id, 1 + (SELECT coalesce(max(version), 0) FROM plan_versions WHERE plan_id = @planId), @kind, @reason,
       @startsOn, @spread, @pausedUntil, @toleranceDays, @remindDaysBefore, @interest, @note, @totalCents, @correctionCents,
       @actor, @at
     FROM plans WHERE id = @planId`,
  ).run({
    ...version,
    planId,
    spread: JSON.stringify(spread),
    interest: interest === null ? null : JSON.stringify(interest),
    totalCents: sumCents(instalments.map(({ amountCents }) => amountCents)),
    actor,
    at: clock.now(),
  });
  const versionId = Number(lastInsertRowid);
  const addClaim = statement(
    store,
    `INSERT INTO plan_claims (plan_version_id, position, invoice_id, school_id, open_cents, after_posting_id)
     SELECT @versionId, @position, id, school_id, @openCents, @afterPostingId FROM invoices WHERE id = @invoiceId`,
  );
  claims.forEach((claim, index) => addClaim.run({ ...claim, versionId, position: index + 1 }));
  const addInstalment = statement(
    store,
    'INSERT INTO plan_instalments (plan_version_id, number, due_date, amount_cents) VALUES (?, ?, ?, ?)',
  );
  instalments.forEach(({ dueDate, amountCents }, index) =>
    addInstalment.run(versionId, index + 1, dueDate, amountCents),
  );
  return versionId;
}

type TermsRow = Omit<VersionTerms, 'spread' | 'interest'> & {
  readonly version: number;
  readonly spread: string;
  readonly interest: string | null;
};

/** What the newest version says, to go on from. */
export function termsOf(store: Store, versionId: number): VersionTerms & { readonly version: number } {
  const row = statement(
    store,
    `SELECT version, starts_on AS startsOn, spread, paused_until AS pausedUntil, tolerance_days AS toleranceDays,
       remind_days_before AS remindDaysBefore, interest, note FROM plan_versions WHERE id = ?`,
  ).get(versionId) as TermsRow;
  return {
    ...row,
    spread: JSON.parse(row.spread) as KeptSpread,
    interest: row.interest === null ? null : loanTerms.parse(JSON.parse(row.interest)),
  };
}

/** The newest posting there is: what comes in later is received under a plan that is made now. */
export function newestPostingId(store: Store): number {
  return statement(store, 'SELECT coalesce(max(id), 0) FROM postings').pluck().get() as number;
}

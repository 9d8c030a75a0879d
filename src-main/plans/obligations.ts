import { Problem } from '#shared/api/problem.ts';
import { formatPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import { divideOverPayers } from '#shared/ledger/obligations.ts';
import { obligationsDue } from '#shared/plans/obligations-due.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { schoolsOf } from '#main/access/caller.ts';
import { claimsById } from '#main/ledger/claims.ts';
import { arrearsRows } from '#main/ledger/obligations.ts';
import { readSetting, saveSetting } from '#main/store/settings.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { type PlanFacts, planFacts, standingOf } from './facts.ts';
import { planReceiptRows } from './queries.ts';

type Booked = { readonly plans: number; readonly obligations: number; readonly bookedCents: number };

/** Books what every plan asks up to the day, each once. */
export function bookObligations(
  context: Context,
  { schoolId, asOf }: { readonly schoolId?: number | undefined; readonly asOf?: PlainDate | undefined },
): Booked {
  const today = context.clock.today();
  const day = asOf ?? today;
  if (day > today) {
    throw new Problem(
      'INVALID',
      `${formatPlainDate(day)} moet nog komen. Er is niets geboekt; kies vandaag of vroeger.`,
      'asOf',
    );
  }
  const mine = schoolsOf(context);
  const schoolIds = schoolId === undefined ? (mine === 'all' ? undefined : mine) : [schoolId];
  return runCommand(context, () => {
    const result = bookAll(context, planFacts(context.store, { schoolIds, running: true }), day);
    return {
      result,
      audit: { command: 'plans.bookObligations', schoolId: schoolId ?? null, detail: { ...result, asOf: day } },
    };
  });
}

const bookedKey = 'plans.obligationsBooked';

/** The same once a day, when the application is opened; says nothing when there was nothing. */
export function bookObligationsOfToday(context: Context): void {
  const { store, clock } = context;
  const today = clock.today();
  const runs = statement(store, 'SELECT EXISTS (SELECT 1 FROM plans WHERE ended_on IS NULL)').pluck();
  if (runs.get() !== 1 || String(readSetting(store, bookedKey, null) ?? '') >= today) return;
  store.transaction(() => {
    if (unbooked(store, planFacts(store, { running: true }), today).length > 0) bookObligations(context, {});
    saveSetting(store, bookedKey, null, today, clock.now());
  });
}

/** Plans of which more is due than was booked: nearly always none or a few. */
function unbooked(store: Store, plans: readonly PlanFacts[], asOf: PlainDate): PlanFacts[] {
  const booked = new Map(
    statement(
      store,
      `SELECT v.plan_id, sum(o.amount_cents) FROM obligations o JOIN plan_versions v ON v.id = o.plan_version_id GROUP BY v.plan_id`,
    )
      .raw()
      .all() as [number, number][],
  );
  return plans.filter((plan) => {
    if (plan.receivedCents === 0 && standingOf(plan, asOf).name === 'proposed') return false;
    let dueCents = 0;
    for (const { dueDate, amountCents } of plan.instalments) if (dueDate <= asOf) dueCents += amountCents;
    return Math.min(dueCents, plan.receivedCents + plan.openCents) > (booked.get(plan.planId) ?? 0);
  });
}

function bookAll(context: Context, plans: readonly PlanFacts[], asOf: PlainDate): Booked {
  const { store, clock, actor } = context;
  const insert = statement(
    store,
    `INSERT INTO obligations (school_id, invoice_id, payer_id, kind, amount_cents, booking_date, reason, plan_version_id,
       instalment_number, author, created_at)
     SELECT school_id, id, @payerId, 'obligation', @amountCents, @dueDate, @reason, @versionId, @number, @actor, @at
     FROM invoices WHERE id = @invoiceId
     ON CONFLICT DO NOTHING`,
  );
  const due = unbooked(store, plans, asOf);
  let obligations = 0;
  let bookedCents = 0;
  for (const plan of due) {
    const payerIds = new Set(plan.payers.map(({ payerId }) => payerId));
    const claims = claimsById(
      store,
      plan.claims.map(({ invoiceId }) => invoiceId),
    );
    const received = receivedPerClaim(store, plan.planId);
    const asked = obligationsDue(
      {
        instalments: plan.instalments,
        claims: plan.claims.map((claim) => ({ ...claim, receivedCents: received.get(claim.invoiceId) ?? 0 })),
        bookedCents: bookedPerClaim(store, plan.planId),
      },
      asOf,
    );
    for (const { number, dueDate, invoiceId, amountCents: whole } of asked) {
      const liable = claims.get(invoiceId)?.liabilities.filter(({ payerId }) => payerIds.has(payerId)) ?? [];
      for (const { payerId, amountCents } of divideOverPayers(whole, liable)) {
        if (amountCents === 0) continue;
        const { changes } = insert.run({
          invoiceId,
          payerId,
          amountCents,
          dueDate,
          reason: `Afbetaalplan, schijf ${number}`,
          versionId: plan.versionId,
          number,
          actor,
          at: clock.now(),
        });
        obligations += changes;
        bookedCents += changes * amountCents;
      }
    }
  }
  return { plans: due.length, obligations, bookedCents };
}

/**
 * Takes away what a plan booked and nobody paid, when a new agreement takes its place (number 02): never more than is behind.
 * Answers by how much, in cents below zero.
 */
export function correctObligations({ store, clock, actor }: Context, plan: PlanFacts, reason: string): number {
  const claims = claimsById(
    store,
    plan.claims.map(({ invoiceId }) => invoiceId),
  );
  const insert = statement(
    store,
    `INSERT INTO obligations (school_id, invoice_id, payer_id, kind, amount_cents, booking_date, reason, plan_version_id, author, created_at)
     SELECT school_id, id, @payerId, 'arrearsCorrection', @amountCents, @today, @reason, @versionId, @actor, @at
     FROM invoices WHERE id = @invoiceId`,
  );
  let correctionCents = 0;
  for (const claim of claims.values()) {
    const booked = bookedPerPayer(store, plan.planId, claim.invoiceId);
    for (const { payerId, arrearsCents } of arrearsRows(store, claim)) {
      const amountCents = -Math.min(arrearsCents, booked.get(payerId) ?? 0);
      if (amountCents >= 0) continue;
      correctionCents += amountCents;
      const today = clock.today();
      insert.run({
        invoiceId: claim.invoiceId,
        payerId,
        amountCents,
        today,
        reason,
        versionId: plan.versionId,
        actor,
        at: clock.now(),
      });
    }
  }
  return correctionCents;
}

/** What came in under a plan on each of its claims. */
export function receivedPerClaim(store: Store, planId: number): Map<number, number> {
  const received = new Map<number, number>();
  for (const [, , , invoiceId, , cents] of planReceiptRows(store, { planIds: [planId] })) {
    received.set(invoiceId, (received.get(invoiceId) ?? 0) + cents);
  }
  return received;
}

const ofPlan = 'FROM plan_versions v CROSS JOIN obligations o ON o.plan_version_id = v.id WHERE v.plan_id = @planId';

function bookedPerClaim(store: Store, planId: number): Map<number, number> {
  const rows = statement(store, `SELECT o.invoice_id, sum(o.amount_cents) ${ofPlan} GROUP BY o.invoice_id`)
    .raw()
    .all({ planId });
  return new Map(rows as [number, number][]);
}

function bookedPerPayer(store: Store, planId: number, invoiceId: number): Map<number, number> {
  const rows = statement(
    store,
    `SELECT o.payer_id, sum(o.amount_cents) ${ofPlan} AND o.invoice_id = @invoiceId GROUP BY o.payer_id`,
  )
    .raw()
    .all({ planId, invoiceId });
  return new Map(rows as [number, number][]);
}

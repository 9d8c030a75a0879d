import { Problem } from '#shared/api/problem.ts';
import type { PayerDetails } from '#shared/people/contract.ts';
import { fieldChanges } from '#main/access/audit.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { voidStagesOfBounce } from '#main/runs/stage-events.ts';
import type { Store } from '#main/store/store.ts';
import { periodsOf, writePeriods } from './liability-rows.ts';
import { newcomerPeriod } from '#shared/people/liability-periods.ts';
import { householdInUse, liabilitiesOf, pupilsOf } from './queries.ts';
import { insertPayer, payerById, type PayerRow, updatePayerRow } from './payer-rows.ts';

/**
 * Adds a payer who is jointly liable for every pupil of the household, since what is in force now began; a guardian from
 * today on. Where the other payers owe shares, the new one starts with a share of 0 %: nobody's share changes before a
 * person says so.
 */
export function addPayer(context: Context, householdId: number, details: PayerDetails): { payerId: number } {
  return runCommand(context, () => {
    const { store } = context;
    householdInUse(store, householdId);
    refuseSelf(details);
    checkThirdPartyPayer(store, details);
    const today = context.clock.today();
    const payerId = insertPayer(store, householdId, details, context.clock.now());
    for (const pupil of pupilsOf(store, householdId)) {
      const periods = periodsOf(store, pupil.id);
      // A guardian takes over from a day on, and is not asked for what the parents left.
      const since = details.relation === 'guardian' ? today : undefined;
      writePeriods(store, pupil, [...periods, newcomerPeriod(periods, payerId, today, since)]);
    }
    return { result: { payerId }, audit: { command: 'people.addPayer', householdId, detail: { payerId } } };
  });
}

/** A new e-mail address takes the mark "came back" away. The trail keeps what stood in the fields that changed. */
export function updatePayer(context: Context, payerId: number, details: PayerDetails): { payerId: number } {
  const before = payerById(context.store, payerId);
  const fields = changedFields(before, details);
  if (fields.length === 0) return { payerId };
  return runCommand(context, () => {
    if (fields.includes('relation')) refuseSelf(details);
    checkThirdPartyPayer(context.store, details);
    updatePayerRow(context.store, payerId, details, fields.includes('email') ? null : before.emailBouncedAt);
    return {
      result: { payerId },
      audit: {
        command: 'people.updatePayer',
        householdId: before.householdId,
        detail: { payerId, fields },
        changes: fieldChanges(only(before, fields), only(details, fields)),
      },
    };
  });
}

/** Takes a payer out of the household; the messages that went to them stay in the dossier. */
export function removePayer(context: Context, payerId: number): { householdId: number } {
  return runCommand(context, () => {
    const { store } = context;
    const { householdId } = payerById(store, payerId);
    refuseWhenNeeded(store, householdId, payerId);
    refuseWhenMessagesWait(store, payerId);
    store.sql.prepare('DELETE FROM liabilities WHERE payer_id = ?').run(payerId);
    store.sql.prepare('UPDATE payers SET removed_at = ? WHERE id = ?').run(context.clock.now(), payerId);
    return { result: { householdId }, audit: { command: 'people.removePayer', householdId, detail: { payerId } } };
  });
}

export function markEmailBounced(context: Context, payerId: number, bounced: boolean): { payerId: number } {
  return runCommand(context, () => {
    const payer = payerById(context.store, payerId);
    if (bounced && payer.email === null) {
      throw new Problem('INVALID', 'Deze betaler heeft geen e-mailadres. Er is niets veranderd.', 'payerId');
    }
    const bouncedAt = bounced ? (payer.emailBouncedAt ?? context.clock.now()) : null;
    context.store.sql.prepare('UPDATE payers SET email_bounced_at = ? WHERE id = ?').run(bouncedAt, payerId);
    if (bounced && payer.email !== null) {
      const when = { at: context.clock.now(), today: context.clock.today() };
      voidStagesOfBounce(context.store, when, { payerId, email: payer.email });
    }
    return {
      result: { payerId },
      audit: {
        command: 'people.markEmailBounced',
        householdId: payer.householdId,
        detail: { payerId, bounced },
      },
    };
  });
}

/** A pupil becomes a payer from a day on, never for what was before; that is a command of its own. */
function refuseSelf({ relation }: PayerDetails): void {
  if (relation !== 'self') return;
  throw new Problem(
    'REFUSED',
    'Een leerling wordt pas betaler vanaf een dag, en nooit voor rekeningen van vroeger. Er is niets veranderd; kies bij de leerling “Meerderjarig: betaalt zelf”.',
    'details.relation',
  );
}

function only(details: PayerDetails, fields: readonly (keyof PayerDetails)[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fields.map((field) => [field, details[field]]));
}

function changedFields(before: PayerRow, details: PayerDetails): (keyof PayerDetails)[] {
  return (Object.keys(details) as (keyof PayerDetails)[]).filter((field) => details[field] !== before[field]);
}

function checkThirdPartyPayer(store: Store, { thirdPartyPayerId }: PayerDetails): void {
  if (thirdPartyPayerId === null) return;
  const known = store.sql.prepare('SELECT 1 FROM third_party_payers WHERE id = ?').get(thirdPartyPayerId);
  if (!known) {
    throw new Problem(
      'INVALID',
      'Deze betaler-derde bestaat niet. Er is niets veranderd.',
      'details.thirdPartyPayerId',
    );
  }
}

function refuseWhenNeeded(store: Store, householdId: number, payerId: number): void {
  const liabilities = liabilitiesOf(store, householdId);
  for (const pupil of pupilsOf(store, householdId)) {
    const own = liabilities.filter(({ pupilId }) => pupilId === pupil.id);
    const leaving = own.filter((liability) => liability.payerId === payerId);
    if (leaving.length === 0) continue;
    if (leaving.length === own.length) {
      throw new Problem(
        'REFUSED',
        `Niemand anders betaalt voor ${pupil.firstName} ${pupil.lastName}. De betaler is gebleven; voeg eerst een andere betaler toe.`,
      );
    }
    if (leaving.some(({ kind, shareBp }) => kind === 'split' && shareBp > 0)) {
      throw new Problem(
        'REFUSED',
        `Deze betaler draagt een aandeel voor ${pupil.firstName} ${pupil.lastName}. De betaler is gebleven; verdeel eerst de aandelen opnieuw.`,
      );
    }
  }
}

function refuseWhenMessagesWait(store: Store, payerId: number): void {
  const waiting = store.sql
    .prepare(
      `SELECT 1 FROM message_payers mp JOIN messages m ON m.id = mp.message_id
       WHERE mp.payer_id = ? AND m.status IN ('reserved', 'sending') LIMIT 1`,
    )
    .get(payerId);
  if (waiting) {
    throw new Problem(
      'CONFLICT',
      'Er staat nog een bericht klaar voor deze betaler. De betaler is gebleven; werk dat bericht eerst af in Postvak uit.',
    );
  }
}

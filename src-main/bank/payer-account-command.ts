import { Problem } from '#shared/api/problem.ts';
import { formatIban, isIban, normaliseIban } from '#shared/bank/iban.ts';
import { type PayerAccountRequest, payerAccountRequest } from '#shared/bank/shapes.ts';
import type { Approvable, ApprovalPlan } from '#main/approvals/approvable.ts';
import { isAsked } from '#main/approvals/thresholds.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';

/** An account of a payer, typed in: money can be given back to it, so a school may ask for a second person. */
export const payerAccountCommand: Approvable<PayerAccountRequest> = {
  kind: 'payerAccount',
  command: 'bank.savePayerAccount',
  input: payerAccountRequest,
  plan,
  book: (context, input) => {
    plan(context, input);
    save(context, input);
    return null;
  },
};

type KnownAccount = { readonly payerAccountId: number; readonly iban: string; readonly holderName: string };

function plan({ store }: Context, input: PayerAccountRequest): ApprovalPlan {
  const iban = normaliseIban(input.iban);
  if (!isIban(iban)) {
    throw new Problem('INVALID', 'Dit rekeningnummer klopt niet. Er is niets bewaard; kijk het na.', 'iban');
  }
  const householdId = householdOf(store, input.payerId);
  const known = accountsOf(store, input.payerId);
  const replaced = known.find(({ payerAccountId }) => payerAccountId === input.replacesPayerAccountId);
  if (input.replacesPayerAccountId !== null && !replaced) {
    throw new Problem('CONFLICT', 'De rekening die vervangen wordt, is niet meer bekend. Er is niets bewaard.');
  }
  if (known.some((account) => account.iban === iban && account !== replaced)) {
    throw new Problem('CONFLICT', 'Deze rekening is al bekend van deze betaler. Er is niets bewaard.', 'iban');
  }
  const before = replaced ? formatIban(replaced.iban) : '';
  return {
    schoolId: schoolThatAsks(store, input.payerId, householdId),
    householdId,
    amountCents: null,
    alwaysAsked: false,
    summary: replaced ? 'Een andere bankrekening voor een betaler' : 'Een bankrekening bij een betaler',
    reason: input.reason,
    difference: [
      { label: 'Rekening', before, after: formatIban(iban) },
      { label: 'Rekeninghouder', before: replaced?.holderName ?? '', after: input.holderName },
    ],
    state: { payerId: input.payerId, known },
    items: [],
  };
}

function save(context: Context, input: PayerAccountRequest): void {
  const { store, actor, clock } = context;
  const iban = normaliseIban(input.iban);
  const at = clock.now();
  if (input.replacesPayerAccountId !== null) {
    store.sql
      .prepare('UPDATE payer_accounts SET removed_at = ?, removed_by = ? WHERE id = ?')
      .run(at, actor, input.replacesPayerAccountId);
  }
  store.sql
    .prepare(
      `INSERT INTO payer_accounts (payer_id, iban, holder_name, origin, author, created_at) VALUES (?, ?, ?, 'hand', ?, ?)`,
    )
    .run(input.payerId, iban, input.holderName, actor, at);
}

function householdOf(store: Store, payerId: number): number {
  const householdId = store.sql
    .prepare('SELECT household_id FROM payers WHERE id = ? AND removed_at IS NULL')
    .pluck()
    .get(payerId) as number | undefined;
  if (householdId === undefined) {
    throw new Problem('NOT_FOUND', 'Deze betaler bestaat niet (meer). Er is niets bewaard.', 'payerId');
  }
  return householdId;
}

function accountsOf(store: Store, payerId: number): KnownAccount[] {
  return store.sql
    .prepare<[number], KnownAccount>(
      `SELECT id AS payerAccountId, iban, holder_name AS holderName FROM payer_accounts
       WHERE payer_id = ? AND removed_at IS NULL ORDER BY id`,
    )
    .all(payerId);
}

/** A payer may owe at several schools: the first one that asks for a second person, else the first. */
function schoolThatAsks(store: Store, payerId: number, householdId: number): number {
  const schools = store.sql
    .prepare(
      `SELECT school_id FROM liabilities WHERE payer_id = @payerId
       UNION SELECT school_id FROM pupils WHERE household_id = @householdId ORDER BY 1`,
    )
    .pluck()
    .all({ payerId, householdId }) as number[];
  const schoolId = schools.find((id) => isAsked(store, id, 'payerAccount', null)) ?? schools[0];
  if (schoolId === undefined) {
    throw new Problem('REFUSED', 'Deze betaler betaalt voor geen enkele leerling. Er is niets bewaard.', 'payerId');
  }
  return schoolId;
}

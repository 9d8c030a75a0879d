import { Problem } from '#shared/api/problem.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { LimitationActKind } from '#shared/law/contract.ts';
import { refuseAct } from '#shared/limitation/record-rules.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { keepProof, type Proof, proofDocument, refuseOtherDocument } from '#main/dossier/proof.ts';
import { claimsById } from '#main/ledger/claims.ts';
import { orRefuse } from '#main/ledger/money-claims.ts';
import { payerById } from '#main/people/payer-rows.ts';
import type { Store } from '#main/store/store.ts';
import { actById, insertAct, setWithdrawn } from './act-rows.ts';
import { factsOfBill } from './facts.ts';

type RecordedAct = {
  readonly invoiceIds: readonly number[];
  readonly payerId: number | null;
  readonly kind: LimitationActKind;
  readonly date: PlainDate;
  readonly note: string;
  readonly proof: Proof;
};

/** Keeps an act with its proof for bills of one household; all of them, or none when one of them cannot be restarted by it. */
export async function recordAct(context: Context, act: RecordedAct): Promise<{ limitationActIds: number[] }> {
  const { proof } = act;
  // Checked before a file is written, and again with it.
  check(context, act);
  const file = await keepProof(context, proof);
  return runCommand(context, () => {
    const bills = check(context, act);
    const { householdId } = bills;
    const documentId = proofDocument(context, householdId, proof, file);
    const limitationActIds = bills.claims.map(({ invoiceId, schoolId }) =>
      insertAct(context, { ...act, invoiceId, schoolId, documentId }),
    );
    const detail = { limitationActIds, invoiceIds: act.invoiceIds, kind: act.kind, date: act.date, documentId };
    return { result: { limitationActIds }, audit: { command: 'limitation.recordAct', householdId, detail } };
  });
}

type Bills = {
  readonly householdId: number;
  readonly claims: readonly { readonly invoiceId: number; readonly schoolId: number }[];
};

function check({ store, clock }: Context, act: RecordedAct): Bills {
  const claims = [...claimsById(store, [...new Set(act.invoiceIds)]).values()];
  const [first] = claims;
  if (!first || claims.length < new Set(act.invoiceIds).size) {
    throw new Problem('NOT_FOUND', 'Een van deze facturen bestaat niet meer. Er is niets bewaard; vernieuw de lijst.');
  }
  const { householdId } = first;
  if (claims.some((claim) => claim.householdId !== householdId)) {
    throw new Problem(
      'REFUSED',
      'Deze facturen zijn van verschillende gezinnen. Er is niets bewaard; leg het per gezin vast.',
      'invoiceIds',
    );
  }
  if (act.payerId !== null && payerById(store, act.payerId).householdId !== householdId) {
    throw new Problem(
      'REFUSED',
      'Deze betaler hoort niet bij het gezin van de factuur. Er is niets bewaard; kies een andere betaler.',
      'payerId',
    );
  }
  for (const claim of claims) refuseOnBill(store, claim, act, clock.today());
  return { householdId, claims };
}

type ActOnBill = Pick<RecordedAct, 'kind' | 'date' | 'payerId'>;

function refuseOnBill(
  store: Store,
  { invoiceId, number, openCents }: { readonly invoiceId: number; readonly number: string; readonly openCents: number },
  { kind, date, payerId }: ActOnBill,
  today: PlainDate,
): void {
  const facts = factsOfBill(store, invoiceId);
  if (!facts) throw new Problem('NOT_FOUND', 'Deze factuur bestaat niet meer. Er is niets bewaard; vernieuw de lijst.');
  const act = { kind, date, payerId, isComplete: true, isTraceable: true };
  orRefuse(refuseAct({ number, openCents, facts, years: facts.years }, act, today));
}

/** An act that was kept by mistake counts no more; it stays in the store, and can be brought back. */
export function withdrawAct(context: Context, limitationActId: number): { limitationActId: number } {
  return runCommand(context, () => {
    const { householdId } = actById(context.store, limitationActId);
    setWithdrawn(context, limitationActId, true);
    return {
      result: { limitationActId },
      audit: { command: 'limitation.withdrawAct', householdId, detail: { limitationActId } },
    };
  });
}

/** Brings a withdrawn act back, when it still counts. */
export function restoreAct(context: Context, limitationActId: number): { limitationActId: number } {
  return runCommand(context, () => {
    const { store, clock } = context;
    const { householdId, withdrawnAt, isOfWithdrawnSignature, ...act } = actById(store, limitationActId);
    if (withdrawnAt !== null) {
      if (isOfWithdrawnSignature) {
        throw new Problem(
          'REFUSED',
          'Deze stuiting hoort bij een aanvaarding die teruggenomen is. Ze blijft teruggenomen; leg de aanvaarding opnieuw vast bij het plan.',
        );
      }
      const claim = claimsById(store, [act.invoiceId]).get(act.invoiceId);
      if (!claim) throw new Problem('NOT_FOUND', 'Deze factuur bestaat niet meer. De stuiting blijft teruggenomen.');
      refuseOnBill(store, claim, act, clock.today());
      refuseOtherDocument(store, act.documentId, householdId);
      setWithdrawn(context, limitationActId, false);
    }
    return {
      result: { limitationActId },
      audit: { command: 'limitation.restoreAct', householdId, detail: { limitationActId } },
    };
  });
}

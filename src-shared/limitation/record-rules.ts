import { formatPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import type { LimitationAct } from '../law/contract.ts';
import { type LimitationFacts, limitationOf } from '../law/limitation.ts';
import type { Refusal } from '../ledger/refusal.ts';

type Bill = {
  readonly number: string;
  readonly openCents: number;
  readonly facts: LimitationFacts;
  readonly years: number;
};

/**
 * Why an act cannot be kept for a bill, or undefined when it can: never a day that has not come, never for a bill on which
 * nothing is open, never for nobody in particular where each owes an own share, and only what counts on its clock: not before the bill, not once it was limited, no second letter of a
 * lawyer or bailiff. Source: law.md 2.2 and 3.
 */
export function refuseAct(bill: Bill, act: LimitationAct, today: PlainDate): Refusal | undefined {
  if (act.date > today) {
    return {
      code: 'INVALID',
      sentence: `${formatPlainDate(act.date)} moet nog komen. Er is niets bewaard; leg het vast wanneer het gebeurd is.`,
      field: 'date',
    };
  }
  if (bill.openCents <= 0) {
    return {
      code: 'REFUSED',
      sentence: `Op ${bill.number} staat niets meer open. Er is niets bewaard; haal ze uit de lijst.`,
      field: 'invoiceIds',
    };
  }
  if (act.payerId === null && bill.facts.debtors?.some(({ isSplit }) => isSplit)) {
    return {
      code: 'INVALID',
      sentence: `Van ${bill.number} betaalt elk een eigen deel. Er is niets bewaard; duid aan om welke betaler het gaat.`,
      field: 'payerId',
    };
  }
  const told = limitationOf({ ...bill.facts, acts: [...bill.facts.acts, act] }, bill.years).acts.at(-1);
  if (told?.counted === true) return undefined;
  const why = told?.sentence.replace(/^Telt niet: /, '') ?? '';
  return {
    code: 'REFUSED',
    sentence: `Dit stuit de verjaring van ${bill.number} niet: ${why} Er is niets bewaard.`,
    field: act.date < bill.facts.invoiceDate ? 'date' : 'invoiceIds',
  };
}

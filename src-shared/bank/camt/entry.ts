import { formatPlainDate } from '../../calendar/plain-date.ts';
import { formatCents } from '../../money/cents.ts';
import type { BankFinding, BankMovement } from '../statement.ts';
import { amountOf, amountText, signOf } from './amount.ts';
import { dateAt } from './date.ts';
import { detailAmounts, ownAmount } from './detail-amounts.ts';
import { detailKey, entryKey } from './entry-key.ts';
import { agreedMovement, type EntryFacts, movementOf } from './movement.ts';
import type { OwnSide } from './parties.ts';
import { childrenOf, elementAt, identificationAt, textAt, type XmlElement } from './xml-element.ts';

export type EntryContext = {
  readonly own: OwnSide;
  readonly currency: string;
  /** Which entry of the file, from 1. */
  readonly line: number;
  /** For messages: `uittreksel 187 van rekening BE49 …`. */
  readonly statementName: string;
};

export type EntryReading = {
  /** Signed; 0 when it cannot be read. */
  readonly cents: number;
  /** Only a booked entry counts; of another only the amount is told. */
  readonly isBooked: boolean;
  /** Their keys are not yet unique within the statement. */
  readonly movements: readonly BankMovement[];
  readonly findings: readonly BankFinding[];
};

const notBooked = new Set(['PDNG', 'INFO', 'FUTR']);

/**
 * Reads one `Ntry`: one movement, or one per detail of a batch when the details add up. Anything that makes the amount,
 * the direction or the day uncertain is an error and gives no movement. Source: facts/bank.md section 2.
 */
export function readEntry(entry: XmlElement, context: EntryContext): EntryReading {
  const status = textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts', 'Prtry') || textAt(entry, 'Sts');
  const amount = amountOf(elementAt(entry, 'Amt'));
  const sign = signOf(entry);
  if (notBooked.has(status)) {
    return { cents: (amount?.cents ?? 0) * (sign ?? 1), isBooked: false, movements: [], findings: [] };
  }
  const where = `Verrichting ${context.line} (${context.statementName})`;
  if (status !== '' && status !== 'BOOK') {
    return refused('camt.status', `${where} heeft een status die we niet kennen: "${status.slice(0, 30)}".`);
  }
  if (!amount) return refused('camt.amount', `${where}: ${amountText(entry)} is geen bedrag in hele centen.`);
  if (amount.currency !== context.currency) {
    const problem = `${where} is in ${amount.currency || 'een onbekende munt'}, terwijl de rekening in ${context.currency} is.`;
    return refused('camt.currency', problem);
  }
  if (!sign) return refused('camt.sign', `${where} zegt niet of het geld binnenkwam of buitenging.`);
  const bookingDate = dateAt(entry, 'BookgDt') ?? dateAt(entry, 'ValDt');
  if (!bookingDate) return refused('camt.date', `${where} heeft geen geldige boekingsdatum.`);
  const valueDate = dateAt(entry, 'ValDt') ?? bookingDate;
  const facts: EntryFacts = { line: context.line, bookingDate, valueDate, sign, own: context.own };
  const cents = amount.cents * sign || 0;
  return { cents, isBooked: true, ...movementsOf(entry, cents, facts, context) };
}

function refused(rule: string, problem: string): EntryReading {
  const sentence = `${problem} Download het bestand opnieuw, of vraag de bank wat er mis is.`;
  return { cents: 0, isBooked: true, movements: [], findings: [{ level: 'error', rule, line: null, sentence }] };
}

type DetailInBatch = { readonly detail: XmlElement; readonly batchName: string | null };

function movementsOf(
  entry: XmlElement,
  cents: number,
  facts: EntryFacts,
  context: EntryContext,
): Pick<EntryReading, 'movements' | 'findings'> {
  const groups = childrenOf(entry, 'NtryDtls');
  const inBatches = groups.flatMap((group): DetailInBatch[] => {
    const batchName = batchNameOf(elementAt(group, 'Btch'));
    return childrenOf(group, 'TxDtls').map((detail) => ({ detail, batchName }));
  });
  const details = inBatches.map(({ detail }) => detail);
  const key = entryKey(entry, details, facts.bookingDate, cents);
  const [first] = details;
  const batch = groups.map((group) => elementAt(group, 'Btch')).find((element) => element !== undefined);
  const isBatch = batch !== undefined || details.length > 1;
  const ofCollection = details.length === 1 && textAt(entry, 'BkTxCd', 'Domn', 'Fmly', 'Cd') === 'IDDT';
  const ofFirst = isBatch || ofCollection ? identificationAt(first, 'Refs', 'PmtInfId') : null;
  const batchKey = batchNameOf(batch) ?? ofFirst ?? (isBatch ? key : null);
  const total = { amountCents: cents, batchKey, key };
  if (details.length < 2) {
    return {
      movements: [movementOf(entry, first, facts, total)],
      findings: first ? differing(first, cents, context) : [],
    };
  }
  const amounts = detailAmounts(details, cents, facts.sign, context.currency);
  const movements = inBatches.map(({ detail, batchName }, index) =>
    movementOf(entry, detail, facts, {
      amountCents: amounts?.[index] ?? 0,
      batchKey: identificationAt(detail, 'Refs', 'PmtInfId') ?? batchName ?? key,
      key: detailKey(key, detail, amounts?.[index] ?? 0),
    }),
  );
  if (amounts) return { movements, findings: [] };
  const whole = agreedMovement(movements, movementOf(entry, undefined, facts, total));
  return { movements: [whole], findings: [doesNotAddUp(details.length, cents, facts, context)] };
}

function batchNameOf(batch: XmlElement | undefined): string | null {
  return identificationAt(batch, 'PmtInfId') ?? identificationAt(batch, 'MsgId');
}

/** The entry is what the bank booked; a detail that names another amount (charges, another currency) is only told. */
function differing(detail: XmlElement, cents: number, context: EntryContext): BankFinding[] {
  const own = ownAmount(detail, undefined, context.currency);
  if (own === undefined || own === Math.abs(cents)) return [];
  return [
    {
      level: 'warning',
      rule: 'camt.batchSum',
      line: null,
      sentence: `Verrichting ${context.line} (${context.statementName}): de bank boekte ${formatCents(cents)}, het detail noemt ${formatCents(own)}, wellicht door kosten. Het geboekte bedrag telt.`,
    },
  ];
}

function doesNotAddUp(count: number, cents: number, facts: EntryFacts, context: EntryContext): BankFinding {
  return {
    level: 'warning',
    rule: 'camt.batchSum',
    line: null,
    sentence: `Verrichting ${context.line} van ${formatPlainDate(facts.bookingDate)} (${context.statementName}): de ${count} details zijn samen niet ${formatCents(cents)}. Ze is als één bedrag ingelezen; verdeel het zelf.`,
  };
}

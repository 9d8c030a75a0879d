import type { PlainDate } from '../../calendar/plain-date.ts';
import type { BankMovement } from '../statement.ts';
import { movementKindOf, returnedOf } from './movement-kind.ts';
import { counterpartyOf, type OwnSide } from './parties.ts';
import { remittanceOf } from './remittance.ts';
import { transactionCodeOf } from './transaction-code.ts';
import { identificationAt, type XmlElement } from './xml-element.ts';

/** What an entry says for each of its movements. */
export type EntryFacts = {
  readonly line: number;
  readonly bookingDate: PlainDate;
  readonly valueDate: PlainDate;
  readonly sign: 1 | -1;
  readonly own: OwnSide;
};

/** One movement from an entry and the detail that describes it, if there is one. Its key is not yet unique within the statement. */
export function movementOf(
  entry: XmlElement,
  detail: XmlElement | undefined,
  facts: EntryFacts,
  own: Pick<BankMovement, 'amountCents' | 'batchKey' | 'key'>,
): BankMovement {
  const sign = own.amountCents === 0 ? facts.sign : own.amountCents > 0 ? 1 : -1;
  const code = transactionCodeOf(entry, detail);
  const returned = returnedOf(code, detail);
  const counterparty = counterpartyOf(detail, sign, code.family, facts.own);
  return {
    line: facts.line,
    bookingDate: facts.bookingDate,
    valueDate: facts.valueDate,
    kind: movementKindOf(code, sign, returned, entry, detail),
    transactionCode: code.text,
    counterpartyName: counterparty.name,
    counterpartyAccount: counterparty.account,
    ultimateName: counterparty.ultimateName,
    ...remittanceOf(entry, detail),
    endToEndId: identificationAt(detail, 'Refs', 'EndToEndId'),
    mandateId: identificationAt(detail, 'Refs', 'MndtId'),
    returned,
    ...own,
  };
}

/**
 * Of details that do not add up only what they all agree on is kept; what each says stands together in the communication,
 * for a person to read.
 */
export function agreedMovement(movements: readonly BankMovement[], total: BankMovement): BankMovement {
  const agreed = <Name extends keyof BankMovement>(name: Name, otherwise: BankMovement[Name]): BankMovement[Name] => {
    const [first] = movements;
    return first && movements.every((movement) => movement[name] === first[name]) ? first[name] : otherwise;
  };
  const structuredReference = agreed('structuredReference', null);
  const creditorReference = agreed('creditorReference', null);
  const told = movements.flatMap((movement) => [
    [movement.counterpartyName, movement.structuredReference ?? movement.creditorReference, movement.communication]
      .filter((part) => part !== null && part !== '')
      .join(' '),
  ]);
  return {
    ...total,
    counterpartyName: agreed('counterpartyName', null),
    counterpartyAccount: agreed('counterpartyAccount', null),
    ultimateName: agreed('ultimateName', null),
    structuredReference,
    creditorReference,
    referenceSource: structuredReference || creditorReference ? agreed('referenceSource', 'text') : null,
    communication: told.filter((part) => part !== '').join(' · '),
    endToEndId: agreed('endToEndId', null),
    mandateId: agreed('mandateId', null),
  };
}

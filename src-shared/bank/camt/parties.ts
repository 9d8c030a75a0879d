import { normaliseIban } from '../iban.ts';
import { elementAt, identificationAt, type XmlElement } from './xml-element.ts';

export type Counterparty = {
  readonly name: string | null;
  readonly account: string | null;
  /** On whose behalf: UltmtDbtr or UltmtCdtr. */
  readonly ultimateName: string | null;
};

type Role = 'Dbtr' | 'Cdtr';

/** Families that say who began the payment; what comes back keeps the parties of its original. */
const fromDebtor = new Set(['RCDT', 'RRCT', 'IDDT']);
const toCreditor = new Set(['ICDT', 'IRCT', 'RDDT']);

/** Who we are, to tell the other side from us. */
export type OwnSide = { readonly account: string; readonly holderName: string | null };

/**
 * Who stands on the other side: the debtor of what we receive or collect, the creditor of what we send, also when it comes
 * back; without a code the direction decides. When that side is empty or is ourselves, the other one is taken.
 */
export function counterpartyOf(
  detail: XmlElement | undefined,
  sign: 1 | -1,
  family: string,
  own: OwnSide,
): Counterparty {
  const parties = elementAt(detail, 'RltdPties');
  const isDebtor = fromDebtor.has(family) || (sign > 0 && !toCreditor.has(family));
  const preferred = partyIn(parties, isDebtor ? 'Dbtr' : 'Cdtr');
  if (isSomeoneElse(preferred, own)) return preferred;
  const other = partyIn(parties, isDebtor ? 'Cdtr' : 'Dbtr');
  return isSomeoneElse(other, own) ? other : preferred;
}

function isSomeoneElse({ name, account }: Counterparty, own: OwnSide): boolean {
  if (account !== null) return account !== own.account;
  return name !== null && name.toUpperCase() !== own.holderName?.toUpperCase();
}

/** Until version 6 the name stands in the party itself, from version 7 one level deeper in `Pty`, or in `Agt` for a bank. */
function partyIn(parties: XmlElement | undefined, role: Role): Counterparty {
  const account = elementAt(parties, `${role}Acct`);
  const number = accountNumber(account);
  return {
    name: nameOf(elementAt(parties, role)),
    account: number,
    ultimateName: nameOf(elementAt(parties, `Ultmt${role}`)),
  };
}

function nameOf(party: XmlElement | undefined): string | null {
  return (
    identificationAt(party, 'Nm') ??
    identificationAt(party, 'Pty', 'Nm') ??
    identificationAt(party, 'Agt', 'FinInstnId', 'Nm')
  );
}

/** The number of an account element: the IBAN, else another identification; without spaces. */
export function accountNumber(account: XmlElement | undefined): string | null {
  const number = identificationAt(account, 'Id', 'IBAN') ?? identificationAt(account, 'Id', 'Othr', 'Id');
  return number === null ? null : normaliseIban(number);
}

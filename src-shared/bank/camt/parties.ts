import { normaliseIban } from '../iban.ts';
import { elementAt, identificationAt, type XmlElement } from './xml-element.ts';

export type Counterparty = {
  readonly name: string | null;
  readonly account: string | null;
  /** On whose behalf: UltmtDbtr or UltmtCdtr. */
  readonly ultimateName: string | null;
};

type Role = 'Dbtr' | 'Cdtr';

/**
 * Who stands on the other side: of money in the debtor, of money out the creditor; of a collection always the debtor, also
 * when it comes back. A return keeps the parties of the original, so when that side is empty or is our own account the
 * other side is taken.
 */
export function counterpartyOf(
  detail: XmlElement | undefined,
  sign: 1 | -1,
  family: string,
  ownAccount: string,
): Counterparty {
  const parties = elementAt(detail, 'RltdPties');
  const first: Role = family === 'IDDT' || (sign > 0 && family !== 'RDDT') ? 'Dbtr' : 'Cdtr';
  const second: Role = first === 'Dbtr' ? 'Cdtr' : 'Dbtr';
  const preferred = partyIn(parties, first);
  if (isSomeoneElse(preferred, ownAccount)) return preferred;
  const other = partyIn(parties, second);
  return isSomeoneElse(other, ownAccount) ? other : preferred;
}

function isSomeoneElse({ name, account }: Counterparty, ownAccount: string): boolean {
  return account === null ? name !== null : account !== ownAccount;
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

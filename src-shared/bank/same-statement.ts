import type { BankStatement } from './statement.ts';

/** Whether two statements of one account tell the same: their balances, and the keys of their movements in the same order. */
export function isSameStatement(one: BankStatement, other: BankStatement): boolean {
  return (
    one.openingCents === other.openingCents &&
    one.closingCents === other.closingCents &&
    one.movements.length === other.movements.length &&
    one.movements.every(({ key }, index) => key === other.movements[index]?.key)
  );
}

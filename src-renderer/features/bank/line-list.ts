import type { BankLine } from '#shared/bank/shapes.ts';

/** A list of lines as the grid takes it, wherever the rows come from. */
export type LineList = {
  readonly total: number;
  readonly rowAt: (index: number) => BankLine | undefined;
  readonly onRange?: (first: number, last: number) => void;
  readonly keysBetween: (first: number, last: number) => Promise<readonly number[]>;
  readonly allKeys: () => Promise<readonly number[]>;
};

/** A list that is here as a whole. */
export function wholeList(lines: readonly BankLine[]): LineList {
  const keys = lines.map(({ transactionId }) => transactionId);
  return {
    total: lines.length,
    rowAt: (index) => lines[index],
    keysBetween: async (first, last) => keys.slice(first, last + 1),
    allKeys: async () => keys,
  };
}

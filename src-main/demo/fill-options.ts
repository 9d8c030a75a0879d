export type FillOptions = {
  /** Who the rows say wrote them. */
  readonly author: string;
  /** Moment at which the rows were made. */
  readonly createdAt: string;
  /** Called a few hundred times at most: rows written, rows in all. */
  readonly progress?: (done: number, total: number) => void;
};

/** Office hours of that day. */
export function momentOn(date: string): string {
  return `${date}T09:30:00.000Z`;
}

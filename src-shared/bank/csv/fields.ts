/** What a column of a bank CSV can hold. */
export type CsvField =
  /** Our own account. */
  | 'account'
  | 'currency'
  | 'bookingDate'
  | 'valueDate'
  | 'amount'
  | 'counterpartyAccount'
  | 'counterpartyName'
  /** A structured reference by itself. */
  | 'structured'
  /** What the payer wrote. */
  | 'communication'
  /** What the bank says of the movement; the communication when the payer wrote none. */
  | 'description'
  /** The kind of movement in words. */
  | 'type'
  /** Executed or refused. */
  | 'status'
  | 'ignored';

/** How one bank writes its CSV. Headings are separated by ` | `: Dutch, French, English, older ones. */
export type CsvProfile = {
  readonly bank: string;
  /** Of these at least one must be there: what no other bank writes. */
  readonly signature: string;
  readonly columns: Readonly<Partial<Record<CsvField, string>>>;
};

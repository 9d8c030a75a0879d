/** The fixed words of the paper of a plan in one language. Amounts and dates come written out. */
export type PlanPhrases = {
  /** Between the whole and the parts of a percentage. */
  readonly decimal: string;
  readonly owedTitle: string;
  /** Heading of the amounts: what this payer owes of each. */
  readonly owed: string;
  readonly total: string;
  readonly totalWithInterest: string;
  readonly noCosts: string;
  readonly interest: (percent: string, per: 'month' | 'year', interest: string) => string;
  readonly scheduleTitle: string;
  readonly scheduleContinued: string;
  readonly summary: (
    total: string,
    count: number,
    same: { readonly amount: string; readonly last: string | null } | null,
  ) => string;
  readonly howToPay: string;
  readonly instalment: (number: number) => string;
  readonly numberOf: (number: number, count: number) => string;
  readonly onDay: (date: string) => string;
  readonly scan: string;
  /** Instead of the reference, as long as the plan is not kept. */
  readonly referenceLater: string;
  readonly codeLater: string;
  /** Under the code in a mail. */
  readonly codeInMail: (date: string) => string;
  /** Heading of what was agreed in words. */
  readonly alsoAgreed: string;
  readonly goodToKnow: string;
  readonly tolerance: (days: number) => string;
  readonly noReminders: string;
  readonly difficult: string;
  readonly sooner: string;
  readonly paidBy: (name: string) => string;
  readonly shared: string;
  readonly clock: string;
  readonly disagree: string;
  readonly signTitle: string;
  readonly acknowledgement: (creditor: string, enterpriseNumber: string | null, total: string, count: number) => string;
  readonly forPayer: string;
  readonly forSchool: string;
  readonly name: string;
  readonly date: string;
  readonly signature: string;
  /** In a mail, in the place of the boxes to sign. */
  readonly signAttachment: string;
  readonly notAPlan: string;
};

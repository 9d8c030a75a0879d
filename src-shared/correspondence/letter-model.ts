/**
 * What one message says, with every variable filled in. The e-mail HTML, its text part and the PDF page are three
 * drawings of this one model, so what is previewed is what is sent. Kept with the message as JSON.
 */
export type LetterInline = {
  readonly text: string;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly underline?: boolean | undefined;
};
export type LetterLine = readonly LetterInline[];

export type LetterTableRow = {
  readonly number: string;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly billingGroup: string;
  /** Already printed form, `€ 12,50`; the amount this payer owes of it. */
  readonly open: string;
};
export type LetterTableGroup = {
  /** The pupil; empty when there is only one. */
  readonly heading: string;
  readonly rows: readonly LetterTableRow[];
  readonly subtotal: string;
};

export type PaymentBox = {
  readonly amount: string;
  readonly amountCents: number;
  readonly beneficiary: string;
  /** In groups of four. */
  readonly iban: string;
  readonly bic: string;
  /** `+++123/4567/89002+++`; without a structured reference the free communication to write on the transfer. */
  readonly reference: string;
  /** EPC069-12 payload; null when the school's account is not filled in. */
  readonly qrPayload: string | null;
  /** Labels in the reader's language. */
  readonly labels: {
    readonly title: string;
    readonly amount: string;
    readonly beneficiary: string;
    readonly iban: string;
    readonly reference: string;
    readonly scan: string;
  };
};

/** One instalment of a plan with the code that pays it. */
export type LetterInstalment = {
  readonly title: string;
  readonly amount: string;
  readonly amountCents: number;
  /** "tegen 5 december 2026". */
  readonly due: string;
  /** EPC069-12 payload; null: no account, or the plan is not kept yet. */
  readonly qrPayload: string | null;
};

export type LetterBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly LetterLine[] }
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly line: LetterLine }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly LetterLine[])[] }
  | {
      readonly kind: 'openInvoices';
      /** Column headings in the reader's language. */
      readonly headings: {
        readonly number: string;
        readonly issueDate: string;
        readonly dueDate: string;
        readonly billingGroup: string;
        readonly open: string;
      };
      readonly groups: readonly LetterTableGroup[];
      readonly totalLabel: string;
      readonly total: string;
      /** What is not due yet: information only, never in the total. */
      readonly upcoming: {
        readonly title: string;
        readonly rows: readonly (LetterTableRow & { readonly pupil: string })[];
      } | null;
      /** Credits of the household, when there are any. */
      readonly credit: { readonly label: string; readonly amount: string } | null;
    }
  | { readonly kind: 'payment'; readonly payment: PaymentBox }
  | { readonly kind: 'qr'; readonly payload: string; readonly caption: string }
  | {
      readonly kind: 'instalments';
      /** Where all of them are paid, and with which reference. */
      readonly payTo: readonly { readonly label: string; readonly value: string }[];
      readonly reference: string;
      readonly rows: readonly LetterInstalment[];
      /** Above the rows that go on on a next page. */
      readonly continued: string;
      readonly scan: string;
      /** In the place of a code that is not there yet. */
      readonly codeLater: string;
      /** Under the one code that a mail shows; null: none. */
      readonly codeInMail: string | null;
    }
  | {
      readonly kind: 'signatures';
      readonly statement: string;
      readonly parties: readonly { readonly role: string; readonly name: string }[];
      readonly labels: { readonly name: string; readonly date: string; readonly signature: string };
      /** What a mail says in the place of the boxes. */
      readonly attached: string;
    };

export type LetterModel = {
  readonly language: 'nl' | 'fr' | 'en';
  readonly subject: string;
  readonly sender: {
    readonly schoolId: number;
    readonly name: string;
    readonly boardName: string;
    /** Lines under the name: street, town, phone, e-mail, KBO number. */
    readonly lines: readonly string[];
    readonly addressWindow: 'left' | 'right';
  };
  readonly recipient: { readonly name: string; readonly addressLines: readonly string[] };
  /** "Gent, 24 november 2026", in the reader's language. */
  readonly placeAndDate: string;
  readonly blocks: readonly LetterBlock[];
  /** Contact person and the sentence that spread payment is possible, on every message. */
  readonly footer: readonly string[];
  /** "Pagina {page} van {pages}" in the reader's language. */
  readonly pageLabel: string;
};

/** A letter to sign always travels as a sheet, also with a mail of a school that attaches no others. */
export function isToSign(model: LetterModel): boolean {
  return model.blocks.some(({ kind }) => kind === 'signatures');
}

/** The code that a mail shows of a plan: that of its first instalment that has one; null: none. */
export function firstCode(rows: readonly LetterInstalment[]): string | null {
  return rows.find(({ qrPayload }) => qrPayload !== null)?.qrPayload ?? null;
}

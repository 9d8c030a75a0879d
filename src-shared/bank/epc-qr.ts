/** What an EPC payment QR asks for (EPC069-12 version 002, SEPA credit transfer). */
export type PaymentRequest = {
  readonly beneficiaryName: string;
  readonly iban: string;
  readonly bic?: string | undefined;
  /** Cents; left out when the payer fills in the amount. */
  readonly amountCents?: number | undefined;
  /** 12 digits of an OGM or an RF reference: goes to line 10. */
  readonly structuredReference?: string | undefined;
  /** Free text: goes to line 11; never together with a structured reference. */
  readonly text?: string | undefined;
};

export type EpcPayload =
  | { readonly ok: true; readonly payload: string }
  | {
      readonly ok: false;
      readonly problem: 'name' | 'iban' | 'amount' | 'bothReferences' | 'reference' | 'text' | 'tooLong';
    };

/**
 * The text inside the QR code. Limits of EPC069-12: name 1–70, amount 0.01–999999999.99, reference ≤ 35, text ≤ 140,
 * reference or text but not both, 331 bytes in all. Source: facts/bank.md section 4.
 */
export function epcPayload(request: PaymentRequest): EpcPayload {
  const iban = request.iban.replace(/\s/g, '').toUpperCase();
  const name = request.beneficiaryName.trim();
  const { amountCents, structuredReference, text } = request;
  if (name.length < 1 || name.length > 70) return { ok: false, problem: 'name' };
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(iban)) return { ok: false, problem: 'iban' };
  if (
    amountCents !== undefined &&
    (!Number.isSafeInteger(amountCents) || amountCents < 1 || amountCents > 99_999_999_999)
  ) {
    return { ok: false, problem: 'amount' };
  }
  if (structuredReference && text) return { ok: false, problem: 'bothReferences' };
  if (structuredReference && !/^[A-Z0-9]{1,35}$/.test(structuredReference)) return { ok: false, problem: 'reference' };
  if (text && text.length > 140) return { ok: false, problem: 'text' };
  const amount =
    amountCents === undefined
      ? ''
      : `EUR${Math.floor(amountCents / 100)}.${String(amountCents % 100).padStart(2, '0')}`;
  const lines = [
    'BCD',
    '002',
    '1',
    'SCT',
    request.bic ?? '',
    name,
    iban,
    amount,
    '',
    structuredReference ?? '',
    text ?? '',
  ];
  while (lines.at(-1) === '') lines.pop();
  const payload = lines.join('\n');
  if (utf8Length(payload) > 331) return { ok: false, problem: 'tooLong' };
  return { ok: true, payload };
}

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}

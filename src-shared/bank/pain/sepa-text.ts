/** Letters that do not fall apart into a letter and an accent. */
const lettersOf: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'TH',
  ı: 'i',
  ĳ: 'ij',
  Ĳ: 'IJ',
  '€': 'EUR',
  '&': '+',
  '’': "'",
  '‘': "'",
  '´': "'",
  '`': "'",
  '–': '-',
  '—': '-',
  _: '-',
  ';': ',',
  '[': '(',
  ']': ')',
  '{': '(',
  '}': ')',
};

/**
 * Text in the character set that every SEPA bank takes (a–z A–Z 0–9 / - ? : ( ) . , ' + and space), at most `max` long:
 * accents are left off, known letters and signs are written out, anything else becomes a space. Nothing left: an empty
 * text. Source: facts/bank.md section 5, EPC217-08 (SEPA conversion table).
 */
export function sepaText(text: string, max: number): string {
  return [...text.normalize('NFD').replace(/\p{M}/gu, '')]
    .map((sign) => lettersOf[sign] ?? sign)
    .join('')
    .replace(/[^a-zA-Z0-9/\-?:().,'+ ]/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, max)
    .trim();
}

/**
 * The same for an identification (MsgId, EndToEndId …), at most 35 long: no slash at its beginning or end and never two in a
 * row. Throws when nothing is left, because an order without identification cannot be found back.
 */
export function sepaIdentification(text: string): string {
  const kept = sepaText(text, 200)
    .replace(/\/{2,}/g, '/')
    .slice(0, 35)
    .replace(/^[/ ]+|[/ ]+$/g, '');
  if (kept === '') throw new RangeError('An identification needs at least one letter or digit');
  return kept;
}

/** The characters that Windows-1252 has and Latin-1 has not, as far as our own texts use them. */
const extra: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  '—': 0x97,
};

/** Text in the code page of older Windows programs. Throws on a character that is not in it, rather than write a `?`. */
export function encodeWindows1252(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const byte = code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : extra[text.charAt(index)];
    if (byte === undefined) throw new RangeError(`Not in Windows-1252: ${text.charAt(index)}`);
    bytes[index] = byte;
  }
  return bytes;
}

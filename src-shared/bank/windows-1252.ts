/** What the bytes 0x80 to 0x9F stand for; the five that Windows leaves undefined stay the control characters they are. */
const upper = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d,
  0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,
  0x017e, 0x0178,
];

const piece = 8192;

/** Text of bytes in Windows-1252, the code page of Belgian bank files. Never fails: every byte is a character. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const codes = new Uint16Array(bytes);
  for (let index = 0; index < codes.length; index += 1) {
    const code = codes[index] ?? 0;
    if (code >= 0x80 && code < 0xa0) codes[index] = upper[code - 0x80] ?? code;
  }
  return textOf(codes);
}

/** Per character of the upper half its byte. */
const upperBytes: ReadonlyMap<number, number> = new Map(upper.map((code, index) => [code, 0x80 + index]));

/** Text in the code page of older Windows programs. Throws on a character that is not in it, rather than write a `?`. */
export function encodeWindows1252(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const byte = code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : upperBytes.get(code);
    if (byte === undefined) throw new RangeError(`Not in Windows-1252: ${text.charAt(index)}`);
    bytes[index] = byte;
  }
  return bytes;
}

/** Text of UTF-16 code units (or of bytes that are only ASCII), in pieces: a call cannot take millions of arguments. */
export function textOf(codes: Uint16Array | Uint8Array): string {
  let text = '';
  for (let start = 0; start < codes.length; start += piece) {
    const units = codes.subarray(start, start + piece);
    text += Reflect.apply(String.fromCharCode, undefined, units) as string;
  }
  return text;
}

export type DecodedXml =
  | { readonly ok: true; readonly text: string; /** Declared as UTF-8, but it is not. */ readonly isGuess: boolean }
  | { readonly ok: false; readonly encoding: string };

/** What banks declare, and how it is read: ISO-8859-1 as its superset of Windows, as browsers do. */
const known: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  'latin-1': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
};

/**
 * Text of an XML file: by its byte-order mark, by the zeros of UTF-16, else by its declaration; UTF-8 when it says nothing. What
 * says UTF-8 but is not is read as Windows-1252. Not ok for an encoding that no bank uses.
 */
export function decodeXml(bytes: Uint8Array): DecodedXml {
  const wide = utf16Of(bytes);
  if (wide) return { ok: true, text: new TextDecoder(wide).decode(bytes), isGuess: false };
  const start = Buffer.from(bytes.subarray(0, 400)).toString('latin1');
  const declared = /^\S{0,3}\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']{1,40})["']/.exec(start)?.[1] ?? 'utf-8';
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const encoding = hasMark ? 'utf-8' : known[declared.toLowerCase()];
  if (!encoding) return { ok: false, encoding: declared };
  try {
    return { ok: true, text: new TextDecoder(encoding, { fatal: true }).decode(bytes), isGuess: false };
  } catch {
    return { ok: true, text: new TextDecoder('windows-1252').decode(bytes), isGuess: true };
  }
}

function utf16Of(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return undefined;
}

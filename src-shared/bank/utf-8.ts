import { textOf } from './windows-1252.ts';

/** Text of bytes in UTF-8, or undefined when they are not: a broken or overlong sequence, a surrogate. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  if (isAscii(bytes)) return textOf(bytes);
  const codes = new Uint16Array(bytes.length);
  let length = 0;
  for (let index = 0; index < bytes.length;) {
    const first = bytes[index] ?? 0;
    const size = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (size === 0 || index + size > bytes.length) return undefined;
    let code = size === 1 ? first : first & (0xff >> (size + 1));
    for (let next = index + 1; next < index + size; next += 1) {
      const byte = bytes[next] ?? 0;
      if ((byte & 0xc0) !== 0x80) return undefined;
      code = (code << 6) | (byte & 0x3f);
    }
    const overlong = (size === 3 && code < 0x800) || (size === 4 && (code < 0x10000 || code > 0x10ffff));
    if (overlong || (code >= 0xd800 && code < 0xe000)) return undefined;
    if (code >= 0x10000) {
      codes[length++] = 0xd800 + ((code - 0x10000) >> 10);
      codes[length++] = 0xdc00 + ((code - 0x10000) & 0x3ff);
    } else codes[length++] = code;
    index += size;
  }
  return textOf(codes.subarray(0, length));
}

/** A loop of its own: files of banks are mostly this, and it is a tenth of the work. */
function isAscii(bytes: Uint8Array): boolean {
  for (let index = 0; index < bytes.length; index += 1) if ((bytes[index] ?? 0) >= 0x80) return false;
  return true;
}

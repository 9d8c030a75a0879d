import { decodeUtf8 } from './utf-8.ts';
import { decodeWindows1252 } from './windows-1252.ts';

/**
 * Text of a bank file that does not say its encoding: UTF-8 when it is that (with or without byte-order mark, which is
 * left out), otherwise Windows-1252, which banks use. Never fails.
 */
export function decodeBankText(bytes: Uint8Array): string {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const content = marked ? bytes.subarray(3) : bytes;
  return decodeUtf8(content) ?? decodeWindows1252(content);
}

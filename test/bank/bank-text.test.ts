import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBankText } from '#shared/bank/bank-text.ts';
import { decodeUtf8 } from '#shared/bank/utf-8.ts';
import { decodeWindows1252, encodeWindows1252 } from '#shared/bank/windows-1252.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the text of a bank file', () => {
  it('is UTF-8 when it is that, with or without a byte-order mark', () => {
    expect(decodeBankText(encode('Zoë € 𝄞'))).toBe('Zoë € 𝄞');
    expect(decodeBankText(encode('\ufeffZoë'))).toBe('Zoë');
  });

  it('is Windows-1252 otherwise', () => {
    expect(decodeBankText(Uint8Array.of(0x5a, 0x6f, 0xeb, 0x20, 0x80, 0x20, 0x9c))).toBe('Zoë € œ');
  });

  it('has every byte of Windows-1252 where Windows has it', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, code) => code);
    expect(decodeWindows1252(bytes)).toBe(new TextDecoder('windows-1252').decode(bytes));
    expect(encodeWindows1252(decodeWindows1252(bytes))).toEqual(bytes);
  });

  it('reads UTF-8 as the platform does, and refuses what the platform refuses', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const expected = (bytes: Uint8Array): string | undefined => {
      try {
        return strict.decode(bytes);
      } catch {
        return undefined;
      }
    };
    const pieces = fc.constantFrom<readonly number[]>(
      [0x41],
      [0xc3, 0xab],
      [0xe2, 0x82, 0xac],
      [0xf0, 0x9d, 0x84, 0x9e],
      [0xc0, 0x80],
      [0xe0, 0x80, 0x80],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xe2, 0x82],
      [0xff],
    );
    const texts = fc.string({ unit: 'binary' }).map(encode);
    const mixed = fc.array(pieces).map((parts) => Uint8Array.from(parts.flat()));
    fc.assert(
      fc.property(fc.oneof(texts, mixed, fc.uint8Array()), (bytes) => {
        expect(decodeUtf8(bytes)).toBe(expected(bytes));
      }),
      { seed: 2026, numRuns: 2000 },
    );
  });

  it('may be megabytes', () => {
    const text = 'é'.repeat(100_000);
    expect(decodeBankText(encode(text))).toBe(text);
  });
});

import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bytes } from '#main/correspondence/pdf/bytes.ts';

describe('bytes in blocks', () => {
  it('are what was written, however it was cut', () => {
    const size = fc.oneof(fc.nat(200), fc.integer({ min: 48 * 1024 - 2, max: 48 * 1024 + 2 }), fc.constant(200_000));
    fc.assert(
      fc.property(fc.array(size, { maxLength: 8 }), (sizes) => {
        const pieces = sizes.map((length, index) => Buffer.alloc(length, index + 1));
        const bytes = new Bytes();
        for (const piece of pieces) bytes.write(piece);
        const whole = Buffer.concat(pieces);
        expect(bytes.length).toBe(whole.length);
        expect(bytes.toBuffer().equals(whole)).toBe(true);
        expect(bytes.toBase64()).toBe(whole.toString('base64'));
        expect(bytes.sha256()).toBe(createHash('sha256').update(whole).digest('hex'));
      }),
      { numRuns: 60 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { id } from '#shared/api/schemas.ts';
import { payerDetails } from '#shared/people/contract.ts';

/** The sentences of a refused value, as a form shows them. */
function sentences(schema: z.ZodType, value: unknown): string[] {
  return schema.safeParse(value).error?.issues.map((issue) => issue.message) ?? [];
}

describe('what is wrong with a value', () => {
  it.each([
    ['a number where a text belongs', z.string(), 5, 'Vul een tekst in.'],
    ['a text where a number belongs', z.number(), 'x', 'Vul een getal in.'],
    ['half a day', z.number().int(), 1.5, 'Vul een geheel getal in.'],
    ['nothing at all', z.object({ name: z.string() }), {}, 'Dit ontbreekt.'],
    ['an empty text', z.string().min(1), '', 'Vul dit in.'],
    ['a short text', z.string().min(3), 'ab', 'Minstens 3 tekens.'],
    ['a long text', z.string().max(3), 'abcd', 'Hoogstens 3 tekens.'],
    ['a country of three letters', z.string().length(2), 'BEL', 'Precies 2 tekens.'],
    ['too many', z.array(z.number()).max(1), [1, 2], 'Hoogstens 1 tegelijk.'],
    ['none', z.array(z.number()).min(1), [], 'Kies er minstens één.'],
    ['too much', z.number().max(120), 121, 'Hoogstens 120.'],
    ['too little', z.number().min(0), -1, 'Minstens 0.'],
    ['an id that cannot be', id, 0, 'Meer dan 0.'],
    ['something else than the choices', z.enum(['a', 'b']), 'c', 'Kies een van de mogelijkheden.'],
    ['a file that was mangled', z.base64(), '@', 'Dit bestand kwam niet goed door. Kies het opnieuw.'],
    ['a list where yes or no belongs', z.boolean(), [], 'Dit heeft niet de juiste vorm.'],
  ] as const)('is said in Dutch: %s', (_case, schema, value, sentence) => {
    expect(sentences(schema, value)).toEqual([sentence]);
  });

  it('keeps the own sentence of a field, and never repeats what was typed', () => {
    const typed = { lastName: '', country: 'België', email: 'geheim@', language: 'klingon', street: 'x'.repeat(200) };
    const told = sentences(payerDetails.pick({ lastName: true, country: true, email: true, street: true }), typed);
    expect(told).toEqual(
      expect.arrayContaining(['Vul dit in.', 'Precies 2 tekens.', 'Dit is geen e-mailadres.', 'Hoogstens 160 tekens.']),
    );
    expect(told.join()).not.toMatch(/geheim|België|Invalid|expected|verwacht/);
  });
});

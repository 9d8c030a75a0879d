import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { variableDescription } from '#shared/correspondence/variable-description.ts';
import { editDistance } from '#shared/correspondence/nearest.ts';
import { findProblems } from '#shared/correspondence/problems.ts';
import { richTextFromPlain } from '#shared/correspondence/rich-text.ts';
import { tokenise } from '#shared/correspondence/tokens.ts';
import { nearestVariable, resolveVariable, variableCatalogue } from '#shared/correspondence/variables.ts';

describe('the catalogue', () => {
  it('describes every variable with an example, by the contract', () => {
    for (const variable of variableCatalogue) {
      expect(variableDescription.parse(variable)).toEqual(variable);
      expect(variable.description.length).toBeGreaterThan(10);
      expect(variable.example).not.toBe('');
    }
  });

  it('gives every spelling to one variable only', () => {
    const spellings = variableCatalogue.flatMap((variable) => [variable.name, ...variable.aliases]);
    expect(new Set(spellings).size).toBe(spellings.length);
    for (const variable of variableCatalogue) {
      for (const spelling of [variable.name, ...variable.aliases]) {
        expect(resolveVariable(spelling)).toEqual({ kind: variable.kind, name: variable.name });
      }
    }
  });

  it.each([
    ['openstaande_facturen', 'OPENSTAANDE_FACTUREN'],
    ['Openstaande facturen', 'OPENSTAANDE_FACTUREN'],
    ['OPENSTAANDE-FACTUREN', 'OPENSTAANDE_FACTUREN'],
    ['OpenstaandeFacturen', 'OPENSTAANDE_FACTUREN'],
    ['openstaande factuur', 'OPENSTAANDE_FACTUREN'],
    ['Factures impayées', 'OPENSTAANDE_FACTUREN'],
    ['élève', 'LEERLING'],
    ['e-mail contact', 'EMAIL_CONTACT'],
    ['QR-code', 'QR'],
    ['aanhef', 'AANSPREKING'],
  ])('forgives %s', (typed, name) => {
    expect(resolveVariable(typed)?.name).toBe(name);
  });

  it.each([
    ['OPENSTANDE_FACTUREN', 'OPENSTAANDE_FACTUREN'],
    ['OPENSTAANDE_FACTUERN', 'OPENSTAANDE_FACTUREN'],
    ['LEERLNG', 'LEERLING'],
    ['aanspreeking', 'AANSPREKING'],
    ['LIJST_OPENSTAANDE_FACTUREN', 'OPENSTAANDE_FACTUREN'],
    ['BETAALBLOKJE', 'BETAALBLOK'],
  ])('does not guess %s, but suggests the nearest', (typed, nearest) => {
    expect(resolveVariable(typed)).toBeUndefined();
    expect(nearestVariable(typed)).toBe(nearest);
  });

  it.each(['XYZZY', 'PRIJS_VAN_DE_ZON', 'constructor', '__proto__', 'toString', 'hasOwnProperty', ''])(
    'knows nothing near %s',
    (typed) => {
      expect(resolveVariable(typed)).toBeUndefined();
      expect(nearestVariable(typed)).toBeNull();
    },
  );

  it('measures how far spellings are apart', () => {
    expect(editDistance('KLAS', 'KLAS', 3)).toBe(0);
    expect(editDistance('KLAS', 'KALS', 3)).toBe(1);
    expect(editDistance('KLAS', 'KLASSEN', 3)).toBe(3);
    expect(editDistance('KLAS', 'OGM', 2)).toBe(3);
  });
});

describe('finding variables in a text', () => {
  it('gives positions for underlining', () => {
    expect(tokenise('Beste $$AANSPREKING$$, dag')).toEqual([
      { kind: 'literal', start: 0, end: 6, raw: 'Beste ' },
      { kind: 'variable', start: 6, end: 21, raw: '$$AANSPREKING$$', name: 'AANSPREKING' },
      { kind: 'literal', start: 21, end: 26, raw: ', dag' },
    ]);
  });

  it('covers every character exactly once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('$', '$$', 'A', ' ', 'KLAS', '\n', '{{x}}')), (parts) => {
        const text = parts.join('');
        const tokens = tokenise(text);
        expect(tokens.map((token) => token.raw).join('')).toBe(text);
        let position = 0;
        for (const token of tokens) {
          expect(token.start).toBe(position);
          position = token.end;
        }
        expect(position).toBe(text.length);
      }),
    );
  });
});

describe('problems of a text', () => {
  const problemsOf = (body: string, subject = 'Bericht van de school') =>
    findProblems(subject, richTextFromPlain(body));

  it('finds none in a good text', () => {
    expect(problemsOf('$$AANSPREKING$$, zie $$openstaande facturen$$.', 'Bericht voor $$LEERLING$$')).toEqual([]);
  });

  it('names an unknown variable and the nearest known one', () => {
    expect(problemsOf('Zie $$OPENSTANDE_FACTUREN$$')).toEqual([
      {
        found: '$$OPENSTANDE_FACTUREN$$',
        nearest: 'OPENSTAANDE_FACTUREN',
        where: 'body',
        sentence: '$$OPENSTANDE_FACTUREN$$ bestaat niet. Bedoelt u $$OPENSTAANDE_FACTUREN$$?',
      },
    ]);
  });

  it('finds an unknown chip, also in a list', () => {
    const body = {
      type: 'doc' as const,
      content: [
        {
          type: 'bulletList' as const,
          content: [
            {
              type: 'listItem' as const,
              content: [
                { type: 'paragraph' as const, content: [{ type: 'variable' as const, attrs: { name: 'KLASS' } }] },
              ],
            },
          ],
        },
      ],
    };
    expect(findProblems('Bericht', body)).toMatchObject([{ found: '$$KLASS$$', nearest: 'KLAS', where: 'body' }]);
  });

  it('sees a variable of which half is bold', () => {
    const body = {
      type: 'doc' as const,
      content: [
        {
          type: 'paragraph' as const,
          content: [
            { type: 'text' as const, text: '$$ONBE' },
            { type: 'text' as const, text: 'KEND$$', marks: [{ type: 'bold' as const }] },
          ],
        },
      ],
    };
    expect(findProblems('Bericht', body)).toMatchObject([{ found: '$$ONBEKEND$$', where: 'body' }]);
  });

  it('finds dollars that are never closed', () => {
    expect(problemsOf('Zie $$OPENSTAANDE_FACTUREN')).toMatchObject([{ found: '$$', nearest: null }]);
  });

  it('keeps amounts out of the subject', () => {
    expect(problemsOf('Dag', 'Nog $$TOTAAL$$')).toMatchObject([{ found: '$$TOTAAL$$', where: 'subject' }]);
    expect(problemsOf('Dag', '$$OPENSTAANDE_FACTUREN$$')).toHaveLength(1);
  });

  it('names each spelling once', () => {
    expect(problemsOf('$$FOUT1$$ $$FOUT1$$\n\n$$FOUT1$$')).toHaveLength(1);
  });
});

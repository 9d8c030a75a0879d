import { describe, expect, it } from 'vitest';
import type { LetterModel } from '#shared/correspondence/letter-model.ts';
import { withoutOthers } from '#shared/hand-over/without-others.ts';

function letter(text: string): LetterModel {
  return {
    language: 'nl',
    subject: 'Bericht van de schooladministratie',
    sender: { schoolId: 1, name: 'De Wilg', boardName: '', lines: [], addressWindow: 'right' },
    recipient: { name: 'Sofie Abeel en Jan Peeters', addressLines: ['Wilgenlaan 1'] },
    placeAndDate: 'Gent, 23 januari 2026',
    blocks: [
      { kind: 'paragraph', lines: [[{ text }]] },
      { kind: 'qr', payload: 'BCD', caption: 'Betaal' },
    ],
    footer: [],
    pageLabel: '',
  };
}

const sofie = { firstName: 'Sofie', lastName: 'Abeel' };
const shown = (
  text: string,
  others: readonly { firstName: string; lastName: string }[],
  pupils: readonly string[] = [],
) => {
  const [block] = withoutOthers(letter(text), sofie, others, pupils).blocks;
  return block?.kind === 'paragraph' ? block.lines[0]?.[0]?.text : undefined;
};

describe('a letter for two, read by a third party about one (law.md 1.8, 7)', () => {
  const jan = { firstName: 'Jan', lastName: 'Peeters' };

  it('hides who else it was for, in the greeting and above it, and cannot be paid by its code', () => {
    expect(shown('Geachte mevrouw Abeel, geachte heer Peeters', [jan])).toBe('Geachte mevrouw Abeel, geachte heer […]');
    expect(shown('Beste Sofie Abeel en Jan Peeters', [jan])).toBe('Beste Sofie Abeel en […]');
    const model = withoutOthers(letter('Beste'), sofie, [jan], []);
    expect(model.recipient).toEqual({ name: 'Sofie Abeel', addressLines: ['Wilgenlaan 1'] });
    expect(model.blocks).toHaveLength(1);
  });

  it('never touches a part of a longer word, nor a family name that a pupil or the payer has too', () => {
    expect(shown('Janneke betaalt in januari', [jan])).toBe('Janneke betaalt in januari');
    expect(shown('Voor Noor Peeters', [jan], ['Noor Peeters'])).toBe('Voor Noor Peeters');
    expect(shown('Familie Abeel', [{ firstName: 'Jan', lastName: 'Abeel' }])).toBe('Familie Abeel');
  });

  it('leaves a letter for one as it was', () => {
    expect(withoutOthers(letter('Beste Sofie'), sofie, [], []).recipient.name).toBe('Sofie Abeel en Jan Peeters');
    expect(shown('Beste Sofie (Jan)', [])).toBe('Beste Sofie (Jan)');
  });

  it('takes a name with signs of a pattern as it is', () => {
    expect(shown('Beste A.B (C)', [{ firstName: 'A.B', lastName: 'X' }])).toBe('Beste […] (C)');
    expect(shown('Beste AxB', [{ firstName: 'A.B', lastName: 'X' }])).toBe('Beste AxB');
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStore } from '#main/store/open.ts';
import { searchQuery, searchTerms } from '#shared/dossier/search-query.ts';

/** A search index as the store makes it, with one row per given line; answers which lines a text finds. */
async function finder(...lines: readonly string[]): Promise<(text: string) => string[]> {
  const { sql: database } = await openStore(':memory:');
  database.exec(`CREATE VIRTUAL TABLE found USING fts5 (words, tokenize = "unicode61 remove_diacritics 2")`);
  for (const line of lines) database.prepare('INSERT INTO found VALUES (?)').run(line);
  return (text) => {
    const query = searchQuery(text);
    if (query === null) return [];
    return database
      .prepare('SELECT words FROM found WHERE found MATCH ? ORDER BY rowid')
      .pluck()
      .all(query) as string[];
  };
}

describe('searching as you type', async () => {
  const find = await finder(
    'Noor Abeel 3A',
    'Zoë Çelik 3B',
    '2026-0123 202500123437',
    'Els Peeters els.peeters@example.be 0475123456',
  );

  it('finds by the beginning of each word, in any order', () => {
    expect(find('abe no')).toEqual(['Noor Abeel 3A']);
    expect(find('3')).toEqual(['Noor Abeel 3A', 'Zoë Çelik 3B']);
    expect(find('beel')).toEqual([]);
  });

  it('ignores accents and capitals', () => {
    expect(find('zoe celik')).toEqual(['Zoë Çelik 3B']);
    expect(find('ZOË')).toEqual(['Zoë Çelik 3B']);
    expect(find('Zoe\u0308')).toEqual(['Zoë Çelik 3B']);
  });

  it('finds a structured reference however it is written', () => {
    const found = ['2026-0123 202500123437'];
    for (const text of ['+++202/5001/23437+++', '***202/5001/23437***', '202 5001 23437', '202500123437', '202/5001'])
      expect({ text, found: find(text) }).toEqual({ text, found });
  });

  it('finds an invoice number with its hyphen', () => {
    expect(find('2026-0123')).toEqual(['2026-0123 202500123437']);
    expect(find('2026-01')).toEqual(['2026-0123 202500123437']);
  });

  it('finds a phone number however it is written', () => {
    for (const text of ['0475 12 34 56', '0475/12.34.56', '+32 475 12 34', '0032475123456', '+32(0)475123456'])
      expect({ text, rows: find(text).length }).toEqual({ text, rows: 1 });
  });

  it('finds an e-mail address, also half of it', () => {
    expect(find('els.peeters@exa')).toHaveLength(1);
    expect(find('els.peeters@other')).toHaveLength(0);
  });

  it('has nothing to search on without letters or digits', () => {
    for (const text of ['', '   ', '*', '"" -', '+++/+++']) {
      expect(searchQuery(text)).toBeNull();
      expect(searchTerms(text)).toEqual([]);
    }
  });

  it('never lets a typed text be an operator or break the query', () => {
    expect(find('noor OR celik')).toEqual([]);
    expect(find('words:noor')).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('', 'noor', '"', '12/', 'NEAR('), (text, extra) => {
        expect(() => find(extra + text)).not.toThrow();
      }),
    );
  });
});

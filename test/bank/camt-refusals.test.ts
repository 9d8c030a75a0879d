import { describe, expect, it } from 'vitest';
import { readCamtFile } from '#main/bank/read-camt.ts';
import { camtFile, camtText } from '#test/support/camt.ts';

const statements = [
  {
    iban: 'BE49999000000171',
    sequence: 187,
    openingCents: 0,
    date: '2026-09-15',
    movements: [{ amountCents: 100, name: 'Hélène' }],
  },
];
const text = camtText({ statements });

function rulesOf(content: ReturnType<typeof readCamtFile>): string[] {
  return content.findings.map(({ level, rule }) => `${level} ${rule}`);
}

function rulesOfText(changed: string): string[] {
  return rulesOf(readCamtFile(new TextEncoder().encode(changed)));
}

describe('XML that is no statement', () => {
  it.each([
    ['052', 'camt.intraday', 'camt.052'],
    ['054', 'camt.notification', 'camt.054'],
  ] as const)('camt.%s is recognised and refused', (message, rule, named) => {
    const content = readCamtFile(camtFile({ message, statements }));
    expect(rulesOf(content)).toEqual([`error ${rule}`]);
    expect(content.findings[0]?.sentence).toContain(named);
    expect(content.findings[0]?.sentence).toContain('camt.053 of CODA');
    expect(content.statements).toEqual([]);
  });

  it('an order of ours is named', () => {
    const order = '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.008.001.08"><CstmrDrctDbtInitn/></Document>';
    expect(rulesOfText(order)).toEqual(['error camt.order']);
  });

  it.each(['<a/>', '<Document/>', '<Document><Other/></Document>'])('%s is refused', (xml) => {
    expect(rulesOfText(xml)).toEqual(['error camt.other']);
  });

  it('a message without any statement is refused', () => {
    expect(rulesOfText('<Document><BkToCstmrStmt><GrpHdr/></BkToCstmrStmt></Document>')).toEqual([
      'error camt.noStatement',
    ]);
  });

  it('an unknown version is read, with a warning', () => {
    expect(rulesOfText(text.replace('053.001.08', '053.001.14'))).toEqual(['warning camt.version']);
  });
});

describe('XML that is damaged or dangerous', () => {
  it('is truncated wherever it stops', () => {
    for (let length = text.indexOf('<Document'); length < text.trimEnd().length; length += 1) {
      expect(rulesOfText(text.slice(0, length))).toEqual([
        expect.stringMatching(/^error camt\.(?:truncated|malformed)$/),
      ]);
    }
    expect(rulesOfText(text.slice(0, 900))).toEqual(['error camt.truncated']);
  });

  it.each([
    ['a tag that is not closed', text.replace('</Stmt>', '')],
    ['text behind the end', `${text}en nog iets`],
    ['an unknown entity', text.replace('Hélène', '&naam;')],
    ['an attribute without quotes', text.replace('Ccy="EUR"', 'Ccy=EUR')],
  ])('%s is refused', (_, changed) => {
    expect(rulesOfText(changed)).toEqual(['error camt.malformed']);
  });

  it('a document type is refused before any entity is used', () => {
    const bomb = `<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
    expect(rulesOfText(text.replace('<Document', `${bomb}<Document`).replace('Hélène', '&b;'))).toEqual([
      'error camt.doctype',
    ]);
  });

  it('is refused when it is too deep', () => {
    expect(rulesOfText(`${'<a>'.repeat(200_000)}`)).toEqual(['error camt.tooLarge']);
  });
});

describe('the encoding', () => {
  const nameIn = (bytes: Uint8Array) => {
    const { statements, findings } = readCamtFile(bytes);
    return [statements[0]?.movements[0]?.counterpartyName, ...findings.map(({ rule }) => rule)];
  };
  const declared = (encoding: string): string => text.replace('UTF-8', encoding);
  const latin1 = (content: string): Uint8Array => Buffer.from(content, 'latin1');
  const utf16 = (content: string, isSwapped: boolean, hasMark: boolean): Uint8Array => {
    const bytes = Buffer.from((hasMark ? '\ufeff' : '') + content, 'utf16le');
    return isSwapped ? bytes.swap16() : bytes;
  };

  it.each([
    ['UTF-8', camtFile({ statements })],
    ['UTF-8 with a byte-order mark', Buffer.from(`\ufeff${text}`)],
    ['no declaration', Buffer.from(text.slice(text.indexOf('<Document')))],
    ['ISO-8859-1', latin1(declared('ISO-8859-1'))],
    ['windows-1252', latin1(declared('windows-1252'))],
    ['ISO-8859-15', latin1(declared('iso-8859-15'))],
    ['UTF-16 with a mark', utf16(declared('UTF-16'), false, true)],
    ['UTF-16, the other way', utf16(declared('UTF-16'), true, true)],
    ['UTF-16 without a mark', utf16(declared('UTF-16'), false, false)],
    ['empty lines before it', Buffer.from(`\r\n\r\n${text}`)],
  ])('%s is read', (_, bytes) => {
    expect(nameIn(bytes)).toEqual(['Hélène']);
  });

  it('that is not what the file says is guessed and told', () => {
    expect(nameIn(latin1(text))).toEqual(['Hélène', 'camt.encoding']);
  });

  it('that no bank uses is refused', () => {
    expect(rulesOf(readCamtFile(latin1(declared('EBCDIC-CP-BE'))))).toEqual(['error camt.encoding']);
  });

  it('and a prefix before every name change nothing', () => {
    const prefixed = text.replace(/<(\/?)(?=[A-Za-z])/g, '<$1ns2:').replace('xmlns=', 'xmlns:ns2=');
    expect(nameIn(Buffer.from(prefixed))).toEqual(['Hélène']);
  });
});

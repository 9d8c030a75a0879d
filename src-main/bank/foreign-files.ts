import type { BankFinding } from '#shared/bank/statement.ts';

const instead = 'Er is niets ingelezen. Download bij de bank een CODA of camt.053.';

type Signature = {
  readonly rule: string;
  readonly sentence: string;
  readonly recognises: (bytes: Uint8Array, start: string) => boolean;
};

/** What people drop by mistake, and what to do instead; the first that fits is told. */
const signatures: readonly Signature[] = [
  {
    rule: 'file.pdf',
    sentence: `Dit is een PDF, om te lezen en niet om in te lezen. ${instead}`,
    recognises: (_, start) => start.startsWith('%PDF'),
  },
  {
    rule: 'file.spreadsheet',
    sentence: `Dit is een Excel-bestand. ${instead} Een CSV van de bank kan ook, als je ze niet eerst in Excel opent.`,
    recognises: (bytes, start) =>
      begins(bytes, 0xd0, 0xcf, 0x11, 0xe0) || (start.startsWith('PK') && contains(bytes, 'xl/workbook')),
  },
  {
    rule: 'file.packed',
    sentence:
      'Dit is een ingepakt bestand (zip). Er is niets ingelezen. Pak het eerst uit en kies de bestanden die erin zitten.',
    recognises: (bytes, start) =>
      start.startsWith('PK') ||
      start.startsWith('Rar!') ||
      begins(bytes, 0x1f, 0x8b) ||
      begins(bytes, 0x37, 0x7a, 0xbc, 0xaf),
  },
  {
    rule: 'file.image',
    sentence: `Dit is een afbeelding. ${instead}`,
    recognises: (bytes) =>
      begins(bytes, 0x89, 0x50, 0x4e, 0x47) || begins(bytes, 0xff, 0xd8, 0xff) || begins(bytes, 0x47, 0x49, 0x46),
  },
  {
    rule: 'file.mt940',
    sentence: `Dit is een MT940, het oude formaat van de banken, waarin de gestructureerde mededeling vaak ontbreekt. ${instead}`,
    recognises: (_, start) =>
      /^(?:\{1:|:20:|:940:|940\s)/.test(start.trimStart()) || /(?:^|\n):60[FM]:[CD]\d{6}/.test(start),
  },
  {
    rule: 'file.ofx',
    sentence: `Dit is een bestand voor een huishoudboekje (OFX of QIF). ${instead}`,
    recognises: (_, start) => /^\s*(?:OFXHEADER|<\?OFX|<OFX>|!Type:)/i.test(start),
  },
  {
    rule: 'file.html',
    sentence: `Dit is een webpagina, wellicht omdat je niet meer aangemeld was bij de bank. ${instead}`,
    recognises: (_, start) => /^\s*<(?:!doctype html|html|head|body|table)\b/i.test(start),
  },
  {
    rule: 'file.text',
    sentence: `Dit is geen bestand van de bank maar een tekst of programmabestand. ${instead}`,
    recognises: (_, start) => start.startsWith('{\\rtf') || /^\s*[[{]\s*["[{}\]]/.test(start),
  },
];

/** What a file is that no reader here can read, as an error that says what to download; undefined when nothing is known of it. */
export function foreignFile(bytes: Uint8Array): BankFinding | undefined {
  const start = Buffer.from(bytes.subarray(0, 4096))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '');
  const found = signatures.find(({ recognises }) => recognises(bytes, start));
  return found && { level: 'error', rule: found.rule, line: null, sentence: found.sentence };
}

/** Whether the start holds so many control characters that it cannot be text; UTF-16 has its zeros on one side only. */
export function isBinary(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  let control = 0;
  for (const [index, byte] of start.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26)) control += 1;
  }
  const [even = 0, odd = 0] = zeros;
  return control * 50 > start.length || Math.min(even, odd) * 20 > start.length;
}

function begins(bytes: Uint8Array, ...signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function contains(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name, 0, 'latin1');
}

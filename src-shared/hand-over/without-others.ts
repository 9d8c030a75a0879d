import type { LetterBlock, LetterLine, LetterModel } from '../correspondence/letter-model.ts';

type Named = { readonly firstName: string; readonly lastName: string };

const hidden = '[…]';

/**
 * A letter as it left, for a third party to read about one payer: who else it was for is hidden, also in the greeting, and
 * it can no longer be paid by its code. A family name that the payer or a pupil has too stays. Source: law.md 1.8 and 7
 * (only the debtor; what is not needed does not leave the school).
 */
export function withoutOthers(
  model: LetterModel,
  payer: Named,
  others: readonly Named[],
  pupilNames: readonly string[],
): LetterModel {
  const kept = new Set(words([payer.firstName, payer.lastName, ...pupilNames]));
  const names = others
    .flatMap(({ firstName, lastName }) => [`${firstName} ${lastName}`.trim(), firstName, lastName])
    .filter((name) => name !== '' && !kept.has(name))
    .toSorted((a, b) => b.length - a.length);
  const hide = (text: string): string => names.reduce((shown, name) => shown.replaceAll(wholeWord(name), hidden), text);
  const line = (inlines: LetterLine): LetterLine => inlines.map((inline) => ({ ...inline, text: hide(inline.text) }));
  return {
    ...model,
    subject: hide(model.subject),
    recipient:
      others.length === 0
        ? model.recipient
        : { ...model.recipient, name: `${payer.firstName} ${payer.lastName}`.trim() },
    blocks: model.blocks.flatMap((block) => withoutCode(block, line)),
  };
}

function words(names: readonly string[]): string[] {
  return names.flatMap((name) => [name, ...name.split(/\s+/)]).filter((word) => word !== '');
}

/** Never inside a longer word: "Jan" is not in "Janneke". */
function wholeWord(name: string): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?![\\p{L}\\p{N}])`,
    'gu',
  );
}

function withoutCode(block: LetterBlock, line: (inlines: LetterLine) => LetterLine): LetterBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ ...block, lines: block.lines.map(line) }];
    case 'heading':
      return [{ ...block, line: line(block.line) }];
    case 'list':
      return [{ ...block, items: block.items.map((item) => item.map(line)) }];
    case 'payment':
      return [{ ...block, payment: { ...block.payment, qrPayload: null } }];
    case 'openInvoices':
      return [block];
    case 'qr':
      return [];
    case 'instalments':
      return [{ ...block, codeInMail: null, rows: block.rows.map((row) => ({ ...row, qrPayload: null })) }];
    case 'signatures':
      // Whose place it is to sign stays: the paper of one payer names no other.
      return [block];
  }
}

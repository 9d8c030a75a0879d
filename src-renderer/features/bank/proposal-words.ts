import { formatCents } from '#shared/money/cents.ts';
import type { BankLine, Proposal } from '#shared/bank/shapes.ts';
import { lineTexts as texts } from './bank-line.nl.ts';

/** Who a line is of, as the bank names them. */
export function nameOf(line: Pick<BankLine, 'counterpartyName' | 'ultimateName'>): string | null {
  return line.counterpartyName ?? line.ultimateName;
}

type Share = { readonly number: string; readonly amountCents: number };

/** Where the money goes in one line: `2026-10412` when it is all for that one, else `2026-10412 (€ 84,50), € 12,50 tegoed`. */
export function targetWords(shares: readonly Share[], creditCents: number): string {
  const [only] = shares;
  if (only && shares.length === 1 && creditCents === 0) return only.number;
  const named = shares
    .slice(0, 3)
    .map(({ number, amountCents }) => texts.invoiceAmount(number, formatCents(amountCents)));
  if (shares.length > 3) named.push(texts.moreInvoices(shares.length - 3));
  if (creditCents > 0) {
    const amount = formatCents(creditCents);
    named.push(shares.length === 0 ? texts.allCredit(amount) : texts.credit(amount));
  }
  return named.join(', ');
}

/** What accepting does, in a few words. */
export function proposalWords(proposal: Proposal, amountCents: number): string {
  switch (proposal.does) {
    case 'book':
      return targetWords(proposal.allocations, proposal.creditCents);
    case 'takeBack':
      return texts.takeBack(formatCents(Math.abs(amountCents)));
    case 'setAside':
      return texts.setAsideProposal(texts.setAsideAs[proposal.setAsideAs ?? 'other']);
  }
}

type Effect = {
  readonly booked: number;
  readonly bookedCents: number;
  readonly creditCents: number;
  readonly takenBack: number;
  readonly takenBackCents: number;
  readonly setAside: number;
};

/** What accepting all of these would do together. */
export function effectOf(lines: readonly BankLine[]): Effect {
  const effect = { booked: 0, bookedCents: 0, creditCents: 0, takenBack: 0, takenBackCents: 0, setAside: 0 };
  for (const { amountCents, proposal } of lines) {
    if (proposal === null) continue;
    if (proposal.does === 'setAside') effect.setAside += 1;
    else if (proposal.does === 'takeBack') {
      effect.takenBack += 1;
      effect.takenBackCents += Math.abs(amountCents);
    } else {
      effect.booked += 1;
      effect.bookedCents += amountCents;
      effect.creditCents += proposal.creditCents;
    }
  }
  return effect;
}

/** Sum of the amounts of lines, signed. */
export function sumOf(lines: readonly BankLine[]): number {
  return lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
}

/** The same words at the start of a sentence. */
export function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

import { describe, expect, it } from 'vitest';
import type { ItemFacts } from '#shared/correspondence/message-facts.ts';
import { askedTogether } from '#shared/correspondence/totals.ts';

function item(invoiceId: number, openCents: number, amountCents: number, overdueDays = 10): ItemFacts {
  return {
    invoiceId,
    pupilId: 1,
    number: String(invoiceId),
    billingGroup: 'maandrekening',
    issueDate: '2026-10-01',
    dueDate: '2026-10-31',
    overdueDays,
    openCents,
    amountCents,
    structuredReference: null,
  };
}

describe('what several messages ask for together', () => {
  it('counts the invoice of two jointly liable parents once', () => {
    expect(askedTogether([[item(1, 8000, 8000)], [item(1, 8000, 8000)]])).toBe(8000);
  });

  it('adds the shares of a split invoice up, and only the shares that are asked', () => {
    expect(askedTogether([[item(1, 12_501, 7501)], [item(1, 12_501, 5000)]])).toBe(12_501);
    expect(askedTogether([[item(1, 12_501, 7501)]])).toBe(7501);
  });

  it('nets a credit once, and leaves out what is not due yet', () => {
    const letter = [item(1, 10_000, 10_000), item(2, -2500, -2500), item(3, 4000, 4000, 0)];
    expect(askedTogether([letter, letter])).toBe(7500);
  });
});

import { describe, expect, it } from 'vitest';
import { line, ogm } from './matching.ts';
import { abeel, iban, proposed } from './proposing.ts';

describe('a collection that came back', () => {
  const receipts = [
    {
      entryId: 5,
      amountCents: 8000,
      endToEndId: 'E2E-1',
      mandateId: 'M-1',
      invoices: [{ invoiceId: 1, number: 'F1', pupilName: 'Noor', openCents: 0, amountCents: 8000 }],
    },
    { entryId: 6, amountCents: 8000, bookingDate: '2026-11-10', mandateId: 'M-1', counterpartyAccount: iban },
  ];
  const unpaid = { kind: 'directDebitUnpaid', returned: { type: 'return', reasonCode: 'AM04' } } as const;
  it('takes the receipt back by its own identification, and says why', () => {
    const [one] = proposed({ households: [], receipts }, line(1, -8000, { ...unpaid, endToEndId: 'E2E-1' }));
    expect(one).toMatchObject({
      confidence: 'certain',
      rule: 'returnedDebit',
      does: 'takeBack',
      entryId: 5,
      creditCents: 0,
    });
    expect(one?.reason).toBe(
      'ontvangst van 01/11/2026 kwam terug: onvoldoende saldo; factuur F1 weer open (later opnieuw proberen kan)',
    );
  });

  it('is likely the newest one of the mandate or account, each receipt once', () => {
    const [first, second, third] = proposed(
      { households: [], receipts },
      ...[1, 2, 3].map((id) => line(id, -8000, { ...unpaid, mandateId: 'M-1' })),
    );
    expect([first?.entryId, second?.entryId, third]).toEqual([6, 5, null]);
    expect(first?.confidence).toBe('likely');
  });

  it('of an invoice that is open all the same is nothing to take back, and says why', () => {
    const [named, byName] = [
      line(1, -8000, { ...unpaid, structuredReference: ogm(1) }),
      line(1, -8000, { ...unpaid, counterpartyName: 'ABEEL AN' }),
    ].map((one) => proposed({ households: [abeel] }, one)[0]);
    expect(named).toMatchObject({ confidence: 'likely', does: 'setAside', setAsideAs: 'other', householdId: 1 });
    expect(named?.reason).toBe(
      'inning kwam terug: onvoldoende saldo; factuur F1 staat nog open, er is niets terug te draaien (later opnieuw proberen kan)',
    );
    expect(byName?.confidence).toBe('possible');
  });

  it('without its receipt, with another amount, or with one that was built on, stays for a person', () => {
    expect(proposed({ households: [], receipts }, line(1, -7999, { ...unpaid, endToEndId: 'E2E-1' }))).toEqual([null]);
    expect(
      proposed({ households: [], receipts: [] }, line(1, -8000, { ...unpaid, endToEndId: 'NOTPROVIDED' })),
    ).toEqual([null]);
    const blocked = receipts.map((receipt) => ({ ...receipt, blockedBy: 'gebruikt' }));
    expect(proposed({ households: [], receipts: blocked }, line(1, -8000, { ...unpaid, endToEndId: 'E2E-1' }))).toEqual(
      [null],
    );
  });
});

describe('what is nothing for the ledger', () => {
  it('costs, transfers between own accounts, and other money that went out', () => {
    const known = { households: [abeel], ownAccounts: [iban] };
    const [cost, own, other, subsidy] = proposed(
      known,
      line(1, -350, { kind: 'cost' }),
      line(2, 50_000, { counterpartyAccount: 'BE62 5100 0754 7061' }),
      line(3, -9900, { counterpartyName: 'Drukkerij' }),
      line(4, 99_900, { counterpartyName: 'Vlaamse overheid' }),
    );
    expect([cost?.confidence, cost?.setAsideAs]).toEqual(['certain', 'cost']);
    expect([own?.confidence, own?.setAsideAs]).toEqual(['certain', 'ownTransfer']);
    expect([other?.confidence, other?.setAsideAs]).toEqual(['possible', 'notForUs']);
    expect(subsidy).toBeNull();
  });
});

describe('a refund of ours', () => {
  const order = { paymentOrderId: 3, amountCents: 2000 };
  const orders = [order];
  it('that the bank carried out is paid', () => {
    const [one] = proposed({ households: [], orders }, line(1, -2000, { endToEndId: 'TB-3' }));
    expect(one).toMatchObject({ confidence: 'certain', does: 'setAside', setAsideAs: 'refundPaid', paymentOrderId: 3 });
    const [byAccount] = proposed(
      { households: [], orders },
      line(1, -2000, { counterpartyAccount: 'BE68539007547034' }),
    );
    expect(byAccount).toMatchObject({ confidence: 'likely', paymentOrderId: 3 });
  });

  it('that came back is taken back', () => {
    const back = { kind: 'returned', endToEndId: 'TB-3', returned: { type: 'return', reasonCode: 'AC04' } } as const;
    const [one] = proposed({ households: [], orders: [{ ...order, status: 'executed' }] }, line(1, 2000, back));
    expect(one).toMatchObject({ confidence: 'certain', does: 'takeBack', entryId: 1003, paymentOrderId: 3 });
    expect(one?.reason).toMatch(/de rekening is afgesloten; het bedrag is weer tegoed/);
  });
});

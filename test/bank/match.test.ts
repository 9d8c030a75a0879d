import { describe, expect, it } from 'vitest';
import { line, ogm } from './matching.ts';
import { abeel, iban, proposed } from './proposing.ts';

describe('the reference of an invoice', () => {
  const known = { households: [abeel] };
  it('with exactly what is open is certain', () => {
    const [one] = proposed(known, line(1, 8000, { structuredReference: ogm(1) }));
    expect(one?.short).toEqual(['certain', 'reference', { F1: 8000 }, 0]);
    expect(one?.reason).toBe('mededeling van factuur F1, bedrag klopt');
  });

  it('with a part of it is certain as well: the payer named the invoice', () => {
    const [one] = proposed(known, line(1, 3000, { structuredReference: ogm(1) }));
    expect(one?.short).toEqual(['certain', 'reference', { F1: 3000 }, 0]);
  });

  it('with more than is open waits for a yes, and the rest is credit', () => {
    const [one] = proposed(known, line(1, 10_000, { structuredReference: ogm(1) }));
    expect(one?.short).toEqual(['likely', 'referenceOtherAmount', { F1: 8000 }, 2000]);
  });

  it('of an invoice that is paid becomes credit, and says so', () => {
    const paid = { ...abeel, claims: [{ id: 9, openCents: 0 }] };
    const [one] = proposed({ households: [paid] }, line(1, 5000, { structuredReference: ogm(9) }));
    expect(one?.short).toEqual(['likely', 'referenceOtherAmount', {}, 5000]);
    expect(one?.reason).toMatch(/factuur F9 is al betaald/);
  });

  it.each(['reconstituted', 'text'] as const)('that is %s is certain only with exactly what is open', (source) => {
    const named = { structuredReference: ogm(1), referenceSource: source };
    expect(proposed(known, line(1, 8000, named))[0]?.confidence).toBe('certain');
    expect(proposed(known, line(1, 3000, named))[0]?.short).toEqual(['likely', 'reference', { F1: 3000 }, 0]);
  });

  it('that is valid but not ours matches nothing', () => {
    expect(proposed(known, line(1, 8000, { structuredReference: '010806817183' }))).toEqual([null]);
  });

  it('of another school of the board waits for a yes, unless both print this account', () => {
    const other = { ...abeel, claims: [{ id: 1, openCents: 8000, schoolId: 2 }] };
    const paying = line(1, 8000, { structuredReference: ogm(1) });
    expect(proposed({ households: [other] }, paying)[0]?.confidence).toBe('likely');
    expect(proposed({ households: [other] }, { ...paying, accountSchoolIds: [1, 2] })[0]?.confidence).toBe('certain');
  });

  it('twice in one file pays the invoice once', () => {
    const twice = [1, 2].map((id) => line(id, 8000, { structuredReference: ogm(1) }));
    const [first, second] = proposed(known, ...twice);
    expect(first?.short).toEqual(['certain', 'reference', { F1: 8000 }, 0]);
    expect(second?.short).toEqual(['likely', 'referenceOtherAmount', {}, 8000]);
    expect(second?.reason).toMatch(/andere verrichting/);
  });

  it('comes before a line that only seems to fit the same invoice', () => {
    const withAccount = { households: [abeel], accounts: { [iban]: [{ payerId: 11 }] } };
    const [guessed, named] = proposed(
      withAccount,
      line(1, 8000, { counterpartyAccount: iban }),
      line(2, 8000, { structuredReference: ogm(1) }),
    );
    expect(named?.short).toEqual(['certain', 'reference', { F1: 8000 }, 0]);
    expect(guessed?.on).not.toHaveProperty('F1', 8000);
  });

  it('names the number of an invoice in words', () => {
    const numbered = { ...abeel, claims: [{ id: 1, number: '2026-10412', openCents: 8000 }] };
    const [one] = proposed({ households: [numbered] }, line(1, 8000, { communication: 'factuur 2026-10412 dank u' }));
    expect(one?.short).toEqual(['likely', 'reference', { '2026-10412': 8000 }, 0]);
  });

  it('of several invoices in one text, with their sum', () => {
    const communication = `${ogm(1)} en ${ogm(2)}`;
    const [one] = proposed(known, line(1, 12_500, { communication, referenceSource: 'text' }));
    expect(one?.short).toEqual(['certain', 'severalInvoices', { F1: 8000, F2: 4500 }, 0]);
    const [less] = proposed(known, line(1, 10_000, { communication, referenceSource: 'text' }));
    expect(less?.short).toEqual(['likely', 'severalInvoices', { F1: 8000, F2: 2000 }, 0]);
  });
});

describe('the own reference of a payer', () => {
  const known = { households: [abeel], payerReferences: { '900000000005': 11 } };
  const paying = (amountCents: number) => line(1, amountCents, { structuredReference: '900000000005' });

  it('with all that is open, or the oldest so many, is certain', () => {
    expect(proposed(known, paying(18_500))[0]?.short).toEqual([
      'certain',
      'payerReference',
      { F1: 8000, F2: 4500, F3: 6000 },
      0,
    ]);
    expect(proposed(known, paying(12_500))[0]?.short).toEqual(['certain', 'payerReference', { F1: 8000, F2: 4500 }, 0]);
  });

  it('with another amount waits for a yes: the oldest first, then pro rata', () => {
    expect(proposed(known, paying(10_100))[0]?.short).toEqual([
      'likely',
      'payerReference',
      { F1: 8000, F2: 900, F3: 1200 },
      0,
    ]);
    expect(proposed(known, paying(20_000))[0]?.short).toEqual([
      'likely',
      'payerReference',
      { F1: 8000, F2: 4500, F3: 6000 },
      1500,
    ]);
  });

  it('pays no more than the own share of what is split', () => {
    const split = { ...abeel, claims: [{ id: 1, openCents: 24_000, shares: { 11: 12_000, 12: 12_000 } }] };
    const shared = { households: [split], payerReferences: { '900000000005': 11 } };
    expect(proposed(shared, paying(12_000))[0]).toMatchObject({
      confidence: 'certain',
      payerId: 11,
      on: { F1: 12_000 },
    });
  });
});

describe('one amount for several children', () => {
  const household = {
    ...abeel,
    claims: [
      { id: 1, pupilName: 'Noor', openCents: 8000 },
      { id: 2, pupilName: 'Stan', openCents: 4500 },
      { id: 3, pupilName: 'Lea', openCents: 6000 },
    ],
  };
  it('125.00 with 80.00 + 45.00 open is proposed for both, the third child untouched', () => {
    for (const by of [{ counterpartyAccount: iban }, { counterpartyName: 'ABEEL AN' }]) {
      const [one] = proposed({ households: [household], accounts: { [iban]: [{ payerId: 11 }] } }, line(1, 12_500, by));
      expect(one?.short).toEqual(['likely', 'severalInvoices', { F1: 8000, F2: 4500 }, 0]);
    }
  });

  it('is only possible when another choice gives the same amount', () => {
    const equal = {
      ...household,
      claims: [7000, 1000, 2000, 1500, 2500].map((openCents, index) => ({ id: index + 1, openCents })),
    };
    const [one] = proposed({ households: [equal] }, line(1, 3500, { counterpartyName: 'An Abeel' }));
    expect(one?.confidence).toBe('possible');
  });
});

describe('a known account', () => {
  const known = { households: [abeel], accounts: { [iban]: [{ payerId: 11 }] } };
  it('is never certain', () => {
    const [one] = proposed(known, line(1, 8000, { counterpartyAccount: iban }));
    expect(one?.short).toEqual(['likely', 'knownAccount', { F1: 8000 }, 0]);
    expect(one).toMatchObject({ payerId: 11, payerName: 'An Abeel' });
    expect(one?.reason).toBe('rekening BE62 5100 0754 7061 is bekend van An Abeel, bedrag is precies factuur F1');
  });

  it('with an amount that fits nothing is possible, on the oldest first', () => {
    const [one] = proposed(known, line(1, 9000, { counterpartyAccount: iban }));
    expect(one?.short).toEqual(['possible', 'knownAccount', { F1: 8000, F2: 429, F3: 571 }, 0]);
  });

  it('of two households goes where the amount fits', () => {
    const other = {
      id: 2,
      payers: [{ id: 21, firstName: 'An', lastName: 'Abeel' }],
      claims: [{ id: 20, openCents: 7700 }],
    };
    const shared = { households: [abeel, other], accounts: { [iban]: [{ payerId: 11 }, { payerId: 21 }] } };
    expect(proposed(shared, line(1, 7700, { counterpartyAccount: iban }))[0]?.on).toEqual({ F20: 7700 });
    expect(proposed(shared, line(1, 7701, { counterpartyAccount: iban }))).toEqual([null]);
  });
});

describe('a name with an amount', () => {
  const peeters = (id: number, firstName: string, openCents: number) => ({
    id,
    payers: [{ id: id * 10, firstName, lastName: 'Peeters' }],
    claims: [{ id, openCents }],
  });
  it('that fit one household wait for a yes, whatever the order, case and accents', () => {
    const households = [peeters(1, 'Zoë', 3500), peeters(2, 'Jan', 3500)];
    expect(proposed({ households }, line(1, 3500, { counterpartyName: 'PEETERS ZOE' }))[0]?.short).toEqual([
      'likely',
      'nameAndAmount',
      { F1: 3500 },
      0,
    ]);
  });

  it('that fit two households are proposed for neither', () => {
    const households = [peeters(1, 'Zoë', 3500), peeters(2, 'Jan', 3500)];
    expect(proposed({ households }, line(1, 3500, { counterpartyName: 'DHR EN MEVR PEETERS' }))).toEqual([null]);
  });

  it('with a last name only is possible', () => {
    const households = [peeters(1, 'Zoë', 3500), peeters(2, 'Jan', 4000)];
    expect(proposed({ households }, line(1, 4000, { counterpartyName: 'FAM PEETERS' }))[0]?.confidence).toBe(
      'possible',
    );
  });

  it('with a last name of many families is nothing, unless the first name stands beside it', () => {
    const known = { households: [peeters(1, 'Zoë', 3500)], commonLastNames: ['peeters'] };
    expect(proposed(known, line(1, 3500, { counterpartyName: 'FAM PEETERS' }))).toEqual([null]);
    expect(proposed(known, line(1, 3500, { counterpartyName: 'PEETERS Z' }))[0]?.confidence).toBe('likely');
  });

  it('and another amount are not enough', () => {
    expect(proposed({ households: [abeel] }, line(1, 8001, { counterpartyName: 'An Abeel' }))).toEqual([null]);
  });

  it('finds the pupil in the communication of somebody else', () => {
    const sent = { counterpartyName: 'MARC GROOTVADER', communication: 'schoolrekening Noor Abeel' };
    expect(proposed({ households: [abeel] }, line(1, 8000, sent))[0]?.short).toEqual([
      'likely',
      'nameAndAmount',
      { F1: 8000 },
      0,
    ]);
  });
});

describe('somebody who pays for a payer', () => {
  const thirdParties = [{ id: 7, name: 'OCMW Gent' }];
  it('is known by name: record 3.009 or the account holder', () => {
    for (const by of [{ ultimateName: 'OCMW GENT' }, { counterpartyName: 'Ocmw Gent' }]) {
      const [one] = proposed(
        { households: [abeel], thirdParties },
        line(1, 8000, { structuredReference: ogm(1), ...by }),
      );
      expect(one).toMatchObject({
        confidence: 'certain',
        thirdPartyPayerId: 7,
        thirdPartyPayerName: 'OCMW Gent',
        paidBy: '',
      });
    }
  });

  it('is kept as the bank names it when it is nobody we know', () => {
    const [one] = proposed(
      { households: [abeel] },
      line(1, 8000, { structuredReference: ogm(1), counterpartyName: 'AN ABEEL', ultimateName: 'Fonds Zonnestraal' }),
    );
    expect(one).toMatchObject({
      paidBy: 'Fonds Zonnestraal',
      thirdPartyPayerId: null,
      payerId: 11,
      learnsAccountOf: null,
    });
  });

  it('is whoever holds the account when the bank names the payer behind it', () => {
    const [one] = proposed(
      { households: [abeel] },
      line(1, 8000, { structuredReference: ogm(1), counterpartyName: 'Budgetbeheer vzw', ultimateName: 'Abeel An' }),
    );
    expect(one).toMatchObject({ paidBy: 'Budgetbeheer vzw', payerId: 11 });
  });

  it('who pays for many is told apart by the name in the communication', () => {
    const helped = (id: number, lastName: string) => ({
      id,
      payers: [{ id: id * 10, firstName: 'Els', lastName, thirdPartyPayerId: 7 }],
      claims: [{ id, openCents: 2500 }],
    });
    const known = { households: [helped(1, 'Maes'), helped(2, 'Claes')], thirdParties };
    const sent = { counterpartyName: 'OCMW Gent', communication: 'steun Els Claes november' };
    expect(proposed(known, line(1, 2500, sent))[0]).toMatchObject({
      on: { F2: 2500 },
      thirdPartyPayerId: 7,
      confidence: 'likely',
    });
    expect(proposed(known, line(1, 2500, { counterpartyName: 'OCMW Gent' }))).toEqual([null]);
  });
});

describe('a claim that two parents share', () => {
  const split = { ...abeel, claims: [{ id: 1, openCents: 24_000, shares: { 11: 12_000, 12: 12_000 } }] };
  it('waits for a yes when it is not sure who paid', () => {
    const paying = { structuredReference: ogm(1) };
    expect(proposed({ households: [split] }, line(1, 12_000, paying))[0]).toMatchObject({
      confidence: 'likely',
      payerId: null,
    });
    const named = { ...paying, counterpartyName: 'DEN HOND TOM' };
    expect(proposed({ households: [split] }, line(1, 12_000, named))[0]).toMatchObject({
      confidence: 'certain',
      payerId: 12,
    });
    expect(proposed({ households: [split] }, line(1, 24_000, named))[0]?.confidence).toBe('likely');
  });
});

import { describe, expect, it } from 'vitest';
import type { PlanInput } from '#shared/correspondence/plan-input.ts';
import { planMessages } from '#shared/correspondence/plan-messages.ts';
import { changedSince } from '#shared/correspondence/changed-since.ts';
import { asOf, family, invoice, joint, payer, school, split } from '#test/support/plan-family.ts';

function totals(input: PlanInput): Record<string, number> {
  return Object.fromEntries(planMessages(input).messages.map((message) => [message.messageKey, message.totalCents]));
}
function reasons(input: PlanInput): string[] {
  return planMessages(input).excluded.map((one) => one.reason);
}
function codes(input: PlanInput): string[][] {
  return planMessages(input).messages.map((message) => message.exceptions.map((note) => note.code));
}

describe('credits are netted first (S-07)', () => {
  it('asks 50.00 when 100.00 is overdue and 50.00 is credit', () => {
    expect(totals(family({ invoices: [invoice(10_000), invoice(-5000)] }))).toEqual({ '1-1': 5000 });
  });
  it('counts the credit of a sister who was not picked', () => {
    const invoices = [invoice(10_000), invoice(-5000, { pupilId: 2 }), invoice(700, { pupilId: 2 })];
    expect(totals(family({ invoices, selectedPupilIds: new Set([1]) }))).toEqual({ '1-1': 5000 });
  });
  it('sends nothing when the credit is as large as the debt', () => {
    const input = family({ invoices: [invoice(10_000), invoice(-10_000)] });
    expect(totals(input)).toEqual({});
    expect(reasons(input)).toEqual(['creditCovers']);
  });
  it('does not let what is not yet due eat the credit', () => {
    const invoices = [invoice(10_000), invoice(9000, { dueDate: '2026-11-21' }), invoice(-10_000)];
    expect(reasons(family({ invoices }))).toEqual(['creditCovers']);
  });
});

describe('separated parents (S-20)', () => {
  const payers = [payer(1), payer(2, { language: 'fr' })];
  const liabilities = [1, 2, 3].flatMap((pupilId) => [split(1, 6000, pupilId), split(2, 4000, pupilId)]);
  const items = [
    invoice(8000, { pupilId: 1, dueDate: '2026-10-11' }),
    invoice(4500, { pupilId: 2, dueDate: '2026-11-02' }),
    invoice(2500, { pupilId: 3, dueDate: '2026-11-21' }),
  ];
  it('asks 75.00 and 50.00 of 80.00 and 45.00, and the 25.00 of tomorrow is only information', () => {
    const plan = planMessages(family({ payers, liabilities, invoices: items }));
    expect(plan.messages.map((one) => [one.messageKey, one.totalCents, one.language])).toEqual([
      ['1-1', 7500, 'nl'],
      ['2-1', 5000, 'fr'],
    ]);
    expect(plan.messages[0]?.facts.items.map((item) => item.amountCents)).toEqual([4800, 2700, 1500]);
  });
  it('splits 125.01 as 75.01 and 50.00', () => {
    expect(totals(family({ payers, liabilities, invoices: [invoice(12_501)] }))).toEqual({ '1-1': 7501, '2-1': 5000 });
  });
  it('tells neither anything about the other', () => {
    const [first, second] = planMessages(family({ payers, liabilities, invoices: items })).messages;
    expect(JSON.stringify(first?.facts)).not.toContain('ouder2@');
    expect(JSON.stringify(first?.facts)).not.toContain('Straat 2');
    expect(JSON.stringify(second?.facts)).not.toContain('ouder1@');
  });
  it('writes only to the payer that was picked', () => {
    const input = family({ payers, liabilities, invoices: items, selectedPayerIds: new Set([2]) });
    expect(totals(input)).toEqual({ '2-1': 5000 });
  });
  it('names the part that was given to nobody, and asks it from nobody', () => {
    const input = family({ payers, liabilities: [split(1, 6000)], invoices: [invoice(10_000)] });
    expect(totals(input)).toEqual({ '1-1': 6000 });
    expect(reasons(input)).toEqual(['noLiablePayer']);
  });
});

describe('jointly liable parents', () => {
  const liabilities = [1, 2].flatMap((pupilId) => [joint(1, pupilId), joint(2, pupilId)]);
  it('each get the whole amount in an own message', () => {
    const input = family({ payers: [payer(1), payer(2)], liabilities, invoices: [invoice(12_501)] });
    expect(totals(input)).toEqual({ '1-1': 12_501, '2-1': 12_501 });
  });
  it('get one message together when they share the address, however it is typed', () => {
    const payers = [payer(1, { email: 'Thuis@voorbeeld.be' }), payer(2, { email: 'thuis@voorbeeld.be ' })];
    const plan = planMessages(family({ payers, liabilities, invoices: [invoice(12_501)] }));
    expect(plan.messages.map((one) => one.facts.payers.map((each) => each.payerId))).toEqual([[1, 2]]);
    expect(plan.messages[0]?.exceptions.map((note) => note.code)).toEqual(['sharedAddress']);
  });
  it('get separate messages when one of them also owes for another child', () => {
    const home = { email: 'thuis@voorbeeld.be' };
    const input = family({
      payers: [payer(1, home), payer(2, home)],
      liabilities: [...liabilities, joint(2, 3)],
      invoices: [invoice(100), invoice(200, { pupilId: 3 })],
    });
    expect(totals(input)).toEqual({ '1-1': 100, '2-1': 300 });
  });
  it('get an own letter each when the user chooses letters and they live apart', () => {
    const home = { email: 'thuis@voorbeeld.be' };
    const input = family({
      payers: [payer(1, home), payer(2, home)],
      liabilities,
      invoices: [invoice(100)],
      edits: [{ messageKey: '1-1', channel: 'letter' }],
    });
    expect(planMessages(input).messages.map((one) => one.destination.address)).toEqual([
      'Straat 1\n9000 Gent',
      'Straat 2\n9000 Gent',
    ]);
  });
});

describe('who owes follows from the issue date', () => {
  const before = { ...joint(1), untilDate: '2026-09-30' };
  const after = { ...joint(2), fromDate: '2026-10-01' };
  it('asks an invoice of September from the payer of September', () => {
    const input = family({
      payers: [payer(1), payer(2)],
      liabilities: [before, after],
      invoices: [invoice(100, { issueDate: '2026-09-30' }), invoice(200, { issueDate: '2026-10-01' })],
    });
    expect(totals(input)).toEqual({ '1-1': 100, '2-1': 200 });
  });
  it('never writes to a payer who was taken away', () => {
    const input = family({ payers: [payer(1, { removed: true })], invoices: [invoice(100)] });
    expect(totals(input)).toEqual({});
    expect(reasons(input)).toEqual(['noLiablePayer']);
  });
});

describe('what is left out', () => {
  it('leaves a held invoice out of the amount', () => {
    expect(totals(family({ invoices: [invoice(100), invoice(900, { held: true })] }))).toEqual({ '1-1': 100 });
  });
  it('says so when everything overdue is held', () => {
    const invoices = [invoice(900, { held: true }), invoice(50, { dueDate: '2026-12-01' })];
    expect(reasons(family({ invoices }))).toEqual(['allHeld']);
  });
  it('counts an invoice as due from the day after its due date', () => {
    expect(reasons(family({ invoices: [invoice(100, { dueDate: asOf })] }))).toEqual(['nothingDue']);
    expect(totals(family({ invoices: [invoice(100, { dueDate: '2026-11-19' })] }))).toEqual({ '1-1': 100 });
  });
  it('names a picked household where nothing is open', () => {
    expect(planMessages(family({})).excluded).toMatchObject([{ householdName: 'Gezin Abeel', reason: 'nothingDue' }]);
  });
  it('says nothing about the one school when the payer hears from the other', () => {
    const schools = [school, { ...school, schoolId: 2, name: 'Middenschool De Linde' }];
    const invoices = [invoice(100), invoice(200, { schoolId: 2, dueDate: '2026-12-01' })];
    expect(reasons(family({ schools, invoices }))).toEqual([]);
  });
  it('names an unreachable payer', () => {
    const payers = [payer(1, { email: null, street: '' })];
    expect(reasons(family({ payers, invoices: [invoice(100)] }))).toEqual(['unreachable']);
  });
});

describe('the channel', () => {
  it.each([
    ['no e-mail address', { email: null }, 'letter', ['noEmail']],
    ['a bounced address', { emailBounced: true }, 'letter', ['emailBounced']],
    ['two addresses in one field', { email: 'a@b.be; c@d.be' }, 'letter', ['noEmail']],
    ['a preference for letters', { channel: 'letter' as const }, 'letter', []],
    ['letters without a postal address', { channel: 'letter' as const, city: '' }, 'email', ['noAddress']],
    ['an ordinary address', {}, 'email', []],
  ])('with %s', (_case, change, channel, notes) => {
    const [message] = planMessages(family({ payers: [payer(1, change)], invoices: [invoice(100)] })).messages;
    expect(message?.destination.channel).toBe(channel);
    expect(message?.exceptions.map((note) => note.code)).toEqual(notes);
  });
  it('goes to the third party in the payer’s place', () => {
    const ocmw = {
      thirdPartyPayerId: 7,
      name: 'OCMW Gent',
      contactName: null,
      language: 'nl' as const,
      email: null,
      channel: 'letter' as const,
      street: 'Onderbergen 86',
      postalCode: '9000',
      city: 'Gent',
      country: 'BE',
    };
    const input = family({
      payers: [payer(1, { thirdPartyPayerId: 7 })],
      thirdParties: [ocmw],
      invoices: [invoice(100)],
    });
    const [message] = planMessages(input).messages;
    expect(message?.destination.address).toBe('Onderbergen 86\n9000 Gent');
    expect(message?.exceptions.map((note) => note.code)).toEqual(['thirdPartyPayer']);
  });
  it('falls back to Dutch when the text is not in the language of the payer', () => {
    const input = family({ payers: [payer(1, { language: 'en' })], invoices: [invoice(100)] });
    expect(planMessages(input).messages[0]?.language).toBe('nl');
    expect(codes(input)).toEqual([['textInOtherLanguage']]);
  });
  it('warns when a message went recently or still waits', () => {
    const recentContacts = [{ payerId: 1, schoolId: 1, date: '2026-11-18', status: 'sent' as const }];
    expect(codes(family({ invoices: [invoice(100)], recentContacts }))).toEqual([['recentlyContacted']]);
  });
});

describe('the reference', () => {
  it('is that of the invoice when one invoice is due', () => {
    const invoices = [invoice(100, { structuredReference: '202500123437' }), invoice(50, { dueDate: '2026-12-01' })];
    expect(planMessages(family({ invoices })).messages[0]?.facts.structuredReference).toBe('202500123437');
  });
  it('is that of the payer when several are due', () => {
    const invoices = [invoice(100, { structuredReference: '202500123437' }), invoice(50)];
    expect(planMessages(family({ invoices })).messages[0]?.facts.structuredReference).toBe('900000100133');
  });
});

describe('a reserved message, looked at again before it leaves', () => {
  const first = invoice(8000);
  const second = invoice(4500);
  const reserved = {
    payerIds: [1],
    schoolId: 1,
    channel: 'email' as const,
    address: 'ouder1@voorbeeld.be',
    items: [
      { invoiceId: first.invoiceId, amountCents: 8000 },
      { invoiceId: second.invoiceId, amountCents: 4500 },
    ],
  };
  const now = (change: Partial<PlanInput>): string | null => changedSince(reserved, planMessages(family(change)));
  it('may go when nothing changed, also when an invoice came on top', () => {
    expect(now({ invoices: [first, second] })).toBeNull();
    expect(now({ invoices: [first, second, invoice(999)] })).toBeNull();
  });
  it('may not go when it was paid, partly paid, held, credited or moved', () => {
    expect(now({ invoices: [] })).toBe('Alles is intussen betaald.');
    expect(now({ invoices: [{ ...first, openCents: 3000 }, second] })).toContain('€\u00a075,00');
    expect(now({ invoices: [first] })).toContain('€\u00a080,00');
    expect(now({ invoices: [first, { ...second, held: true }] })).toContain('opgeschort');
    expect(now({ invoices: [first, second].map((one) => ({ ...one, held: true })) })).toContain('niet verwerken');
    expect(now({ invoices: [first, second, invoice(-100)] })).toContain('tegoed');
    expect(now({ invoices: [first, second, invoice(-20_000)] })).toContain('tegoed');
    expect(now({ invoices: [first, second], payers: [payer(1, { email: 'nieuw@voorbeeld.be' })] })).toContain('adres');
  });
});

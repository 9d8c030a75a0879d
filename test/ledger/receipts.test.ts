import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReceiptLine } from '#shared/ledger/booking-shapes.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool, type Family, type FamilyIds, insert } from '#test/support/family.ts';

let application: TestApplication;
let schoolId: number;
let nextKey = 1;
let nextNumber = 1;

beforeAll(async () => {
  application = await testApplication('2026-11-20');
  schoolId = addSchool(application.context.store);
});
afterAll(() => application.close());

const parents = [
  { firstName: 'Els', lastName: 'Beuk' },
  { firstName: 'Jan', lastName: 'Beuk' },
];

function family(
  amounts: readonly number[],
  change: Partial<Family> & { readonly shares?: readonly number[] } = {},
): FamilyIds {
  return addFamily(application.context.store, schoolId, {
    name: 'Gezin Beuk',
    payers: parents,
    pupils: [
      {
        firstName: 'Noor',
        lastName: 'Beuk',
        ...(change.shares ? { shares: change.shares } : {}),
        invoices: amounts.map((amountCents, index) => ({
          number: `2026-${nextNumber++}`,
          amountCents,
          dueDate: `2026-10-${10 + index}`,
        })),
      },
    ],
    ...change,
  });
}

const line = (householdId: number, amountCents: number, change: Partial<ReceiptLine> = {}): ReceiptLine => ({
  householdId,
  payerId: null,
  thirdPartyPayerId: null,
  amountCents,
  method: 'cash',
  valueDate: '2026-11-19',
  description: '',
  reference: null,
  allocations: null,
  ...change,
});

async function book(lines: readonly ReceiptLine[], change: { readonly controlTotalCents?: number } = {}) {
  const controlTotalCents = lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const requestKey = `ontvangst-${nextKey++}`;
  return application.api.ledger.bookReceipts({ requestKey, schoolId, controlTotalCents, lines: [...lines], ...change });
}

/** One line, booked; what it did. */
async function received(receipt: ReceiptLine) {
  const [entry] = (await book([receipt])).entries;
  if (!entry) throw new Error('Nothing was booked');
  return entry;
}

async function open(invoiceId = 0): Promise<number> {
  return (await application.api.ledger.invoice({ invoiceId })).openCents;
}

async function owed(invoiceId = 0): Promise<number[]> {
  return (await application.api.ledger.invoice({ invoiceId })).owed.map(({ openCents }) => openCents);
}

const everything = (): string =>
  JSON.stringify(
    ['postings', 'journal_entries', 'receipt_batches', 'invoices', 'audit_entries'].map((table) =>
      application.context.store.sql.prepare(`SELECT * FROM ${table}`).all(),
    ),
  );

describe('receipts by hand', () => {
  it('closes the invoice that is named, and keeps what is left as a credit that is shown', async () => {
    const { householdId, invoiceIds } = family([18_000]);
    const page = await application.api.ledger.invoice({ invoiceId: invoiceIds[0] ?? 0 });
    const entry = await received(line(householdId, 20_000, { reference: page.structuredReference }));
    expect(entry).toMatchObject({
      householdName: 'Gezin Beuk',
      allocations: [{ invoiceId: invoiceIds[0], amountCents: 18_000 }],
      creditCents: 2000,
    });
    expect(await open(invoiceIds[0])).toBe(0);
    const dossier = await application.api.dossier.page({ householdId });
    expect(dossier.totals).toMatchObject({ openCents: 0, creditCents: 2000 });
    expect(dossier.invoices).toMatchObject([{ kind: 'credit', openCents: -2000, totalCents: 0, paidCents: 2000 }]);
    const { rows } = await application.api.ledger.openItems({ filter: { householdId, credit: true } });
    expect(rows).toMatchObject([{ number: dossier.invoices[0]?.number, openCents: -2000, billingGroup: 'tegoed' }]);
  });

  it('goes to the oldest first without a reference, and to the number of an invoice when that is named', async () => {
    const { householdId, invoiceIds } = family([4500, 6000]);
    await received(line(householdId, 5000));
    expect([await open(invoiceIds[0]), await open(invoiceIds[1])]).toEqual([0, 5500]);
    const number = (await application.api.ledger.invoice({ invoiceId: invoiceIds[1] ?? 0 })).number;
    await received(line(householdId, 500, { reference: number }));
    expect(await open(invoiceIds[1])).toBe(5000);
  });

  it('lowers a joint debt for both, and a shared debt only for who paid (acceptance)', async () => {
    const joint = family([24_000]);
    await received(line(joint.householdId, 10_000, { payerId: joint.payerIds[1] ?? 0 }));
    expect(await owed(joint.invoiceIds[0])).toEqual([14_000, 14_000]);
    const split = family([24_000], { shares: [5000, 5000] });
    const [mother = 0, father = 0] = split.payerIds;
    await received(line(split.householdId, 12_000, { payerId: father }));
    expect(await owed(split.invoiceIds[0])).toEqual([12_000, 0]);

    const { payers } = await application.api.dossier.page({ householdId: split.householdId });
    expect(payers.map(({ openCents }) => openCents)).toEqual([12_000, 0]);
    const filter = { householdId: split.householdId };
    const perPayer = await application.api.ledger.openItems({ filter, grouping: 'payer' });
    expect(perPayer.rows).toMatchObject([{ key: mother, openCents: 12_000, count: 1 }]);
    expect(perPayer.totals.rows).toBe(1);
    const both = await application.api.ledger.selectionTotals({ grouping: 'payer', keys: [mother, father] });
    expect(both.openCents).toBe(12_000);
  });

  it('lowers a joint debt of separated parents in both their books, and keeps what comes twice (P-4)', async () => {
    const { householdId, invoiceIds, payerIds } = family([40_000]);
    const [mother = 0, father = 0] = payerIds;
    await received(line(householdId, 10_000, { payerId: father }));
    expect(await owed(invoiceIds[0])).toEqual([30_000, 30_000]);
    await received(line(householdId, 25_000, { payerId: mother }));
    await book([line(householdId, 5000, { payerId: mother }), line(householdId, 5000, { payerId: father })]);
    expect(await open(invoiceIds[0])).toBe(0);
    expect((await application.api.dossier.page({ householdId })).totals.creditCents).toBe(5000);
  });

  it('never counts more for a payer than the own share: the rest is that payer’s own credit', async () => {
    const { householdId, invoiceIds, payerIds } = family([24_000], { shares: [5000, 5000] });
    const [mother = 0, father = 0] = payerIds;
    const reference = (await application.api.ledger.invoice({ invoiceId: invoiceIds[0] ?? 0 })).structuredReference;
    expect((await received(line(householdId, 15_000, { payerId: father, reference }))).creditCents).toBe(3000);
    expect(await owed(invoiceIds[0])).toEqual([12_000, 0]);
    const { rows } = await application.api.ledger.openItems({ filter: { householdId }, grouping: 'payer' });
    expect(rows.map(({ key, openCents }) => [key, openCents])).toEqual(
      expect.arrayContaining([
        [mother, 12_000],
        [father, -3000],
      ]),
    );
    const messages = await prepared(householdId);
    expect(messages).toEqual([{ payerNames: ['Els Beuk'], totalCents: 12_000 }]);
  });

  it('lets a person decide otherwise: by hand a father pays for the mother as well', async () => {
    const { householdId, invoiceIds, payerIds } = family([24_000], { shares: [5000, 5000] });
    const allocations = [{ invoiceId: invoiceIds[0] ?? 0, amountCents: 15_000 }];
    const entry = await received(line(householdId, 15_000, { payerId: payerIds[1] ?? 0, allocations }));
    expect(entry).toMatchObject({ allocations, creditCents: 0 });
    expect(await owed(invoiceIds[0])).toEqual([9000, 0]);
  });

  it('keeps all of it as credit when nothing is chosen', async () => {
    const { householdId, invoiceIds } = family([5000]);
    expect(await received(line(householdId, 3000, { allocations: [] }))).toMatchObject({
      allocations: [],
      creditCents: 3000,
    });
    expect(await open(invoiceIds[0])).toBe(5000);
  });

  it('says that somebody else paid: withheld at the source, or a body in the place of the payer', async () => {
    const { householdId, invoiceIds, payerIds } = family([5000]);
    const thirdPartyPayerId = insert(application.context.store, 'third_party_payers', { name: 'OCMW Gent' });
    await received(line(householdId, 1000, { method: 'withheld', payerId: payerIds[0] ?? 0 }));
    await received(line(householdId, 2000, { method: 'bank', thirdPartyPayerId }));
    const page = await application.api.ledger.invoice({ invoiceId: invoiceIds[0] ?? 0 });
    expect(page.postings.map(({ kind }) => kind)).toEqual(['charge', 'receiptViaThirdParty', 'receiptViaThirdParty']);
    expect(page.entries.map(({ partyName, method }) => [partyName, method])).toEqual([
      ['Els Beuk', 'withheld'],
      ['OCMW Gent', 'bank'],
    ]);
    expect(page).toMatchObject({ openCents: 2000, paidCents: 3000, totalCents: 5000 });
  });

  it('books several lines at once, all or none', async () => {
    const [one, two] = [family([1000]), family([2000])];
    const before = everything();
    await expect(
      book([line(one.householdId, 1000), line(two.householdId, 2000, { valueDate: '2026-11-21' })]),
    ).rejects.toMatchObject({ code: 'INVALID', data: { field: 'lines.1.valueDate' } });
    expect(everything()).toBe(before);
    const { entries } = await book([line(one.householdId, 1000), line(two.householdId, 2000)]);
    expect(entries.map(({ allocations }) => allocations[0]?.amountCents)).toEqual([1000, 2000]);
  });

  it('books nothing while the control total is not the sum, and says both', async () => {
    const { householdId } = family([1000]);
    const before = everything();
    await expect(book([line(householdId, 1000)], { controlTotalCents: 1100 })).rejects.toMatchObject({
      code: 'INVALID',
      data: {
        field: 'controlTotalCents',
        sentence: expect.stringMatching(/€\u00a011,00.*€\u00a010,00/) as string,
      },
    });
    expect(everything()).toBe(before);
  });

  it('books once, however often the button is pressed, and refuses the same key for something else', async () => {
    const { householdId, invoiceIds } = family([9000]);
    const request = { requestKey: 'knop-12345', schoolId, controlTotalCents: 2500, lines: [line(householdId, 2500)] };
    const first = await application.api.ledger.bookReceipts(request);
    expect(await application.api.ledger.bookReceipts(request)).toEqual(first);
    expect(await open(invoiceIds[0])).toBe(6500);
    const other = { ...request, controlTotalCents: 2600, lines: [line(householdId, 2600)] };
    await expect(application.api.ledger.bookReceipts(other)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await open(invoiceIds[0])).toBe(6500);
  });

  it.each([
    ['a date in the future', { valueDate: '2026-11-21' }, 'valueDate'],
    ['a year that is a slip', { valueDate: '1026-11-19' }, 'valueDate'],
    ['a payer of another family', { payerId: 1 }, 'payerId'],
    ['a reference that is nobody’s here', { reference: '+++123/4567/89002+++' }, 'reference'],
    [
      'more on an invoice than is open',
      { allocations: [{ invoiceId: -1, amountCents: 1100 }] },
      'allocations.0.amountCents',
    ],
    ['an invoice of another family', { allocations: [{ invoiceId: 1, amountCents: 100 }] }, 'allocations.0.invoiceId'],
    ['more than was received', { allocations: [{ invoiceId: -1, amountCents: 900 }] }, 'allocations'],
  ] as const)('refuses %s', async (_what, change, field) => {
    family([1000]);
    const { householdId, invoiceIds } = family([1000]);
    const allocations =
      'allocations' in change
        ? change.allocations.map((one) => ({
            ...one,
            invoiceId: one.invoiceId < 0 ? (invoiceIds[0] ?? 0) : one.invoiceId,
          }))
        : null;
    const before = everything();
    await expect(
      book([line(householdId, field === 'allocations' ? 800 : 1200, { ...change, allocations })]),
    ).rejects.toMatchObject({
      code: 'INVALID',
      data: { field: `lines.0.${field}`, sentence: expect.stringContaining('Er is niets geboekt') as string },
    });
    expect(everything()).toBe(before);
  });

  it('goes to the dossier that a merged family became', async () => {
    const [one, two] = [family([1000]), family([2000])];
    await application.api.people.mergeHouseholds({
      fromHouseholdId: one.householdId,
      intoHouseholdId: two.householdId,
    });
    await received(line(one.householdId, 3000));
    expect([await open(one.invoiceIds[0]), await open(two.invoiceIds[0])]).toEqual([0, 0]);
  });

  it('refuses a family without a child at the school', async () => {
    const other = addSchool(application.context.store, 'Middenschool De Linde');
    const { householdId } = family([1000]);
    const lines = [line(householdId, 1000)];
    await expect(
      application.api.ledger.bookReceipts({
        requestKey: 'andere-school',
        schoolId: other,
        controlTotalCents: 1000,
        lines,
      }),
    ).rejects.toMatchObject({ code: 'INVALID', data: { field: 'lines.0.householdId' } });
  });
});

/** Who would be written to, and for how much. */
async function prepared(householdId: number): Promise<{ payerNames: string[]; totalCents: number }[]> {
  const [text] = await application.api.correspondence.texts({});
  const textId = text?.textId ?? (await ownText());
  const selection = { grouping: 'household' as const, keys: [householdId] };
  const { messages } = await application.api.correspondence.prepare({ selection, textId });
  return messages.map(({ recipientName, totalCents }) => ({ payerNames: [recipientName], totalCents }));
}

async function ownText(): Promise<number> {
  const { words } = await import('#test/access/command-inputs.ts');
  const versions = [{ language: 'nl' as const, subject: 'Rekening', body: words('Beste') }];
  return (await application.api.correspondence.saveText({ textId: null, name: 'Tekst', tone: 'friendly', versions }))
    .textId;
}

describe('a credit in a message', () => {
  it('is taken off what is asked, and never asked', async () => {
    const { householdId } = family([9000]);
    await received(line(householdId, 2000, { allocations: [] }));
    expect((await prepared(householdId)).map(({ totalCents }) => totalCents)).toEqual([7000]);
    await received(line(householdId, 9000));
    expect(await prepared(householdId)).toEqual([]);
  });
});

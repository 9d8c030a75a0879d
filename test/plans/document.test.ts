import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatStructuredReference } from '#shared/bank/structured-reference.ts';
import { composeLetter } from '#shared/correspondence/compose.ts';
import type { PlanFacts } from '#shared/correspondence/plan-facts.ts';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import { planInstalments } from '#shared/plans/schedule.ts';
import { readShippedTexts } from '#main/correspondence/shipped-texts.ts';
import { mailText } from '#main/correspondence/mail-text.ts';
import { testApplication, type TestApplication } from '#test/support/application.ts';
import { addFamily, addSchool } from '#test/support/family.ts';
import { taggedPages } from '#test/support/tagged-pdf.ts';
import { facts } from '#test/correspondence/sample-facts.ts';
import { askedBy, moveOut, readPaper } from './document-support.ts';
import { jointFamily, receive, request } from './support.ts';

let application: TestApplication;
let schoolId: number;
beforeEach(async () => {
  application = await testApplication('2026-11-20');
  schoolId = addSchool(application.context.store);
});
afterEach(() => application.close());

const paperOf = async (planId: number, payerId: number) =>
  readPaper((await application.api.plans.document({ planId, payerId })).contentBase64);

describe('the paper of a plan', () => {
  it('says who owes what, that nothing comes on top, each instalment with its code, and where to sign', async () => {
    const family = jointFamily(application, schoolId, [115_00, 100_00]);
    const [anId = 0] = family.payerIds;
    const plan = await application.api.plans.make({ ...request(family, schoolId), payerIds: [anId], count: 6 });
    const paper = await paperOf(plan.planId, anId);
    for (const said of [
      'Onze afspraken',
      'An Peeters',
      'Noor Peeters (3A)',
      'Peeters-1',
      '€ 115,00',
      '€ 215,00',
      'Er komen geen kosten en geen interest bij.',
      'U betaalt € 215,00 in 6 schijven: 5 keer € 35,84 en de laatste keer € 35,80.',
      'BE68 5390 0754 7034',
      formatStructuredReference(plan.structuredReference),
      'Schijf 6',
      'tegen 1 mei 2027',
      'Komt een betaling tot 5 dagen later aan? Dat is geen probleem.',
      'Een ander voorstel kan altijd.',
      'Ik erken dat ik € 215,00 nog moet betalen aan Basisschool De Wilg',
      'Voor akkoord',
      'Voor de school',
      'Handtekening',
      'Gespreid betalen is mogelijk',
    ]) {
      expect(paper.words).toContain(said);
    }
    expect(paper.codes.map(askedBy)).toEqual([35_84, 35_84, 35_84, 35_84, 35_84, 35_80]);
    for (const code of paper.codes) {
      expect(code.split('\n')).toEqual(expect.arrayContaining(['BE68539007547034', plan.structuredReference]));
    }
    expect(paper.source).not.toMatch(/schuld|afbetaal|factu|€/i);
    const tags = new Set(taggedPages(paper.bytes).flatMap((page) => page.tags.flat()));
    for (const tag of ['H1', 'H2', 'Table', 'L', 'LI', 'LBody', 'Figure']) expect([...tags].join()).toContain(tag);
    for (const page of taggedPages(paper.bytes)) expect(page.tags).toHaveLength(page.marked);
  });

  it('goes on over pages with its heading, every code big enough to scan and no card cut in two', async () => {
    const family = jointFamily(application, schoolId, [1200_00]);
    const [anId = 0] = family.payerIds;
    const plan = await application.api.plans.make({ ...request(family, schoolId), payerIds: [anId], count: 40 });
    const paper = await paperOf(plan.planId, anId);
    expect(paper.pages.length).toBeGreaterThan(3);
    expect(paper.codes.map(askedBy)).toEqual(plan.instalments.map(({ amountCents }) => amountCents));
    const continued = paper.pages.slice(1).filter(({ texts }) => texts.some((text) => /^Schijf \d+$/.test(text)));
    for (const page of continued) expect(page.texts).toContain('Wanneer u betaalt (vervolg)');
    // A module of half a millimetre is what a telephone reads from paper.
    const scales = paper.pages.flatMap(({ content }) =>
      [...content.matchAll(/^([\d.]+) 0 0 -\1 [\d.]+ [\d.]+ cm$/gm)].map(([, scale]) => Number(scale)),
    );
    expect(scales).toHaveLength(40);
    expect(Math.min(...scales)).toBeGreaterThan(0.5 * (72 / 25.4));
    for (const { placed } of paper.pages) for (const { y } of placed) expect(y).toBeLessThan(832);
  });

  it('never shows one parent where the other lives, who the other is, or what the other owes (P-4, split shares)', async () => {
    const { store } = application.context;
    const family = addFamily(store, schoolId, {
      name: 'Gezin Peeters - Wouters',
      payers: [
        { firstName: 'An', lastName: 'Peeters', email: 'an@thuis.example', phone: '0470 11 11 11' },
        { firstName: 'Bart', lastName: 'Wouters', email: 'bart@elders.example', phone: '0470 22 22 22' },
      ],
      pupils: [
        {
          firstName: 'Noor',
          lastName: 'Peeters',
          shares: [6000, 4000],
          invoices: [{ number: 'P-1', amountCents: 125_01 }],
        },
      ],
    });
    const [anId = 0, bartId = 0] = family.payerIds;
    moveOut(application, bartId);
    const ofAn = await application.api.plans.make({ ...request(family, schoolId), payerIds: [anId], count: 3 });
    const ofBart = await application.api.plans.make({ ...request(family, schoolId), payerIds: [bartId], count: 2 });
    const [anReads, bartReads] = [await paperOf(ofAn.planId, anId), await paperOf(ofBart.planId, bartId)];
    expect(anReads.words).toContain('€ 75,01');
    expect(bartReads.words).toContain('€ 50,00');
    for (const hidden of ['Bart', 'Wouters', 'Geheimstraat', 'Oostende', 'elders', '0470 22', '€ 50,00', '€ 125,01']) {
      expect(anReads.words).not.toContain(hidden);
    }
    for (const hidden of ['An Peeters', 'Wilgenlaan 1', 'thuis.example', '0470 11', '€ 75,01', '€ 125,01']) {
      expect(bartReads.words).not.toContain(hidden);
    }
    await expect(application.api.plans.document({ planId: ofAn.planId, payerId: bartId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is a paper of their own for each of two who agreed together, and none for two with shares of their own', async () => {
    const family = jointFamily(application, schoolId, [80_00]);
    const [anId = 0, bartId = 0] = family.payerIds;
    moveOut(application, bartId);
    const plan = await application.api.plans.make({ ...request(family, schoolId), count: 2 });
    const paper = await paperOf(plan.planId, anId);
    expect(paper.words).not.toMatch(/Bart|Geheimstraat|Oostende/);
    expect(paper.words).toContain('Dit plan is ook met iemand anders afgesproken.');
    expect((await paperOf(plan.planId, bartId)).words).not.toMatch(/\bAn\b|Wilgenlaan/);
    const apart = addFamily(application.context.store, schoolId, {
      name: 'Gezin Apart',
      payers: [
        { firstName: 'Els', lastName: 'Apart' },
        { firstName: 'Jo', lastName: 'Apart' },
      ],
      pupils: [
        {
          firstName: 'Lou',
          lastName: 'Apart',
          shares: [5000, 5000],
          invoices: [{ number: 'A-1', amountCents: 90_00 }],
        },
      ],
    });
    const shared = application.api.plans.previewDocument({
      ...request(apart, schoolId),
      count: 3,
      payerId: apart.payerIds[0] ?? 0,
    });
    await expect(shared).rejects.toMatchObject({ code: 'REFUSED', data: { field: 'payerIds' } });
  });

  it('goes to the body that pays in the place of the payer, in its language, for the payer to sign', async () => {
    const { sql } = application.context.store;
    const family = jointFamily(application, schoolId, [80_00]);
    const [anId = 0] = family.payerIds;
    const thirdPartyPayerId = Number(
      sql
        .prepare(
          `INSERT INTO third_party_payers (name, language, channel, street, postal_code, city)
           VALUES ('CPAS de Test', 'fr', 'letter', 'Rue du Test 1', '1000', 'Bruxelles')`,
        )
        .run().lastInsertRowid,
    );
    const plan = await application.api.plans.make({
      ...request(family, schoolId),
      payerIds: [anId],
      thirdPartyPayerId,
      count: 2,
    });
    const paper = await paperOf(plan.planId, anId);
    for (const said of [
      'CPAS de Test',
      'Rue du Test 1',
      'Nos accords',
      'CPAS de Test paie ces tranches à votre place.',
    ]) {
      expect(paper.words).toContain(said);
    }
    expect(paper.words).toMatch(/Pour accord An Peeters/);
    expect(paper.words).not.toContain('Wilgenlaan 1');
  });

  it('can be looked at before the plan is kept, without a reference or code that anybody could pay with', async () => {
    const family = jointFamily(application, schoolId, [115_00, 100_00]);
    const [anId = 0] = family.payerIds;
    const asked = { ...request(family, schoolId), payerIds: [anId], count: 6, payerId: anId };
    const preview = readPaper((await application.api.plans.previewDocument(asked)).contentBase64);
    expect(preview.words).toContain('U betaalt € 215,00 in 6 schijven');
    expect(preview.words).toContain('krijgt u zodra het plan bewaard is');
    expect(preview.words).not.toContain('+++');
    expect(preview.codes).toEqual([]);
    expect((await application.api.plans.list({ text: '' })).rows).toEqual([]);
  });
});

describe('the paper of a plan that goes on', () => {
  it('asks and acknowledges only what is still owed, with the new days', async () => {
    const { api } = application;
    const family = jointFamily(application, schoolId, [115_00, 100_00]);
    const [anId = 0] = family.payerIds;
    const plan = await api.plans.make({ ...request(family, schoolId), payerIds: [anId], count: 6 });
    await receive(application, family, 40_00);
    // What was agreed stays on its own paper as it was signed.
    expect((await paperOf(plan.planId, anId)).codes.map(askedBy)).toHaveLength(6);
    await api.plans.pause({ planId: plan.planId, months: 2, reason: 'Even geen werk' });
    const paper = await paperOf(plan.planId, anId);
    expect(paper.codes.map(askedBy)).toEqual([31_68, 35_84, 35_84, 35_84, 35_80]);
    expect(paper.words).toContain('Ik erken dat ik € 175,00 nog moet betalen');
    expect(paper.words).not.toContain('€ 215,00');
    expect(paper.texts).not.toContain('Schijf 1');
  });
});

describe('every instalment on the paper', () => {
  const texts = readShippedTexts().find(({ key }) => key === 'planDocument')?.versions ?? [];

  it('is the one of the plan, to the cent, and they add up to what is owed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500_000 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 1, max: 31 }),
        fc.constantFrom(...texts),
        (amounts, count, dayOfMonth, text) => {
          const total = sumCents(amounts);
          const instalments = planInstalments({ startsOn: '2026-12-05', dayOfMonth, count }, total).map(
            (one, index) => ({ ...one, number: index + 1 }),
          );
          const plan: PlanFacts = {
            claims: amounts.map((amountCents, index) => ({
              invoiceId: index + 1,
              number: `F-${index}`,
              pupil: index % 2 === 0 ? 'Noor' : 'Lou',
              className: '',
              schoolName: 'De Wilg',
              billingGroup: 'Maandrekening',
              issueDate: '2026-09-01',
              dueDate: '2026-09-30',
              amountCents,
            })),
            instalments,
            toleranceDays: 5,
            interest: null,
            note: '',
            isShared: false,
            paidBy: null,
          };
          const { model, problems } = composeLetter(facts({ plan }), text);
          expect(problems).toEqual([]);
          const block = model.blocks.find((one) => one.kind === 'instalments');
          const rows = block?.kind === 'instalments' ? block.rows : [];
          expect(rows.map(({ amountCents }) => amountCents)).toEqual(instalments.map((one) => one.amountCents));
          expect(rows.map(({ qrPayload }) => askedBy(qrPayload ?? ''))).toEqual(rows.map((row) => row.amountCents));
          expect(sumCents(rows.map(({ amountCents }) => amountCents))).toBe(total);
          expect(rows.every(({ amount, amountCents }) => amount === formatCents(amountCents))).toBe(true);
          // The text part of a mail tells the same, line by line.
          const told = mailText(model);
          for (const { title, due, amount } of rows) expect(told).toContain(`- ${title}, ${due}: ${amount}`);
          expect(told).toContain(formatCents(total));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('stands beside the interest that was agreed, when there is one', () => {
    const plan: PlanFacts = {
      claims: [],
      instalments: [{ number: 1, dueDate: '2026-12-05', amountCents: 60_00 }],
      toleranceDays: 0,
      interest: { percent: 0.62, per: 'month', interestCents: 18_60 },
      note: '',
      isShared: false,
      paidBy: null,
    };
    const [nl] = texts;
    const told = nl ? mailText(composeLetter(facts({ plan }), nl).model) : '';
    expect(told).toContain('U sprak met de school een interest af van 0,62 % per maand: €\u00a018,60 in totaal.');
    expect(told).not.toContain('geen interest');
    expect(told).toContain('Betaal elke schijf ten laatste op de dag die erbij staat.');
  });
});

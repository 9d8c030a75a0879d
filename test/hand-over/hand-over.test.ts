import { createHash } from 'node:crypto';
import papaparse from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FamilyIds, insert, post } from '#test/support/family.ts';
import { readPdf } from '#test/support/pdf.ts';
import { abeel, den, firstPayer, handOverOffice, type HandOverOffice, lawyer, termOver } from './office.ts';

let office: HandOverOffice;
let family: FamilyIds;

beforeEach(async () => {
  office = await handOverOffice();
  family = office.add(abeel);
});
afterEach(() => office.application.close());

const whose = (payerId = firstPayer(family)) => ({ payerId, schoolId: office.schoolId, partnerId: office.partnerId });
const make = (payerId?: number) => office.api.handOver.make({ ...whose(payerId), reference: '2026/77' });

async function reminded(): Promise<void> {
  await office.remind();
  office.setClock(termOver);
}

function textOf({ contentBase64 }: { readonly contentBase64: string }): string {
  const { pages } = readPdf(Buffer.from(contentBase64, 'base64'));
  return pages
    .flatMap(({ texts }) => texts)
    .join(' ')
    .replaceAll(/\s+/g, ' ');
}

const thirdPartyOf = async (payerId = firstPayer(family)) => {
  const { payers } = await office.api.dossier.page({ householdId: family.householdId });
  return payers.find((payer) => payer.payerId === payerId)?.thirdPartyPayerName;
};

describe('the bundle', () => {
  it('tells of reference, parties, both clocks, bills, payments, messages with their SHA-256, and the reminder in full', async () => {
    await reminded();
    const { handOverId } = await make();
    const text = textOf((await office.api.handOver.bundle({ handOverId })).pdf);
    const { messages } = await office.api.correspondence.outbox({});
    const [message] = messages;
    for (const words of [
      '2026/77',
      'Overgedragen op 14/12/2026',
      'Basisschool De Wilg',
      '0123.456.749',
      'Sofie Abeel',
      'Meester Claes Advocaat Balieplein 3',
      '2026-101 maandrekening, voor Noor Abeel 01/10/2026 15/10/2026 €\u00a0120,00 €\u00a0100,00',
      'Overgedragen €\u00a0160,00',
      // The due date and the date of the bill, a year later.
      '2026-101 15/10/2027 01/10/2027',
      '20/10/2026 Ontvangst €\u00a0-20,00',
      'Eerste herinnering (fase 1), brief, nummer 2026-00001. Termijn tot en met 09/12/2026.',
      'BE68 5390 0754 7034',
      'Bijlage: eerste herinnering van 23/11/2026',
    ]) {
      expect(text).toContain(words.replaceAll('\u00a0', ' '));
    }
    expect(text.replaceAll(' ', '')).toContain(message?.evidenceSha256 ?? 'none');
    // The text of the reminder as it was written, with its term.
    expect(text).toMatch(/Onderwerp Bericht van de schooladministratie .* ten laatste op 10 december 2026/);
  });

  it('says nothing of the other parent, not even where one letter was for both', async () => {
    const own = office.add({
      name: 'Gezin Beuk',
      payers: [
        { firstName: 'Lies', lastName: 'Beuk' },
        { firstName: 'Ferre', lastName: 'Zandman', email: 'ferre@voorbeeld.example', phone: '0470 11 22 33' },
      ],
      pupils: [{ firstName: 'Ona', lastName: 'Beuk', invoices: [{ number: '2026-401', amountCents: 50_00 }] }],
    });
    await office.api.dossier.addNote({
      householdId: own.householdId,
      kind: 'call',
      body: 'Ferre heeft zijn werk verloren',
    });
    await reminded();
    const { pdf, csv } = await office.api.handOver.previewBundle(whose(own.payerIds[0]));
    const text = textOf(pdf);
    const table = Buffer.from(csv.contentBase64, 'base64').toString('utf8');
    for (const words of ['Ferre', 'Zandman', '0470', 'werk verloren']) {
      expect(text).not.toContain(words);
      expect(table).not.toContain(words);
    }
    expect(text).toContain('Dit bericht was ook voor iemand anders bestemd');
    expect(text).not.toContain('2026-101');
  });

  it('tells of a split bill only the own share and what was paid on it', async () => {
    const split = office.add(den);
    const [an = 0, bruno = 0] = split.payerIds;
    post(office.store, split.invoiceIds[0] ?? 0, 'receipt', -30_00, '2026-11-02', bruno);
    post(office.store, split.invoiceIds[0] ?? 0, 'receipt', -45_00, '2026-11-03', an);
    await reminded();
    const text = textOf((await office.api.handOver.previewBundle(whose(an))).pdf);
    expect(text).toContain('€ 120,00 € 75,00');
    expect(text).toContain('03/11/2026 Ontvangst € -45,00');
    for (const words of ['02/11/2026', '30,00', '200,00', '80,00', '50,00', 'Bruno', 'Linden']) {
      expect(text).not.toContain(words);
    }
  });

  it('has a CSV with a row per bill, movement and event, which no spreadsheet calculates', async () => {
    office.store.sql.prepare("UPDATE invoices SET number = '=1+1' WHERE number = '2026-102'").run();
    await reminded();
    const { csv } = await office.api.handOver.previewBundle(whose());
    const bytes = Buffer.from(csv.contentBase64, 'base64');
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const { data } = papaparse.parse<string[]>(bytes.toString('utf8').slice(1).trim(), { delimiter: ';' });
    expect(data.map(([kind, date, bill]) => [kind, date, bill])).toEqual([
      ['Soort', 'Datum', 'Factuur'],
      ['factuur', '01/10/2026', '2026-101'],
      ['boeking', '01/10/2026', '2026-101'],
      ['boeking', '20/10/2026', '2026-101'],
      ['factuur', '01/10/2026', "'=1+1"],
      ['boeking', '01/10/2026', "'=1+1"],
      ['bericht', '23/11/2026', '2026-101, =1+1'],
    ]);
    expect(data[1]?.slice(5, 10)).toEqual(['15/10/2026', '120,00', '100,00', '15/10/2027', '01/10/2027']);
  });

  it('names the days of calls and talks with this payer, and nothing of what was said', async () => {
    await office.remind();
    office.setClock('2026-12-02');
    const task = (payerId: number, dueDate: string) =>
      office.api.today.addTask({
        householdId: family.householdId,
        schoolId: office.schoolId,
        payerId,
        kind: 'phone',
        dueDate,
      });
    const own = await task(firstPayer(family), '2026-12-02');
    await office.api.today.finishTask({ taskId: own.taskId, outcome: 'reached', note: 'Heeft het moeilijk' });
    office.setClock('2026-12-03');
    const other = await task(family.payerIds[1] ?? 0, '2026-12-03');
    await office.api.today.finishTask({ taskId: other.taskId, outcome: 'reached', note: 'Andere ouder' });
    office.setClock(termOver);
    const text = textOf((await office.api.handOver.previewBundle(whose())).pdf);
    expect(text).toContain('02/12/2026 Telefoongesprek met de betaler');
    expect(text).not.toContain('03/12/2026');
    expect(text).not.toContain('moeilijk');
  });
});

describe('a hand-over', () => {
  it('keeps both files as they were made, with their SHA-256, and a preview keeps nothing', async () => {
    await reminded();
    await office.api.handOver.previewBundle(whose());
    const files = () =>
      office.store.sql
        .prepare('SELECT media_type AS mediaType, sha256, bytes FROM hand_over_files ORDER BY 1')
        .all() as {
        mediaType: string;
        sha256: string;
        bytes: Buffer;
      }[];
    expect(files()).toEqual([]);
    const { handOverId } = await make();
    const kept = files();
    expect(kept.map(({ mediaType }) => mediaType)).toEqual(['application/pdf', 'text/csv']);
    for (const { sha256, bytes } of kept) expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    post(office.store, family.invoiceIds[0] ?? 0, 'receipt', -30_00, '2026-12-15');
    const bundle = await office.api.handOver.bundle({ handOverId });
    expect(Buffer.from(bundle.pdf.contentBase64, 'base64')).toEqual(kept[0]?.bytes);
    expect(Buffer.from(bundle.csv.contentBase64, 'base64')).toEqual(kept[1]?.bytes);
    expect(await office.api.handOver.list({})).toMatchObject([{ totalCents: 160_00, openCents: 130_00, invoices: 2 }]);
  });

  it('stops reminders to this payer and sends letters to the partner; the other parent is reminded as before', async () => {
    await reminded();
    await make();
    expect(await thirdPartyOf()).toBe('Meester Claes');
    expect(await thirdPartyOf(family.payerIds[1])).toBeNull();
    const preview = await office.api.dunning.preview({ schoolIds: [office.schoolId], asOf: '2027-01-20' });
    expect(preview.proposals.map(({ payerId }) => payerId)).toEqual([family.payerIds[1]]);
    expect(preview.exclusions).toContainEqual(
      expect.objectContaining({ payerId: firstPayer(family), reason: 'handedOver' }),
    );
  });

  it('is refused for the same bills twice', async () => {
    await reminded();
    await make();
    await expect(make()).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringMatching(/al overgedragen/) });
    expect(await office.api.handOver.list({})).toHaveLength(1);
  });

  it('cannot be of a day that has to come, or before the term was over', async () => {
    await reminded();
    const on = (handedOn: string) => office.api.handOver.make({ ...whose(), handedOn });
    await expect(on('2026-12-15')).rejects.toMatchObject({ code: 'INVALID' });
    await expect(on('2026-12-09')).rejects.toThrow(/09\/12\/2026/);
    expect(await on('2026-12-10')).toMatchObject({ handedOn: '2026-12-10' });
  });

  it('finishes what a run put on the worklist, as the stage it was', async () => {
    await reminded();
    office.setClock('2027-01-18');
    const runId = await office.approvedRun();
    await office.sendRun(runId);
    expect((await office.api.today.tasks({})).map(({ kind }) => kind)).toEqual(['handOver', 'handOver']);
    await make();
    const [open] = await office.api.today.tasks({});
    expect(open?.payerId).toBe(family.payerIds[1]);
    expect(
      office.store.sql.prepare("SELECT payer_id FROM stage_events WHERE channel = 'handOver'").pluck().all(),
    ).toEqual([firstPayer(family), firstPayer(family)]);
  });

  it('is taken back: letters go where they went before, and reminders go on', async () => {
    const bodyId = insert(office.store, 'third_party_payers', {
      name: 'OCMW Gent',
      street: 'X',
      postal_code: '9000',
      city: 'Gent',
    });
    await reminded();
    office.store.sql.prepare('UPDATE payers SET third_party_payer_id = ? WHERE id = ?').run(bodyId, firstPayer(family));
    const { handOverId } = await make();
    await office.api.handOver.setReference({ handOverId, reference: 'CLAES-9' });
    const taken = await office.api.handOver.takeBack({ handOverId, reason: 'Afspraak gemaakt' });
    expect(taken).toMatchObject({ reference: 'CLAES-9', takenBackOn: termOver, takeBackReason: 'Afspraak gemaakt' });
    expect(await thirdPartyOf()).toBe('OCMW Gent');
    const { proposals } = await office.api.dunning.preview({ schoolIds: [office.schoolId], asOf: '2027-01-20' });
    expect(proposals.map(({ payerId }) => payerId)).toContain(firstPayer(family));
    await expect(office.api.handOver.takeBack({ handOverId, reason: 'Nog eens' })).rejects.toThrow(/al teruggenomen/);
    expect(await make()).toMatchObject({ takenBackOn: null });
    expect(await office.api.handOver.list({ withTakenBack: false })).toHaveLength(1);
  });

  it('of two schools: letters stay with the partner until the last is taken back', async () => {
    await reminded();
    const first = await make();
    const { store, schoolId } = office;
    const late = office.api.handOver;
    const second = insert(store, 'hand_overs', {
      school_id: schoolId,
      household_id: family.householdId,
      payer_id: firstPayer(family),
      partner_id: office.partnerId,
      handed_on: termOver,
      total_cents: 10_00,
      author: 'test',
      created_at: '2026-12-14T10:00:00.000Z',
    });
    await late.takeBack({ handOverId: first.handOverId, reason: 'Betaald' });
    expect(await thirdPartyOf()).toBe('Meester Claes');
    await late.takeBack({ handOverId: second, reason: 'Betaald' });
    expect(await thirdPartyOf()).toBeNull();
  });
});

describe('partners', () => {
  it('are kept with the third party to which letters go, changed and removed', async () => {
    const { api, partnerId } = office;
    expect(await api.handOver.partners()).toMatchObject([
      { partnerId, name: 'Meester Claes', kind: 'lawyer', problems: [] },
    ]);
    await api.handOver.savePartner({ ...lawyer, partnerId, name: 'Meester Claes en vennoten', city: 'Aalst' });
    expect(await api.people.thirdPartyPayers()).toMatchObject([{ name: 'Meester Claes en vennoten', city: 'Aalst' }]);
    await api.handOver.removePartner({ partnerId });
    expect(await api.handOver.partners()).toEqual([]);
    await expect(api.handOver.removePartner({ partnerId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('with files in hand stay', async () => {
    await reminded();
    await make();
    await expect(office.api.handOver.removePartner({ partnerId: office.partnerId })).rejects.toThrow(/nog 1 dossier/);
  });

  it('that are collectors name what is missing', async () => {
    const collector = await office.api.handOver.savePartner({
      ...lawyer,
      name: 'Inning',
      kind: 'collector',
      registrationNumber: '',
      agreementOn: null,
    });
    expect(collector.registrationNumber).toBeNull();
    expect(collector.problems).toHaveLength(2);
  });
});

import { isContractProcedure } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract.ts';
import type { JobProgress } from '#shared/jobs/contract.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, type FamilyIds } from '#test/support/family.ts';
import { smallFamily } from '#test/support/sending.ts';
import { type SmtpServer, startSmtpServer } from '#test/support/smtp.ts';
import { accessSteps, approvalSteps, firstUser, newPassword } from './access-steps.ts';
import { bankSteps } from './bank-steps.ts';
import { person, png, school, withoutTrail, words } from './command-inputs.ts';
import { changedFamilySteps } from './family-steps.ts';
import { costSteps } from './cost-steps.ts';
import { settlementSteps } from './settlement-steps.ts';
import { todaySteps } from './today-steps.ts';
import { dunningSteps } from './dunning-steps.ts';
import { handOverSteps } from './hand-over-steps.ts';
import { holdSteps } from './hold-steps.ts';
import { lawSteps } from './law-steps.ts';
import { limitationSteps } from './limitation-steps.ts';
import { moneySteps } from './money-steps.ts';
import { runsDraftSteps } from './runs-draft-steps.ts';
import { runSendSteps } from './runs-send-steps.ts';
import type { Step } from './step.ts';

// Every command of the contract, in an order in which an office could give them: one line in the audit trail each, in the
// transaction of the command, and nothing about a person in it.

function procedureNames(node: unknown = contract, path: readonly string[] = []): string[] {
  if (isContractProcedure(node)) return [path.join('.')];
  return Object.entries(node as Record<string, unknown>).flatMap(([key, child]) =>
    procedureNames(child, [...path, key]),
  );
}

let application: TestApplication;
let server: SmtpServer;
/** Ids as the steps make them. */
const made = {
  schoolId: 0,
  textId: 0,
  batchId: 0,
  holdIds: [0],
  importId: 0,
  documentId: 0,
  nextStepId: 0,
  payerId: 0,
  entryId: 0,
};
let abeel: FamilyIds;
let den: FamilyIds;
let letter: FamilyIds;
let paying: FamilyIds;

beforeAll(async () => {
  application = await testApplication();
  server = await startSmtpServer({
    refuseRecipient: (address) => (address.startsWith('ouder1@') ? { code: 550, message: 'No such user' } : undefined),
  });
});
afterAll(async () => {
  await application.close();
  await server.close();
});

/** Waits for long work and fails when it failed. */
async function done({ jobId }: { readonly jobId: string }): Promise<JobProgress> {
  const job = await application.api.jobs.wait({ jobId });
  if (job.state !== 'done') throw new Error(job.failure ?? job.state);
  return job;
}

const steps: readonly Step[] = [
  {
    procedure: 'setup.createEmpty',
    run: async (api) => {
      made.schoolId = (await api.setup.createEmpty({ schoolName: 'Basisschool De Wilg', level: 'primary' })).schoolId;
    },
  },
  { procedure: 'schools.create', run: (api) => api.schools.create(school) },
  {
    procedure: 'schools.update',
    run: (api) => api.schools.update({ schoolId: made.schoolId, details: { ...school, name: 'Basisschool De Wilg' } }),
  },
  { procedure: 'schools.setLogo', run: (api) => api.schools.setLogo({ schoolId: made.schoolId, contentBase64: png }) },
  {
    procedure: 'people.renameHousehold',
    prepare: () => {
      const { store } = application.context;
      store.sql.prepare("INSERT INTO billing_groups (school_id, name) VALUES (?, 'maandrekening')").run(made.schoolId);
      abeel = addFamily(store, made.schoolId, smallFamily(1));
      den = addFamily(store, made.schoolId, smallFamily(2));
      letter = addFamily(store, made.schoolId, {
        ...smallFamily(3),
        payers: [{ firstName: 'Lies', lastName: 'Geheimnaam', channel: 'letter' }],
      });
    },
    run: (api) => api.people.renameHousehold({ householdId: abeel.householdId, name: 'Gezin Geheimnaam' }),
  },
  {
    procedure: 'people.addPayer',
    run: async (api) => {
      made.payerId = (await api.people.addPayer({ householdId: den.householdId, details: person })).payerId;
    },
  },
  {
    procedure: 'people.updatePayer',
    run: (api) => api.people.updatePayer({ payerId: made.payerId, details: { ...person, city: 'Geheimstad' } }),
  },
  {
    procedure: 'people.markEmailBounced',
    run: (api) => api.people.markEmailBounced({ payerId: made.payerId, bounced: true }),
  },
  {
    procedure: 'people.setLiabilities',
    run: (api) =>
      api.people.setLiabilities({
        pupilId: den.pupilIds[0] ?? 0,
        liabilities: [{ payerId: den.payerIds[0] ?? 0, kind: 'joint', shareBp: 10_000 }],
      }),
  },
  { procedure: 'people.removePayer', run: (api) => api.people.removePayer({ payerId: made.payerId }) },
  {
    procedure: 'people.saveThirdPartyPayer',
    run: (api) =>
      api.people.saveThirdPartyPayer({
        thirdPartyPayerId: null,
        details: { ...person, name: 'Geheimnaam', contactName: 'Geheimnaam', iban: null },
      }),
  },
  {
    procedure: 'holds.place',
    run: async (api) => {
      made.holdIds = (await api.holds.place({ invoiceIds: [...abeel.invoiceIds], reason: 'Geheimreden' })).holdIds;
    },
  },
  { procedure: 'holds.lift', run: (api) => api.holds.lift({ holdIds: made.holdIds }) },
  {
    procedure: 'holds.placeAgain',
    run: async (api) => {
      made.holdIds = (await api.holds.placeAgain({ holdIds: made.holdIds })).holdIds;
    },
  },
  { procedure: 'holds.lift', run: (api) => api.holds.lift({ holdIds: made.holdIds }) },
  ...holdSteps(() => ({ family: abeel, schoolId: made.schoolId })),
  {
    procedure: 'dossier.addNote',
    run: (api) => api.dossier.addNote({ householdId: abeel.householdId, kind: 'call', body: 'Geheimtekst' }),
  },
  {
    procedure: 'dossier.setInfoNote',
    run: (api) => api.dossier.setInfoNote({ pupilId: abeel.pupilIds[0] ?? 0, body: 'Geheimtekst' }),
  },
  {
    procedure: 'dossier.addDocument',
    run: async (api) => {
      const contentBase64 = Buffer.from('Geheimtekst').toString('base64');
      const file = { householdId: abeel.householdId, fileName: 'Geheimnaam.txt', contentBase64 };
      made.documentId = (await api.dossier.addDocument(file)).documentId;
    },
  },
  {
    procedure: 'dossier.removeDocument',
    run: (api) => api.dossier.removeDocument({ documentId: made.documentId }),
  },
  {
    procedure: 'dossier.restoreDocument',
    run: (api) => api.dossier.restoreDocument({ documentId: made.documentId }),
  },
  {
    procedure: 'dossier.setNextStep',
    run: async (api) => {
      const step = { householdId: abeel.householdId, what: 'Geheimtekst', dueDate: '2026-12-01' };
      made.nextStepId = (await api.dossier.setNextStep(step)).nextStepId;
    },
  },
  {
    procedure: 'dossier.finishNextStep',
    run: (api) => api.dossier.finishNextStep({ nextStepId: made.nextStepId }),
  },
  {
    procedure: 'correspondence.saveText',
    run: async (api) => {
      const versions = [{ language: 'nl' as const, subject: 'Geheimtekst', body: words('Geheimtekst') }];
      const text = { textId: null, name: 'Geheimtekst', tone: 'friendly' as const, versions };
      made.textId = (await api.correspondence.saveText(text)).textId;
    },
  },
  {
    procedure: 'correspondence.archiveText',
    run: (api) => api.correspondence.archiveText({ textId: made.textId, archived: false }),
  },
  {
    procedure: 'correspondence.saveMailSettings',
    run: (api) => api.correspondence.saveMailSettings({ settings: server.settings(), password: 'Geheimwoord' }),
  },
  {
    procedure: 'correspondence.testMail',
    run: (api) =>
      api.correspondence.testMail({
        to: 'geheim@school.example',
        sample: { textId: made.textId, householdId: abeel.householdId },
      }),
  },
  {
    procedure: 'correspondence.send',
    run: async (api) => {
      const keys = [abeel.householdId, den.householdId, letter.householdId];
      const selection = { grouping: 'household' as const, keys };
      const sent = await api.correspondence.send({ selection, textId: made.textId, requestKey: 'k' });
      made.batchId = sent.batchId;
      await done(sent);
    },
  },
  {
    procedure: 'correspondence.decide',
    run: async (api) => {
      const [failed] = (await api.correspondence.outbox({ status: 'failed' })).messages;
      await api.correspondence.decide({ messageId: failed?.messageId ?? 0, decision: 'sendAgain' });
    },
  },
  {
    procedure: 'correspondence.resume',
    run: async (api) => done(await api.correspondence.resume({ batchId: made.batchId })),
  },
  {
    procedure: 'correspondence.printLetters',
    run: async (api) => done(await api.correspondence.printLetters({ batchId: made.batchId })),
  },
  {
    procedure: 'correspondence.confirmPrinted',
    run: (api) => api.correspondence.confirmPrinted({ batchId: made.batchId }),
  },
  {
    procedure: 'people.movePupil',
    lines: 2,
    run: (api) => api.people.movePupil({ pupilId: abeel.pupilIds[0] ?? 0, householdId: den.householdId }),
  },
  {
    procedure: 'people.mergeHouseholds',
    run: (api) => api.people.mergeHouseholds({ fromHouseholdId: letter.householdId, intoHouseholdId: den.householdId }),
  },
  {
    procedure: 'people.splitHousehold',
    lines: 2,
    run: (api) =>
      api.people.splitHousehold({
        householdId: den.householdId,
        pupilIds: [...letter.pupilIds],
        payerIds: [...letter.payerIds],
        name: 'Gezin Geheimnaam',
      }),
  },
  {
    procedure: 'ledger.bookReceipts',
    prepare: () => {
      paying = addFamily(application.context.store, made.schoolId, smallFamily(4));
    },
    run: async (api) => {
      const line = {
        householdId: paying.householdId,
        amountCents: 900,
        method: 'cash' as const,
        valueDate: '2026-11-19',
      };
      const lines = [{ ...line, description: 'Geheimtekst', allocations: [] }];
      const request = { requestKey: 'geheime sleutel', schoolId: made.schoolId, controlTotalCents: 900, lines };
      made.entryId = (await api.ledger.bookReceipts(request)).entries[0]?.entryId ?? 0;
    },
  },
  {
    procedure: 'ledger.reallocate',
    run: (api) => {
      const allocations = [{ invoiceId: paying.invoiceIds[0] ?? 0, amountCents: 400 }];
      return api.ledger.reallocate({ entryId: made.entryId, allocations, reason: 'Geheimreden' });
    },
  },
  {
    procedure: 'ledger.compensate',
    run: async (api) => {
      const { householdId } = paying;
      const { moves } = await api.ledger.proposeCompensation({ householdId });
      made.entryId = (await api.ledger.compensate({ householdId, moves })).entryId;
    },
  },
  {
    procedure: 'ledger.reverse',
    run: (api) => api.ledger.reverse({ entryId: made.entryId, reason: 'Geheimreden' }),
  },
  {
    procedure: 'imports.commit',
    run: async (api) => {
      const content = 'Stamnummer;Naam;Voornaam;Klas;School\r\n901;Geheimnaam;Noor;3A;Basisschool De Wilg\r\n';
      const read = await api.imports.read({
        fileName: 'Geheimnaam.csv',
        contentBase64: Buffer.from(content).toString('base64'),
      });
      const request = { fileId: read.fileId, kind: read.kind, schoolId: made.schoolId, mapping: read.mapping };
      const job = await done(await api.imports.commit({ ...request, saveProfileAs: 'Geheimprofiel' }));
      made.importId = (job.result as { importId: number }).importId;
    },
  },
  ...bankSteps(() => ({ application, schoolId: made.schoolId })),
  ...settlementSteps(() => ({ application, schoolId: made.schoolId })),
  ...handOverSteps(() => ({ application, schoolId: made.schoolId })),
  ...todaySteps(() => ({ application, schoolId: made.schoolId })),
  ...costSteps(() => ({ application, schoolId: made.schoolId })),
  ...changedFamilySteps(() => ({ application, schoolId: made.schoolId })),
  ...dunningSteps(() => ({ schoolId: made.schoolId })),
  ...lawSteps(),
  ...limitationSteps(() => ({ application, schoolId: made.schoolId })),
  ...runsDraftSteps(() => ({ application, schoolId: made.schoolId })),
  ...moneySteps(() => ({ application, schoolId: made.schoolId })),
  ...runSendSteps(() => ({ application })),
  { procedure: 'imports.undo', run: (api) => api.imports.undo({ importId: made.importId }) },
  {
    procedure: 'imports.deleteProfile',
    run: async (api) => api.imports.deleteProfile({ profileId: (await api.imports.profiles())[0]?.id ?? 0 }),
  },
  ...approvalSteps(() => ({ application, schoolId: made.schoolId })),
  ...accessSteps(() => ({ application, schoolId: made.schoolId })),
];

/** Every row of every table, so that nothing can hide. */
function everything(): string {
  const { sql } = application.context.store;
  const tables = sql
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_index%' ORDER BY name")
    .pluck()
    .all() as string[];
  return JSON.stringify(tables.map((table) => [table, sql.prepare(`SELECT * FROM ${table}`).all()]));
}

type Line = { readonly command: string; readonly detail: string; readonly actor: string };

function lines(): Line[] {
  return application.context.store.sql
    .prepare('SELECT command, detail, actor FROM audit_entries ORDER BY id')
    .all() as Line[];
}

describe('every command of the contract', () => {
  it('is known here', () => {
    // Signing in counts the attempt before anything else; test/access/sign-in.test.ts proves its lines.
    const others = ['setup.createDemo', 'access.signIn'];
    const told = new Set([...steps.map((step) => step.procedure), ...withoutTrail, ...others]);
    expect(procedureNames().toSorted()).toEqual([...told].toSorted());
  });

  it.each(steps.map((step, index) => ({ ...step, index })))(
    '$procedure writes its line, in its own transaction ($index)',
    async ({ procedure, lines: expected = 1, prepare, run }) => {
      await prepare?.();
      const { sql } = application.context.store;
      const before = everything();
      const linesBefore = lines().length;
      sql.exec(`CREATE TEMP TRIGGER no_audit BEFORE INSERT ON main.audit_entries
        BEGIN SELECT RAISE (ABORT, 'the trail cannot be written'); END`);
      await expect(run(application.api)).rejects.toBeDefined();
      sql.exec('DROP TRIGGER no_audit');
      expect(everything() === before, 'nothing is kept without its line').toBe(true);

      await run(application.api);
      const added = lines().slice(linesBefore);
      expect(added.map((line) => line.command)).toEqual(Array.from({ length: expected }, () => procedure));
      expect(added.map((line) => line.detail).join()).not.toMatch(/geheim|abeel|sofie|ouder\d|wilgenlaan/i);
      expect(new Set(added.map((line) => line.actor))).toEqual(new Set(['test']));
    },
  );

  it('leaves a chain that holds and balances that are the sum of their postings', async () => {
    await application.api.access.signIn({ login: firstUser.login, password: newPassword });
    expect(await application.api.audit.verify()).toEqual({ entries: lines().length, firstBroken: null });
    expect(await application.api.ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
  });

  it('setup.createDemo as well: one line, or nothing at all', async () => {
    const other = await testApplication();
    try {
      const { sql } = other.context.store;
      const start = async () => other.api.jobs.wait(await other.api.setup.createDemo({ pupils: 20 }));
      sql.exec(`CREATE TEMP TRIGGER no_audit BEFORE INSERT ON main.audit_entries
        BEGIN SELECT RAISE (ABORT, 'the trail cannot be written'); END`);
      expect((await start()).state).toBe('failed');
      expect((await other.api.setup.status()).state).toBe('empty');
      sql.exec('DROP TRIGGER no_audit');
      expect((await start()).state).toBe('done');
      expect((await other.api.audit.list({})).entries.map((line) => line.command)).toEqual(['setup.createDemo']);
    } finally {
      await other.close();
    }
  });
});

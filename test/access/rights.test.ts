import { isContractProcedure } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Role } from '#shared/access/contract.ts';
import type { Need } from '#shared/access/need.ts';
import { procedureAccess, procedureNames } from '#shared/access/rights.ts';
import { type Right, rights, rightsOf } from '#shared/access/roles.ts';
import { contract } from '#shared/contract.ts';
import { idsWithoutSchool, idsWithSchool } from '#main/access/ids-in-input.ts';
import { procedureOf } from '#test/contract/transport.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, type FamilyIds } from '#test/support/family.ts';
import { addUser, type Api, signedIn } from '#test/support/users.ts';
import { schoolWithThings, type Things } from './two-schools.ts';

type Schema = {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
};
type IdPath = { readonly procedure: string; readonly path: readonly string[] };

/** Every place in an input that names something by its id: `lines.[].householdId`. */
function idPaths(schema: Schema, path: readonly string[] = []): string[][] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, child]) => [
    ...(/Ids?$/.test(key) ? [[...path, key]] : []),
    ...idPaths(child, [...path, key]),
  ]);
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((choice) => idPaths(choice, path));
  return [...own, ...inner, ...(schema.items ? idPaths(schema.items, [...path, '[]']) : [])];
}

function namesAndInputs(): (readonly [name: string, schema: Schema | null])[] {
  return Object.entries(contract).flatMap(([domain, procedures]) =>
    Object.entries(procedures).map(([name, procedure]) => {
      if (!isContractProcedure(procedure)) throw new Error(`${domain}.${name} is no procedure`);
      const { inputSchema } = procedure['~orpc'];
      const schema =
        inputSchema instanceof z.ZodType
          ? (z.toJSONSchema(inputSchema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema)
          : null;
      return [`${domain}.${name}`, schema] as const;
    }),
  );
}

const everyIdPath: readonly IdPath[] = namesAndInputs().flatMap(([procedure, schema]) =>
  schema === null ? [] : idPaths(schema).map((path) => ({ procedure, path })),
);

function inputWith(path: readonly string[], id: number): unknown {
  const [key = '', ...rest] = path;
  if (key === '[]') return [rest.length === 0 ? id : inputWith(rest, id)];
  if (rest.length > 0) return { [key]: inputWith(rest, id) };
  return { [key]: key.endsWith('Ids') ? [id] : id };
}

const roleNames: readonly Role[] = ['secretary', 'director', 'coordinator', 'care', 'administrator'];

let application: TestApplication;
let ours: Things;
let theirs: Things;
/** Per role somebody who has it at our school only. */
const users = new Map<Role | 'everything', Api>();

beforeAll(async () => {
  application = await testApplication();
  const { context } = application;
  ours = schoolWithThings(context.store, 'Wilg');
  theirs = schoolWithThings(context.store, 'Linde');
  addUser(context.store, { name: 'Ann', roles: [{ role: 'administrator', schoolId: null }] });
  for (const role of roleNames) {
    const userId = addUser(context.store, {
      name: `Eén ${role}`,
      login: role,
      roles: [{ role, schoolId: ours['school'] ?? 0 }],
    });
    users.set(role, signedIn(context, userId));
  }
  const roles = roleNames.map((role) => ({ role, schoolId: ours['school'] ?? 0 }));
  users.set('everything', signedIn(context, addUser(context.store, { name: 'Alles', roles })));
});
afterAll(() => application.close());

function as(role: Role | 'everything'): Api {
  const api = users.get(role);
  if (!api) throw new Error(role);
  return api;
}

/** `done`, or the code with which a call was refused. */
async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'done';
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
}

const needOf = (procedure: string): Need => procedureAccess(procedure)?.need ?? 'anyone';

describe('the table of rights', () => {
  it('names every procedure of the contract, and nothing beside it', () => {
    expect(procedureNames().toSorted()).toEqual(
      namesAndInputs()
        .map(([name]) => name)
        .toSorted(),
    );
    expect(procedureAccess('ledger.steal')).toBeUndefined();
  });

  it('opens without signing in only what signing in needs', () => {
    expect(procedureNames().filter((name) => needOf(name) === 'anyone')).toEqual([
      'setup.status',
      'access.session',
      'access.signIn',
      'access.signOut',
      'access.lock',
    ]);
  });

  it('knows every id that an input can name', () => {
    const keys = [...new Set(everyIdPath.map(({ path }) => path.at(-1) ?? ''))];
    expect(keys.length).toBeGreaterThan(30);
    expect(keys.filter((key) => !idsWithSchool.includes(key) && !idsWithoutSchool.has(key))).toEqual([]);
  });
});

/** One procedure for each right, with an input about our school that it would take. */
const examples: Readonly<Record<Right, (mine: Things) => readonly [procedure: string, input: unknown]>> = {
  read: () => ['ledger.openItems', {}],
  notes: ({ household }) => ['dossier.addNote', { householdId: household, kind: 'note', body: 'Gebeld' }],
  work: ({ payer }) => ['people.markEmailBounced', { payerId: payer, bounced: true }],
  bank: () => ['bank.statements', {}],
  money: ({ invoice }) => ['ledger.charge', { invoiceId: invoice, amountCents: 100, reason: 'kosten' }],
  giveUp: ({ invoice }) => [
    'ledger.writeOff',
    { items: [{ invoiceId: invoice, amountCents: 100 }], ground: 'tooSmall', reason: 'klein' },
  ],
  approve: ({ approval }) => ['approvals.reject', { approvalId: approval, reason: 'nee' }],
  care: ({ household }) => [
    'dossier.addNote',
    { householdId: household, kind: 'talk', body: 'Sociaal', isSocial: true },
  ],
  settings: ({ school }) => [
    'approvals.saveThresholds',
    {
      schoolId: school,
      thresholds: { writeOff: null, remission: null, refund: 20_00, transfer: null, payerAccount: null },
    },
  ],
  users: () => ['access.users', {}],
  audit: () => ['audit.list', {}],
};

describe('a role', () => {
  it.each(roleNames.flatMap((role) => rights.map((right) => ({ role, right }))))(
    '$role and what takes the right $right',
    async ({ role, right }) => {
      const [procedure, input] = examples[right](ours);
      const outcome = await outcomeOf(procedureOf(as(role), procedure)(input));
      // Rejecting what another role rejected already is a conflict, and no matter of rights.
      expect(['done', 'CONFLICT', 'REFUSED']).toContain(outcome);
      expect(outcome !== 'REFUSED').toBe(rightsOf(role).includes(right));
    },
  );

  it('tells the screen what need not be offered, and that is what is refused', async () => {
    const { refused } = await as('secretary').access.session();
    expect(refused).toEqual(
      expect.arrayContaining(['approvals.approve', 'access.saveUser', 'audit.list', 'correspondence.saveMailSettings']),
    );
    expect(refused).not.toContain('ledger.refund');
    const outcomes = await Promise.all(
      refused.map((procedure) => outcomeOf(procedureOf(as('secretary'), procedure)({}))),
    );
    expect(new Set(outcomes)).toEqual(new Set(['REFUSED']));
  });

  it('at one school does not decide for the whole board', async () => {
    await expect(as('everything').access.saveSettings({ idleMinutes: 5 })).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringMatching(/hele bestuur/) as string,
    });
    await expect(as('everything').ledger.verify()).rejects.toMatchObject({ code: 'REFUSED' });
  });
});

describe('what is of another school', () => {
  const withSchool = everyIdPath.filter(
    ({ procedure, path }) =>
      idsWithSchool.includes(path.at(-1) ?? '') && !['anyone', 'self'].includes(needOf(procedure)),
  );

  it.each(withSchool.map(({ procedure, path }) => ({ procedure, path, at: path.join('.') })))(
    '$procedure refuses $at',
    async ({ procedure, path }) => {
      const key = path.at(-1) ?? '';
      const thing = idsWithSchool.includes(key) ? thingOf(key) : '';
      const id = theirs[thing];
      expect(id, `a ${thing} of the other school`).toBeGreaterThan(0);
      await expect(procedureOf(as('everything'), procedure)(inputWith(path, id ?? 0))).rejects.toMatchObject({
        code: 'REFUSED',
        message: expect.stringMatching(/van een school waar u dit niet mag|hele bestuur/) as string,
      });
    },
  );

  it.each(['invoice', 'pupil', 'household', 'payer'] as const)('refuses a selection of a %s', async (grouping) => {
    const selection = { grouping, keys: [ours[grouping] ?? 0, theirs[grouping] ?? 0] };
    const refusal = { code: 'REFUSED' };
    await expect(as('everything').holds.place({ selection, reason: 'x' })).rejects.toMatchObject(refusal);
    await expect(as('everything').ledger.selectionTotals(selection)).rejects.toMatchObject(refusal);
    await expect(
      as('everything').correspondence.prepare({ selection, textId: ours['text'] ?? 0 }),
    ).rejects.toMatchObject(refusal);
  });

  it('changed nothing: no line in the trail is about it', () => {
    const { sql } = application.context.store;
    expect(sql.prepare('SELECT count(*) FROM audit_entries WHERE school_id = ?').pluck().get(theirs['school'])).toBe(0);
  });
});

/** `fromInvoiceId` names an invoice. */
function thingOf(key: string): string {
  const bare = key
    .replace(/Ids?$/, '')
    .replace(/^(from|into|to|related|settle|replaces)(?=[A-Z])(?!Claim)/, '')
    .replace(/^[A-Z]/, (letter) => letter.toLowerCase());
  return key === 'relatedClaimId' ? 'relatedClaim' : bare;
}

describe('a list', () => {
  it('of anything shows the schools of whoever asks', async () => {
    const api = as('everything');
    const here = { schoolId: ours['school'] };
    expect((await api.schools.list()).map(({ id }) => id)).toEqual([ours['school']]);
    const open = await api.ledger.openItems({});
    expect(open.rows.length).toBeGreaterThan(0);
    expect(new Set(open.rows.map((row) => row.schoolId))).toEqual(new Set([ours['school']]));
    for (const grouping of ['pupil', 'household', 'payer'] as const) {
      const { rows, totals } = await api.ledger.openItems({ grouping });
      expect(rows.map(({ key }) => key)).toEqual([ours[grouping]]);
      expect(totals.rows).toBe(1);
      expect(await api.ledger.selectAll({ grouping })).toEqual({ keys: [ours[grouping]] });
    }
    expect((await api.dossier.households({})).rows.map(({ householdId }) => householdId)).toEqual([ours['household']]);
    expect(await api.dossier.search({ text: 'Linde' })).toEqual([]);
    expect((await api.dossier.search({ text: 'Wilg' })).length).toBeGreaterThan(0);
    expect((await api.correspondence.outbox({})).messages.map(({ messageId }) => messageId)).toEqual([ours['message']]);
    expect((await api.correspondence.batches()).map(({ batchId }) => batchId)).toEqual([ours['batch']]);
    expect((await api.correspondence.texts()).map(({ textId }) => textId)).toEqual([ours['text']]);
    expect((await api.imports.list()).map(({ importId }) => importId)).toEqual([ours['import']]);
    expect((await api.approvals.list({})).rows.map(({ approvalId }) => approvalId)).toContain(ours['approval']);
    expect((await api.approvals.list({})).rows.map(({ schoolId }) => schoolId)).not.toContain(theirs['school']);
    expect((await api.bank.accounts()).every(({ schoolId }) => schoolId === here.schoolId)).toBe(true);
    expect((await api.bank.statements({})).rows.map(({ statementId }) => statementId)).toEqual([ours['statement']]);
    expect((await api.bank.lines({})).rows.map(({ transactionId }) => transactionId)).toEqual([ours['transaction']]);
    expect((await api.bank.freshness()).every(({ schoolId }) => schoolId === here.schoolId)).toBe(true);
    expect((await api.ledger.balances({})).rows.map(({ householdId }) => householdId)).toEqual([ours['household']]);
    expect((await api.ledger.paymentOrders({})).map(({ paymentOrderId }) => paymentOrderId)).toEqual([
      ours['paymentOrder'],
    ]);
    expect((await api.ledger.periodicCharges({})).map(({ periodicChargeId }) => periodicChargeId)).toEqual([
      ours['periodicCharge'],
    ]);
    const { entries } = await api.audit.list({});
    expect(entries.length).toBeGreaterThan(0);
    expect(
      entries.every(({ schoolId, householdId }) => schoolId === ours['school'] || householdId === ours['household']),
    ).toBe(true);
  });

  it('of everything is for who has a role at every school', async () => {
    const userId = addUser(application.context.store, {
      name: 'Overal',
      roles: [{ role: 'coordinator', schoolId: null }],
    });
    const api = signedIn(application.context, userId);
    expect(await api.schools.list()).toHaveLength(2);
    expect((await api.dossier.households({})).rows).toHaveLength(2);
    expect((await api.ledger.verify()).wrong).toEqual([]);
  });
});

describe('a household with a child at each school', () => {
  let shared: FamilyIds;
  let billTheirs = 0;

  beforeAll(() => {
    const { store } = application.context;
    shared = addFamily(store, ours['school'] ?? 0, {
      name: 'Gezin Brug',
      payers: [{ firstName: 'Lies', lastName: 'Brug' }],
      pupils: [
        { firstName: 'Mia', lastName: 'Brug', invoices: [{ number: '9001', amountCents: 30_00 }] },
        {
          firstName: 'Ward',
          lastName: 'Brug',
          schoolId: theirs['school'] ?? 0,
          invoices: [{ number: '9002', amountCents: 70_00, paidCents: 20_00 }],
        },
      ],
    });
    billTheirs = shared.invoiceIds[1] ?? 0;
  });

  it('shows the bills of one’s own school only, and counts no others', async () => {
    const api = as('secretary');
    const { householdId } = shared;
    const page = await api.dossier.page({ householdId, withClosed: true });
    expect(page.invoices.map(({ number }) => number)).toEqual(['9001']);
    expect(page.totals).toMatchObject({ openCents: 30_00, openInvoices: 1 });
    expect(page.payers.map(({ openCents }) => openCents)).toEqual([30_00]);
    const { entries } = await api.dossier.timeline({ householdId });
    expect(JSON.stringify(entries)).not.toContain('9002');
    const postings = await api.ledger.postings({ of: { householdId } });
    expect(postings).toMatchObject({ total: 1, balanceCents: 30_00 });
    const ofPayer = await api.ledger.postings({ of: { payerId: shared.payerIds[0] ?? 0 } });
    expect(ofPayer.rows.map(({ invoiceNumber }) => invoiceNumber)).toEqual(['9001']);
    const balance = (await api.ledger.balances({})).rows.find((row) => row.householdId === householdId);
    expect(balance).toMatchObject({ openCents: 30_00, balanceCents: 30_00 });
    const listed = (await api.dossier.households({})).rows.find((row) => row.householdId === householdId);
    expect(listed).toMatchObject({ openCents: 30_00 });
    const whatIf = await api.ledger.allocate({ amountCents: 100_00, householdId });
    expect(whatIf.allocations.map(({ invoiceId }) => invoiceId)).toEqual([shared.invoiceIds[0]]);
    const found = await api.bank.candidates({ transactionId: ours['transaction'] ?? 0, text: 'Brug' });
    expect(found.flatMap(({ claims }) => claims.map(({ number }) => number))).toEqual(['9001']);
    expect((await api.dossier.search({ text: '9002' })).map(({ entityId }) => entityId)).not.toContain(billTheirs);
  });

  it('gets no message about another school', async () => {
    const selection = { grouping: 'household' as const, keys: [shared.householdId] };
    const { messages } = await as('secretary').correspondence.prepare({ selection, textId: ours['text'] ?? 0 });
    expect(new Set(messages.map(({ schoolName }) => schoolName))).toEqual(new Set(['Wilg']));
  });

  it('is held for one’s own school only', async () => {
    const selection = { grouping: 'household' as const, keys: [shared.householdId] };
    const { holdIds } = await as('secretary').holds.place({ selection, reason: 'even wachten' });
    expect(holdIds).toHaveLength(1);
    await as('secretary').holds.lift({ holdIds });
  });

  it('shows both to somebody of both', async () => {
    const roles = [ours, theirs].map((school) => ({ role: 'coordinator' as const, schoolId: school['school'] ?? 0 }));
    const api = signedIn(application.context, addUser(application.context.store, { name: 'Brugge', roles }));
    const page = await api.dossier.page({ householdId: shared.householdId, withClosed: false });
    expect(page.totals).toMatchObject({ openCents: 80_00, openInvoices: 2 });
  });
});

describe('a social note', () => {
  it('is written and read by the role zorg only', async () => {
    const householdId = ours['household'] ?? 0;
    const body = 'Vader is in begeleiding bij het CAW';
    await as('care').dossier.addNote({ householdId, kind: 'talk', body, isSocial: true });
    await expect(
      as('secretary').dossier.addNote({ householdId, kind: 'talk', body: 'Nieuwsgierig', isSocial: true }),
    ).rejects.toMatchObject({ code: 'REFUSED', data: { field: 'isSocial' } });
    const told = async (role: Role) =>
      (await as(role).dossier.timeline({ householdId, limit: 500 })).entries.map(({ summary }) => summary);
    expect((await as('care').dossier.timeline({ householdId, limit: 500 })).entries).toContainEqual(
      expect.objectContaining({ summary: body, isSocial: true }),
    );
    for (const role of ['secretary', 'director', 'coordinator', 'administrator'] as const) {
      expect(await told(role)).not.toContain(body);
    }
    expect((await as('secretary').dossier.timeline({ householdId })).total).toBeLessThan(
      (await as('care').dossier.timeline({ householdId })).total,
    );
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TestApplication } from '#test/support/application.ts';
import { addFamily, addInvoice, addSchool, post } from '#test/support/family.ts';
import { addBeuk, creditsOf, everythingAddsUp, oneSchool, openOf, receive } from './booking.ts';

let application: TestApplication;
let api: TestApplication['api'];
let schoolId: number;

beforeAll(async () => {
  ({ application, api, schoolId } = await oneSchool());
});
afterEach(() => everythingAddsUp(api));
afterAll(() => application.close());

describe('settling what a family has to its credit', () => {
  it('proposes the oldest credit for the oldest bill, between children of the family, and books it in one go', async () => {
    const { store } = application.context;
    const { householdId, invoiceIds } = addFamily(store, schoolId, {
      name: 'Gezin Den',
      payers: [{ firstName: 'An', lastName: 'Den' }],
      pupils: [
        {
          firstName: 'Rayan',
          lastName: 'Den',
          invoices: [
            { number: 'C-1', amountCents: -3000, dueDate: '2026-09-01' },
            { number: 'D-1', amountCents: 2000, dueDate: '2026-10-20' },
          ],
        },
        { firstName: 'Lina', lastName: 'Den', invoices: [{ number: 'D-2', amountCents: 4000, dueDate: '2026-10-01' }] },
      ],
    });
    await receive(api, schoolId, householdId, 1500, { allocations: [] });
    const proposal = await api.ledger.proposeCompensation({ householdId });
    expect(proposal.moves.map((move) => [move.fromNumber, move.toNumber, move.toPupilName, move.amountCents])).toEqual([
      ['C-1', 'D-2', 'Lina Den', 3000],
      ['T-1', 'D-2', 'Lina Den', 1000],
      ['T-1', 'D-1', 'Rayan Den', 500],
    ]);
    expect(proposal.totalCents).toBe(4500);
    const booked = await api.ledger.compensate({ householdId, moves: proposal.moves });
    expect(booked.entryIds).toEqual([booked.entryId]);
    expect(await openOf(api, invoiceIds)).toEqual([0, 1500, 0]);
    expect(await creditsOf(api, householdId)).toEqual([]);
    expect(await api.ledger.proposeCompensation({ householdId })).toEqual({ moves: [], totalCents: 0 });
    const { entries } = await api.dossier.timeline({ householdId });
    expect(entries.map(({ summary }) => summary)).toContain('€\u00a030,00 verrekend met factuur D-2');
    await api.ledger.reverse({ entryId: booked.entryId, reason: 'toch terugbetalen' });
    expect(await openOf(api, invoiceIds)).toEqual([-3000, 2000, 4000]);
  });

  it('stays within each school', async () => {
    const { store } = application.context;
    const other = addSchool(store, 'Middenschool De Linde');
    const { householdId, pupilIds, invoiceIds } = addBeuk(application, schoolId, [2000]);
    const there = addFamily(store, other, {
      name: 'Gezin Beuk',
      pupils: [{ firstName: 'Jef', lastName: 'Beuk', invoices: [{ number: 'L-1', amountCents: 9000 }] }],
    });
    store.sql.prepare('UPDATE pupils SET household_id = ? WHERE id = ?').run(householdId, there.pupilIds[0]);
    addInvoice(store, schoolId, pupilIds[0] ?? 0, { number: 'C-2', amountCents: -5000 });
    const { moves, totalCents } = await api.ledger.proposeCompensation({ householdId });
    expect(moves).toMatchObject([{ toInvoiceId: invoiceIds[0], amountCents: 2000 }]);
    expect(totalCents).toBe(2000);
    const [move] = moves;
    const across = { fromInvoiceId: move?.fromInvoiceId ?? 0, toInvoiceId: there.invoiceIds[0] ?? 0, amountCents: 100 };
    await expect(api.ledger.compensate({ householdId, moves: [across] })).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('gives each school its own entry', async () => {
    const { store } = application.context;
    const other = addSchool(store, 'Middenschool De Es');
    const { householdId } = addFamily(store, schoolId, {
      name: 'Gezin Es',
      pupils: [
        {
          firstName: 'A',
          lastName: 'Es',
          invoices: [
            { number: 'E-1', amountCents: -500 },
            { number: 'E-2', amountCents: 700 },
          ],
        },
        {
          firstName: 'B',
          lastName: 'Es',
          schoolId: other,
          invoices: [
            { number: 'E-3', amountCents: -300 },
            { number: 'E-4', amountCents: 100 },
          ],
        },
      ],
    });
    const { moves } = await api.ledger.proposeCompensation({ householdId });
    const { entryIds } = await api.ledger.compensate({ householdId, moves });
    expect(entryIds).toHaveLength(2);
    expect((await api.dossier.page({ householdId })).totals).toMatchObject({ openCents: 200, creditCents: 200 });
  });

  it('uses the money of one parent for what that parent owes only', async () => {
    const { householdId, invoiceIds, payerIds } = addBeuk(application, schoolId, [10_000], [5000, 5000]);
    const [, father = 0] = payerIds;
    const reference = (await api.ledger.invoice({ invoiceId: invoiceIds[0] ?? 0 })).structuredReference;
    await receive(api, schoolId, householdId, 8000, { payerId: father, reference });
    expect(await creditsOf(api, householdId)).toMatchObject([{ openCents: -3000 }]);
    expect(await api.ledger.proposeCompensation({ householdId })).toMatchObject({ moves: [] });
    addInvoice(application.context.store, schoolId, (await api.dossier.page({ householdId })).pupils[0]?.pupilId ?? 0, {
      number: 'B-9',
      amountCents: 4000,
    });
    const { moves } = await api.ledger.proposeCompensation({ householdId });
    expect(moves.map(({ toNumber, amountCents }) => [toNumber, amountCents])).toEqual([['B-9', 2000]]);
    await api.ledger.compensate({ householdId, moves });
    const { owed } = await api.ledger.invoice({ invoiceId: moves[0]?.toInvoiceId ?? 0 });
    expect(owed.map(({ openCents }) => openCents)).toEqual([2000, 0]);
  });

  it('does so with what one parent paid too much on a bill as well, unless a person chooses otherwise', async () => {
    const { store } = application.context;
    const { householdId, invoiceIds, payerIds } = addBeuk(application, schoolId, [10_000, 4000], [5000, 5000]);
    const [first = 0, second = 0] = invoiceIds;
    const [mother = 0, father = 0] = payerIds;
    const allocations = [{ invoiceId: first, amountCents: 5000 }];
    await receive(api, schoolId, householdId, 5000, { payerId: father, allocations });
    // The bill turns out to be 20.00: father paid 30.00 too much, mother owes 20.00 of the other one.
    post(store, first, 'credit', -8000, '2026-11-19');
    const { moves } = await api.ledger.proposeCompensation({ householdId });
    expect(moves.map(({ amountCents }) => amountCents)).toEqual([2000]);
    const { entryId } = await api.ledger.compensate({ householdId, moves });
    const owed = async () =>
      (await api.ledger.invoice({ invoiceId: second })).owed.map(({ payerId, openCents }) => [payerId, openCents]);
    expect(await owed()).toEqual([
      [mother, 2000],
      [father, 0],
    ]);
    await api.ledger.reverse({ entryId, reason: 'anders gekozen' });
    const byHand = [{ fromInvoiceId: first, toInvoiceId: second, amountCents: 3000 }];
    await api.ledger.compensate({ householdId, moves: byHand });
    expect(await owed()).toEqual([
      [mother, 1000],
      [father, 0],
    ]);
    expect(await openOf(api, invoiceIds)).toEqual([0, 1000]);
    expect(await api.ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
  });

  it('refuses more than there is, or than is open', async () => {
    const { householdId, invoiceIds } = addBeuk(application, schoolId, [1000, -5000]);
    const [toInvoiceId = 0, fromInvoiceId = 0] = invoiceIds;
    for (const amountCents of [1001, 5001]) {
      await expect(
        api.ledger.compensate({ householdId, moves: [{ fromInvoiceId, toInvoiceId, amountCents }] }),
      ).rejects.toMatchObject({ code: 'CONFLICT', data: { field: 'moves.0.amountCents' } });
    }
    const twice = { fromInvoiceId, toInvoiceId, amountCents: 600 };
    await expect(api.ledger.compensate({ householdId, moves: [twice, twice] })).rejects.toMatchObject({
      data: { field: 'moves.1.amountCents' },
    });
    await expect(api.ledger.compensate({ householdId: householdId - 1, moves: [twice] })).rejects.toMatchObject({
      code: 'INVALID',
    });
    expect(await openOf(api, invoiceIds)).toEqual([1000, -5000]);
  });
});

import { describe, expect, it } from 'vitest';
import { costsProblem, type GateCost } from '#shared/hand-over/cost-check.ts';
import { lawTablesOf } from '#shared/law/tables.ts';
import { shippedLawValues } from '#main/law/shipped-values.ts';

const tables = lawTablesOf(shippedLawValues(), []);
const clause = { clause: 'Artikel 12', clauseDate: '2024-09-01' };
const cost: GateCost = {
  kind: 'lumpSum',
  amountCents: 36_50,
  billId: 1,
  issueDate: '2024-12-01',
  dueDate: '2024-12-31',
  dueCents: 215_00,
};
const problem = (costs: readonly GateCost[], given = clause) => costsProblem(costs, given, '2025-04-01', tables);

describe('costs that go along with a hand-over (law.md 1.4–1.6, 1.8 v)', () => {
  it('lets a lump sum at the cap go (€ 36,50 on € 215,00), and nothing above it', () => {
    expect(problem([])).toBeNull();
    expect(problem([cost])).toBeNull();
    expect(problem([{ ...cost, amountCents: 36_51 }])).toMatch(/36,51.*boven.*36,50/);
  });

  it('takes the lowest of both readings for several bills: 3 × € 60,00 gives € 33,00', () => {
    const three = [1, 2, 3].map((billId) => ({ ...cost, billId, dueCents: 60_00, amountCents: 11_00 }));
    expect(problem(three)).toBeNull();
    expect(problem([...three.slice(1), { ...cost, billId: 1, dueCents: 60_00, amountCents: 11_01 }])).toMatch(/33,00/);
  });

  it('asks for a clause that was told before the bill', () => {
    expect(problem([cost], { clause: '', clauseDate: '2024-09-01' })).toMatch(/zonder clausule/);
    expect(problem([cost], { clause: 'Artikel 12', clauseDate: '2024-12-02' })).toMatch(/zonder clausule/);
  });

  it('never lets a lump sum and a reminder cost go together', () => {
    expect(problem([cost, { ...cost, kind: 'reminderCost', amountCents: 7_50 }])).toMatch(/niet samen/);
  });

  it('holds a reminder cost against € 7,50 with postage', () => {
    const reminder = { ...cost, kind: 'reminderCost', amountCents: 7_50 } as const;
    expect(problem([reminder])).toBeNull();
    expect(problem([{ ...reminder, amountCents: 50_00 }])).toMatch(/herinneringskost/);
  });

  it('holds interest against the ceiling since the due date, and blocks what is not known', () => {
    const rent = { ...cost, kind: 'interest', amountCents: 1_00 } as const;
    expect(problem([rent])).toBeNull();
    expect(problem([{ ...rent, amountCents: 20_00 }])).toMatch(/De rente/);
    expect(costsProblem([rent], clause, '2099-01-01', tables)).not.toBeNull();
  });
});

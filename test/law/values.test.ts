import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lawNames } from '#shared/law/contract.ts';
import { lawTables } from '#main/law/tables.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';

describe('the tables of the law at a school', () => {
  let application: TestApplication;
  beforeEach(async () => {
    application = await testApplication();
  });
  afterEach(() => application.close());

  const rate = {
    name: 'civilInterest' as const,
    fromDate: '2027-01-01',
    value: 4.25,
    source: 'Belgisch Staatsblad 15/01/2027',
  };
  const interest = () =>
    application.api.law.interest({ kind: 'civil', principalCents: 1000_00, from: '2027-01-01', to: '2027-01-02' });

  it('a blank rate blocks and says where to fill it in; filled in, it counts for that year alone', async () => {
    const { law } = application.api;
    expect(await interest()).toMatchObject({ interestCents: null, blockedBy: expect.stringContaining('van 2027') });
    expect(await law.saveValue(rate)).toEqual({
      ...rate,
      untilDate: '2027-12-31',
      doubt: '',
      isOwn: true,
      author: 'test',
      at: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/),
    });
    expect(await interest()).toMatchObject({ interestCents: 12, blockedBy: null });
    expect(lawTables(application.context.store).civilInterest.at(-1)).toMatchObject({ value: 4.25, isOwn: true });
    const next = { kind: 'civil' as const, principalCents: 1000_00, from: '2028-01-01', to: '2028-01-02' };
    expect((await law.interest(next)).blockedBy).toContain('van 2028');
  });

  it('what stood there stays in the history, and the trail tells before and after', async () => {
    const { law, audit } = application.api;
    await law.saveValue(rate);
    await law.saveValue({ ...rate, value: 4.5, doubt: 'Nagekeken' });
    const now = await law.values({ name: 'civilInterest' });
    expect(now.filter(({ fromDate }) => fromDate === '2027-01-01')).toMatchObject([{ value: 4.5, isOwn: true }]);
    const all = await law.values({ name: 'civilInterest', withHistory: true });
    expect(all.filter(({ fromDate }) => fromDate === '2027-01-01')).toMatchObject([
      { value: 4.5, isOwn: true },
      { value: 4.25, isOwn: true },
      { value: null, isOwn: false },
    ]);
    const [line] = (await audit.list({})).entries;
    expect(line).toMatchObject({ command: 'law.saveValue', detail: { name: 'civilInterest', fromDate: '2027-01-01' } });
    expect(line?.changes.map(({ before, after }) => [before, after])).toEqual(
      expect.arrayContaining([
        ['4.25', '4.5'],
        [null, 'Nagekeken'],
      ]),
    );
    expect(line?.changes).toHaveLength(2);
  });

  it('without a name every table answers', async () => {
    const names = new Set((await application.api.law.values({})).map(({ name }) => name));
    expect(names).toEqual(new Set(lawNames));
  });

  it('a value may be taken back to unknown, and then blocks', async () => {
    const { law } = application.api;
    await law.saveValue({ name: 'reminderTermDays', fromDate: '2023-09-01', value: null, source: 'Navraag loopt' });
    await expect(law.reminderTerm({ channel: 'email', sentOn: '2026-11-20' })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      data: { sentence: expect.stringContaining('Termijn na de eerste herinnering') },
    });
    await law.saveValue({ name: 'mediationDays', fromDate: '2023-09-01', value: null, source: 'Navraag loopt' });
    await expect(law.mediationHold({ requestedOn: '2026-11-20' })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await law.saveValue({ name: 'limitationYears', fromDate: '1900-01-01', value: null, source: 'Navraag loopt' });
    await expect(law.limitation({ invoiceDate: '2026-09-01', dueDate: '2026-09-30' })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });
  });

  it.each([
    ['a rate in the middle of a year', { ...rate, fromDate: '2027-03-01' }, 'fromDate'],
    ['a rate for longer than its year', { ...rate, untilDate: '2028-12-31' }, 'untilDate'],
    ['a rate that is no number', { ...rate, value: 'vier' }, 'value'],
    ['a rate with three decimals', { ...rate, value: 4.255 }, 'value'],
    ['fewer days than the law', { ...rate, name: 'reminderTermDays' as const, value: 10 }, 'value'],
    [
      'slices out of order',
      {
        ...rate,
        name: 'lumpSumCap' as const,
        value: { slices: [{ aboveCents: 100, baseCents: 1, basisPoints: 0 }], maximumCents: 1 },
      },
      'value',
    ],
    ['a half cent', { ...rate, name: 'postage' as const, value: 1.5 }, 'value'],
    [
      'an end before the start',
      { ...rate, name: 'postage' as const, value: 150, untilDate: '2026-01-01' },
      'untilDate',
    ],
    ['a holiday without end', { ...rate, name: 'schoolHoliday' as const, value: 'Brugdag' }, 'untilDate'],
    ['no source', { ...rate, source: ' ' }, 'source'],
  ])('refuses %s, and keeps nothing', async (_, draft, field) => {
    await expect(application.api.law.saveValue(draft)).rejects.toMatchObject({ code: 'INVALID', data: { field } });
    expect((await application.api.law.values({ withHistory: true })).filter(({ isOwn }) => isOwn)).toEqual([]);
  });

  it('an hour that does not exist is refused', async () => {
    await expect(application.api.law.sendingMoment({ onDate: '2026-11-20', time: '24:10' })).rejects.toMatchObject({
      code: 'INVALID',
      data: { field: 'time' },
    });
  });

  it('own rows cannot be changed or deleted in the store', async () => {
    await application.api.law.saveValue(rate);
    const { sql } = application.context.store;
    expect(() => sql.prepare("UPDATE law_values SET value = '1'").run()).toThrow('append-only');
    expect(() => sql.prepare('DELETE FROM law_values').run()).toThrow('append-only');
  });
});

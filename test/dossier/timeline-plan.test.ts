import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { timelineSql } from '#main/dossier/timeline-sql.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';

let application: TestApplication;

beforeEach(async () => {
  application = await testApplication();
});
afterEach(() => application.close());

describe('the query of the timeline', () => {
  it('goes from the household to what belongs to it, and reads no large table from end to end', () => {
    const plan = application.context.store.sql
      .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${timelineSql} SELECT * FROM entries`)
      .all({ householdId: 1, commands: '[]', schools: null, withSocial: 1 });
    const scans = plan.map(({ detail }) => detail).filter((detail) => detail.startsWith('SCAN '));
    // i, u and r: the invoices and pupils of the household, and the imports that touched them.
    const small = /^SCAN (i|u|r|known|entries|family|CONSTANT ROW|json_each .*|\(subquery-\d+\))$/;
    expect(scans.filter((detail) => !small.test(detail))).toEqual([]);
    expect(scans.length).toBeGreaterThan(5);
    expect(plan.some(({ detail }) => detail.includes('AUTOMATIC'))).toBe(false);
  });
});

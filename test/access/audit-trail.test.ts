import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '#main/api/command.ts';
import { addFamily, addSchool } from '#test/support/family.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';

let application: TestApplication;
let householdId: number;

beforeEach(async () => {
  application = await testApplication();
  const schoolId = addSchool(application.context.store);
  ({ householdId } = addFamily(application.context.store, schoolId, { name: 'Gezin Abeel' }));
});
afterEach(() => application.close());

function write(lines: number): void {
  for (let line = 1; line <= lines; line += 1) {
    runCommand(application.context, () => ({
      result: null,
      audit: { command: 'test.line', detail: { line, note: 'Zoë' }, householdId: line % 2 === 0 ? householdId : null },
    }));
  }
}

/** What someone does who opens the file with another program. */
function tamper(sql: string): void {
  const { sql: database } = application.context.store;
  database.exec('DROP TRIGGER audit_entries_no_update; DROP TRIGGER audit_entries_no_delete;');
  database.exec(sql);
}

describe('the audit trail', () => {
  it('lists the newest line first, a page at a time', async () => {
    write(5);
    const { entries, total } = await application.api.audit.list({ offset: 1, limit: 2 });
    expect(total).toBe(5);
    expect(entries.map(({ detail }) => detail['line'])).toEqual([4, 3]);
    expect(entries[0]).toMatchObject({ actor: 'test', command: 'test.line', householdId });
  });

  it('lists the lines of one household', async () => {
    write(5);
    const { entries, total } = await application.api.audit.list({ householdId });
    expect(total).toBe(2);
    expect(entries.map(({ detail }) => detail['line'])).toEqual([4, 2]);
  });

  it('proves a trail that nobody touched, also over several portions', async () => {
    write(5003);
    expect(await application.api.audit.verify()).toEqual({ entries: 5003, firstBroken: null });
  });

  it('proves an empty trail', async () => {
    expect(await application.api.audit.verify()).toEqual({ entries: 0, firstBroken: null });
  });

  it.each([
    ['a changed detail', `UPDATE audit_entries SET detail = '{"line":3,"note":"Zoe"}' WHERE id = 3`, 3],
    ['another author', `UPDATE audit_entries SET actor = 'someone' WHERE id = 2`, 2],
    ['another household', `UPDATE audit_entries SET household_id = NULL WHERE id = 4`, 4],
    ['another moment', `UPDATE audit_entries SET at = '2020-01-01T00:00:00.000Z' WHERE id = 1`, 1],
    ['a line taken out', `DELETE FROM audit_entries WHERE id = 3`, 4],
    ['the first line taken out', `DELETE FROM audit_entries WHERE id = 1`, 2],
    ['respaced detail', `UPDATE audit_entries SET detail = detail || ' ' WHERE id = 5`, 5],
  ])('finds %s', async (_what, sql, firstBroken) => {
    write(5);
    tamper(sql);
    expect((await application.api.audit.verify()).firstBroken).toBe(firstBroken);
  });

  it('cannot be changed or shortened from inside', () => {
    write(1);
    const { sql } = application.context.store;
    expect(() => sql.exec("UPDATE audit_entries SET actor = 'x'")).toThrow(/append-only/);
    expect(() => sql.exec('DELETE FROM audit_entries')).toThrow(/append-only/);
  });
});

import { readMigrations } from '#main/store/migrations.ts';
import type { Migration } from '#main/store/migrations.ts';
import { openStore } from '#main/store/open.ts';

/** A step that takes its time: a table, many rows, and a change to rows that were there. */
export function withSlowStep(): Migration[] {
  const shipped = readMigrations();
  const sql = `
    CREATE TABLE new_slow (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;
    UPDATE households SET name = name || ' (nieuw)';
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
    INSERT INTO new_slow SELECT i, printf('%0200d', i) FROM n;
    CREATE INDEX new_slow_words ON new_slow (words);`;
  return [...shipped, { version: shipped.length + 1, name: 'slow.sql', sql }];
}

// Started by the test as a process of its own, to be killed.
const [, script, file] = process.argv;
if (script?.endsWith('slow-migration.ts') && file) {
  process.stdout.write('started\n');
  (await openStore(file, withSlowStep())).close();
  process.stdout.write('done\n');
}

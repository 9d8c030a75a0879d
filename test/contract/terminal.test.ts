import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '#test/support/application.ts';
import { runTerminal } from './terminal.ts';

describe('the terminal', () => {
  let folder: string;
  let database: readonly string[];
  beforeAll(() => {
    folder = temporaryFolder();
    database = ['--db', join(folder, 'test.sqlite')];
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('lists every procedure with the schema of its input', async () => {
    const { exitCode, stdout } = await runTerminal(['--list']);
    const listed = JSON.parse(stdout) as { name: string; input: { properties: object } }[];
    expect(exitCode).toBe(0);
    const names = listed.map(({ name }) => name);
    expect(names).toContain('dossier.search');
    expect(new Set(names.map((name) => name.split('.')[0])).size).toBeGreaterThanOrEqual(10);
    expect(listed.find(({ name }) => name === 'dossier.search')?.input.properties).toHaveProperty('text');
  });

  it.each([
    ['an unknown procedure', ['dossier.nothing', '{}'], 'NOT_FOUND'],
    ['part of a name', ['dossier', '{}'], 'NOT_FOUND'],
    ['a name of JavaScript', ['constructor', '{}'], 'NOT_FOUND'],
    ['input that is no JSON', ['dossier.search', '{text:'], 'INVALID'],
    ['a date that is none', ['--as-of', '2026-02-30', 'setup.status'], 'INVALID'],
    ['nothing at all', [], 'INVALID'],
  ])('says what is wrong with %s, as JSON and with a non-zero exit', async (_what, args, code) => {
    const { exitCode, stdout } = await runTerminal([...database, ...args]);
    expect(exitCode).not.toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code, sentence: expect.stringMatching(/\w+ \w+/) as string } });
  });
});

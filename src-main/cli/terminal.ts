import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { createRouterClient, ORPCError } from '@orpc/server';
import { isPlainDate } from '#shared/calendar/plain-date.ts';
import { Problem } from '#shared/api/problem.ts';
import { systemClock } from '#main/adapters/clock.ts';
import { fileSecrets } from '#main/adapters/file-secrets.ts';
import { signIn } from '#main/access/sign-in.ts';
import { defaultDatabasePath, openApplication } from '#main/api/application.ts';
import type { Context } from '#main/api/context.ts';
import { router } from '#main/api/router.ts';
import { listProcedures } from './list.ts';

const passwordVariable = 'OPENSTAAND_PASSWORD';

const usage =
  "Gebruik: npm run -s api -- [--db BESTAND] [--as-of JJJJ-MM-DD] [--user AANMELDNAAM] <procedure> '<json>', of --list [begin van een naam].";

/** The terminal root: one procedure, its answer as JSON on stdout; an error as JSON on stdout and a non-zero exit. */
async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  const [name, json = '{}'] = positionals;
  if (values.list) {
    print(listProcedures().filter((procedure) => procedure.name.startsWith(name ?? '')));
    return 0;
  }
  if (!name) throw new Problem('INVALID', usage);
  const asOf = values['as-of'];
  if (asOf !== undefined && !isPlainDate(asOf))
    throw new Problem('INVALID', `--as-of ${asOf} is geen datum (jjjj-mm-dd).`);
  const databasePath = values.db ?? defaultDatabasePath(process.env, homedir());
  const application = await openApplication({
    databasePath,
    secrets: fileSecrets(dirname(databasePath)),
    clock: systemClock(asOf),
    mayReadPaths: true,
    keyboard: 'terminal',
  });
  try {
    if (values.user !== undefined) await signInAs(application.context, values.user);
    return await call(application.context, name, parseInput(json));
  } finally {
    await application.close();
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        db: { type: 'string' },
        'as-of': { type: 'string' },
        list: { type: 'boolean' },
        user: { type: 'string' },
      },
    });
  } catch {
    throw new Problem('INVALID', `Deze opties kloppen niet. ${usage}`);
  }
}

/** SECURITY: the password comes from the environment; on the command line every program on this computer could read it. */
async function signInAs(context: Context, login: string): Promise<void> {
  const password = process.env[passwordVariable];
  if (!password) {
    throw new Problem(
      'REFUSED',
      `Zet het wachtwoord van ${login} in de omgevingsvariabele ${passwordVariable}. Er is niets gedaan.`,
    );
  }
  await signIn(context, login, password);
}

async function call(context: Context, name: string, input: unknown): Promise<number> {
  const output = await run(context, name, input);
  const jobId = (output as { jobId?: unknown } | null)?.jobId;
  if (typeof jobId !== 'string' || name.startsWith('jobs.')) {
    print(output);
    return 0;
  }
  // Long work runs in this process: stay until it ends.
  const job = await context.jobs.wait(jobId);
  print({ ...(output as object), job });
  return job.state === 'done' ? 0 : 1;
}

async function run(context: Context, name: string, input: unknown): Promise<unknown> {
  let target: unknown = createRouterClient(router, { context });
  for (const part of name.split('.')) {
    target = (target as Record<string, unknown> | undefined)?.[part];
  }
  if (!listProcedures().some((procedure) => procedure.name === name)) {
    throw new Problem('NOT_FOUND', `Er is geen procedure ${name}. npm run -s api -- --list toont ze allemaal.`);
  }
  return (target as (input: unknown) => Promise<unknown>)(input);
}

function parseInput(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Problem('INVALID', 'De invoer is geen geldige JSON. Zet ze tussen enkele aanhalingstekens.');
  }
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value ?? null, null, 2)}\n`);
}

function describe(error: unknown): { code: string; sentence: string; field: string | null } {
  if (error instanceof Problem) return { code: error.code, sentence: error.sentence, field: error.field };
  if (error instanceof ORPCError) {
    const detail = error.data as { field?: string | null } | undefined;
    return { code: error.code, sentence: error.message, field: detail?.field ?? null };
  }
  return {
    code: 'INTERNAL_SERVER_ERROR',
    sentence: error instanceof Error ? error.message : String(error),
    field: null,
  };
}

try {
  process.exitCode = await main();
} catch (error) {
  print({ error: describe(error) });
  process.exitCode = 1;
}

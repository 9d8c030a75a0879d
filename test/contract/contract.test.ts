import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '#test/support/application.ts';
import { type ContractCase, demoCases, emptyCases } from './cases.ts';
import { desktop } from './desktop.ts';
import { inProcess } from './in-process.ts';
import { terminal } from './terminal.ts';
import { attempt, followJob, type Outcome, type Transport } from './transport.ts';
import { web } from './web.ts';

/** What the first transport answered; every other one must say the same. */
const reference = new Map<string, unknown>();

describe.each([
  { name: 'in this process', open: inProcess },
  { name: 'over HTTP', open: web },
  { name: 'over the message port', open: desktop },
  { name: 'in the terminal', open: terminal },
])('the contract $name', ({ open }) => {
  let transport: Transport;

  beforeAll(async () => {
    transport = await open(temporaryFolder());
  });
  afterAll(() => transport.close());

  it.each(emptyCases)('$procedure $what', async (contractCase) => {
    const outcome = await attempt(transport, contractCase.procedure, contractCase.input);
    expect(outcome).toMatchObject(expected(contractCase));
    expectSame(`${contractCase.procedure} ${contractCase.what}`, outcome);
  });

  it('follows long work to its end', async () => {
    const events = await followJob(transport, await transport.call('setup.createDemo', { pupils: 20 }));
    expect(events.at(-1)).toMatchObject({ state: 'done', failure: null });
    expect(events.slice(0, -1).every(({ state }) => state === 'running')).toBe(true);
    expectSame('setup.createDemo', { output: { ...events.at(-1), jobId: '' } });
  });

  it.each(demoCases)('$procedure $what', async (contractCase) => {
    const outcome = await attempt(transport, contractCase.procedure, contractCase.input);
    expect(outcome).toMatchObject(expected(contractCase));
    expectSame(`${contractCase.procedure} ${contractCase.what}`, outcome);
  });
});

function expected(contractCase: ContractCase): object {
  return 'error' in contractCase ? { error: contractCase.error } : { output: contractCase.output };
}

function expectSame(key: string, outcome: Outcome): void {
  // Nothing but JSON: what goes through text and back is the same.
  expect(JSON.parse(JSON.stringify(outcome))).toStrictEqual(outcome);
  const steady = JSON.parse(JSON.stringify(outcome, withoutMomentsAndAuthors)) as unknown;
  if (!reference.has(key)) reference.set(key, steady);
  expect(steady).toEqual(reference.get(key));
}

/** Two runs happen at two moments, and the terminal is used by the person who is signed in. */
function withoutMomentsAndAuthors(key: string, value: unknown): unknown {
  if (key === 'author' || key === 'actor' || key === 'maker') return 'someone';
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) ? 'a moment' : value;
}

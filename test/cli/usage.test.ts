import { describe, expect, it } from 'vitest';
import { terminal } from '#test/support/terminal.ts';

describe('the terminal', () => {
  it.each([[['--help']], [[]]])('says how it is used: %j', async (given) => {
    const { exitCode, json } = await terminal(...given);
    expect(exitCode).toBe(1);
    expect(json).toEqual({
      error: { code: 'INVALID', sentence: expect.stringContaining('Gebruik: npm run -s api -- '), field: null },
    });
  });

  it('lists what begins as asked, each with its input', async () => {
    const { exitCode, json } = await terminal('--list', 'plans.pro');
    expect(exitCode).toBe(0);
    expect(json).toEqual([{ name: 'plans.proRata', input: expect.objectContaining({ type: 'object' }) }]);
  });
});

import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ORPCError } from '@orpc/server';
import { appRoot } from '#main/adapters/app-root.ts';
import { asOf, type Transport } from './transport.ts';

type TerminalError = { readonly code: string; readonly sentence: string; readonly field: string | null };
type Run = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

/** Every call is a process of its own, as a script or a scheduled task would do. */
export async function terminal(folder: string): Promise<Transport> {
  const database = join(folder, 'test.sqlite');
  return {
    name: 'in the terminal',
    call: async (procedure, input) => {
      const { exitCode, stdout, stderr } = await runTerminal([
        '--db',
        database,
        '--as-of',
        asOf,
        procedure,
        JSON.stringify(input),
      ]);
      const answer = JSON.parse(stdout) as { readonly error?: TerminalError } | null;
      if (exitCode === 0) return answer;
      if (!answer?.error) throw new Error(`Exit ${exitCode}: ${stdout}${stderr}`);
      const { code, sentence, field } = answer.error;
      throw new ORPCError(code, { message: sentence, data: { sentence, field } });
    },
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function runTerminal(args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['src-main/cli/main.ts', ...args],
      { cwd: appRoot, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) =>
        resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

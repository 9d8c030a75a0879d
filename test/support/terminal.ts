import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..');

export type TerminalAnswer = {
  readonly exitCode: number | null;
  /** What stood on standard output, parsed. */
  readonly json: unknown;
  readonly stderr: string;
};

/** One call of the terminal root, as `npm run -s api -- <args>` makes it. */
export function terminal(...args: readonly string[]): Promise<TerminalAnswer> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, 'src-main', 'cli', 'main.ts'), ...args], { cwd: root });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on('error', fail);
    child.on('close', (exitCode) => {
      try {
        done({ exitCode, json: JSON.parse(stdout) as unknown, stderr });
      } catch {
        fail(new Error(`Not JSON on stdout: ${stdout}\n${stderr}`));
      }
    });
  });
}

import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Everything temporary of one run of the tests stands below one folder, and goes with it, also what a killed process
 * left. In memory where there is plenty: the tests wait for a disk tens of thousands of times, and prove nothing about
 * one; what was written before a process is killed is there on either.
 */
export function setup(): () => void {
  const base = hasRoom('/dev/shm') ? '/dev/shm' : tmpdir();
  removeWhatEndedRunsLeft(base);
  const folder = mkdtempSync(join(base, `openstaand-tests-${process.pid}-`));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** A run that was broken off could not tidy up. */
function removeWhatEndedRunsLeft(base: string): void {
  for (const name of readdirSync(base)) {
    const pid = /^openstaand-tests-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(base, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Four gigabytes: a whole run needs a fraction of it. */
function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return Math.min(bavail * bsize, freemem()) > 4 * 2 ** 30;
}

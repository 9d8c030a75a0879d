import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Everything temporary of one run of the tests stands below one folder, and goes with it, also what a killed process
 * left. In memory where there is plenty: the tests wait for a disk tens of thousands of times, and prove nothing about
 * one; what was written before a process is killed is there on either.
 */
export function setup(): () => void {
  const folder = mkdtempSync(join(hasRoom('/dev/shm') ? '/dev/shm' : tmpdir(), 'openstaand-tests-'));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Four gigabytes: a whole run needs a fraction of it. */
function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return Math.min(bavail * bsize, freemem()) > 4 * 2 ** 30;
}

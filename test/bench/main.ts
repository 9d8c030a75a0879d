import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cases } from './cases.ts';
import { type Measurement, toTable } from './frame.ts';

/**
 * `npm run bench`: every case at 1×, 4× and 16×, and one table. `npm run bench -- --case open-items --scales 1` for a
 * part of it.
 */
const { values } = parseArgs({
  options: { case: { type: 'string', multiple: true }, scales: { type: 'string', default: '1,4,16' } },
});
const scales = values.scales.split(',').map(Number);
const chosen = Object.keys(cases).filter((name) => values.case?.includes(name) ?? true);
const folder = mkdtempSync(join(tmpdir(), 'openstaand-bench-'));
const measurements: Measurement[] = [];
try {
  for (const name of chosen)
    for (const scale of scales) {
      process.stderr.write(`${name} ${scale}× …\n`);
      const own = mkdtempSync(join(folder, 'case-'));
      child('prepare', name, scale, own);
      const measurement = JSON.parse(child('run', name, scale, own)) as Measurement;
      const ownMb = JSON.parse(child('memory', name, scale, own)) as number | null;
      measurements.push({ ...measurement, peakMb: ownMb ?? measurement.peakMb });
      rmSync(own, { recursive: true, force: true });
    }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${toTable(measurements)}\n`);

function child(step: string, name: string, scale: number, own: string): string {
  const script = join(import.meta.dirname, 'child.ts');
  // Started as `npm start` and `npm run api` do; memory as a user has it: with more room allowed, less is cleared.
  const flags = step === 'memory' ? [] : ['--expose-gc', '--max-old-space-size=12000'];
  const result = spawnSync(
    process.execPath,
    ['--max-semi-space-size=16', ...flags, script, step, name, String(scale), own],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  if (result.status !== 0) throw new Error(`${name} (${step}, ${scale}×) failed`);
  return result.stdout.trim().split('\n').at(-1) ?? '';
}

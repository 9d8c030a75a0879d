import { cases } from './cases.ts';
import type { Measurement } from './frame.ts';

/** One step of one case, in a process of its own: `prepare`, `run` or `memory`, the case, the scale, the folder. */
const [, , step, name, scaleText, folder] = process.argv;
const chosen = await cases[name ?? '']?.();
if (!chosen || !folder) throw new Error(`No such case: ${name}`);
const scale = Number(scaleText);
if (step === 'prepare') await chosen.prepare(folder, scale);
else if (step === 'memory') {
  // Without work of its own the memory is that of the run.
  await chosen.memory?.(folder, scale);
  process.stdout.write(`${JSON.stringify(chosen.memory ? peakMb() : null)}\n`);
} else {
  const figures = await chosen.run(folder, scale);
  const { size } = chosen;
  const measurement: Measurement = {
    case: chosen.name,
    size,
    scale,
    figures,
    peakMb: peakMb(),
  };
  process.stdout.write(`${JSON.stringify(measurement)}\n`);
}
process.exit(0);

function peakMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}

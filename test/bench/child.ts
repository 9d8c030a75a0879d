import { cases } from './cases.ts';
import type { Measurement } from './frame.ts';

/** One step of one case, in a process of its own: `prepare` or `run`, the name of the case, the scale, the folder. */
const [, , step, name, scaleText, folder] = process.argv;
const chosen = cases.find((candidate) => candidate.name === name);
if (!chosen || !folder) throw new Error(`No such case: ${name}`);
const scale = Number(scaleText);
if (step === 'prepare') await chosen.prepare(folder, scale);
else {
  const figures = await chosen.run(folder, scale);
  const { size } = chosen;
  const measurement: Measurement = {
    case: chosen.name,
    size,
    scale,
    figures,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
  process.stdout.write(`${JSON.stringify(measurement)}\n`);
}
process.exit(0);

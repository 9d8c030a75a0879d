import { Problem } from '#shared/api/problem.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { defaultDemoPupils, generateDemo } from '#shared/demo/generate.ts';
import { fewestPupilsForHelp } from '#shared/demo/help.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { installShippedTexts } from '#main/correspondence/shipped-texts.ts';
import { fillStore } from '#main/demo/fill.ts';
import { writeHelp } from '#main/demo/help.ts';
import { keepPapers } from '#main/demo/papers.ts';
import { insertShipped } from '#main/dunning/shipped-procedures.ts';
import { hasSchools, listSchools } from '#main/schools/queries.ts';
import { markAsDemo } from './queries.ts';

export type DemoCounts = { readonly schools: number; readonly pupils: number; readonly invoices: number };
/** Invented: nobody at this keyboard entered it. */
const demoAuthor = 'demoschool';

type Progress = (done: number, total: number) => void;

/**
 * Fills an empty database with the demo school; leaves one that is filled as it is. Without help it is a school that agreed
 * nothing yet: no plans, no fund, no categories.
 */
export async function ensureDemo(context: Context, { withHelp = true } = {}): Promise<void> {
  if (!hasSchools(context.store)) await createDemo(context, defaultDemoPupils, () => {}, withHelp);
}

/** Starts filling an empty database with the demo school, and answers with the job. */
export function startDemo(context: Context, pupils: number): { jobId: string } {
  refuseWhenFilled(context);
  const jobId = context.jobs.start('Demoschool klaarzetten', pupils, async (job) =>
    createDemo(context, pupils, job.progress),
  );
  return { jobId };
}

/** All in one transaction: a demo that was broken off leaves an empty database, not half a school. */
async function createDemo(context: Context, pupils: number, progress: Progress, withHelp = true): Promise<DemoCounts> {
  refuseWhenFilled(context);
  const group = generateDemo({ asOf: context.clock.today(), pupils });
  const papers = await keepPapers(context);
  return runCommand(context, () => {
    refuseWhenFilled(context);
    const options = { author: demoAuthor, createdAt: context.clock.now(), progress };
    const ids = fillStore(context.store, group, options);
    installShippedTexts(context);
    giveProcedures(context, group.asOf);
    if (withHelp && pupils >= fewestPupilsForHelp) writeHelp(context, group, ids, { ...options, ...papers });
    markAsDemo(context.store, options.createdAt);
    const counts = {
      schools: group.schools.length,
      pupils: group.pupils.length,
      invoices: group.invoices.length,
    };
    return { result: counts, audit: { command: 'setup.createDemo', detail: counts } };
  });
}

/** So that a first run is possible at once, and a dry run of any day of the last years too. */
function giveProcedures(context: Context, asOf: PlainDate): void {
  const validFrom = `${Number(asOf.slice(0, 4)) - 2}-09-01`;
  for (const { id: schoolId } of listSchools(context.store)) {
    for (const shippedKey of ['deHorizon', 'kort']) {
      insertShipped(context, { schoolId, shippedKey, billingGroupId: null, validFrom, author: demoAuthor });
    }
  }
}

export function refuseWhenFilled(context: Context): void {
  if (hasSchools(context.store)) {
    throw new Problem(
      'CONFLICT',
      'Er staat al een school in dit bestand. Er is niets veranderd; kies een ander bestand om opnieuw te beginnen.',
    );
  }
}

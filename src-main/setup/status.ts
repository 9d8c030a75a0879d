import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SetupStatus } from '#shared/setup/contract.ts';
import { appRoot } from '#main/adapters/app-root.ts';
import type { Context } from '#main/api/context.ts';
import { hasSchools } from '#main/schools/queries.ts';
import { isDemo } from './queries.ts';

const { version } = JSON.parse(readFileSync(join(appRoot, 'package.json'), 'utf8')) as { version: string };

/** What the first screen needs: whether there is a school yet, on which day we are, and who is at the keyboard. */
export function setupStatus(context: Context): SetupStatus {
  return {
    state: hasSchools(context.store) ? 'ready' : 'empty',
    version,
    asOf: context.clock.today(),
    isDemo: isDemo(context.store),
    actor: context.actor,
  };
}

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { cents, filledText } from '#shared/api/schemas.ts';
import { Problem } from '#shared/api/problem.ts';
import type { ReferenceBudget } from '#shared/affordability/contract.ts';
import { fieldChanges } from '#main/access/audit.ts';
import { resourcePath } from '#main/adapters/app-root.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';
import { insertBudget, ownBudgets } from './queries.ts';

const shippedFile = z.strictObject({
  /** For who fills it in. */
  howToFillIn: filledText(1000),
  budgets: z.array(
    z.strictObject({
      key: filledText(60),
      label: filledText(120),
      amountCents: cents.min(0).nullable(),
      source: filledText(200),
    }),
  ),
});

let read: z.infer<typeof shippedFile> | null = null;

/** The table as it came with Openstaand: blank amounts, because no source was trusted. */
export function shippedBudgets(): z.infer<typeof shippedFile> {
  read ??= shippedFile.parse(JSON.parse(readFileSync(resourcePath('assistance', 'reference-budgets.json'), 'utf8')));
  return read;
}

/** Every amount of the table, ours in the place of the one that came with it. */
export function listReferenceBudgets(store: Store): ReferenceBudget[] {
  const own = new Map(ownBudgets(store).map((row) => [row.key, row]));
  return shippedBudgets().budgets.map((shipped) => {
    const ours = own.get(shipped.key);
    return ours
      ? { ...shipped, amountCents: ours.amountCents, source: ours.source, isOwn: true }
      : { ...shipped, isOwn: false };
  });
}

export function saveReferenceBudget(
  context: Context,
  input: { readonly key: string; readonly amountCents: number | null; readonly source: string },
): ReferenceBudget[] {
  const before = listReferenceBudgets(context.store).find(({ key }) => key === input.key);
  if (!before) {
    throw new Problem(
      'NOT_FOUND',
      'Dit referentiebudget bestaat niet. Er is niets bewaard; laad de lijst opnieuw.',
      'key',
    );
  }
  return runCommand(context, () => {
    const { store, actor, clock } = context;
    insertBudget(store, input, actor, clock.now());
    return {
      result: listReferenceBudgets(store),
      audit: {
        command: 'affordability.saveReferenceBudget',
        detail: { key: input.key },
        changes: fieldChanges(
          { amountCents: before.amountCents, source: before.source },
          { amountCents: input.amountCents, source: input.source },
        ),
      },
    };
  });
}

import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { Problem } from '#shared/api/problem.ts';
import { filledText } from '#shared/api/schemas.ts';
import type { DunningProcedure } from '#shared/dunning/contract.ts';
import { type Stage, stage } from '#shared/dunning/procedure.ts';
import { resourcePath } from '#main/adapters/app-root.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { installShippedTexts } from '#main/correspondence/shipped-texts.ts';
import { shippedTextIds } from '#main/correspondence/text-queries.ts';
import type { Store } from '#main/store/store.ts';
import { newestVersion, refuseWrongPlace, refuseWrongStages } from './procedures.ts';
import { insertProcedure, insertProcedureVersion, listProcedureRows } from './queries.ts';

const shippedFile = z.object({
  key: filledText(40),
  name: filledText(80),
  description: filledText(600),
  /** Place in the list that a school chooses from. */
  order: z.number().int(),
  nearLimitationDays: z.number().int().positive().nullable(),
  stages: z
    .array(stage.omit({ textId: true }).extend({ text: filledText(40).nullable() }))
    .min(1)
    .max(12),
});
export type ShippedProcedure = z.infer<typeof shippedFile>;

/** The procedures in resources/procedures, in the order in which they are offered. */
export function readShippedProcedures(): ShippedProcedure[] {
  return readdirSync(resourcePath('procedures'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => shippedFile.parse(JSON.parse(readFileSync(resourcePath('procedures', name), 'utf8'))))
    .sort((a, b) => a.order - b.order);
}

/** What a school can choose from; a text that is not there yet comes with the procedure. */
export function listShippedProcedures(
  store: Store,
): { shippedKey: string; name: string; description: string; stages: Stage[] }[] {
  const textIds = shippedTextIds(store);
  return readShippedProcedures().map((shipped) => ({
    shippedKey: shipped.key,
    name: shipped.name,
    description: shipped.description,
    stages: linkedStages(shipped, textIds),
  }));
}

function linkedStages(shipped: ShippedProcedure, textIds: ReadonlyMap<string, number>): Stage[] {
  return shipped.stages.map(({ text, ...rest }) => ({
    ...rest,
    textId: text === null ? null : (textIds.get(text) ?? null),
  }));
}

type ShippedPlace = { readonly schoolId: number; readonly shippedKey: string; readonly billingGroupId: number | null };

/** Gives a school a shipped procedure from today, with the texts it names. */
export function addShipped(context: Context, place: ShippedPlace): DunningProcedure {
  const { store } = context;
  return runCommand(context, () => {
    refuseWrongPlace(store, { ...place, procedureId: null });
    refuseTwice(context, place);
    installShippedTexts(context);
    const procedureId = insertShipped(context, { ...place, validFrom: context.clock.today(), author: context.actor });
    const result = newestVersion(store, procedureId);
    // The office may have changed or archived a shipped text since.
    refuseWrongStages(store, result);
    return {
      result,
      audit: {
        command: 'dunning.addShipped',
        detail: { procedureId, shippedKey: place.shippedKey, billingGroupId: place.billingGroupId },
        schoolId: place.schoolId,
      },
    };
  });
}

function refuseTwice(context: Context, { schoolId, shippedKey, billingGroupId }: ShippedPlace): void {
  const asked = { schools: [schoolId], asOf: context.clock.today(), withArchived: false };
  const there = listProcedureRows(context.store, asked).find(
    (row) => row.shippedKey === shippedKey && row.billingGroupId === billingGroupId,
  );
  if (!there) return;
  throw new Problem(
    'CONFLICT',
    `De school heeft "${there.name}" al voor deze facturen. Er is niets veranderd; pas die procedure aan.`,
    'shippedKey',
  );
}

/** Writes it, inside the transaction of a command; the texts are there already. */
export function insertShipped(
  context: Context,
  place: ShippedPlace & { readonly validFrom: string; readonly author: string },
): number {
  const { store } = context;
  const { schoolId, shippedKey, billingGroupId, validFrom, author } = place;
  const shipped = readShippedProcedures().find(({ key }) => key === shippedKey);
  if (!shipped) {
    throw new Problem(
      'NOT_FOUND',
      'Deze meegeleverde procedure bestaat niet. Er is niets veranderd; kies er een uit de lijst.',
      'shippedKey',
    );
  }
  const stages = linkedStages(shipped, shippedTextIds(store));
  const at = context.clock.now();
  const procedureId = insertProcedure(store, { schoolId, name: shipped.name, shippedKey, at });
  const { nearLimitationDays } = shipped;
  const dates = { validFrom, validUntil: null, nearLimitationDays };
  insertProcedureVersion(store, { procedureId, schoolId, billingGroupId, ...dates, stages, author, at });
  return procedureId;
}

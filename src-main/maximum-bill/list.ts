import type { MaximumBillRow } from '#shared/maximum-bill/contract.ts';
import { capDoubt, levelUnknown } from '#shared/maximum-bill/cap-of.ts';
import { sumCents } from '#shared/money/cents.ts';
import { includesSchool, type Schools, schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { lawTables } from '#main/law/tables.ts';
import { reckonMaximumBill } from './reckon.ts';
import { wrongLines } from './lines.ts';

type Asked = {
  readonly schoolYear: string;
  readonly schoolId?: number | undefined;
  readonly pupilId?: number | undefined;
  readonly onlyExcess?: boolean;
};
type Listed = {
  readonly rows: MaximumBillRow[];
  readonly excessCents: number;
  readonly blocked: number;
  readonly doubts: string[];
};

/** Every pupil of primary schools with something that counts: what has to be credited first, then what cannot be reckoned. */
export function listMaximumBill(
  context: Context,
  { schoolYear, schoolId, pupilId, onlyExcess = false }: Asked,
): Listed {
  const mine = schoolsOf(context);
  const schools: Schools = schoolId === undefined ? mine : includesSchool(mine, schoolId) ? [schoolId] : [];
  const all = reckonMaximumBill(context, { schoolYear, schools, pupilIds: pupilId === undefined ? null : [pupilId] });
  const blocked = all.filter(({ blockedBy }) => blockedBy !== null);
  return {
    rows: all
      .filter((row) => !onlyExcess || (row.excessCents ?? 0) > 0)
      .toSorted((a, b) => rank(a) - rank(b))
      .map(({ invoiceIds: _invoiceIds, ...row }) => row),
    excessCents: sumCents(all.map(({ excessCents }) => excessCents ?? 0)),
    blocked: blocked.length,
    doubts: [...doubtsAbout(context, all), ...wrongLines(context.store, schoolYear, schools)],
  };
}

function rank({ proposal, blockedBy, excessCents }: MaximumBillRow): number {
  if (proposal.length > 0) return 0;
  if (blockedBy !== null) return 1;
  return (excessCents ?? 0) > 0 ? 2 : 3;
}

function doubtsAbout({ store }: Context, rows: readonly MaximumBillRow[]): string[] {
  const tables = lawTables(store);
  const withoutLevel = new Set(rows.filter(({ blockedBy }) => blockedBy === levelUnknown).map((row) => row.pupilId))
    .size;
  const unknown = rows.flatMap(({ blockedBy }) =>
    blockedBy === null || blockedBy === levelUnknown ? [] : [blockedBy],
  );
  const doubted = rows.flatMap(({ cap, level, schoolYear, capCents }) => {
    const doubt = level === null || capCents === null ? null : capDoubt(cap, level, schoolYear, tables);
    return doubt === null ? [] : [`${capNames[cap]} ${schoolYear}: ${lowerFirst(doubt)}`];
  });
  return [
    ...new Set([
      ...unknown,
      ...(withoutLevel === 0
        ? []
        : [
            withoutLevel === 1
              ? 'Van één leerling is niet bekend of het kleuter of lager is.'
              : `Van ${withoutLevel} leerlingen is niet bekend of het kleuter of lager is.`,
          ]),
      ...doubted,
    ]),
  ];
}

/** As a list and a file call the caps. */
export const capNames = {
  none: 'Telt niet mee',
  sharp: 'Scherpe maximumfactuur',
  multiDay: 'Meerdaagse uitstappen',
} as const;

function lowerFirst(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}

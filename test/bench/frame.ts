/** One line of the table: what we do in it, and the same work by the same library without our layers. */
export type Figure = {
  readonly name: string;
  /** Milliseconds, the fastest of the runs. */
  readonly ours: number;
  /** Null when there is no bare way to do it. */
  readonly raw: number | null;
  /** What was asked for, e.g. `≤ 3×`. */
  readonly wanted?: string;
};

/**
 * Something that is measured. `prepare` and `run` get processes of their own, so that the memory of one never counts for
 * another; what `prepare` makes for `run` stands in the folder.
 */
export type BenchCase = {
  readonly name: string;
  /** What 1× is: `100.000 open facturen`. */
  readonly size: string;
  readonly prepare: (folder: string, scale: number) => Promise<void>;
  readonly run: (folder: string, scale: number) => Promise<Figure[]>;
  /** Our work alone, once: the peak of its process is the memory in the table. Left out: the peak of `run`. */
  readonly memory?: (folder: string, scale: number) => Promise<void>;
};

export type Measurement = {
  readonly case: string;
  readonly size: string;
  readonly scale: number;
  readonly figures: readonly Figure[];
  /** Highest resident memory of a process that does only our work, in megabytes. */
  readonly peakMb: number;
};

/**
 * The least milliseconds of pieces of work that take turns: what else the machine does only ever adds, and falls on all
 * of them alike. The first rounds do not count; garbage of the run before is cleared first.
 */
export async function measure(works: readonly (() => unknown)[], rounds = 5, warmUp = 1): Promise<number[]> {
  const least = works.map(() => Number.POSITIVE_INFINITY);
  for (let round = -warmUp; round < rounds; round += 1)
    for (const [index, work] of works.entries()) {
      globalThis.gc?.();
      const started = performance.now();
      await work();
      if (round >= 0) least[index] = Math.min(least[index] ?? 0, performance.now() - started);
    }
  return least;
}

/** How often to measure, and how often before it counts: what takes long at a larger scale is steady by itself. */
export function roundsAt(scale: number): [rounds: number, warmUp: number] {
  return scale === 1 ? [3, 1] : [1, scale < 10 ? 1 : 0];
}

/** The one table: figure, ours and raw at 1×, ratio, then how it grows. */
export function toTable(measurements: readonly Measurement[]): string {
  const scales = [...new Set(measurements.map(({ scale }) => scale))].toSorted((a, b) => a - b);
  const [base = 1, ...larger] = scales;
  const header = [
    'figure',
    'ours ms',
    'raw ms',
    'ratio',
    'wanted',
    'peak MB',
    ...larger.flatMap((scale) => [`${scale}× ms`, `growth`, `ratio`, `peak MB`]),
  ];
  const lines = measurements
    .filter(({ scale }) => scale === base)
    .flatMap((measurement) => [
      [`${measurement.case} (${measurement.size})`],
      ...measurement.figures.map((figure) => [
        `  ${figure.name}`,
        milliseconds(figure.ours),
        milliseconds(figure.raw),
        ratio(figure),
        figure.wanted ?? '',
        String(Math.round(measurement.peakMb)),
        ...larger.flatMap((scale) => grown(measurements, measurement, figure, scale)),
      ]),
    ]);
  return columns([header, ...lines]);
}

function grown(all: readonly Measurement[], base: Measurement, figure: Figure, scale: number): string[] {
  const measurement = all.find((other) => other.case === base.case && other.scale === scale);
  const larger = measurement?.figures.find(({ name }) => name === figure.name);
  if (!measurement || !larger) return ['', '', '', ''];
  const growth = `${(larger.ours / figure.ours).toFixed(1)}×`;
  return [milliseconds(larger.ours), growth, ratio(larger), String(Math.round(measurement.peakMb))];
}

function ratio({ ours, raw }: Figure): string {
  return raw === null ? '' : `${(ours / raw).toFixed(2)}×`;
}

function milliseconds(value: number | null): string {
  return value === null ? '' : value.toFixed(value < 100 ? 1 : 0);
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.filter((row) => row.length > 1).map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          row.length === 1 ? cell : column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

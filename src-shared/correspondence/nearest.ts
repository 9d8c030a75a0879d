/**
 * How far two spellings are apart: insertions, deletions, replacements and swaps of neighbours (optimal string
 * alignment). Stops early and answers `limit + 1` when the distance is larger than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    let lowest = i;
    for (let j = 1; j <= b.length; j += 1) {
      const replace = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(replace, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforePrevious[j - 2] ?? 0) + 1);
      }
      current.push(cost);
      lowest = Math.min(lowest, cost);
    }
    if (lowest > limit) return limit + 1;
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}

/**
 * The candidate nearest to a misspelt key, or undefined when none is near: at most a third of the letters differ (two
 * at least are always forgiven), or one contains the other and they share five letters or more. Ties: the first.
 */
export function nearestKey(key: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(2, Math.floor(key.length / 3));
  let nearest: string | undefined;
  let nearestDistance = limit + 1;
  let containing: string | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(key, candidate, limit);
    if (distance < nearestDistance && distance < Math.max(key.length, candidate.length) / 2) {
      nearest = candidate;
      nearestDistance = distance;
    }
    if (Math.min(key.length, candidate.length) >= 5 && (candidate.includes(key) || key.includes(candidate))) {
      containing ??= candidate;
    }
  }
  return nearest ?? containing;
}

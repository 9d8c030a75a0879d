import type { RadarBand } from './contract.ts';

/** From so many days left on the careful clock a bill is on the radar. Source: law.md 0 (D2). */
export const radarDays = 120;

/**
 * The band of a bill by the days left on the careful clock (0 on its last day, negative when past); limited by the clock
 * of the due date. A careful clock that ran out while the other still runs is the most urgent of all, unless an act
 * restarted the other one since: nothing brings the careful one back, so from then on the other one tells. Undefined: the
 * bill has more than 120 days, and is on no list. Source: law.md 0 (D2).
 */
export function radarBandOf(safeDaysLeft: number, daysLeft: number, isLimited: boolean): RadarBand | undefined {
  if (isLimited) return 'limited';
  if (safeDaysLeft > radarDays || (safeDaysLeft < 0 && daysLeft > radarDays)) return undefined;
  if (safeDaysLeft > 90) return 'days120';
  if (safeDaysLeft > 60) return 'days90';
  return safeDaysLeft > 30 ? 'days60' : 'days30';
}

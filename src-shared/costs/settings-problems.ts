import type { PlainDate } from '../calendar/plain-date.ts';
import { formatCents } from '../money/cents.ts';
import { lawUnknownSentence } from '../law/law-names.ts';
import { lumpSumCap } from '../law/lump-sum-cap.ts';
import { type LawTables, lawValueOn } from '../law/tables.ts';
import type { CostSettings } from './contract.ts';

/** Everything off: how every school starts. */
export const noCosts: CostSettings = {
  enabled: false,
  clause: '',
  clauseReference: '',
  clauseDate: null,
  kind: 'none',
  lumpSumBasisPoints: 0,
  lumpSumMinimumCents: 0,
  reminderCostCents: 0,
  interestBasisPoints: null,
};

/**
 * What keeps a school from asking costs, in Dutch, the first thing to do first; empty: it may. Costs need a clause of the
 * school rules with its reference and the day on which parents were told, never a lump sum and a reminder cost together,
 * and nothing above the caps: a clause above them is null, so it is refused rather than cut. Source: WER art. XIX.2–XIX.4,
 * law.md 1.4–1.6.
 */
export function costSettingsProblems(settings: CostSettings, tables: LawTables, today: PlainDate): string[] {
  if (!settings.enabled) return [];
  const problems: string[] = [];
  if (settings.clause === '')
    problems.push('Vul de clausule uit het schoolreglement in: zonder clausule mag er niets bij.');
  if (settings.clauseReference === '') problems.push('Vul het artikel van het schoolreglement in.');
  if (settings.clauseDate === null) problems.push('Vul in wanneer de clausule aan de ouders meegedeeld werd.');
  else if (settings.clauseDate > today) problems.push('De clausule kan niet in de toekomst meegedeeld zijn.');
  if (settings.kind === 'none' && settings.interestBasisPoints === null) {
    problems.push('Kies wat de school aanrekent, of zet kosten uit.');
  }
  if (settings.kind === 'lumpSum') problems.push(...lumpSumProblems(settings, tables, today));
  if (settings.kind === 'reminderCost') problems.push(...reminderCostProblems(settings, tables, today));
  if (settings.interestBasisPoints !== null)
    problems.push(...interestProblems(settings.interestBasisPoints, tables, today));
  return problems;
}

function lumpSumProblems(settings: CostSettings, tables: LawTables, today: PlainDate): string[] {
  if (settings.lumpSumBasisPoints === 0 && settings.lumpSumMinimumCents === 0) {
    return ['Vul het percentage of het minimum van de schadevergoeding in.'];
  }
  // A bill of one cent has the lowest cap there is.
  const { capCents, blockedBy } = lumpSumCap({ dueCents: 1, onDate: today }, tables);
  if (capCents === null) return [blockedBy ?? ''];
  return settings.lumpSumMinimumCents > capCents
    ? [
        `Het minimum (${formatCents(settings.lumpSumMinimumCents)}) ligt boven wat de wet voor de kleinste bedragen toelaat (${formatCents(capCents)}). Zo een clausule is nietig.`,
      ]
    : [];
}

function reminderCostProblems(settings: CostSettings, tables: LawTables, today: PlainDate): string[] {
  if (settings.reminderCostCents === 0) return ['Vul het bedrag van de herinneringskost in.'];
  const capCents = lawValueOn(tables, 'reminderCostCap', today);
  if (capCents === null) return [lawUnknownSentence('reminderCostCap', today)];
  return settings.reminderCostCents > capCents
    ? [
        `De herinneringskost (${formatCents(settings.reminderCostCents)}) ligt boven het maximum van de wet (${formatCents(capCents)}). Zo een clausule is nietig.`,
      ]
    : [];
}

function interestProblems(basisPoints: number, tables: LawTables, today: PlainDate): string[] {
  const ceiling = lawValueOn(tables, 'interestCeiling', today);
  if (ceiling === null) return [lawUnknownSentence('interestCeiling', today)];
  return basisPoints > Math.round(ceiling * 100)
    ? [
        `De rente (${percent(basisPoints)}) ligt boven het maximum van de wet (${percent(Math.round(ceiling * 100))}). Zo een clausule is nietig.`,
      ]
    : [];
}

/** Basis points as Belgians write a percentage: `10,5 %`. */
export function percent(basisPoints: number): string {
  return `${String(basisPoints / 100).replace('.', ',')} %`;
}

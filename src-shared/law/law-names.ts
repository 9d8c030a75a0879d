import type { PlainDate } from '../calendar/plain-date.ts';
import { formatPlainDate } from '../calendar/plain-date.ts';
import type { LawName } from './contract.ts';

/** What a table is called on screen and in a sentence. */
export const lawTableNames: Readonly<Record<LawName, string>> = {
  civilInterest: 'Wettelijke interest',
  interestCeiling: 'Hoogste interest van boek XIX',
  lumpSumCap: 'Hoogste schadevergoeding',
  reminderCostCap: 'Hoogste kosten van een herinnering',
  postage: 'Port van een brief',
  reminderTermDays: 'Termijn na de eerste herinnering',
  limitationYears: 'Verjaring van schoolfacturen',
  mediationDays: 'Opschorting bij schuldbemiddeling',
  schoolHoliday: 'Schoolvakanties',
  maximumBillNursery: 'Maximumfactuur kleuter',
  maximumBillPrimary: 'Maximumfactuur lager',
  maximumBillMultiDay: 'Maximumfactuur meerdaagse uitstappen',
};

/** The tables that hold one row per calendar year or half-year, and no longer. */
export function lawPeriodOf(name: LawName): 'year' | 'halfYear' | null {
  if (name === 'civilInterest') return 'year';
  return name === 'interestCeiling' ? 'halfYear' : null;
}

/** First and last day of the calendar year or half-year in which a date falls. */
export function periodAround(period: 'year' | 'halfYear', date: PlainDate): { first: PlainDate; last: PlainDate } {
  const year = date.slice(0, 4);
  if (period === 'year') return { first: `${year}-01-01`, last: `${year}-12-31` };
  return date.slice(5) < '07-01'
    ? { first: `${year}-01-01`, last: `${year}-06-30` }
    : { first: `${year}-07-01`, last: `${year}-12-31` };
}

/** Dutch: the value that is missing, for which stretch of time, and where to fill it in. */
export function lawUnknownSentence(name: LawName, date: PlainDate): string {
  return `${lawTableNames[name]}: ${stretchWords(name, date)} niet bekend. Vul het in bij Instellingen, Wettelijke bedragen.`;
}

function stretchWords(name: LawName, date: PlainDate): string {
  const period = lawPeriodOf(name);
  const year = date.slice(0, 4);
  if (period === 'year') return `het percentage van ${year} is`;
  if (period === 'halfYear')
    return `het percentage van de ${date.slice(5) < '07-01' ? 'eerste' : 'tweede'} helft van ${year} is`;
  return `wat op ${formatPlainDate(date)} geldt, is`;
}

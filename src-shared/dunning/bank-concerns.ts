import { formatPlainDate } from '../calendar/plain-date.ts';
import { byNumber, byText } from '../correspondence/order.ts';
import type { DayCount } from './day-count.ts';
import type { Decision, DecisionInput } from './decision.ts';
import type { Rules } from './rules.ts';

type Concern = Decision['bankConcerns'][number];

/**
 * What of the bank asks for a look before a run: no statement or one older than the school allows (never asked where the school
 * sets no age), and imported lines that wait for a person. `owing` are the schools where something is overdue: of those an
 * age is asked even when nothing is known of their bank. Source: domain.md "The freshness gate".
 */
export function bankConcerns(
  { bank }: Pick<DecisionInput, 'bank'>,
  owing: ReadonlySet<number>,
  { settingsOf }: Pick<Rules, 'settingsOf'>,
  count: DayCount,
): Concern[] {
  const known = new Set(bank.map(({ schoolId }) => schoolId));
  const unknown = [...owing].filter((schoolId) => !known.has(schoolId));
  const rows = [...bank, ...unknown.map((schoolId) => ({ schoolId, newestStatementOn: null, openLines: 0 }))];
  return rows
    .flatMap(({ schoolId, newestStatementOn, openLines }) => {
      const { statementMaxAgeDays: maximum } = settingsOf(schoolId);
      const concerns: Concern[] = [];
      if (maximum !== null && newestStatementOn === null) {
        concerns.push({ schoolId, reason: 'noStatement', sentence: 'Er is nog geen rekeninguittreksel ingelezen.' });
      } else if (maximum !== null && newestStatementOn !== null && count.past(newestStatementOn) > maximum) {
        const age = count.past(newestStatementOn);
        const allowed = maximum === 1 ? '1 dag' : `${maximum} dagen`;
        const old = age === 1 ? '1 dag' : `${age} dagen`;
        const sentence = `Het nieuwste uittreksel is van ${formatPlainDate(newestStatementOn)}, ${old} oud; de school vraagt hoogstens ${allowed}.`;
        concerns.push({ schoolId, reason: 'statementTooOld', sentence });
      }
      if (openLines > 0) {
        const lines = openLines === 1 ? 'Eén verrichting wacht' : `${openLines} verrichtingen wachten`;
        concerns.push({ schoolId, reason: 'openLines', sentence: `${lines} nog op afpunten.` });
      }
      return concerns;
    })
    .toSorted((a, b) => byNumber<Concern>(({ schoolId }) => schoolId)(a, b) || bySentence(a, b));
}

const bySentence = byText<Concern>(
  ({ reason }) => reason,
  ({ sentence }) => sentence,
);

import { makeStructuredReference } from '../bank/structured-reference.ts';
import { addMonths } from '../calendar/months.ts';
import { addDays, daysBetween } from '../calendar/plain-date.ts';
import { planInstalments } from '../plans/schedule.ts';
import type { ItemFacts, MessageFacts, PupilFacts } from './message-facts.ts';
import type { PlanFacts } from './plan-facts.ts';
import { usedVariables } from './problems.ts';
import type { RichText } from './rich-text.ts';

type Text = { readonly subject: string; readonly body: RichText };

/** What a text says that only a payment plan, or one of its instalments, knows. */
export function asksPlan({ subject, body }: Text): { readonly plan: boolean; readonly instalment: boolean } {
  const names = usedVariables(subject, body).map(({ name }) => name);
  return { plan: names.includes('AFBETAALPLAN'), instalment: names.some((name) => name.startsWith('SCHIJF_')) };
}

const amounts = [115_00, 100_00];
const count = 6;
const nobody: PupilFacts = { pupilId: 0, firstName: 'Noor', lastName: 'Voorbeeld', className: '3A' };

/**
 * The facts to look at a text of a plan with: two bills that bear the name of an example, in six instalments, paid with a
 * reference of zeros that no plan ever gets. Any other text keeps its facts.
 */
export function withExamplePlan(facts: MessageFacts, text: Text): MessageFacts {
  const asked = asksPlan(text);
  if (!asked.plan && !asked.instalment) return facts;
  const pupils = facts.pupils.length === 0 ? [nobody] : facts.pupils.slice(0, amounts.length);
  const items = amounts.map((_, index) => exampleItem(facts, pupils[index] ?? pupils[0] ?? nobody, index));
  const instalments = exampleInstalments(facts, items);
  const [first] = instalments;
  const instalment = asked.instalment && first ? { ...first, count } : null;
  return {
    ...facts,
    pupils,
    items:
      instalment === null ? items : items.slice(0, 1).map((item) => ({ ...item, amountCents: instalment.amountCents })),
    structuredReference: makeStructuredReference('0'),
    payBefore: (instalment ?? instalments.at(-1))?.dueDate ?? facts.payBefore,
    plan: {
      claims: items.map((item) => claimOf(facts, item, pupils)),
      instalments,
      toleranceDays: 5,
      interest: null,
      note: '',
      isShared: false,
      paidBy: null,
    },
    instalment,
  };
}

function exampleItem({ asOf }: MessageFacts, { pupilId }: PupilFacts, index: number): ItemFacts {
  const dueDate = addDays(asOf, -60 + 30 * index);
  const amountCents = amounts[index] ?? 0;
  return {
    invoiceId: -1 - index,
    pupilId,
    number: `VOORBEELD-${index + 1}`,
    billingGroup: 'Maandrekening',
    issueDate: addDays(dueDate, -30),
    dueDate,
    overdueDays: daysBetween(dueDate, asOf),
    openCents: amountCents,
    amountCents,
    structuredReference: null,
  };
}

/** From the fifth of next month on. */
function exampleInstalments({ asOf }: MessageFacts, items: readonly ItemFacts[]): PlanFacts['instalments'] {
  const startsOn = `${addMonths(asOf, 1).slice(0, 8)}05`;
  const totalCents = items.reduce((sum, { amountCents }) => sum + amountCents, 0);
  return planInstalments({ startsOn, count }, totalCents).map((one, index) => ({ ...one, number: index + 1 }));
}

function claimOf(
  { sender }: MessageFacts,
  { invoiceId, pupilId, number, billingGroup, issueDate, dueDate, amountCents }: ItemFacts,
  pupils: readonly PupilFacts[],
): PlanFacts['claims'][number] {
  const { firstName, lastName, className } = pupils.find((pupil) => pupil.pupilId === pupilId) ?? nobody;
  return {
    invoiceId,
    number,
    pupil: `${firstName} ${lastName}`.trim(),
    className,
    schoolName: sender.name,
    billingGroup,
    issueDate,
    dueDate,
    amountCents,
  };
}

import { formatPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { holdKindName } from '../holds/kinds.ts';
import { formatCents } from '../money/cents.ts';
import type { PlanStateName } from '../plans/shapes.ts';

/** What is known before a talk, as it was looked up. */
export type TalkFacts = {
  readonly messages: readonly {
    readonly on: PlainDate;
    readonly channel: 'email' | 'letter';
    readonly stage: string | null;
  }[];
  readonly promises: readonly {
    readonly madeOn: PlainDate;
    readonly untilDate: PlainDate;
    /** What came in from the day it was made until its day. */
    readonly receivedCents: number;
  }[];
  readonly plans: readonly { readonly madeOn: PlainDate; readonly state: PlanStateName; readonly leftCents: number }[];
  readonly holds: readonly { readonly kind: string; readonly untilDate: PlainDate | null }[];
  readonly infoNotes: readonly { readonly pupilName: string; readonly body: string }[];
};

const channels = { email: 'E-mail', letter: 'Brief' } as const;

const planWords: Readonly<Record<PlanStateName, string>> = {
  proposed: 'voorgesteld, nog niet aanvaard',
  live: 'loopt zoals afgesproken',
  breached: 'loopt achter',
  completed: 'volledig betaald',
  ended: 'stopgezet',
};

/** The facts in short Dutch sentences, each with its day; neutral: a promise is told with what came in, never as broken. */
export function talkFactSentences(facts: TalkFacts, today: PlainDate): string[] {
  return [
    ...facts.infoNotes.map(({ pupilName, body }) => `Infobol bij ${pupilName}: ${body}`),
    ...facts.holds.map(({ kind, untilDate }) =>
      untilDate === null
        ? `Herinneringen wachten: ${holdKindName(kind).toLowerCase()}.`
        : `Herinneringen wachten: ${holdKindName(kind).toLowerCase()}, tot en met ${formatPlainDate(untilDate)}.`,
    ),
    ...facts.plans.map(
      ({ madeOn, state, leftCents }) =>
        `Afbetaalplan van ${formatPlainDate(madeOn)}: ${planWords[state]}${leftCents > 0 ? `, nog ${formatCents(leftCents)} te gaan` : ''}.`,
    ),
    ...facts.promises.map(({ madeOn, untilDate, receivedCents }) => {
      const agreed = `Afgesproken op ${formatPlainDate(madeOn)}: betalen tegen ${formatPlainDate(untilDate)}`;
      if (untilDate >= today && receivedCents <= 0) return `${agreed}.`;
      const received =
        receivedCents > 0 ? `${formatCents(receivedCents)} kwam binnen` : 'er kwam in die tijd niets binnen';
      return `${agreed}; ${received}.`;
    }),
    ...facts.messages.map(
      ({ on, channel, stage }) =>
        `${channels[channel]} van ${formatPlainDate(on)}${stage === null ? '' : `: ${stage.toLowerCase()}`}.`,
    ),
  ];
}

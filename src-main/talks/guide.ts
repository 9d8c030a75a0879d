import { Problem } from '#shared/api/problem.ts';
import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts';
import { type Claim, owedBy } from '#shared/ledger/claim.ts';
import type { Signal } from '#shared/signals/contract.ts';
import { talkFactSentences, type TalkFacts } from '#shared/talks/facts.ts';
import type { TalkGuide } from '#shared/talks/contract.ts';
import { spokenWords } from '#shared/talks/words.ts';
import { schoolsOf } from '#main/access/caller.ts';
import { keptFeasibleCents } from '#main/affordability/inventories.ts';
import type { Context } from '#main/api/context.ts';
import { liveHouseholdId } from '#main/dossier/household.ts';
import { claimsById } from '#main/ledger/claims.ts';
import { planFacts, standingOf } from '#main/plans/facts.ts';
import { listSignals } from '#main/signals/list.ts';
import { namesOfHouseholds } from '#main/signals/queries.ts';
import {
  holdsOf,
  lastMessages,
  openAround,
  payersAround,
  promisesOf,
  pupilsOfTalk,
  receivedBetween,
  type TalkPayer,
  type TalkPupil,
  type With,
} from './queries.ts';

/**
 * The facts before a talk, of one payer: nothing that only the other payer may know. Without a payer where there are several,
 * only what they owe together. Where there is one payer, that is who is spoken to.
 */
export function talkGuide(
  context: Context,
  { householdId: given, payerId }: { readonly householdId: number; readonly payerId: number | null },
): TalkGuide {
  const { store, clock } = context;
  const today = clock.today();
  const householdId = liveHouseholdId(store, given);
  const around = payersAround(store, householdId);
  const payer = spokenTo(around, payerId);
  const talk: With = { householdId, payerId: payer?.payerId ?? null, schools: schoolsOf(context) };
  const pupils = pupilsOfTalk(store, talk);
  const claims = [
    ...claimsById(
      store,
      openAround(
        store,
        pupils.map(({ pupilId }) => pupilId),
        talk.payerId,
      ),
    ).values(),
  ];
  const owed = claims.flatMap((claim) => {
    const cents = payer ? owedBy(claim, payer.payerId) : jointly(claim);
    return cents === 0 ? [] : [{ claim, cents }];
  });
  const isAlone = around.length <= 1;
  const year = { payerId: talk.payerId, withUnnamed: isAlone || payer === null, from: addDays(today, -365), to: today };
  const paidCents = Math.max(0, receivedBetween(store, ids(pupils), year));
  const creditCents = Math.max(0, -sum(owed.filter(({ cents }) => cents < 0)));
  const isShared = claims.some(({ liabilities }) => liabilities.some(({ kind }) => kind === 'split'));
  const feasibleCents =
    mayWork(context, pupils) && (isAlone || !isShared) ? keptFeasibleCents(store, householdId, today) : null;
  const open = perSchool(owed, pupils, today);
  const language = payer?.language ?? 'nl';
  return {
    householdId,
    householdName: namesOfHouseholds(store, [householdId]).get(householdId) ?? '',
    payerId: talk.payerId,
    payerName: payer?.name ?? null,
    phone: payer?.phone ?? null,
    language,
    pupils: pupils.map(({ pupilId, name, className, schoolName, hasSchoolAllowance }) => ({
      pupilId,
      name,
      className,
      schoolName,
      hasSchoolAllowance: hasSchoolAllowance === null ? null : hasSchoolAllowance === 1,
    })),
    open,
    totalCents: sum(owed.filter(({ cents }) => cents > 0)),
    creditCents,
    paidCents,
    facts: talkFactSentences(talkFacts(context, talk, pupils, year.withUnnamed), today),
    signals: tellable(listSignals(context, { householdId, payerId: talk.payerId ?? undefined }), isAlone, talk.payerId),
    feasibleCents,
    ...spokenWords(language, {
      schoolName: (open[0] ?? pupils[0])?.schoolName ?? '',
      paidCents,
      creditCents,
      feasibleCents,
    }),
  };
}

function spokenTo(around: readonly TalkPayer[], payerId: number | null): TalkPayer | null {
  if (payerId === null) return around.length === 1 ? (around[0] ?? null) : null;
  const payer = around.find((one) => one.payerId === payerId);
  if (!payer) throw new Problem('NOT_FOUND', 'Deze betaler hoort niet (meer) bij dit gezin. Open het dossier opnieuw.');
  return payer;
}

/** What everybody owes together: nothing where shares are split, or of what is one payer's own. */
function jointly({ liabilities, payerId, openCents }: Claim): number {
  return payerId === null && liabilities.every(({ kind }) => kind === 'joint') ? openCents : 0;
}

type Owed = { readonly claim: Claim; readonly cents: number };

const ids = (pupils: readonly TalkPupil[]): number[] => pupils.map(({ pupilId }) => pupilId);
const sum = (owed: readonly Owed[]): number => owed.reduce((total, { cents }) => total + cents, 0);

function perSchool(owed: readonly Owed[], pupils: readonly TalkPupil[], today: PlainDate): TalkGuide['open'] {
  const names = new Map(pupils.map(({ schoolId, schoolName }) => [schoolId, schoolName]));
  return [...names]
    .toSorted(([, a], [, b]) => a.localeCompare(b, 'nl-BE'))
    .flatMap(([schoolId, schoolName]) => {
      const own = owed.filter(({ claim, cents }) => claim.schoolId === schoolId && cents > 0);
      if (own.length === 0) return [];
      const due = own.filter(({ claim }) => claim.dueDate < today);
      const days = due.map(({ claim }) => claim.dueDate).toSorted();
      return [{ schoolId, schoolName, openCents: sum(own), dueCents: sum(due), oldestDueDate: days[0] ?? null }];
    });
}

function talkFacts(context: Context, talk: With, pupils: readonly TalkPupil[], withUnnamed: boolean): TalkFacts {
  const { store, clock } = context;
  const today = clock.today();
  const { payerId, householdId, schools } = talk;
  return {
    messages: payerId === null ? [] : lastMessages(store, payerId, schools),
    promises: promisesOf(store, talk, addDays(today, -365)).map((promise) => ({
      ...promise,
      receivedCents: receivedBetween(store, ids(pupils), {
        payerId,
        withUnnamed,
        from: promise.madeOn,
        to: promise.untilDate,
      }),
    })),
    plans: planFacts(store, { householdIds: [householdId] }).flatMap((plan) => {
      if (payerId !== null && plan.payers.every((one) => one.payerId !== payerId)) return [];
      if (payerId === null && plan.payers.length < 2) return [];
      const { name, balanceCents } = standingOf(plan, today);
      return [{ madeOn: plan.madeOn, state: name, leftCents: name === 'ended' ? 0 : balanceCents }];
    }),
    holds: holdsOf(store, talk, today),
    infoNotes: pupils.flatMap(({ name, infoNote }) => (infoNote === null ? [] : [{ pupilName: name, body: infoNote }])),
  };
}

/** Of several payers only signals that say nothing about what one of them told or owes. */
function tellable(signals: readonly Signal[], isAlone: boolean, payerId: number | null): Signal[] {
  if (isAlone) return [...signals];
  return signals.filter(
    ({ kind }) => kind === 'firstTimeLate' || kind === 'manyChildren' || (kind === 'bodyKnown' && payerId !== null),
  );
}

/** The amount of an inventory is for who handles dossiers at a school of these pupils. */
function mayWork(context: Context, pupils: readonly TalkPupil[]): boolean {
  const schools = context.caller.schoolsWith('work');
  return schools === 'all' || pupils.some(({ schoolId }) => schools.includes(schoolId));
}

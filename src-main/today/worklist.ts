import { formatPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import { holdKindName } from '#shared/holds/kinds.ts';
import { claimDeadline } from '#shared/law/claim-deadline.ts';
import type { WorklistItem } from '#shared/today/contract.ts';
import { includesSchool, type Schools, schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { holdsEnding } from '#main/holds/active-holds.ts';
import { readRadar } from '#main/limitation/radar.ts';
import { referralRows } from '#main/referrals/queries.ts';
import { countedItems } from './counted-items.ts';
import { planItems } from './plan-items.ts';
import { openSettlementRows, plannedStepRows, unfinishedRunRows } from './queries.ts';
import { taskRows } from './task-rows.ts';
import { toNothing } from './to-nothing.ts';

/** Holds that end this week are looked at while there is still time. */
const holdDays = 7;

const taskTitles = { phone: 'Bellen', talk: 'Gesprek', handOver: 'Overdragen' } as const;

/** Everything that waits for a person: what is too late or nearly so on top, then by its day. */
export function worklist(context: Context, schoolId: number | null): WorklistItem[] {
  const all = schoolsOf(context);
  const schools: Schools = schoolId === null ? all : includesSchool(all, schoolId) ? [schoolId] : [];
  const today = context.clock.today();
  return [
    ...tasks(context, schools, today),
    ...endingHolds(context, schools, today),
    ...clocks(context, schoolId),
    ...settlements(context, schools, today),
    ...nextSteps(context, schools, today),
    ...referrals(context, schools, today),
    ...runs(context, schools),
    ...planItems(context, schools, today),
    ...countedItems(context, schools),
  ].sort(
    (a, b) =>
      Number(b.isUrgent) - Number(a.isUrgent) ||
      (a.dueDate ?? '9999').localeCompare(b.dueDate ?? '9999') ||
      a.key.localeCompare(b.key),
  );
}

function tasks(context: Context, schools: Schools, today: PlainDate): WorklistItem[] {
  return taskRows(context, { withDone: false })
    .filter(({ schoolId }) => includesSchool(schools, schoolId))
    .map((row) => ({
      ...toNothing,
      key: `task-${row.taskId}`,
      kind: row.kind,
      title: `${taskTitles[row.kind]}: ${row.householdName}`,
      detail: [row.payerName, row.phone, row.stageName, row.tries > 0 ? `al ${row.tries} keer geprobeerd` : null]
        .filter((part) => part !== null)
        .join(' · '),
      dueDate: row.dueDate,
      isUrgent: row.dueDate < today,
      householdId: row.householdId,
      taskId: row.taskId,
    }));
}

function endingHolds({ store }: Context, schools: Schools, today: PlainDate): WorklistItem[] {
  return holdsEnding(store, today, holdDays, schools).map((hold) => ({
    ...toNothing,
    key: `hold-${hold.holdId}`,
    kind: 'holdEnds',
    title: `Opschorting nakijken: ${hold.householdName ?? hold.schoolName ?? ''}`,
    detail: [
      holdKindName(hold.kind),
      hold.payerName,
      hold.untilDate === null ? null : `tot en met ${formatPlainDate(hold.untilDate)}`,
    ]
      .filter((part) => part !== null)
      .join(' · '),
    dueDate: hold.endsOn,
    isUrgent: hold.endsOn === null || hold.endsOn <= today,
    householdId: hold.householdId,
    holdId: hold.holdId,
  }));
}

/** A line per household for the last thirty days; what is limited already waits together for a decision. */
function clocks(context: Context, schoolId: number | null): WorklistItem[] {
  const ofSchool = schoolId === null ? {} : { schoolId };
  const { rows, counts } = readRadar(context, { ...ofSchool, band: 'days30' });
  const perHousehold = Map.groupBy(rows, ({ householdId }) => householdId);
  const items = [...perHousehold].flatMap(([householdId, bills]): WorklistItem[] => {
    const [first] = bills;
    if (!first) return [];
    const others = bills.length > 1 ? ` en ${bills.length - 1} andere` : '';
    return [
      {
        ...toNothing,
        key: `clock-${householdId}`,
        kind: 'limitation',
        title: `Verjaring nadert: ${first.householdName}`,
        detail: `Factuur ${first.number}${others}; handelen vóór ${formatPlainDate(first.actBefore)}`,
        dueDate: first.actBefore,
        isUrgent: true,
        householdId,
        invoiceId: first.invoiceId,
      },
    ];
  });
  if (counts.limited === 0) return items;
  const title = counts.limited === 1 ? 'Eén verjaarde factuur' : `${counts.limited} verjaarde facturen`;
  const detail = 'Ze worden niet meer herinnerd en wachten op een beslissing.';
  return [...items, { ...toNothing, key: 'limited', kind: 'limited', title, detail }];
}

function settlements(context: Context, schools: Schools, today: PlainDate): WorklistItem[] {
  return openSettlementRows(context.store, schools).map(({ settlementId, householdId, householdName, orderSentOn }) => {
    const { lastDay, target } = claimDeadline({ orderSentOn });
    return {
      ...toNothing,
      key: `settlement-${settlementId}`,
      kind: 'settlementClaim',
      title: `Schuldvordering aangeven: ${householdName}`,
      detail: `Ten laatste op ${formatPlainDate(lastDay)}, liefst tegen ${formatPlainDate(target)}`,
      dueDate: target,
      isUrgent: target <= today,
      householdId,
      settlementId,
    };
  });
}

function nextSteps(context: Context, schools: Schools, today: PlainDate): WorklistItem[] {
  return plannedStepRows(context.store, schools, today).map((row) => ({
    ...toNothing,
    key: `step-${row.nextStepId}`,
    kind: 'nextStep',
    title: `${row.what}: ${row.householdName}`,
    detail: row.author,
    dueDate: row.dueDate,
    isUrgent: row.dueDate < today,
    householdId: row.householdId,
  }));
}

/** Where a parent was sent for help, on the day somebody would ask how it went. */
function referrals({ store }: Context, schools: Schools, today: PlainDate): WorklistItem[] {
  return referralRows(store, { schools, withClosed: false })
    .filter(({ followUpOn }) => followUpOn <= today)
    .map((row) => ({
      ...toNothing,
      key: `referral-${row.referralId}`,
      kind: 'referral',
      title: `Doorverwijzing opvolgen: ${row.householdName}`,
      detail: `${row.payerName} · ${row.partnerName}`,
      dueDate: row.followUpOn,
      isUrgent: row.followUpOn < today,
      householdId: row.householdId,
    }));
}

const runTitles = {
  draft: 'Een run is nog niet klaargezet',
  approved: 'Een goedgekeurde run wacht om te vertrekken',
  sending: 'Een run is nog niet helemaal vertrokken',
} as const;

function runs(context: Context, schools: Schools): WorklistItem[] {
  return unfinishedRunRows(context.store, schools).map(({ runId, status, asOf, schoolNames }) => ({
    ...toNothing,
    key: `run-${runId}`,
    kind: 'run',
    title: runTitles[status],
    detail: `${schoolNames} · ${formatPlainDate(asOf)}`,
    dueDate: asOf,
    isUrgent: status === 'sending',
    runId,
  }));
}

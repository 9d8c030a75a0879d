import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts';
import { addMonths } from '#shared/calendar/months.ts';
import type { LoanTerms, PlanClaim, PlanPage, PlanSettings, PlanTerms } from '#shared/plans/shapes.ts';
import { formTexts as texts } from './plan-form.nl.ts';

/** What was chosen and typed so far. Left out (undefined): what is suggested counts until somebody types something else. */
export type PlanDraft = {
  /** Invoice ids in the order of paying; what is not in it follows as the server gives it. */
  readonly order: readonly number[];
  /** Bills that were ticked or unticked, against how the form began. */
  readonly toggled: ReadonlySet<number>;
  readonly payerIds: readonly number[];
  readonly thirdPartyPayerId: number | null;
  readonly schoolId: number | null;
  readonly consentOn: PlainDate | null;
  readonly by: 'amount' | 'count';
  readonly monthlyCents: number | null | undefined;
  readonly count: number | null;
  readonly startsOn: PlainDate | null | undefined;
  readonly dayOfMonth: number | null;
  readonly toleranceDays: number | undefined;
  readonly remindDaysBefore: number | null | undefined;
  readonly interest: LoanTerms | null;
  readonly note: string;
  readonly reason: string;
};

export type Claimable = {
  readonly claims: readonly (PlanClaim & {
    readonly planId: number | null;
    readonly isLimited: boolean;
    readonly isOwedApart: boolean;
  })[];
  readonly needsConsent: boolean;
  readonly settings: PlanSettings;
};

export type FormClaim = PlanClaim & {
  readonly isPicked: boolean;
  /** Why it cannot be in this plan; null: it can. */
  readonly blocked: 'limited' | 'inPlan' | 'owedApart' | null;
  readonly planId: number | null;
};

/** The draft with everything that follows from it. */
export type PlanForm = {
  readonly claims: readonly FormClaim[];
  readonly chosen: readonly FormClaim[];
  readonly totalCents: number;
  readonly schools: readonly { readonly schoolId: number; readonly name: string }[];
  /** On the account of this school it is paid; null: nothing was chosen yet. */
  readonly schoolId: number | null;
  readonly asksConsent: boolean;
  /** The earliest first day on which a chosen bill is limited; null: unknown. */
  readonly limitedFrom: PlainDate | null;
  readonly monthlyCents: number | null;
  readonly startsOn: PlainDate | null;
  readonly dayOfMonth: number | null;
  readonly toleranceDays: number;
  readonly remindDaysBefore: number | null;
};

export function newDraft(payerIds: readonly number[], monthlyCents: number | undefined): PlanDraft {
  return {
    order: [],
    toggled: new Set(),
    payerIds,
    thirdPartyPayerId: null,
    schoolId: null,
    consentOn: null,
    by: 'amount',
    monthlyCents,
    count: null,
    startsOn: undefined,
    dayOfMonth: null,
    toleranceDays: undefined,
    remindDaysBefore: undefined,
    interest: null,
    note: '',
    reason: '',
  };
}

/** The plan as it stands, to change: from its next instalment on, at the amount of now. */
export function draftOf(plan: PlanPage): PlanDraft {
  const ahead = plan.instalments.filter(({ status }) => status !== 'paid' && status !== 'covered');
  const usual = ahead.length > 1 ? ahead[0] : plan.instalments[0];
  return {
    ...newDraft(
      plan.payers.map(({ payerId }) => payerId),
      usual?.amountCents,
    ),
    order: plan.claims.map(({ invoiceId }) => invoiceId),
    thirdPartyPayerId: plan.thirdPartyPayerId,
    schoolId: plan.schoolId,
    startsOn: plan.next?.dueDate,
    dayOfMonth: Number((plan.instalments[1] ?? plan.instalments[0])?.dueDate.slice(8) ?? 0) || null,
    toleranceDays: plan.toleranceDays,
    remindDaysBefore: plan.remindDaysBefore,
    interest: plan.interest,
    note: plan.note,
  };
}

/** `ownPlan`: the plan that is changed, whose own bills are in it to begin with. */
export function formOf(
  draft: PlanDraft,
  { claims: offered, settings, needsConsent }: Claimable,
  today: PlainDate,
  ownPlan: PlanPage | null,
): PlanForm {
  const own = new Set(ownPlan?.claims.map(({ invoiceId }) => invoiceId));
  const place = new Map(draft.order.map((invoiceId, index) => [invoiceId, index]));
  const claims = offered
    .map((claim): FormClaim => {
      const elsewhere = claim.planId !== null && claim.planId !== ownPlan?.planId;
      const blocked = elsewhere ? 'inPlan' : own.has(claim.invoiceId) ? null : whyNotAdded(claim);
      const begins = ownPlan === null || own.has(claim.invoiceId);
      return { ...claim, blocked, isPicked: blocked === null && begins !== draft.toggled.has(claim.invoiceId) };
    })
    .toSorted(
      (a, b) => (place.get(a.invoiceId) ?? draft.order.length) - (place.get(b.invoiceId) ?? draft.order.length),
    );
  const chosen = claims.filter(({ isPicked }) => isPicked);
  const totalCents = chosen.reduce((sum, { openCents }) => sum + openCents, 0);
  const schools = [...new Map(chosen.map(({ schoolId, schoolName: name }) => [schoolId, { schoolId, name }])).values()];
  const startsOn = draft.startsOn === undefined ? suggestedStart(today) : draft.startsOn;
  return {
    claims,
    chosen,
    totalCents,
    schools,
    schoolId: schools.find(({ schoolId }) => schoolId === draft.schoolId)?.schoolId ?? mostOwedSchool(chosen),
    asksConsent: needsConsent && schools.length > 1 && ownPlan === null,
    limitedFrom:
      chosen
        .map(({ limitedFrom }) => limitedFrom)
        .filter((date) => date !== null)
        .toSorted()[0] ?? null,
    monthlyCents: draft.monthlyCents === undefined ? suggestedMonthly(totalCents) : draft.monthlyCents,
    startsOn,
    dayOfMonth: draft.dayOfMonth ?? (startsOn === null ? null : Number(startsOn.slice(8))),
    toleranceDays: draft.toleranceDays ?? settings.toleranceDays,
    remindDaysBefore: draft.remindDaysBefore === undefined ? settings.remindDaysBefore : draft.remindDaysBefore,
  };
}

function whyNotAdded({ isLimited, isOwedApart }: Claimable['claims'][number]): FormClaim['blocked'] {
  return isLimited ? 'limited' : isOwedApart ? 'owedApart' : null;
}

/** What still has to be filled in, the first thing first; null: nothing. */
export function missingFrom(draft: PlanDraft, form: PlanForm, isChange: boolean): string | null {
  const { missing } = texts;
  if (draft.payerIds.length === 0) return missing.payers;
  if (form.chosen.length === 0) return missing.bills;
  if (form.asksConsent && draft.consentOn === null) return missing.consent;
  if (draft.by === 'amount' && form.monthlyCents === null) return missing.amount;
  if (draft.by === 'count' && draft.count === null) return missing.count;
  if (form.startsOn === null) return missing.start;
  if (draft.interest && (draft.interest.yearlyPercent ?? draft.interest.monthlyPercent) === undefined) {
    return missing.percent;
  }
  return isChange && draft.reason.trim() === '' ? missing.reason : null;
}

/** What is sent; undefined as long as something is missing. */
export function termsOf(draft: PlanDraft, form: PlanForm): PlanTerms | undefined {
  if (form.startsOn === null) return undefined;
  const amount = draft.by === 'amount' ? { monthlyCents: form.monthlyCents ?? 0 } : { count: draft.count ?? 0 };
  return {
    invoiceIds: form.chosen.map(({ invoiceId }) => invoiceId),
    startsOn: form.startsOn,
    ...(form.dayOfMonth === null ? {} : { dayOfMonth: form.dayOfMonth }),
    ...amount,
    toleranceDays: form.toleranceDays,
    remindDaysBefore: form.remindDaysBefore,
    interest: draft.interest,
    note: draft.note,
  };
}

/** The fifth of a next month, at least ten days away: after most wages came in. */
function suggestedStart(today: PlainDate): PlainDate {
  const fifth = `${addMonths(today, 1).slice(0, 8)}05`;
  return fifth >= addDays(today, 10) ? fifth : addMonths(fifth, 1);
}

/** Ten months, rounded up to five euros: a place to start talking from. */
function suggestedMonthly(totalCents: number): number | null {
  return totalCents === 0 ? null : Math.min(totalCents, Math.ceil(totalCents / 10 / 500) * 500);
}

function mostOwedSchool(chosen: readonly FormClaim[]): number | null {
  const perSchool = Map.groupBy(chosen, ({ schoolId }) => schoolId);
  const owed = [...perSchool].map(([schoolId, bills]) => ({
    schoolId,
    cents: bills.reduce((sum, { openCents }) => sum + openCents, 0),
  }));
  return owed.toSorted((a, b) => b.cents - a.cents)[0]?.schoolId ?? null;
}

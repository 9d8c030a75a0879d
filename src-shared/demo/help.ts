import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { type DemoGroup, type DemoHousehold, type DemoInvoice, type FamilyKind, openCents } from './group.ts';
import { makeRandom, shuffled } from './random.ts';

/** A payment plan of the demo, as it was agreed and as it went. */
export type DemoPlan = {
  readonly householdId: number;
  readonly payerIds: readonly number[];
  /** On the account of this school it is paid. */
  readonly schoolId: number;
  readonly invoiceIds: readonly number[];
  readonly madeOn: PlainDate;
  /** Null: made, and not signed yet. */
  readonly signedOn: PlainDate | null;
  /** Null: bills of one school, so nobody has to agree that they are put together. */
  readonly consentOn: PlainDate | null;
  readonly startsOn: PlainDate;
  readonly count: number;
  /** So many instalments were paid, each on its day; null: all that were due. */
  readonly paid: number | null;
  readonly note: string;
};

/** Help from the social fund of the first school, asked on a day. */
export type DemoGrant = {
  readonly householdId: number;
  readonly askedOn: PlainDate;
  readonly items: readonly { readonly invoiceId: number; readonly amountCents: number }[];
  readonly motivation: string;
};

/** What is agreed with families that cannot pay; each family is chosen for one thing only. */
export type DemoHelp = {
  readonly plans: readonly DemoPlan[];
  readonly grants: readonly DemoGrant[];
  /** Tells what it can spare, with a proposed plan; null: the demo is too small for it. */
  readonly inventoryOf: { readonly householdId: number; readonly adults: number; readonly children: number } | null;
  /** Sent on to somebody who can help, because the plan is not kept. */
  readonly referred: { readonly payerId: number } | null;
};

/** A smaller demo has too few families to show it on. */
export const fewestPupilsForHelp = 100;

/** From this amount on a second person decides about a grant. */
export const demoGrantThresholdCents = 10_000;

type PlanShape = {
  readonly kinds: readonly FamilyKind[];
  readonly schools: 1 | 2;
  readonly bills: readonly [least: number, most: number];
  readonly daysAgo: number;
  readonly signedAfter: number | null;
  readonly startsAfter: number;
  readonly count: number;
  readonly paid: number | null;
  readonly note: string;
  /** Each parent agreed to an own plan over the same bills, of so many instalments. */
  readonly otherParent?: { readonly count: number; readonly note: string };
};

const together: readonly FamilyKind[] = ['couple', 'single'];
const several = [2, 6] as const;
const breachedPlan: PlanShape = {
  kinds: together,
  schools: 1,
  bills: several,
  daysAgo: 100,
  signedAfter: 4,
  startsAfter: 10,
  count: 10,
  paid: 1,
  note: 'Belt als het een maand niet lukt.',
};
const proposedPlan: PlanShape = {
  kinds: together,
  schools: 1,
  bills: several,
  daysAgo: 6,
  signedAfter: null,
  startsAfter: 16,
  count: 6,
  paid: 0,
  note: 'Besproken op het oudercontact; het blad is mee naar huis.',
};
const planShapes: readonly PlanShape[] = [
  breachedPlan,
  proposedPlan,
  {
    kinds: ['separatedJoint'],
    schools: 1,
    bills: several,
    daysAgo: 44,
    signedAfter: 5,
    startsAfter: 9,
    count: 10,
    paid: null,
    note: 'Elke ouder betaalt apart, op een eigen dag.',
    otherParent: { count: 12, note: 'Elke ouder betaalt apart; vader tekende op school.' },
  },
  {
    kinds: together,
    schools: 2,
    bills: several,
    daysAgo: 62,
    signedAfter: 3,
    startsAfter: 12,
    count: 10,
    paid: null,
    note: 'Beide scholen in één plan, op vraag van het gezin.',
  },
  {
    kinds: together,
    schools: 1,
    bills: several,
    daysAgo: 82,
    signedAfter: 2,
    startsAfter: 12,
    count: 8,
    paid: null,
    note: 'Betaalt telkens na de wedde.',
  },
  {
    kinds: together,
    schools: 1,
    bills: [1, 1],
    daysAgo: 47,
    signedAfter: 6,
    startsAfter: 9,
    count: 6,
    paid: null,
    note: '',
  },
  {
    kinds: together,
    schools: 1,
    bills: several,
    daysAgo: 120,
    signedAfter: 3,
    startsAfter: 10,
    count: 3,
    paid: null,
    note: 'Vroeg om het vlug af te ronden.',
  },
];

type GrantShape = {
  readonly daysAgo: number;
  /** Of what is open; a second person decides from the threshold on. */
  readonly cents: readonly [number, number];
  readonly motivation: string;
};
const smallGrant = [1_500, demoGrantThresholdCents - 1] as const;
/** In the order in which they were asked. */
const grantShapes: readonly GrantShape[] = [
  { daysAgo: 215, cents: smallGrant, motivation: 'Lange ziekte in het gezin, uitkering pas later in orde.' },
  { daysAgo: 198, cents: smallGrant, motivation: 'Verhuizing met dubbele huur; vraagt één keer hulp.' },
  { daysAgo: 39, cents: smallGrant, motivation: 'Tijdelijk werkloos sinds de zomer.' },
  { daysAgo: 33, cents: smallGrant, motivation: 'Onverwachte kosten na waterschade.' },
  { daysAgo: 26, cents: smallGrant, motivation: 'Ziekenhuiskosten van een van de kinderen.' },
  { daysAgo: 19, cents: smallGrant, motivation: 'Nieuw in de gemeente, de toelage is aangevraagd.' },
  { daysAgo: 12, cents: smallGrant, motivation: 'De eigen zaak is gestopt.' },
  {
    daysAgo: 2,
    cents: [demoGrantThresholdCents, 30_000],
    motivation: 'Gezin leeft van één uitkering; de zorgleerkracht vraagt mee.',
  },
];

/** The first families show every special kind, and stay as they were made. */
const familiesLeftAlone = 8;
const planCents = [12_000, 90_000] as const;
/** A bill that is older may be limited by the day on which the plan is made. */
const daysOfABill = 300;

type Family = DemoHousehold & { readonly bills: readonly DemoInvoice[]; readonly children: number };

/** Chooses families for it, the same ones every time; a small demo shows as much of it as it has families for. */
export function chooseHelp(group: DemoGroup, seed = 0): DemoHelp {
  const { asOf } = group;
  const payersOf = Map.groupBy(group.payers, ({ householdId }) => householdId);
  const families = shuffled(makeRandom(seed, 'help'), familiesOf(group));
  const taken = new Set<number>();

  function take(fits: (family: Family) => readonly DemoInvoice[]) {
    for (const family of families) {
      const bills = taken.has(family.id) ? [] : fits(family);
      if (bills.length === 0) continue;
      taken.add(family.id);
      return { family, bills };
    }
    return null;
  }

  const agreed = planShapes.flatMap((shape) => {
    const madeOn = addDays(asOf, -shape.daysAgo);
    const found = take((family) => billsOfPlan(family, shape, madeOn));
    if (!found) return [];
    const payerIds = (payersOf.get(found.family.id) ?? []).map(({ id }) => id);
    const invoiceIds = found.bills.map(({ id }) => id);
    const schoolId = found.bills[0]?.schoolId ?? 0;
    const plan = { ...planOf(shape, madeOn), householdId: found.family.id, schoolId, invoiceIds };
    const { otherParent } = shape;
    const plans: readonly DemoPlan[] = otherParent
      ? payerIds.map((id, index) => ({ ...plan, ...(index > 0 && otherParent), payerIds: [id] }))
      : [{ ...plan, payerIds }];
    return [{ shape, plans, family: found.family }];
  });
  const grants = grantShapes.flatMap(({ daysAgo, cents, motivation }): DemoGrant[] => {
    const askedOn = addDays(asOf, -daysAgo);
    const found = take((family) => billsOfGrant(family, askedOn, cents));
    if (!found) return [];
    const items = found.bills.map((bill) => ({ invoiceId: bill.id, amountCents: openCents(bill) }));
    return [{ householdId: found.family.id, askedOn, items, motivation }];
  });
  const proposed = agreed.find(({ shape }) => shape === proposedPlan);
  const referredId = agreed.find(({ shape }) => shape === breachedPlan)?.plans[0]?.payerIds[0];
  return {
    plans: agreed.flatMap(({ plans }) => plans),
    grants,
    inventoryOf: proposed
      ? {
          householdId: proposed.family.id,
          adults: proposed.plans[0]?.payerIds.length ?? 1,
          children: proposed.family.children,
        }
      : null,
    referred: referredId === undefined ? null : { payerId: referredId },
  };
}

/** Families with something open that nobody decided anything about. */
function familiesOf({ households, pupils, invoices, holds, nextSteps }: DemoGroup): Family[] {
  const householdOf = new Map(pupils.map(({ id, householdId }) => [id, householdId]));
  const held = new Set(holds.map(({ invoiceId }) => invoiceId));
  const open = invoices.filter((invoice) => invoice.kind === 'invoice' && openCents(invoice) > 0);
  const bills = Map.groupBy(open, ({ pupilId }) => householdOf.get(pupilId) ?? 0);
  const children = Map.groupBy(pupils, ({ householdId }) => householdId);
  const planned = new Set(nextSteps.map(({ householdId }) => householdId));
  return households
    .filter(({ id }) => id > familiesLeftAlone && !planned.has(id))
    .map((household) => ({
      ...household,
      bills: bills.get(household.id) ?? [],
      children: children.get(household.id)?.length ?? 0,
    }))
    .filter((family) => family.bills.length > 0 && family.bills.every(({ id }) => !held.has(id)));
}

/** What stood open that day, when it is neither too little nor too much for a plan of a year. */
function billsOfPlan(family: Family, { kinds, schools, bills }: PlanShape, madeOn: PlainDate): readonly DemoInvoice[] {
  if (!kinds.includes(family.kind)) return [];
  const [least, most] = bills;
  const open = billsOn(family, madeOn).slice(0, most);
  const total = open.reduce((sum, bill) => sum + openCents(bill), 0);
  const fits = total >= planCents[0] && total <= planCents[1];
  return open.length >= least && new Set(open.map(({ schoolId }) => schoolId)).size === schools && fits ? open : [];
}

/** One small bill, or the oldest ones that together are enough. */
function billsOfGrant(family: Family, askedOn: PlainDate, [least, most]: GrantShape['cents']): readonly DemoInvoice[] {
  const bills = billsOn(family, askedOn).filter(({ schoolId }) => schoolId === 1);
  let total = 0;
  for (const [index, bill] of bills.entries()) {
    total += openCents(bill);
    if (total > most) return [];
    if (total >= least) return bills.slice(0, index + 1);
  }
  return [];
}

/** What stood open on the day, the oldest first. */
function billsOn({ bills }: Family, day: PlainDate): DemoInvoice[] {
  return bills
    .filter(({ issueDate, dueDate }) => issueDate <= day && dueDate > addDays(day, -daysOfABill))
    .sort((a, b) => a.dueDate.localeCompare(b.dueDate) || a.id - b.id);
}

function planOf(
  shape: PlanShape,
  madeOn: PlainDate,
): Omit<DemoPlan, 'householdId' | 'schoolId' | 'invoiceIds' | 'payerIds'> {
  const { schools, signedAfter, startsAfter, count, paid, note } = shape;
  return {
    madeOn,
    signedOn: signedAfter === null ? null : addDays(madeOn, signedAfter),
    consentOn: schools === 2 ? madeOn : null,
    startsOn: addDays(madeOn, startsAfter),
    count,
    paid,
    note,
  };
}

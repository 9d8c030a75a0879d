import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts';
import { schoolYearOf } from '#shared/calendar/school-year.ts';
import type { DemoGroup } from '#shared/demo/group.ts';
import {
  chooseHelp,
  demoGrantThresholdCents,
  type DemoGrant,
  type DemoHelp,
  type DemoPlan,
} from '#shared/demo/help.ts';
import type { Context } from '#main/api/context.ts';
import { saveInventory } from '#main/affordability/inventories.ts';
import { saveThresholds, thresholdsOf } from '#main/approvals/thresholds.ts';
import { bookReceipts } from '#main/ledger/book-receipts.ts';
import { keepAcceptance } from '#main/plans/accept.ts';
import { makePlan } from '#main/plans/make.ts';
import { bookObligationsOfToday } from '#main/plans/obligations.ts';
import { keepPermission, openReferral } from '#main/referrals/referrals.ts';
import { savePartner } from '#main/referrals/partners.ts';
import { partnerRows } from '#main/referrals/queries.ts';
import { requestGrant } from '#main/social-fund/grants.ts';
import { saveFund } from '#main/social-fund/funds.ts';
import { type Agenda, makeAgenda } from './agenda.ts';
import { linkCategories } from './categories.ts';
import type { FillOptions } from './fill-options.ts';
import { declaredLines, demoFunds, demoPartners } from './help-words.ts';
import type { Ids } from './ids.ts';
import type { DemoPaper, DemoPapers } from './papers.ts';

/**
 * Shows what was agreed with families that cannot pay: plans, grants, partners, an inventory. Everything goes by the commands of
 * the product, on the day on which it would have been done, so that it is what a school would have in its own file.
 */
export function writeHelp(context: Context, group: DemoGroup, ids: Ids, options: FillOptions & DemoPapers): void {
  const help = chooseHelp(group);
  const agenda = makeAgenda(context, options);
  for (const [index, plan] of help.plans.entries()) putPlan(agenda, plan, index, group.asOf, ids, options.signedPlan);
  putGrants(agenda, help.grants, group.asOf, ids);
  putHelp(agenda, help, group.asOf, ids, options.permission);
  agenda.on(group.asOf, (today) => linkCategories(today, ids.school(1)));
  // What every plan asked so far, as the application books it each day it is opened.
  agenda.on(group.asOf, bookObligationsOfToday);
  agenda.carryOut();
}

function putPlan(agenda: Agenda, plan: DemoPlan, index: number, asOf: PlainDate, ids: Ids, paper: DemoPaper): void {
  const payerIds = plan.payerIds.map(ids.payer);
  const householdId = ids.household(plan.householdId);
  const schoolId = ids.school(plan.schoolId);
  agenda.on(plan.madeOn, (made) => {
    const { planId, structuredReference, instalments } = makePlan(made, {
      requestKey: `demo-plan-${index}`,
      householdId,
      schoolId,
      payerIds,
      thirdPartyPayerId: null,
      consentOn: plan.consentOn,
      invoiceIds: plan.invoiceIds.map(ids.invoice),
      startsOn: plan.startsOn,
      count: plan.count,
      toleranceDays: 5,
      remindDaysBefore: null,
      interest: null,
      note: plan.note,
    });
    const { signedOn } = plan;
    if (signedOn !== null) {
      agenda.on(signedOn, (signed) =>
        keepAcceptance(signed, { planId, payerIds, how: 'paper', signedOn, proof: paper.proof }, paper.file),
      );
    }
    const due = instalments.filter(({ dueDate }) => dueDate <= asOf).slice(0, plan.paid ?? undefined);
    for (const { number, dueDate, amountCents } of due) {
      const line = {
        householdId,
        payerId: payerIds[0] ?? null,
        thirdPartyPayerId: null,
        amountCents,
        method: 'bank' as const,
        valueDate: dueDate,
        description: `Schijf ${number}`,
        reference: structuredReference,
        allocations: null,
      };
      const requestKey = `demo-plan-${index}-${number}`;
      agenda.on(dueDate, (paid) =>
        bookReceipts(paid, { requestKey, schoolId, controlTotalCents: amountCents, lines: [line] }),
      );
    }
  });
}

/** The budgets of last school year and this one; what is asked comes from the year in which it is asked. */
function putGrants(agenda: Agenda, grants: readonly DemoGrant[], asOf: PlainDate, ids: Ids): void {
  const schoolId = ids.school(1);
  const funds = new Map<string, number>();
  agenda.on(addDays(asOf, -365), (past) => {
    // "Always", as it comes, asks for users who sign in; from an amount on it can be tried at one keyboard.
    saveThresholds(past, schoolId, { ...thresholdsOf(past.store, schoolId), grant: demoGrantThresholdCents });
    for (const [yearsAgo, fund] of demoFunds.entries()) {
      const schoolYear = schoolYearOf(addDays(asOf, -365 * yearsAgo));
      funds.set(schoolYear, saveFund(past, { ...fund, fundId: null, schoolId, schoolYear }).fundId);
    }
  });
  for (const [index, { householdId, askedOn, items, motivation }] of grants.entries()) {
    agenda.on(askedOn, (asked) =>
      requestGrant(asked, {
        requestKey: `demo-grant-${index}`,
        fundId: funds.get(schoolYearOf(askedOn)) ?? 0,
        householdId: ids.household(householdId),
        items: items.map(({ invoiceId, amountCents }) => ({ invoiceId: ids.invoice(invoiceId), amountCents })),
        motivation,
      }),
    );
  }
}

function putHelp(
  agenda: Agenda,
  { inventoryOf, referred }: DemoHelp,
  asOf: PlainDate,
  ids: Ids,
  paper: DemoPaper,
): void {
  if (inventoryOf) {
    const { householdId, adults, children } = inventoryOf;
    const onDate = addDays(asOf, -6);
    agenda.on(onDate, (told) =>
      saveInventory(told, {
        householdId: ids.household(householdId),
        onDate,
        consentOn: onDate,
        expiresOn: addDays(onDate, 330),
        composition: { adults, childAges: Array.from({ length: children }, (_, index) => 6 + 2 * index) },
        lines: declaredLines,
        partBp: 5000,
      }),
    );
  }
  let partnerId = 0;
  agenda.on(addDays(asOf, -90), (past) => {
    const examples = partnerRows(past.store, { withRemoved: false });
    const partners = demoPartners.map((details) => {
      const example = details.kind === 'foundation' ? undefined : examples.find(({ kind }) => kind === details.kind);
      return savePartner(past, { referralPartnerId: example?.referralPartnerId ?? null, details });
    });
    partnerId = partners[0]?.referralPartnerId ?? 0;
  });
  if (!referred) return;
  const permissionOn = addDays(asOf, -10);
  agenda.on(addDays(asOf, -12), (opened) => {
    const followUpOn = addDays(asOf, 9);
    const payerId = ids.payer(referred.payerId);
    const { referralId } = openReferral(opened, { payerId, referralPartnerId: partnerId, followUpOn });
    const what = ['name', 'phone', 'openAmount'] as const;
    agenda.on(permissionOn, (given) =>
      keepPermission(given, { referralId, permissionOn, what, proof: paper.proof }, paper.file),
    );
  });
}

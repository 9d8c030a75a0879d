import type { BillingGroupName } from '#shared/demo/group.ts';
import type { CapKind } from '#shared/maximum-bill/contract.ts';
import type { Context } from '#main/api/context.ts';
import { groupCategories, saveCategory, setGroupCategory } from '#main/maximum-bill/categories.ts';
import { saveInvoiceLines } from '#main/maximum-bill/lines.ts';
import { statement } from '#main/store/statement.ts';

type DemoCategory = { readonly name: string; readonly cap: CapKind; readonly groups: readonly BillingGroupName[] };

const daytime: DemoCategory = { name: 'Daguitstap en sport', cap: 'sharp', groups: [] };
const meals: DemoCategory = { name: 'Maaltijden en toezicht', cap: 'none', groups: ['maandrekening'] };
const demoCategories: readonly DemoCategory[] = [
  daytime,
  { name: 'Meerdaagse uitstap', cap: 'multiDay', groups: ['weekverblijf'] },
  meals,
  { name: 'Opvang', cap: 'none', groups: ['opvang'] },
  { name: 'Leesboeken op bestelling', cap: 'none', groups: ['boeken'] },
];

/** Of so many monthly bills the parts are written down, so that a day out counts apart from the meals. */
const divided = 12;
const dayOutCents = 950;

/** Says what each billing group of a primary school is for, so that the maximum bill can be reckoned. */
export function linkCategories(context: Context, schoolId: number): void {
  const groups = groupCategories(context.store, schoolId);
  const ids = new Map<DemoCategory, number>();
  for (const category of demoCategories) {
    const { name, cap } = category;
    const { costCategoryId } = saveCategory(context, { costCategoryId: null, name, cap, isRemoved: false });
    ids.set(category, costCategoryId);
    for (const { billingGroupId, name: group } of groups) {
      if (category.groups.some((one) => one === group)) setGroupCategory(context, { billingGroupId, costCategoryId });
    }
  }
  for (const { invoiceId, cents } of newestMonthlyBills(context, schoolId)) {
    const lines = [
      { description: 'Toneel en sportdag', costCategoryId: ids.get(daytime) ?? null, amountCents: dayOutCents },
      {
        description: 'Maaltijden en toezicht',
        costCategoryId: ids.get(meals) ?? null,
        amountCents: cents - dayOutCents,
      },
    ];
    saveInvoiceLines(context, { invoiceId, lines });
  }
}

/** Without a correction, and large enough to have a day out in them. */
function newestMonthlyBills({ store }: Context, schoolId: number): { invoiceId: number; cents: number }[] {
  return statement(
    store,
    `SELECT i.id AS invoiceId, sum(p.amount_cents) AS cents
     FROM invoices i JOIN billing_groups g ON g.id = i.billing_group_id JOIN postings p ON p.invoice_id = i.id AND p.kind = 'charge'
     WHERE i.school_id = @schoolId AND i.kind = 'invoice' AND g.name = 'maandrekening' AND p.amount_cents > 2000
       AND NOT EXISTS (SELECT 1 FROM postings o WHERE o.invoice_id = i.id AND o.kind <> 'charge' AND o.kind <> 'receipt')
     GROUP BY i.id ORDER BY i.issue_date DESC, i.id DESC LIMIT @divided`,
  ).all({ schoolId, divided }) as { invoiceId: number; cents: number }[];
}

import { Problem } from '#shared/api/problem.ts';
import type { CapKind, CostCategory } from '#shared/maximum-bill/contract.ts';
import { fieldChanges } from '#main/access/audit.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

type CategoryRow = Omit<CostCategory, 'isRemoved'> & { readonly isRemoved: 0 | 1 };

/** Every category, also those that can no longer be chosen: what was put in one still counts. */
export function listCategories(store: Store): CostCategory[] {
  const rows = statement(
    store,
    `SELECT id AS costCategoryId, name, cap, removed_at IS NOT NULL AS isRemoved FROM cost_categories
     ORDER BY removed_at IS NOT NULL, name COLLATE NOCASE`,
  ).all() as CategoryRow[];
  return rows.map((row) => ({ ...row, isRemoved: row.isRemoved === 1 }));
}

export function saveCategory(
  context: Context,
  category: {
    readonly costCategoryId: number | null;
    readonly name: string;
    readonly cap: CapKind;
    readonly isRemoved: boolean;
  },
): CostCategory {
  return runCommand(context, () => {
    const { store, clock } = context;
    const { name, cap, isRemoved } = category;
    const all = listCategories(store);
    const before = all.find((one) => one.costCategoryId === category.costCategoryId);
    if (category.costCategoryId !== null && !before) throw unknownCategory();
    const same = all.find((one) => one.name.toLowerCase() === name.toLowerCase() && one !== before);
    if (same) {
      throw new Problem(
        'CONFLICT',
        `Er is al een rubriek ${same.name}${same.isRemoved ? ', die niet meer gebruikt wordt' : ''}. Er is niets bewaard; kies een andere naam.`,
        'name',
      );
    }
    const row = { name, cap, removedAt: isRemoved ? clock.now() : null };
    const costCategoryId = before
      ? before.costCategoryId
      : Number(
          statement(store, 'INSERT INTO cost_categories (name, cap, removed_at) VALUES (@name, @cap, @removedAt)').run(
            row,
          ).lastInsertRowid,
        );
    if (before) {
      statement(
        store,
        'UPDATE cost_categories SET name = @name, cap = @cap, removed_at = @removedAt WHERE id = @costCategoryId',
      ).run({ ...row, costCategoryId });
    }
    return {
      result: { costCategoryId, name, cap, isRemoved },
      audit: {
        command: 'maximumBill.saveCategory',
        detail: { costCategoryId },
        changes: fieldChanges(before ? told(before) : {}, told({ name, cap, isRemoved })),
      },
    };
  });
}

function told({ name, cap, isRemoved }: Omit<CostCategory, 'costCategoryId'>): Readonly<Record<string, unknown>> {
  return { name, cap, isRemoved };
}

/** What a bill can be put in: NOT_FOUND for what does not exist. */
export function refuseUnknownCategory(store: Store, costCategoryId: number, field: string): void {
  if (!listCategories(store).some((one) => one.costCategoryId === costCategoryId)) throw unknownCategory(field);
}

function unknownCategory(field?: string): Problem {
  return new Problem('NOT_FOUND', 'Deze kostenrubriek bestaat niet. Er is niets bewaard; kies een andere.', field);
}

type GroupRow = { readonly billingGroupId: number; readonly name: string; readonly costCategoryId: number | null };

/** The billing groups of a school with their category; what holds money that was not assigned is no bill. */
export function groupCategories(store: Store, schoolId: number): GroupRow[] {
  return statement(
    store,
    `SELECT id AS billingGroupId, name, cost_category_id AS costCategoryId FROM billing_groups
     WHERE school_id = ? AND name <> 'tegoed' ORDER BY name COLLATE NOCASE`,
  ).all(schoolId) as GroupRow[];
}

/** Every bill of the group without lines of its own then counts in this category; null: in none. */
export function setGroupCategory(
  context: Context,
  { billingGroupId, costCategoryId }: { readonly billingGroupId: number; readonly costCategoryId: number | null },
): { readonly billingGroupId: number } {
  return runCommand(context, () => {
    const { store } = context;
    const group = statement(
      store,
      `SELECT g.school_id AS schoolId, c.name AS category FROM billing_groups g
       LEFT JOIN cost_categories c ON c.id = g.cost_category_id WHERE g.id = ?`,
    ).get(billingGroupId) as { readonly schoolId: number; readonly category: string | null } | undefined;
    if (!group) throw new Problem('NOT_FOUND', 'Deze notagroep bestaat niet. Er is niets bewaard.');
    if (costCategoryId !== null) refuseUnknownCategory(store, costCategoryId, 'costCategoryId');
    statement(store, 'UPDATE billing_groups SET cost_category_id = ? WHERE id = ?').run(costCategoryId, billingGroupId);
    const chosen = listCategories(store).find((one) => one.costCategoryId === costCategoryId);
    return {
      result: { billingGroupId },
      audit: {
        command: 'maximumBill.setBillingGroup',
        schoolId: group.schoolId,
        detail: { billingGroupId, costCategoryId },
        changes: fieldChanges({ costCategory: group.category }, { costCategory: chosen?.name ?? null }),
      },
    };
  });
}

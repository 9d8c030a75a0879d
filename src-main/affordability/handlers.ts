import { categories } from '#shared/affordability/categories.ts';
import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { listReferenceBudgets, saveReferenceBudget } from './budgets.ts';
import { keptInventory, removeInventory, saveInventory, whatIfFeasible } from './inventories.ts';

export const affordabilityHandlers: DomainHandlers<'affordability'> = {
  feasible: os.affordability.feasible.handler(({ context, input }) => whatIfFeasible(context.store, input)),
  categories: os.affordability.categories.handler(() => [...categories]),
  inventory: os.affordability.inventory.handler(({ context, input }) => keptInventory(context, input.householdId)),
  save: os.affordability.save.handler(({ context, input }) => saveInventory(context, input)),
  remove: os.affordability.remove.handler(({ context, input }) => removeInventory(context, input.inventoryId)),
  referenceBudgets: os.affordability.referenceBudgets.handler(({ context }) => listReferenceBudgets(context.store)),
  saveReferenceBudget: os.affordability.saveReferenceBudget.handler(({ context, input }) =>
    saveReferenceBudget(context, input),
  ),
};

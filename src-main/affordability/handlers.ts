import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { notYet } from '#main/api/not-yet.ts';

export const affordabilityHandlers: DomainHandlers<'affordability'> = {
  feasible: os.affordability.feasible.handler(notYet),
  categories: os.affordability.categories.handler(notYet),
  inventory: os.affordability.inventory.handler(notYet),
  save: os.affordability.save.handler(notYet),
  remove: os.affordability.remove.handler(notYet),
  referenceBudgets: os.affordability.referenceBudgets.handler(notYet),
  saveReferenceBudget: os.affordability.saveReferenceBudget.handler(notYet),
};

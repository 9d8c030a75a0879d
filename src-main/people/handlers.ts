import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { mergeHouseholds } from './merge-households.ts';
import { movePupil, renameHousehold } from './households.ts';
import { setLiabilities } from './liabilities.ts';
import { addPayer, markEmailBounced, removePayer, updatePayer } from './payers.ts';
import { splitHousehold } from './split-household.ts';
import { listThirdPartyPayers, saveThirdPartyPayer } from './third-party-payers.ts';

const { people } = os;

export const peopleHandlers: DomainHandlers<'people'> = {
  renameHousehold: people.renameHousehold.handler(({ context, input }) =>
    renameHousehold(context, input.householdId, input.name),
  ),
  addPayer: people.addPayer.handler(({ context, input }) => addPayer(context, input.householdId, input.details)),
  updatePayer: people.updatePayer.handler(({ context, input }) => updatePayer(context, input.payerId, input.details)),
  removePayer: people.removePayer.handler(({ context, input }) => removePayer(context, input.payerId)),
  markEmailBounced: people.markEmailBounced.handler(({ context, input }) =>
    markEmailBounced(context, input.payerId, input.bounced),
  ),
  setLiabilities: people.setLiabilities.handler(({ context, input }) =>
    setLiabilities(context, input.pupilId, input.liabilities),
  ),
  movePupil: people.movePupil.handler(({ context, input }) => movePupil(context, input.pupilId, input.householdId)),
  mergeHouseholds: people.mergeHouseholds.handler(({ context, input }) =>
    mergeHouseholds(context, input.fromHouseholdId, input.intoHouseholdId),
  ),
  splitHousehold: people.splitHousehold.handler(({ context, input }) => splitHousehold(context, input)),
  thirdPartyPayers: people.thirdPartyPayers.handler(({ context }) => listThirdPartyPayers(context.store)),
  saveThirdPartyPayer: people.saveThirdPartyPayer.handler(({ context, input }) =>
    saveThirdPartyPayer(context, input.thirdPartyPayerId, input.details),
  ),
};

import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { notYet } from '#main/api/not-yet.ts';
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
  claimable: os.people.claimable.handler(notYet),
  previewSeparation: os.people.previewSeparation.handler(notYet),
  separate: os.people.separate.handler(notYet),
  rulesSignatures: os.people.rulesSignatures.handler(notYet),
  saveRulesSignature: os.people.saveRulesSignature.handler(notYet),
  removeRulesSignature: os.people.removeRulesSignature.handler(notYet),
  comingOfAge: os.people.comingOfAge.handler(notYet),
  comeOfAge: os.people.comeOfAge.handler(notYet),
  changes: os.people.changes.handler(notYet),
  undoChange: os.people.undoChange.handler(notYet),
  leavers: os.people.leavers.handler(notYet),
  setLeft: os.people.setLeft.handler(notYet),
  finalStatement: os.people.finalStatement.handler(notYet),
  markSettled: os.people.markSettled.handler(notYet),
};

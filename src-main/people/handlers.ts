import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { askClaimable } from './ask-claimable.ts';
import { listChanges } from './changes.ts';
import { comeOfAge, listComingOfAge } from './coming-of-age.ts';
import { finalStatement } from './final-statement.ts';
import { renameHousehold } from './households.ts';
import { listLeavers, markSettled, setLeft } from './leavers.ts';
import { setLiabilities } from './liabilities.ts';
import { mergeHouseholds } from './merge-households.ts';
import { movePupil } from './move-pupil.ts';
import { addPayer, markEmailBounced, removePayer, updatePayer } from './payers.ts';
import { listRulesSignatures, removeRulesSignature, saveRulesSignature } from './rules-signatures.ts';
import { previewSeparation, separate } from './separation.ts';
import { splitHousehold } from './split-household.ts';
import { listThirdPartyPayers, saveThirdPartyPayer } from './third-party-payers.ts';
import { undoChange } from './undo-change.ts';

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
  claimable: people.claimable.handler(({ input }) => askClaimable(input)),
  previewSeparation: people.previewSeparation.handler(({ context, input }) => previewSeparation(context, input)),
  separate: people.separate.handler(({ context, input }) => separate(context, input)),
  rulesSignatures: people.rulesSignatures.handler(({ context, input }) =>
    listRulesSignatures(context, input.householdId),
  ),
  saveRulesSignature: people.saveRulesSignature.handler(({ context, input }) => saveRulesSignature(context, input)),
  removeRulesSignature: people.removeRulesSignature.handler(({ context, input }) =>
    removeRulesSignature(context, input.rulesSignatureId),
  ),
  comingOfAge: people.comingOfAge.handler(({ context, input }) => listComingOfAge(context, input.schoolId)),
  comeOfAge: people.comeOfAge.handler(({ context, input }) => comeOfAge(context, input)),
  changes: people.changes.handler(({ context, input }) => listChanges(context, input.householdId)),
  undoChange: people.undoChange.handler(({ context, input }) => undoChange(context, input.householdChangeId)),
  leavers: people.leavers.handler(({ context, input }) => listLeavers(context, input)),
  setLeft: people.setLeft.handler(({ context, input }) => setLeft(context, input.pupilId, input.leftOn)),
  finalStatement: people.finalStatement.handler(({ context, input }) =>
    finalStatement(context, input.pupilId, input.payerId),
  ),
  markSettled: people.markSettled.handler(({ context, input }) => markSettled(context, input.pupilId, input.settled)),
};

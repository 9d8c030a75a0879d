import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { addDocument, openDocument, removeDocument, restoreDocument } from './documents.ts';
import { listHouseholds } from './household-list.ts';
import { readHouseholdPage } from './household-page.ts';
import { finishNextStep, setNextStep } from './next-steps.ts';
import { addNote, setInfoNote } from './notes.ts';
import { search } from './search.ts';
import { readTimeline } from './timeline.ts';

const { dossier } = os;

export const dossierHandlers: DomainHandlers<'dossier'> = {
  search: dossier.search.handler(({ context, input }) => search(context, input.text, input.limit)),
  households: dossier.households.handler(({ context, input }) => listHouseholds(context, input)),
  page: dossier.page.handler(({ context, input }) => readHouseholdPage(context, input.householdId, input.withClosed)),
  timeline: dossier.timeline.handler(({ context, input }) => readTimeline(context, input)),
  addNote: dossier.addNote.handler(({ context, input }) => addNote(context, input)),
  setInfoNote: dossier.setInfoNote.handler(({ context, input }) => setInfoNote(context, input.pupilId, input.body)),
  addDocument: dossier.addDocument.handler(({ context, input }) =>
    addDocument(context, input.householdId, input.fileName, input.contentBase64),
  ),
  openDocument: dossier.openDocument.handler(({ context, input }) => openDocument(context, input.documentId)),
  removeDocument: dossier.removeDocument.handler(({ context, input }) => removeDocument(context, input.documentId)),
  restoreDocument: dossier.restoreDocument.handler(({ context, input }) => restoreDocument(context, input.documentId)),
  setNextStep: dossier.setNextStep.handler(({ context, input }) =>
    setNextStep(context, input.householdId, input.what, input.dueDate),
  ),
  finishNextStep: dossier.finishNextStep.handler(({ context, input }) => finishNextStep(context, input.nextStepId)),
};

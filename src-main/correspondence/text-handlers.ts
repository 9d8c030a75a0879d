import { findProblems } from '#shared/correspondence/problems.ts';
import { variableCatalogue } from '#shared/correspondence/variables.ts';
import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { archiveText, listTexts, saveText, textDetails, textHistory } from './texts.ts';

const { correspondence } = os;

/** The part of correspondence that is about texts. */
export const textHandlers: Pick<
  DomainHandlers<'correspondence'>,
  'variables' | 'texts' | 'text' | 'textHistory' | 'saveText' | 'archiveText' | 'checkText'
> = {
  variables: correspondence.variables.handler(() => [...variableCatalogue]),
  texts: correspondence.texts.handler(({ context, input }) => listTexts(context, input.withArchived)),
  text: correspondence.text.handler(({ context, input }) => textDetails(context.store, input.textId)),
  textHistory: correspondence.textHistory.handler(({ context, input }) =>
    textHistory(context.store, input.textId, input.language),
  ),
  saveText: correspondence.saveText.handler(({ context, input }) => saveText(context, input)),
  archiveText: correspondence.archiveText.handler(({ context, input }) =>
    archiveText(context, input.textId, input.archived),
  ),
  checkText: correspondence.checkText.handler(({ input }) => findProblems(input.subject, input.body)),
};

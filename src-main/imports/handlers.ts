import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { startImport } from './commit.ts';
import { previewImport } from './preview.ts';
import { deleteProfile, listProfiles } from './profiles.ts';
import { readFile, rereadFile } from './read-file.ts';
import { listImports, reportImport } from './report.ts';
import { undoImport } from './undo.ts';

export const importsHandlers: DomainHandlers<'imports'> = {
  read: os.imports.read.handler(({ context, input }) => readFile(context, input)),
  reread: os.imports.reread.handler(({ context, input }) => rereadFile(context, input)),
  preview: os.imports.preview.handler(({ context, input }) => previewImport(context, input)),
  commit: os.imports.commit.handler(({ context, input }) => startImport(context, input)),
  list: os.imports.list.handler(({ context }) => listImports(context)),
  report: os.imports.report.handler(({ context, input }) => reportImport(context.store, input.importId)),
  undo: os.imports.undo.handler(({ context, input }) => undoImport(context, input.importId)),
  profiles: os.imports.profiles.handler(({ context }) => listProfiles(context.store)),
  deleteProfile: os.imports.deleteProfile.handler(({ context, input }) => deleteProfile(context, input.profileId)),
};

import { includesSchool, schoolsOf } from '#main/access/caller.ts';
import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { listSchools } from './queries.ts';
import { changeSchool, createSchool, setLogo } from './schools.ts';

export const schoolsHandlers: DomainHandlers<'schools'> = {
  list: os.schools.list.handler(({ context }) =>
    listSchools(context.store).filter(({ id }) => includesSchool(schoolsOf(context), id)),
  ),
  create: os.schools.create.handler(({ context, input }) => createSchool(context, input)),
  update: os.schools.update.handler(({ context, input }) => changeSchool(context, input.schoolId, input.details)),
  setLogo: os.schools.setLogo.handler(({ context, input }) => setLogo(context, input.schoolId, input.contentBase64)),
};

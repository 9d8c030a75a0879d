import { installShippedTexts } from '#main/correspondence/shipped-texts.ts';
import { Problem } from '#shared/api/problem.ts';
import type { School, SchoolDetails } from '#shared/schools/contract.ts';
import { fieldChanges } from '#main/access/audit.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { readLogo } from './logo.ts';
import { findSchool, insertSchool, listSchools, updateLogo, updateSchool } from './queries.ts';

export function createSchool(context: Context, details: SchoolDetails): School {
  return runCommand(context, () => {
    refuseSameName(context, details.name, null);
    const schoolId = insertSchool(context.store, details, context.clock.now());
    installShippedTexts(context);
    return {
      result: schoolById(context, schoolId),
      audit: { command: 'schools.create', detail: { name: details.name, level: details.level }, schoolId },
    };
  });
}

export function changeSchool(context: Context, schoolId: number, details: SchoolDetails): School {
  return runCommand(context, () => {
    const before = schoolById(context, schoolId);
    refuseSameName(context, details.name, schoolId);
    updateSchool(context.store, schoolId, details);
    const after = schoolById(context, schoolId);
    const fields = changedFields(before, after);
    return {
      result: after,
      audit: {
        command: 'schools.update',
        detail: { fields },
        schoolId,
        changes: fieldChanges(only(before, fields), only(after, fields)),
      },
    };
  });
}

export function setLogo(context: Context, schoolId: number, contentBase64: string | null): School {
  const logo = contentBase64 === null ? null : readLogo(contentBase64);
  return runCommand(context, () => {
    schoolById(context, schoolId);
    updateLogo(context.store, schoolId, logo?.bytes ?? null, logo?.mediaType ?? null);
    const detail = { mediaType: logo?.mediaType ?? null, byteCount: logo?.bytes.length ?? 0 };
    return { result: schoolById(context, schoolId), audit: { command: 'schools.setLogo', detail, schoolId } };
  });
}

function schoolById(context: Context, schoolId: number): School {
  const school = findSchool(context.store, schoolId);
  if (!school) throw new Problem('NOT_FOUND', 'Deze school bestaat niet (meer). Er is niets veranderd.');
  return school;
}

/** Two schools of one name could not be told apart in an import or in a list. */
function refuseSameName(context: Context, name: string, exceptId: number | null): void {
  const wanted = name.toLocaleLowerCase('nl');
  if (
    listSchools(context.store).some(
      (school) => school.id !== exceptId && school.name.toLocaleLowerCase('nl') === wanted,
    )
  ) {
    throw new Problem(
      'CONFLICT',
      `Er is al een school met de naam ${name}. Er is niets veranderd; kies een andere naam.`,
      'name',
    );
  }
}

/** What changed, old and new: an account number that changed silently is how fraud looks. */
function changedFields(before: School, after: School): (keyof School)[] {
  const fields = Object.keys(before) as (keyof School)[];
  return fields.filter(
    (field) => !['logo', 'sites', 'billingGroups'].includes(field) && before[field] !== after[field],
  );
}

function only(school: School, fields: readonly (keyof School)[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fields.map((field) => [field, school[field]]));
}

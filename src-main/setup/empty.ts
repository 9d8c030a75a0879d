import type { SchoolDetails } from '#shared/schools/contract.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { installShippedTexts } from '#main/correspondence/shipped-texts.ts';
import { insertSchool } from '#main/schools/queries.ts';
import { refuseWhenFilled } from './demo.ts';

type FirstSchool = { readonly boardName: string; readonly schoolName: string; readonly level: SchoolDetails['level'] };

/** Starts with one own school and the shipped texts; account number and contact person follow in the settings. */
export function createEmpty(context: Context, first: FirstSchool): { schoolId: number } {
  return runCommand(context, () => {
    refuseWhenFilled(context);
    const schoolId = insertSchool(context.store, blankDetails(first), context.clock.now());
    installShippedTexts(context);
    return {
      result: { schoolId },
      audit: { command: 'setup.createEmpty', detail: { name: first.schoolName, level: first.level }, schoolId },
    };
  });
}

function blankDetails({ boardName, schoolName, level }: FirstSchool): SchoolDetails {
  return {
    name: schoolName,
    boardName,
    level,
    enterpriseNumber: null,
    iban: null,
    bic: null,
    accountHolder: schoolName.length <= 70 ? schoolName : null,
    street: '',
    postalCode: '',
    city: '',
    phone: null,
    email: null,
    contactName: null,
    contactPhone: null,
    contactEmail: null,
    paymentTermDays: 14,
    addressWindow: 'right',
  };
}

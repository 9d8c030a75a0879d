import { planSteps } from './plan-steps.ts';
import { planDocumentSteps } from './plan-document-steps.ts';
import { householdSteps } from './household-steps.ts';
import { assistanceSteps } from './assistance-steps.ts';
import { socialFundSteps } from './social-fund-steps.ts';
import { referralSteps } from './referral-steps.ts';
import { maximumBillSteps } from './maximum-bill-steps.ts';
import { privacySteps } from './privacy-steps.ts';
import type { Scene } from './step.ts';

/** What is agreed with a family, what changes in it, and the help it gets. */
export function changedFamilySteps(scene: () => Scene) {
  return [
    ...planSteps(scene),
    ...planDocumentSteps(scene),
    ...householdSteps(scene),
    ...assistanceSteps(scene),
    ...socialFundSteps(scene),
    ...referralSteps(scene),
    ...maximumBillSteps(scene),
    ...privacySteps(scene),
  ];
}

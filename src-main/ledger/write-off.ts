import { type WriteOffRequest, writeOffRequest } from '#shared/ledger/booking-shapes.ts';
import { writeOffGroundLabels } from '#shared/ledger/give-up-rules.ts';
import type { Approvable } from '#main/approvals/approvable.ts';
import { bookGivingUp, planGivingUp } from './give-up.ts';

/**
 * Buiten invordering, as one action: what is given up, why, and the holds that have nothing left to hold. The history stays,
 * and what was given up never counts as paid.
 */
export const writeOffCommand: Approvable<WriteOffRequest> = {
  kind: 'writeOff',
  command: 'ledger.writeOff',
  input: writeOffRequest,
  plan: (context, input) => {
    const plan = planGivingUp(context, { ...input, kind: 'writeOff' }, 'buiten invordering');
    const ground = { label: 'Grond', before: '', after: writeOffGroundLabels[input.ground] };
    return { ...plan, difference: [...plan.difference, ground] };
  },
  book: (context, input, approvalId) =>
    bookGivingUp(
      context,
      { kind: 'writeOff', items: input.items, reason: input.reason },
      {
        description: `Buiten invordering: ${writeOffGroundLabels[input.ground]}`,
        ground: input.ground,
        approvalId,
      },
    ),
};

import { type RemissionRequest, remissionRequest } from '#shared/ledger/booking-shapes.ts';
import type { Approvable } from '#main/approvals/approvable.ts';
import { bookGivingUp, planGivingUp } from './give-up.ts';

const sourceLabels: Readonly<Record<RemissionRequest['source'], string>> = {
  socialFund: 'sociaal fonds',
  decision: 'beslissing van de school',
};

/** Kwijtschelding: (part of) claims given away, by the social fund or by decision. */
export const remissionCommand: Approvable<RemissionRequest> = {
  kind: 'remission',
  command: 'ledger.remit',
  input: remissionRequest,
  plan: (context, input) => {
    const plan = planGivingUp(context, { ...input, kind: 'remission' }, 'kwijtschelden');
    const source = { label: 'Ten laste van', before: '', after: sourceLabels[input.source] };
    return { ...plan, difference: [...plan.difference, source] };
  },
  book: (context, input, approvalId) =>
    bookGivingUp(
      context,
      { kind: 'remission', items: input.items, reason: input.reason },
      { description: `Kwijtschelding: ${sourceLabels[input.source]}`, source: input.source, approvalId },
    ),
};

import type { z } from 'zod';
import { decideDunning } from '#shared/dunning/decide-dunning.ts';
import { type Decision, decisionInput, type Exclusion, type Proposal } from '#shared/dunning/decision.ts';

export type Given = z.input<typeof decisionInput>;
export type GivenItem = Given['items'][number];

/** One procedure with stages after so many days. */
export function procedure(...days: readonly number[]): Given['procedures'][number] {
  return { procedureId: 1, name: 'De Horizon', stages: days.map((day) => ({ days: day })) };
}

/** A bill of payer 1 alone. */
export function bill(invoiceId: number, openCents: number, dueDate: string, more: Partial<GivenItem> = {}): GivenItem {
  return { invoiceId, number: `F-${invoiceId}`, openCents, dueDate, owedBy: [{ payerId: 1 }], ...more };
}

/** Decides on what is given, with the defaults of the schema, as the terminal does. */
export function decideOn(asOf: string, given: Partial<Given>): Decision {
  return decideDunning(decisionInput.parse({ procedures: [procedure(3, 10, 20, 30)], items: [], ...given }), asOf);
}

/** The only proposal; throws when there is none or more than one. */
export function onlyProposal(decision: Decision): Proposal {
  const [proposal, ...others] = decision.proposals;
  if (!proposal || others.length > 0) throw new Error(`Expected one proposal: ${JSON.stringify(decision)}`);
  return proposal;
}

/** The only exclusion, of a decision without proposals. */
export function onlyExclusion(decision: Decision): Exclusion {
  const [exclusion, ...others] = decision.exclusions;
  if (!exclusion || others.length > 0 || decision.proposals.length > 0) {
    throw new Error(`Expected one exclusion: ${JSON.stringify(decision)}`);
  }
  return exclusion;
}

/** Of a row of items: which, and how much. */
export function amounts(items: Proposal['items']): [number, number][] {
  return items.map(({ invoiceId, amountCents }) => [invoiceId, amountCents]);
}

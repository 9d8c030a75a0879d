import { formatPlainDate } from '../calendar/plain-date.ts';
import { formatCents } from '../money/cents.ts';
import type { Proposal, ProposalNote } from './decision.ts';
import type { Judged } from './exclude.ts';
import { hasLeft } from './leave-out.ts';
import { isCost, type OwedItem, type PayerCase } from './payer-case.ts';
import type { ProcedureInForce } from './procedure.ts';
import type { Rules } from './rules.ts';

type Noted = {
  readonly one: PayerCase;
  /** Overdue bills that are asked. */
  readonly bills: readonly OwedItem[];
  /** Every overdue bill and cost, asked or not. */
  readonly judged: readonly Judged[];
  /** Those that matched, the chosen one first. */
  readonly procedures: readonly ProcedureInForce[];
  readonly proposal: Omit<Proposal, 'notes'>;
};

/** What of a proposal deserves a look before it goes, in Dutch, in the order of the contract. */
export function notesOf({ one, bills, judged, procedures, proposal }: Noted, rules: Rules): Proposal['notes'] {
  const { asOf } = rules.count;
  const { stage, timeEligibleStage } = proposal;
  const notes: { code: ProposalNote; sentence: string }[] = [];
  const note = (applies: boolean, code: ProposalNote, sentence: () => string): void => {
    if (applies) notes.push({ code, sentence: sentence() });
  };
  const others = procedures.slice(1).map((procedure) => nameOf(procedure));
  note(others.length > 0, 'severalProcedures', () => {
    const verb = others.length === 1 ? 'past' : 'passen';
    return `Ook ${inWords(others)} ${verb} hier; ${nameOf(procedures[0])} is voorzichtiger en wordt gevolgd.`;
  });
  note(
    proposal.thirdPartyPayerId !== null,
    'thirdPartyPayer',
    () => 'Alles gaat naar de betaler-derde, niet naar de betaler zelf.',
  );
  note(
    bills.some(({ isSplit }) => isSplit),
    'splitShare',
    () => 'De schuld is gesplitst: alleen het eigen aandeel wordt gevraagd.',
  );
  note(
    proposal.creditCents > 0,
    'creditNetted',
    () => `Van wat vervallen is, gaat ${formatCents(proposal.creditCents)} tegoed af.`,
  );
  note(
    one.hasCreditElsewhere,
    'creditElsewhere',
    () => 'Dit gezin heeft een tegoed bij een andere school van het bestuur.',
  );
  note(
    bills.some((owed) => hasLeft(owed, asOf)),
    'schoolLeaver',
    () => 'Er zijn facturen bij van een leerling die niet meer op school is.',
  );
  note(
    timeEligibleStage > stage,
    'catchingUp',
    () => `Volgens de dagen zou dit al fase ${timeEligibleStage} zijn; er vertrekt één fase tegelijk.`,
  );
  const fresh = proposal.items.filter(({ kind, sentStage }) => kind !== 'cost' && sentStage === 0).length;
  note(stage > 1 && fresh > 0, 'newInvoices', () =>
    fresh === 1
      ? 'Eén factuur werd nog nooit vermeld in een herinnering.'
      : `${fresh} facturen werden nog nooit vermeld in een herinnering.`,
  );
  const near = bills.filter(({ item }) => rules.proceduresFor(item).some((found) => found.nearLimitationDays !== null));
  note(near.length > 0, 'nearLimitation', () => {
    const first = near.flatMap(({ item }) => item.limitedFrom ?? []).toSorted()[0] ?? asOf;
    return `Dit verjaart binnenkort: de eerste factuur op ${formatPlainDate(first)}.`;
  });
  const payerId = one.payer?.payerId ?? null;
  note(
    bills.some(({ item }) => rules.plansOn(item.invoiceId, payerId).length > 0),
    'brokenPlan',
    () => 'Het afbetaalplan voor deze facturen wordt niet gevolgd; bekijk dat eerst.',
  );
  const frozen = judged.filter(({ out }) => out?.reason === 'held' && out.freezesCosts);
  note(frozen.length > 0, 'costsFrozen', () =>
    frozen.every(({ owed }) => isCost(owed))
      ? 'Kosten die opgeschort zijn, worden niet gevraagd.'
      : 'Voor wat opgeschort is, komen er geen kosten of intresten bij.',
  );
  return notes;
}

function nameOf(procedure: ProcedureInForce | undefined): string {
  return procedure?.name !== undefined && procedure.name !== ''
    ? `“${procedure.name}”`
    : `procedure ${procedure?.procedureId ?? ''}`;
}

function inWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} en ${last}`;
}

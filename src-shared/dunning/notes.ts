import { formatPlainDate } from '../calendar/plain-date.ts';
import { formatCents } from '../money/cents.ts';
import type { Proposal, ProposalNote } from './decision.ts';
import type { Judged } from './exclude.ts';
import { hasLeft } from './leave-out.ts';
import type { Decided } from './decided.ts';
import { isCost } from './payer-case.ts';
import type { ProcedureInForce } from './procedure.ts';
import type { Rules } from './rules.ts';

type Asked = Pick<Proposal, 'timeEligibleStage' | 'creditCents' | 'items'>;

/** What of a proposal deserves a look before it goes, in Dutch, in the order of the contract. */
export function notesOf(
  { one, payer, bills, judged, procedures, number }: Decided,
  { timeEligibleStage, creditCents, items }: Asked,
  rules: Rules,
): Proposal['notes'] {
  const { asOf } = rules.count;
  const notes: { code: ProposalNote; sentence: string }[] = [];
  const note = (code: ProposalNote, sentence: string): unknown => notes.push({ code, sentence });
  if (procedures.length > 1) note('severalProcedures', severalProceduresSentence(procedures));
  if (payer.thirdPartyPayerId !== null) {
    note('thirdPartyPayer', 'Alles gaat naar de betaler-derde, niet naar de betaler zelf.');
  }
  if (bills.some(({ isSplit }) => isSplit)) {
    note('splitShare', 'De schuld is gesplitst: alleen het eigen aandeel wordt gevraagd.');
  }
  if (creditCents > 0) note('creditNetted', `Van wat vervallen is, gaat ${formatCents(creditCents)} tegoed af.`);
  if (one.hasCreditElsewhere) {
    note('creditElsewhere', 'Dit gezin heeft een tegoed bij een andere school van het bestuur.');
  }
  if (bills.some((owed) => hasLeft(owed, asOf))) {
    note('schoolLeaver', 'Er zijn facturen bij van een leerling die niet meer op school is.');
  }
  if (timeEligibleStage > number) {
    note('catchingUp', `Volgens de dagen zou dit al fase ${timeEligibleStage} zijn; er vertrekt één fase tegelijk.`);
  }
  const fresh = number > 1 ? items.filter(({ kind, sentStage }) => kind !== 'cost' && sentStage === 0).length : 0;
  if (fresh > 0) {
    const sentence =
      fresh === 1
        ? 'Eén factuur werd nog nooit vermeld in een herinnering.'
        : `${fresh} facturen werden nog nooit vermeld in een herinnering.`;
    note('newInvoices', sentence);
  }
  if (procedures.some(isForNearLimitation)) {
    const near = bills.filter(({ item }) => rules.proceduresFor(item).some(isForNearLimitation));
    const first = near.flatMap(({ item }) => item.limitedFrom ?? []).toSorted()[0] ?? asOf;
    note('nearLimitation', `Dit verjaart binnenkort: de eerste factuur op ${formatPlainDate(first)}.`);
  }
  if (bills.some(({ item }) => rules.plansOn(item.invoiceId, payer.payerId).length > 0)) {
    note('brokenPlan', 'Het afbetaalplan voor deze facturen wordt niet gevolgd; bekijk dat eerst.');
  }
  if (judged.some(isFrozen)) {
    const sentence = judged.filter(isFrozen).every(({ owed }) => isCost(owed))
      ? 'Kosten die opgeschort zijn, worden niet gevraagd.'
      : 'Voor wat opgeschort is, komen er geen kosten of intresten bij.';
    note('costsFrozen', sentence);
  }
  return notes;
}

function isFrozen({ out }: Judged): boolean {
  return out?.reason === 'held' && out.freezesCosts;
}

function isForNearLimitation({ nearLimitationDays }: ProcedureInForce): boolean {
  return nearLimitationDays !== null;
}

/** The first is the one that is followed. */
function severalProceduresSentence([followed, ...others]: readonly ProcedureInForce[]): string {
  const verb = others.length === 1 ? 'past' : 'passen';
  return `Ook ${inWords(others.map(nameOf))} ${verb} hier; ${nameOf(followed)} is voorzichtiger en wordt gevolgd.`;
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

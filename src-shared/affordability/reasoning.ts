import { formatCents } from '../money/cents.ts';
import { categoryLabel } from './categories.ts';
import type { InventoryInput, InventoryLine, LineKind } from './contract.ts';
import { frequencyWords, monthlyCents } from './monthly.ts';
import type { Reference } from './reference.ts';

export type Sums = {
  readonly incomeCents: number;
  readonly fixedCents: number;
  readonly declaredCents: number;
  readonly livingCents: number;
  readonly debtCents: number;
  readonly leftCents: number;
  readonly partCents: number;
  readonly feasibleCents: number;
};

/** The reckoning in Dutch sentences with their amounts, in the order in which it is done. */
export function reasoningOf(input: InventoryInput, reference: Reference, sums: Sums): string[] {
  const of = (kind: LineKind) => input.lines.filter((line) => line.kind === kind && line.amountCents > 0);
  return [
    `Inkomen: ${formatCents(sums.incomeCents)} per maand${partsOf(of('income'))}.`,
    `Vaste kosten: ${formatCents(sums.fixedCents)} gaat eraf${partsOf(of('fixed'))}.`,
    livingSentence(reference, sums, partsOf(of('living'))),
    ...(sums.debtCents > 0
      ? [`Schulden die al afbetaald worden: ${formatCents(sums.debtCents)} gaat eraf${partsOf(of('debt'))}.`]
      : []),
    ...(input.lines.some(({ every, amountCents }) => every !== 'month' && amountCents > 0) ? [conversionSentence] : []),
    ...leftSentences(input.partBp, sums),
  ];
}

const conversionSentence =
  'Een week telt 52 keer per jaar, vier weken 13 keer; een jaar wordt door 12 gedeeld. Inkomen is naar beneden afgerond op de cent, uitgaven naar boven.';

function partsOf(lines: readonly InventoryLine[]): string {
  if (lines.length === 0) return '';
  const parts = lines.map(({ category, amountCents, every }) => {
    const amount = formatCents(amountCents);
    return `${categoryLabel(category).toLowerCase()} ${every === 'month' ? amount : `${amount} ${frequencyWords[every]}`}`;
  });
  return ` (${parts.join('; ')})`;
}

function livingSentence(reference: Reference, { declaredCents, livingCents }: Sums, parts: string): string {
  const taken = `Leefkosten: ${formatCents(livingCents)} gaat eraf`;
  if (reference.cents === null) return `${taken}${parts}.`;
  return declaredCents >= reference.cents
    ? `${taken}${parts}; het referentiebudget voor dit gezin is ${formatCents(reference.cents)}.`
    : `${taken}: het referentiebudget voor dit gezin, hoger dan de ${formatCents(declaredCents)} die opgegeven werd.`;
}

function leftSentences(partBp: number, { leftCents, partCents, feasibleCents }: Sums): string[] {
  if (leftCents < 0)
    return [`Er komt ${formatCents(-leftCents)} per maand te kort. Er wordt niets gevraagd; kijk welke hulp past.`];
  if (leftCents === 0) return ['Er blijft niets over. Er wordt niets gevraagd; kijk welke hulp past.'];
  const percent = String(partBp / 100).replace('.', ',');
  return [
    `Er blijft ${formatCents(leftCents)} per maand over.`,
    partBp === 10_000
      ? 'Alles wat overblijft wordt gevraagd.'
      : `Daarvan wordt ${percent} % gevraagd, ${formatCents(partCents)}; de rest blijft voor wat niemand voorziet.`,
    `Haalbaar: ${formatCents(feasibleCents)} per maand, naar beneden afgerond op hele euro’s.`,
  ];
}

/** What is not known and makes the amount less certain; each with what it does to it. */
export function doubtsOf(input: InventoryInput, reference: Reference, sums: Sums): string[] {
  const doubts: string[] = [];
  const has = (category: string): boolean =>
    input.lines.some((line) => line.category === category && line.amountCents > 0);
  const rareCents = monthlyCents(
    input.lines.filter(
      ({ kind, every }) => kind === 'income' && (every === 'year' || every === 'halfYear' || every === 'quarter'),
    ),
    'down',
  );
  if (sums.incomeCents === 0) doubts.push('Er is geen inkomen ingevuld: zonder inkomen is er geen haalbaar bedrag.');
  if (!has('rent')) doubts.push('Er is geen huur of woonkrediet ingevuld: als die er is, is er minder haalbaar.');
  if (input.composition.childAges.length > 0 && !has('childBenefit')) {
    doubts.push('Er wonen kinderen, maar er is geen groeipakket ingevuld.');
  }
  if (reference.cents === null) {
    doubts.push(
      sums.declaredCents === 0
        ? 'Leefkosten zijn niet ingevuld en er is geen referentiebudget: het bedrag is te hoog zolang dat zo blijft.'
        : `Er is geen referentiebudget voor dit gezin (nog in te vullen: ${reference.missing.join(', ').toLowerCase()}): wat opgegeven werd, telt.`,
    );
  }
  if (rareCents > 0) {
    doubts.push(
      `${formatCents(rareCents)} per maand komt van inkomen dat niet elke maand binnenkomt; tussen twee keren kan het krap zijn.`,
    );
  }
  return doubts;
}

import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.ts';
import {
  type DemoGroup,
  type DemoHold,
  type DemoHousehold,
  type DemoInfoNote,
  type DemoInvoice,
  type DemoNextStep,
  type DemoNote,
  type DemoPupil,
  openCents,
} from './group.ts';
import { makeRandom } from './random.ts';

const holdReasons = [
  { kind: 'dispute', reason: 'Betwist: dubbel aangerekend' },
  { kind: 'socialFile', reason: 'Antwoord van het OCMW afwachten' },
  { kind: 'doNotProcess', reason: 'Afspraak met de directie' },
  { kind: 'promise', reason: 'Belofte om te betalen' },
  { kind: 'bereavement', reason: 'Overlijden in het gezin' },
] as const;
/** A promise is about a day. */
const promiseDays = 14;

const infoBodies = [
  'Liefst bellen na 16 uur.',
  'Tolk nodig bij een gesprek.',
  'Ouders gescheiden: post naar beide adressen.',
  'Stapt over naar domiciliëring.',
  'Vraagt rekeningen op papier.',
  'Komt in aanmerking voor sociaal tarief.',
] as const;

const talks = [
  { kind: 'call', body: 'Gebeld: betaalt na de wedde van de 25ste.' },
  { kind: 'call', body: 'Voicemail ingesproken, vraagt om terug te bellen.' },
  { kind: 'talk', body: 'Rustig gesprek op school; spreiding besproken.' },
  { kind: 'note', body: 'Nieuw adres doorgegeven door het klassecretariaat.' },
  { kind: 'note', body: 'Vraagt een overzicht van alle rekeningen.' },
] as const;

const steps = [
  'Terugbellen over de spreiding',
  'Gesprek plannen met de zorgcoördinator',
  'Antwoord van het OCMW nakijken',
  'Betaling nakijken in de bank',
] as const;

/** What the office wrote down and decided: infobol notes, calls, next steps and "niet verwerken". */
export function makeTraces(
  seed: number,
  asOf: PlainDate,
  households: readonly DemoHousehold[],
  pupils: readonly DemoPupil[],
  invoices: readonly DemoInvoice[],
): Pick<DemoGroup, 'holds' | 'infoNotes' | 'notes' | 'nextSteps'> {
  const random = makeRandom(seed, 'traces');
  const overdue = invoices.filter((invoice) => invoice.dueDate < asOf && openCents(invoice) > 0);
  const householdOf = new Map(pupils.map(({ id, householdId }) => [id, householdId]));
  const oldest = new Map<number, PlainDate>();
  for (const { pupilId, dueDate } of overdue) {
    const householdId = householdOf.get(pupilId) ?? 0;
    const known = oldest.get(householdId);
    if (known === undefined || dueDate < known) oldest.set(householdId, dueDate);
  }

  const holds = overdue
    .filter((_, index) => index % 40 === 7)
    .map(({ id }): DemoHold => {
      const why = random.pick(holdReasons);
      const untilDate = random.chance(0.7) ? addDays(asOf, random.between(5, 60)) : null;
      return {
        ...why,
        invoiceId: id,
        untilDate: why.kind === 'promise' ? (untilDate ?? addDays(asOf, promiseDays)) : untilDate,
      };
    });
  const infoNotes = pupils
    .filter(({ id }) => id > 2 && id % 17 === 3)
    .map(({ id }): DemoInfoNote => ({ pupilId: id, body: random.pick(infoBodies) }));
  const notes: DemoNote[] = [];
  const nextSteps: DemoNextStep[] = [];
  for (const { id } of households.slice(1)) {
    const since = oldest.get(id);
    if (since === undefined || daysBetween(since, asOf) < 30 || random.chance(0.4)) continue;
    for (let count = random.between(1, 3); count > 0; count -= 1) {
      const date = addDays(asOf, -random.between(1, Math.min(300, daysBetween(since, asOf))));
      notes.push({ householdId: id, ...random.pick(talks), date });
    }
    if (random.chance(0.3)) {
      nextSteps.push({ householdId: id, what: random.pick(steps), dueDate: addDays(asOf, random.between(-3, 21)) });
    }
  }
  return {
    holds,
    infoNotes: [{ pupilId: 1, body: 'Ouders gescheiden, beiden tekenden het schoolreglement.' }, ...infoNotes],
    notes: [
      {
        householdId: 1,
        kind: 'call',
        body: 'Moeder belt: wisselt van werk, vraagt spreiding. Vriendelijk gesprek.',
        date: addDays(asOf, -2),
      },
      ...notes,
    ],
    nextSteps: [{ householdId: 1, what: 'Bellen over de spreiding', dueDate: addDays(asOf, 4) }, ...nextSteps],
  };
}

import { formatPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import type { Liability, LiabilityBasis } from './contract.ts';

export type SeparationFacts = {
  readonly separatedOn: PlainDate;
  readonly pupils: readonly {
    readonly pupilId: number;
    readonly name: string;
    readonly liabilities: readonly Liability[];
    readonly basis: LiabilityBasis;
  }[];
  readonly payers: ReadonlyMap<number, { readonly name: string; /** Where letters go. */ readonly address: string }>;
  /** Who signed the school rules of which pupil, and when. */
  readonly signatures: readonly { readonly pupilId: number; readonly payerId: number; readonly signedOn: PlainDate }[];
  readonly keepsOldBills: boolean;
  /** Open bills from before the day. */
  readonly oldBills: number;
  readonly hasDocument: boolean;
};

/**
 * What does not fit in a separation, in Dutch; empty when everything does. It only warns: the school knows more than we do.
 * A parent is bound by the clause that all owe the whole only when that parent signed; without clause, marriage or legal
 * cohabitation each owes the own share, by judgment or agreement; equal parts are what is left when nothing is known.
 * Source: law.md 3, practice.md 3.5.
 */
export function separationWarnings(facts: SeparationFacts): string[] {
  return [
    ...facts.pupils.flatMap((pupil) => [...unsigned(facts, pupil), ...basisDoubts(facts, pupil)]),
    ...oldBillWarning(facts),
    ...sharedAddressWarning(facts),
  ];
}

type Pupil = SeparationFacts['pupils'][number];

function unsigned({ payers, signatures, separatedOn }: SeparationFacts, pupil: Pupil): string[] {
  if (pupil.basis !== 'schoolRules' || pupil.liabilities[0]?.kind !== 'joint') return [];
  return pupil.liabilities.flatMap(({ payerId }) => {
    const name = payers.get(payerId)?.name ?? '';
    const signed = signatures
      .filter((one) => one.pupilId === pupil.pupilId && one.payerId === payerId)
      .map(({ signedOn }) => signedOn)
      .toSorted()[0];
    if (signed === undefined) {
      return [
        `Er is geen handtekening van ${name} onder het schoolreglement voor ${pupil.name}. De clausule bindt alleen wie tekende; zonder handtekening is ${name} enkel het eigen deel verschuldigd.`,
      ];
    }
    return signed > separatedOn
      ? [
          `${name} tekende het schoolreglement voor ${pupil.name} pas op ${formatPlainDate(signed)}. Voor rekeningen van vóór die dag bindt de clausule niet.`,
        ]
      : [];
  });
}

function basisDoubts({ hasDocument }: SeparationFacts, { name, liabilities, basis }: Pupil): string[] {
  const isSplit = liabilities[0]?.kind === 'split';
  const isAlone = liabilities.filter(({ kind, shareBp }) => kind === 'joint' || shareBp > 0).length === 1;
  if (isSplit && basis === 'equalShares') {
    return [
      `Voor ${name} is er geen vonnis of akkoord. Gelijke delen zijn dan enkel een uitgangspunt: vraag ernaar, en pas het aan zodra u het weet.`,
    ];
  }
  if ((basis === 'judgment' || basis === 'agreement') && !hasDocument) {
    const what = basis === 'judgment' ? 'Het vonnis' : 'Het akkoord';
    return [`${what} voor ${name} zit nog niet in het dossier. Voeg het toe, zodat u de verdeling kunt bewijzen.`];
  }
  if (isSplit && !isAlone) {
    return basis === 'judgment' || basis === 'agreement'
      ? []
      : [`Voor ${name} is gesplitst gekozen, maar de reden die u opgeeft, zegt dat ieder het geheel verschuldigd is.`];
  }
  if (!isAlone && basis === 'equalShares') {
    return [
      `Voor ${name} is hoofdelijk gekozen, maar “gelijke delen” is geen reden om aan ieder het geheel te vragen.`,
    ];
  }
  if (!isAlone && (basis === 'married' || basis === 'legalCohabitants')) {
    const until = basis === 'married' ? 'gehuwd zijn' : 'wettelijk samenwonen';
    return [
      `Voor ${name} is ieder het geheel verschuldigd zolang de ouders ${until}. Daarna enkel nog wie het schoolreglement tekende.`,
    ];
  }
  return [];
}

function oldBillWarning({ oldBills, keepsOldBills, separatedOn }: SeparationFacts): string[] {
  if (oldBills === 0) return [];
  const day = formatPlainDate(separatedOn);
  const bills = oldBills === 1 ? 'Eén open rekening is' : `${oldBills} open rekeningen zijn`;
  return keepsOldBills
    ? [`${bills} van vóór ${day} en ${oldBills === 1 ? 'blijft' : 'blijven'} verschuldigd zoals voorheen.`]
    : [
        `${bills} van vóór ${day} en ${oldBills === 1 ? 'wordt' : 'worden'} ook anders verdeeld. Dat kan enkel als een vonnis of akkoord dat zegt.`,
      ];
}

/** Each gets letters of their own; two letters in the same box help nobody. */
function sharedAddressWarning({ pupils, payers }: SeparationFacts): string[] {
  const liable = [...new Set(pupils.flatMap(({ liabilities }) => liabilities.map(({ payerId }) => payerId)))];
  const byAddress = Map.groupBy(
    liable.filter((payerId) => (payers.get(payerId)?.address ?? '') !== ''),
    (payerId) => payers.get(payerId)?.address ?? '',
  );
  return [...byAddress.values()]
    .filter((together) => together.length > 1)
    .map((together) => {
      const names = together.map((payerId) => payers.get(payerId)?.name ?? '').join(' en ');
      return `${names} hebben nog hetzelfde adres. Ze krijgen voortaan elk een eigen bericht; vul het nieuwe adres in zodra u het kent.`;
    });
}

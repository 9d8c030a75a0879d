import { formatPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import type { GateCheck, PartnerKind } from './contract.ts';

/** Whoever collects, as the law looks at them. */
export type PartnerFacts = {
  readonly kind: PartnerKind;
  readonly registrationNumber: string | null;
  /** Day of the processing agreement. */
  readonly agreementOn: PlainDate | null;
};

export const partnerKindNames: Readonly<Record<PartnerKind, string>> = {
  lawyer: 'Advocaat',
  bailiff: 'Gerechtsdeurwaarder',
  collector: 'Incassokantoor',
};

/**
 * Whether somebody may collect for the school: a collector only with its number at the FPS Economy; lawyers and bailiffs
 * are exempt. Null: nobody was chosen. Source: book XIX WER title 2, law.md 1.8 (iii).
 */
export function registrationCheck(partner: PartnerFacts | null): Pick<GateCheck, 'met' | 'sentence'> {
  if (partner === null) return { met: false, sentence: 'Kies aan wie u overdraagt.' };
  if (partner.kind !== 'collector') {
    return {
      met: true,
      sentence: `${partnerKindNames[partner.kind]}: hoeft niet ingeschreven te zijn als incassokantoor.`,
    };
  }
  const number = partner.registrationNumber?.trim() ?? '';
  return number === ''
    ? {
        met: false,
        sentence:
          'Een incassokantoor mag alleen invorderen met een inschrijving bij de FOD Economie: vul het nummer in bij de partner.',
      }
    : { met: true, sentence: `Ingeschreven bij de FOD Economie onder nummer ${number}.` };
}

/**
 * Whether personal data may go to the partner: only under an agreement with a day that has come. Source: GDPR art. 28,
 * law.md 1.8 (iv) and 7.
 */
export function agreementCheck(partner: PartnerFacts | null, today: PlainDate): Pick<GateCheck, 'met' | 'sentence'> {
  if (partner === null)
    return { met: false, sentence: 'Van een gekozen partner wordt de verwerkersovereenkomst nagekeken.' };
  const { agreementOn } = partner;
  if (agreementOn === null) {
    return {
      met: false,
      sentence: 'Er is geen verwerkersovereenkomst (AVG): sluit ze en vul de datum in bij de partner.',
    };
  }
  if (agreementOn > today) {
    return { met: false, sentence: `De verwerkersovereenkomst geldt pas vanaf ${formatPlainDate(agreementOn)}.` };
  }
  return { met: true, sentence: `Verwerkersovereenkomst van ${formatPlainDate(agreementOn)}.` };
}

/** Why nothing can be handed to a partner, in Dutch; empty: it can. */
export function partnerProblems(partner: PartnerFacts, today: PlainDate): string[] {
  return [registrationCheck(partner), agreementCheck(partner, today)].flatMap(({ met, sentence }) =>
    met ? [] : [sentence],
  );
}

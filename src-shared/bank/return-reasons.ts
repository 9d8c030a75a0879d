import type { Returned } from './statement.ts';

/** What the office had better do with a collection or payment that came back. */
export type ReturnAdvice = 'retry' | 'contact' | 'correct' | 'none';

type ReturnReason = { readonly sentence: string; readonly advice: ReturnAdvice };

// ISO 20022 external return reasons that Belgian banks give. Source: facts/bank.md section 5.
const reasons: Readonly<Record<string, ReturnReason>> = {
  AC01: { sentence: 'het rekeningnummer klopt niet', advice: 'correct' },
  AC04: { sentence: 'de rekening is afgesloten', advice: 'contact' },
  AC06: { sentence: 'de rekening is geblokkeerd', advice: 'contact' },
  AC13: { sentence: 'de rekening is geen rekening van een particulier', advice: 'contact' },
  AG01: { sentence: 'van deze rekening mag niet geïnd worden', advice: 'contact' },
  AG02: { sentence: 'de bank aanvaardt deze soort opdracht niet', advice: 'correct' },
  AM04: { sentence: 'onvoldoende saldo', advice: 'retry' },
  AM05: { sentence: 'dezelfde opdracht werd twee keer gegeven', advice: 'none' },
  BE01: { sentence: 'de naam hoort niet bij de rekening', advice: 'correct' },
  BE05: { sentence: 'de bank kent de schuldeiser niet', advice: 'correct' },
  BE06: { sentence: 'de bank kent deze klant niet', advice: 'contact' },
  CNOR: { sentence: 'de bank van de schuldeiser doet niet mee', advice: 'correct' },
  DNOR: { sentence: 'de bank van de betaler doet niet mee', advice: 'contact' },
  FF01: { sentence: 'de opdracht had niet de juiste vorm', advice: 'correct' },
  FOCR: { sentence: 'teruggestort op vraag van de bank', advice: 'contact' },
  MD01: { sentence: 'er is geen geldige domiciliëring (mandaat)', advice: 'contact' },
  MD02: { sentence: 'er ontbreken gegevens van de domiciliëring', advice: 'correct' },
  MD06: { sentence: 'de betaler vroeg het geld terug', advice: 'contact' },
  MD07: { sentence: 'de betaler is overleden', advice: 'contact' },
  MS02: { sentence: 'de betaler weigerde', advice: 'contact' },
  MS03: { sentence: 'de bank geeft geen reden', advice: 'retry' },
  RC01: { sentence: 'de bank van de rekening is niet herkend', advice: 'correct' },
  RR01: { sentence: 'de rekening van de betaler ontbreekt', advice: 'correct' },
  RR02: { sentence: 'naam of adres van de betaler ontbreekt', advice: 'correct' },
  RR03: { sentence: 'naam of adres van de schuldeiser ontbreekt', advice: 'correct' },
  RR04: { sentence: 'de bank weigert om wettelijke redenen', advice: 'contact' },
  SL01: { sentence: 'de betaler liet zijn bank deze inning weigeren', advice: 'contact' },
  TM01: { sentence: 'de opdracht kwam te laat aan', advice: 'retry' },
};

const byType: Readonly<Record<Returned, string>> = {
  reject: 'geweigerd',
  return: 'teruggekomen',
  refund: 'teruggevraagd',
  reversal: 'teruggedraaid',
  cancellation: 'geannuleerd',
};

const advices: Readonly<Record<ReturnAdvice, string>> = {
  retry: 'later opnieuw proberen kan',
  contact: 'niet opnieuw innen, neem contact op',
  correct: 'kijk de gegevens na voor een nieuwe poging',
  none: '',
};

/** What to do after this ISO reason code; `contact` when there is no code or it is not in the table, the careful choice. */
function returnAdvice(reasonCode: string | null): ReturnAdvice {
  return reasons[reasonCode ?? '']?.advice ?? 'contact';
}

/** The same in Dutch; '' when there is nothing to do. */
export function adviceSentence(reasonCode: string | null): string {
  return advices[returnAdvice(reasonCode)];
}

/**
 * Dutch, in plain words, why a collection or payment came back: "onvoldoende saldo". A code that is not in the table is
 * named as it is.
 */
export function returnSentence(returned: { readonly type: Returned; readonly reasonCode: string | null }): string {
  const known = reasons[returned.reasonCode ?? ''];
  if (known) return known.sentence;
  return returned.reasonCode === null
    ? byType[returned.type]
    : `${byType[returned.type]} (code ${returned.reasonCode})`;
}

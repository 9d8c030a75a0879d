import { formatPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { type HoldFacts, holdSentence, liftSentence } from '../holds/hold-sentence.ts';
import { changeSentence, type ChangeFacts } from './change-sentence.ts';
import { type PostingFacts, postingSentence } from './posting-sentence.ts';

/** What happened, as the store knows it. */
export type TimelineFacts =
  | {
      readonly source: 'import';
      readonly kind: 'pupils' | 'invoices';
      readonly fileName: string;
      readonly count: number;
    }
  | {
      readonly source: 'message';
      readonly channel: 'email' | 'letter';
      readonly recipient: string;
      readonly subject: string;
      /** Of a reminder: the name of its stage and its number; null: another message. */
      readonly stage: string | null;
      readonly number: string | null;
    }
  | { readonly source: 'note'; readonly body: string; readonly isSocial: boolean }
  | { readonly source: 'document'; readonly fileName: string }
  | ({
      readonly source: 'hold' | 'lift';
    } & HoldFacts)
  | PostingFacts
  | { readonly source: 'nextStep'; readonly what: string; readonly dueDate: PlainDate; readonly finished: boolean }
  | ({ readonly source: 'change' } & ChangeFacts);

/** The Dutch line of the timeline for one event; never says more about a payer than a name. */
export function timelineSummary(facts: TimelineFacts): string {
  switch (facts.source) {
    case 'import':
      return importSentence(facts.kind, facts.count, facts.fileName);
    case 'message':
      return `Aan ${facts.recipient}: ${facts.subject}${stageOf(facts)}`;
    case 'note':
      return facts.body;
    case 'document':
      return facts.fileName;
    case 'hold':
      return holdSentence(facts);
    case 'lift':
      return liftSentence(facts);
    case 'posting':
      return postingSentence(facts);
    case 'nextStep':
      return facts.finished ? `Afgewerkt: ${facts.what}` : `${facts.what} (tegen ${formatPlainDate(facts.dueDate)})`;
    case 'change':
      return changeSentence(facts);
  }
}

/** ` (Herinnering, nr. 2026-00012)`. */
function stageOf({ stage, number }: Extract<TimelineFacts, { source: 'message' }>): string {
  if (stage === null) return '';
  return number === null ? ` (${stage})` : ` (${stage}, nr. ${number})`;
}

function importSentence(kind: 'pupils' | 'invoices', count: number, fileName: string): string {
  if (kind === 'pupils') return `Leerlinggegevens uit “${fileName}”`;
  return `${count} ${count === 1 ? 'factuur' : 'facturen'} uit “${fileName}”`;
}

/** Where a message stands, as a word; a letter is printed, an e-mail is sent. */
export function messageStatus(channel: 'email' | 'letter', status: string): string {
  const words: Readonly<Record<string, string>> = {
    reserved: channel === 'letter' ? 'klaar om af te drukken' : 'klaar om te verzenden',
    sending: 'wordt verzonden',
    sent: channel === 'letter' ? 'afgedrukt' : 'verzonden',
    failed: 'mislukt',
    uncertain: 'onzeker',
    cancelled: 'geannuleerd',
  };
  return words[status] ?? status;
}

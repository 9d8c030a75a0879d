import { formatPlainDate, type PlainDate } from '../calendar/plain-date.ts';
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
    }
  | { readonly source: 'note'; readonly body: string; readonly isSocial: boolean }
  | { readonly source: 'document'; readonly fileName: string }
  | {
      readonly source: 'hold' | 'lift';
      readonly numbers: readonly string[];
      readonly reason: string;
      readonly untilDate: PlainDate | null;
    }
  | PostingFacts
  | { readonly source: 'nextStep'; readonly what: string; readonly dueDate: PlainDate; readonly finished: boolean }
  | ({ readonly source: 'change' } & ChangeFacts);

/** The Dutch line of the timeline for one event; never says more about a payer than a name. */
export function timelineSummary(facts: TimelineFacts): string {
  switch (facts.source) {
    case 'import':
      return importSentence(facts.kind, facts.count, facts.fileName);
    case 'message':
      return `Aan ${facts.recipient}: ${facts.subject}`;
    case 'note':
      return facts.body;
    case 'document':
      return facts.fileName;
    case 'hold': {
      const until = facts.untilDate === null ? '' : ` tot en met ${formatPlainDate(facts.untilDate)}`;
      return `${invoices(facts.numbers)} niet verwerken${until}: ${facts.reason}`;
    }
    case 'lift':
      return `${invoices(facts.numbers)} opnieuw verwerken (was: ${facts.reason})`;
    case 'posting':
      return postingSentence(facts);
    case 'nextStep':
      return facts.finished ? `Afgewerkt: ${facts.what}` : `${facts.what} (tegen ${formatPlainDate(facts.dueDate)})`;
    case 'change':
      return changeSentence(facts);
  }
}

function importSentence(kind: 'pupils' | 'invoices', count: number, fileName: string): string {
  if (kind === 'pupils') return `Leerlinggegevens uit “${fileName}”`;
  return `${count} ${count === 1 ? 'factuur' : 'facturen'} uit “${fileName}”`;
}

/** Up to three invoices by number, more as a count. */
function invoices(numbers: readonly string[]): string {
  if (numbers.length > 3) return `${numbers.length} facturen`;
  return `${numbers.length === 1 ? 'Factuur' : 'Facturen'} ${numbers.join(', ')}`;
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

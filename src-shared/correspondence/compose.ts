import type { Language } from '../api/schemas.ts';
import type { TextProblem } from './contract.ts';
import type { LetterModel } from './letter-model.ts';
import type { MessageFacts } from './message-facts.ts';
import type { RichText } from './rich-text.ts';

export type ComposableText = { readonly language: Language; readonly subject: string; readonly body: RichText };
export type ComposedLetter = { readonly model: LetterModel; readonly problems: readonly TextProblem[] };

/**
 * Fills a text in for one payer. Never throws on what a user typed: unknown variables stay readable in the model and
 * are named in `problems`, and a message with problems is never sent.
 */
export function composeLetter(_facts: MessageFacts, _text: ComposableText): ComposedLetter {
  throw new Error('Not composed yet');
}

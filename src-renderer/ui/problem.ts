import { ORPCError } from '@orpc/client';
import { kitTexts } from './kit.nl.ts';

/** An error as a person reads it: what happened, what was kept, what to do, and the field it belongs to. */
export type ShownProblem = { readonly code: string; readonly sentence: string; readonly field: string | null };

/** Turns whatever a call threw into a sentence; contract errors bring their own. */
export function toProblem(error: unknown): ShownProblem {
  if (error instanceof ORPCError) {
    const data: unknown = error.data;
    if (typeof data === 'object' && data !== null && 'sentence' in data && typeof data.sentence === 'string') {
      const field = 'field' in data && typeof data.field === 'string' ? data.field : null;
      return { code: error.code, sentence: data.sentence, field };
    }
    return { code: error.code, sentence: kitTexts.unexpected, field: null };
  }
  return { code: 'NO_CONNECTION', sentence: kitTexts.noConnection, field: null };
}

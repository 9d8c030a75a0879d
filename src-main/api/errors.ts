import { randomUUID } from 'node:crypto';
import { ORPCError, os as base, ValidationError } from '@orpc/server';
import { Problem } from '#shared/api/problem.ts';
import { problemStatus } from '#shared/api/procedure.ts';
import type { Context } from './context.ts';

type Issue = {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
};

/** The form field an issue belongs to, dotted: `details.iban`. */
function fieldOf(issue: Issue): string | null {
  const path = issue.path?.map((part) => String(typeof part === 'object' ? part.key : part)) ?? [];
  return path.length > 0 ? path.join('.') : null;
}

/**
 * The edge of the API: a Problem becomes the contract error of its code, refused input becomes INVALID with its field,
 * anything else is logged once with an id, and the user sees that id, never a stack trace.
 */
export const mapErrors = base.$context<Context>().middleware(async ({ context, next }) => {
  try {
    return await next();
  } catch (error) {
    throw toContractError(error, context);
  }
});

function toContractError(error: unknown, context: Context): unknown {
  if (error instanceof Problem) {
    return new ORPCError(error.code, {
      status: problemStatus[error.code],
      message: error.sentence,
      data: { sentence: error.sentence, field: error.field },
    });
  }
  if (error instanceof ORPCError) {
    if (error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
      const issue: Issue | undefined = error.cause.issues[0];
      const field = issue ? fieldOf(issue) : null;
      const sentence = `Dit klopt niet${field ? ` (${field})` : ''}: ${issue?.message ?? 'onbekende invoer'}`;
      return new ORPCError('INVALID', { status: problemStatus.INVALID, message: sentence, data: { sentence, field } });
    }
    if (error.code !== 'INTERNAL_SERVER_ERROR') return error;
  }
  const id = randomUUID().slice(0, 8);
  context.log.error(id, 'unexpected failure', error instanceof ORPCError ? (error.cause ?? error) : error);
  const sentence = `Er ging iets mis dat we niet voorzien hadden (code ${id}). Er is niets half bewaard; probeer het opnieuw.`;
  return new ORPCError('INTERNAL_SERVER_ERROR', { message: sentence, data: { sentence, field: null } });
}

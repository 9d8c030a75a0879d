import { randomUUID } from 'node:crypto';
import { ORPCError, os as base, ValidationError } from '@orpc/server';
import { Problem, type ProblemCode } from '#shared/api/problem.ts';
import { problemStatus } from '#shared/api/procedure.ts';
import { storeFailure } from '#main/store/failure.ts';
import type { Context } from './context.ts';

type Issue = {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  /** Of a choice between shapes: what is wrong with each. */
  readonly errors?: readonly (readonly Issue[])[];
};

type Refusal = { readonly message: string; readonly path: readonly string[] };

/** The first thing that is wrong; of a choice between shapes, with the shape that is nearest. */
function refusalOf(issue: Issue, outer: readonly string[] = []): Refusal {
  const path = [...outer, ...(issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part))];
  const nearest = issue.errors?.toSorted((a, b) => a.length - b.length)[0]?.[0];
  return nearest ? refusalOf(nearest, path) : { message: issue.message, path };
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
  const problem = error instanceof Problem ? error : storeFailure(causeOf(error));
  if (problem) return contractError(problem.code, problem.sentence, problem.field);
  if (error instanceof ORPCError) {
    if (error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
      const issue: Issue = error.cause.issues[0] ?? { message: 'Dit heeft niet de juiste vorm.' };
      const { message, path } = refusalOf(issue);
      const field = path.length > 0 ? path.join('.') : null;
      return contractError('INVALID', `Dit klopt niet${field ? ` (${field})` : ''}: ${message}`, field);
    }
    if (error.code !== 'INTERNAL_SERVER_ERROR') return error;
  }
  const id = randomUUID().slice(0, 8);
  context.log.error(id, 'unexpected failure', causeOf(error));
  const sentence = `Er ging iets mis dat we niet voorzien hadden (code ${id}). Er is niets half bewaard; probeer het opnieuw.`;
  return new ORPCError('INTERNAL_SERVER_ERROR', { message: sentence, data: { sentence, field: null } });
}

function contractError(code: ProblemCode, sentence: string, field: string | null): unknown {
  return new ORPCError(code, { status: problemStatus[code], message: sentence, data: { sentence, field } });
}

function causeOf(error: unknown): unknown {
  return error instanceof ORPCError ? (error.cause ?? error) : error;
}

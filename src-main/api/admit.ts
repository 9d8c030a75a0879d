import { os as base } from '@orpc/server';
import { admit } from '#main/access/admit.ts';
import type { Context } from './context.ts';

/** Before every handler: refuses who may not, and fixes in whose name the call is made until it ends. */
export const admitCaller = base
  .$context<Context>()
  .middleware(({ context, path, next }, input) => next({ context: admit(context, path.join('.'), input) }));

import { implement, type ImplementerInternalWithMiddlewares, type Router } from '@orpc/server';
import { contract } from '#shared/contract.ts';
import type { Context } from './context.ts';
import { admitCaller } from './admit.ts';
import { mapErrors } from './errors.ts';

type Contract = typeof contract;

/** What every handler starts from: the contract, the context, one place where errors become contract errors, and one that refuses. */
export const os: ImplementerInternalWithMiddlewares<Contract, Context, Context> = implement(contract)
  .$context<Context>()
  .use(mapErrors)
  .use(admitCaller);

/** The handlers of one domain: `const handlers: DomainHandlers<'ledger'> = { … }`. */
export type DomainHandlers<Domain extends keyof Contract> = Router<Contract[Domain], Context>;

/** All of them. */
export type ContractRouter = Router<Contract, Context>;

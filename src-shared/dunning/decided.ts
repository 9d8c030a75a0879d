import type { DecisionPayer } from './decision.ts';
import type { Judged } from './exclude.ts';
import type { OwedItem, PayerCase } from './payer-case.ts';
import type { ProcedureInForce, Stage } from './procedure.ts';

/** What was decided for one payer: which bills are asked, and by which stage of which procedure. */
export type Decided = {
  readonly one: PayerCase;
  readonly payer: DecisionPayer;
  /** Overdue bills that are asked, the oldest first. */
  readonly bills: readonly OwedItem[];
  /** Everything overdue, costs too. */
  readonly judged: readonly Judged[];
  /** Those that matched, the chosen one first. */
  readonly procedures: readonly ProcedureInForce[];
  readonly procedure: ProcedureInForce;
  readonly number: number;
  readonly stage: Stage;
};

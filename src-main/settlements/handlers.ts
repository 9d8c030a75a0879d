import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { claimStatement } from './claim-statement.ts';
import { openSettlement } from './open-settlement.ts';
import { saveSettlementPlan, simulateShares } from './plan.ts';
import { closeSettlement, recordFiled } from './progress.ts';
import { listSettlements } from './settlements.ts';

export const settlementsHandlers: DomainHandlers<'settlements'> = {
  list: os.settlements.list.handler(({ context, input }) => listSettlements(context, input)),
  open: os.settlements.open.handler(({ context, input }) => openSettlement(context, input)),
  claimStatement: os.settlements.claimStatement.handler(({ context, input }) => claimStatement(context, input)),
  recordFiled: os.settlements.recordFiled.handler(({ context, input }) => recordFiled(context, input)),
  close: os.settlements.close.handler(({ context, input }) => closeSettlement(context, input)),
  simulate: os.settlements.simulate.handler(({ context, input }) => simulateShares(context, input)),
  savePlan: os.settlements.savePlan.handler(({ context, input }) => saveSettlementPlan(context, input)),
};

import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { approve, reject } from './decide.ts';
import { resubmit, withdraw } from './maker.ts';
import { approvalRow, countWaiting, listApprovalRows, toApproval } from './queries.ts';
import { saveThresholds, thresholdsOf } from './thresholds.ts';

const { approvals } = os;

export const approvalsHandlers: DomainHandlers<'approvals'> = {
  list: approvals.list.handler(({ context, input }) => {
    const { rows, total } = listApprovalRows(context, input);
    return { rows: rows.map((row) => toApproval(context, row)), total };
  }),
  show: approvals.show.handler(({ context, input }) => toApproval(context, approvalRow(context, input.approvalId))),
  waiting: approvals.waiting.handler(({ context }) => countWaiting(context)),
  approve: approvals.approve.handler(({ context, input }) => approve(context, input)),
  reject: approvals.reject.handler(({ context, input }) => reject(context, input.approvalId, input.reason)),
  withdraw: approvals.withdraw.handler(({ context, input }) => withdraw(context, input.approvalId)),
  resubmit: approvals.resubmit.handler(({ context, input }) => resubmit(context, input)),
  thresholds: approvals.thresholds.handler(({ context, input }) => thresholdsOf(context.store, input.schoolId)),
  saveThresholds: approvals.saveThresholds.handler(({ context, input }) =>
    saveThresholds(context, input.schoolId, input.thresholds),
  ),
};

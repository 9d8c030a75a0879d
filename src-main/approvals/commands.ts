import type { ApprovalKind } from '#shared/approvals/contract.ts';
import { Problem } from '#shared/api/problem.ts';
import type { Context } from '#main/api/context.ts';
import { payerAccountCommand } from '#main/bank/payer-account-command.ts';
import { refundCommand } from '#main/ledger/refund.ts';
import { remissionCommand } from '#main/ledger/remission.ts';
import { transferCommand } from '#main/ledger/transfer.ts';
import { writeOffCommand } from '#main/ledger/write-off.ts';
import { correctionCommand } from '#main/maximum-bill/correction-command.ts';
import { grantCommand } from '#main/social-fund/grant-command.ts';
import { runCommandToApprove } from '#main/runs/run-command.ts';
import type { Approvable, ApprovalPlan } from './approvable.ts';
import { insertApproval } from './request.ts';

/** A request with the command that carries it out. */
export type BoundRequest = {
  readonly command: string;
  readonly plan: (context: Context) => ApprovalPlan;
  readonly book: (context: Context, approvalId: number) => number | null;
  readonly keep: (context: Context, plan: ApprovalPlan, replacesId: number | null) => number;
};
/** Reads a request by the schema of its command; INVALID with the field when it does not fit. */
export type BindRequest = (request: unknown) => BoundRequest;
export type ApprovableCommands = Readonly<Partial<Record<ApprovalKind, BindRequest>>>;

function bindCommand<Input>(command: Approvable<Input>): BindRequest {
  return (request) => {
    const parsed = command.input.safeParse(request);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const field = ['request', ...(issue?.path ?? []).map(String)].join('.');
      throw new Problem('INVALID', `Dit klopt niet (${field}): ${issue?.message ?? 'verkeerde vorm.'}`, field);
    }
    const input = parsed.data;
    return {
      command: command.command,
      plan: (context) => command.plan(context, input),
      book: (context, approvalId) => command.book(context, input, approvalId),
      keep: (context, plan, replacesId) => insertApproval(context, command, input, plan, replacesId),
    };
  };
}

/** Every command that can wait for a second pair of eyes. */
export const approvableCommands: ApprovableCommands = {
  writeOff: bindCommand(writeOffCommand),
  remission: bindCommand(remissionCommand),
  refund: bindCommand(refundCommand),
  transfer: bindCommand(transferCommand),
  payerAccount: bindCommand(payerAccountCommand),
  run: bindCommand(runCommandToApprove),
  grant: bindCommand(grantCommand),
  correction: bindCommand(correctionCommand),
};

export function bindRequest(commands: ApprovableCommands, kind: ApprovalKind, request: unknown): BoundRequest {
  const bind = commands[kind];
  if (!bind) throw new Error(`No command carries out ${kind}`);
  return bind(request);
}

/** Everything a line of the worklist can point to, and nothing of it. */
export const toNothing = {
  dueDate: null,
  isUrgent: false,
  householdId: null,
  taskId: null,
  holdId: null,
  invoiceId: null,
  runId: null,
  settlementId: null,
  planId: null,
} as const;

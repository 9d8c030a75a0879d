/** Why somebody gets nothing, or why a bill stays out; of several reasons the first of these is named. */
export const exclusionCodes = [
  /** Wins over everything. */
  'held',
  /** Another message or task is not decided: uncertain, failed, waiting, or a call to make. */
  'undecided',
  'deliveryFailed',
  'messageWaiting',
  'taskWaiting',
  'livePlan',
  'limited',
  'handedOver',
  'schoolLeaver',
  'noLiablePayer',
  'unreachable',
  /** Nothing is past its due date. */
  'nothingDue',
  'grace',
  /** Covered by unallocated payments or credit notes of the household. */
  'coveredByCredit',
  'belowMinimum',
  'noProcedure',
  /** Overdue, but not long enough for the stage. */
  'notLateEnough',
  /** The stage before it left too short ago. */
  'minimumGap',
  /** The term of the law after the first reminder still runs. */
  'termRunning',
  /** Everything the procedure has was done. */
  'finalStage',
] as const;

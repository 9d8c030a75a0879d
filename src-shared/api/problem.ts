/** Why an expected failure happened; the code is for programs, the sentence for the person at the screen. */
const problemCodes = ['NOT_FOUND', 'INVALID', 'CONFLICT', 'REFUSED', 'UNAVAILABLE'] as const;
export type ProblemCode = (typeof problemCodes)[number];

/**
 * An expected failure. Services throw it, the API edge turns it into the typed contract error of the same code.
 * The sentence is Dutch and says what happened, what was kept and what to do.
 */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly sentence: string;
  readonly field: string | null;

  constructor(code: ProblemCode, sentence: string, field: string | null = null) {
    super(sentence);
    this.name = 'Problem';
    this.code = code;
    this.sentence = sentence;
    this.field = field;
  }
}

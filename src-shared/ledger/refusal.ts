import type { ProblemCode } from '../api/problem.ts';

/** Why a movement of money cannot be booked: Dutch, what is the matter, what was kept, what to do. */
export type Refusal = { readonly code: ProblemCode; readonly sentence: string; readonly field: string | null };

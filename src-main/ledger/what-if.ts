import type { z } from 'zod';
import { parseStructuredReference } from '#shared/bank/structured-reference.ts';
import { Problem } from '#shared/api/problem.ts';
import { type AllocationResult, allocate, type SkippedClaim } from '#shared/ledger/allocate.ts';
import type { whatIfClaim } from '#shared/ledger/booking-shapes.ts';
import { schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { liveHouseholdId } from '#main/dossier/household.ts';
import type { Store } from '#main/store/store.ts';
import { allocateInHousehold } from './household-allocation.ts';

type WhatIfClaim = z.infer<typeof whatIfClaim>;
type Question = {
  readonly amountCents: number;
  readonly structuredReference: string | null;
  readonly householdId?: number | undefined;
  readonly payerId?: number | undefined;
  readonly schoolId?: number | undefined;
  readonly claims?: readonly WhatIfClaim[] | undefined;
};

type Answer = {
  readonly allocations: { invoiceId: number; amountCents: number; openAfterCents: number; rule: Rule }[];
  readonly creditCents: number;
  readonly skipped: { invoiceId: number; sentence: string }[];
};
type Rule = AllocationResult['allocations'][number]['rule'];

const sentences: Readonly<Record<SkippedClaim['why'], string>> = {
  credit: 'Dit is zelf een tegoed.',
  settled: 'Dit is al vereffend.',
  limited: 'Deze factuur is verjaard; er gaat vanzelf geen geld naartoe.',
  notNamed: 'De betaler noemde iets anders.',
  notTheirs: 'Deze betaler is hier niets meer verschuldigd.',
};

/** Where an amount would go; nothing is booked. */
export function allocateWhatIf(context: Context, question: Question): Answer {
  const { allocations, creditCents, skipped } = question.claims
    ? ofGivenClaims(question, question.claims)
    : ofHousehold(context, question);
  return {
    allocations: [...allocations],
    creditCents,
    skipped: skipped
      // What was not named is worth a word only when money is left.
      .filter(({ why }) => why !== 'notNamed' || creditCents > 0)
      .map(({ invoiceId, why }) => ({ invoiceId, sentence: sentences[why] })),
  };
}

function ofGivenClaims(question: Question, claims: readonly WhatIfClaim[]): AllocationResult {
  const ids = new Set(claims.map(({ invoiceId }) => invoiceId));
  if (ids.size < claims.length) throw new Problem('INVALID', 'Een factuur staat er twee keer in.', 'claims');
  const wanted = question.structuredReference === null ? undefined : bare(question.structuredReference);
  const named = claims.filter(
    (claim) => wanted !== undefined && claim.structuredReference && bare(claim.structuredReference) === wanted,
  );
  return allocate(
    question.amountCents,
    claims.map(({ issueDate, costsRunFrom, isLimited, ...claim }) => ({
      ...claim,
      costsRunFrom: costsRunFrom ?? null,
      isLimited: isLimited ?? false,
      ...(issueDate === undefined ? {} : { issueDate }),
    })),
    named.length === 0 ? null : new Set(named.map(({ invoiceId }) => invoiceId)),
  );
}

function bare(reference: string): string {
  return parseStructuredReference(reference) ?? reference.trim();
}

function ofHousehold(context: Context, question: Question): AllocationResult {
  const { store } = context;
  const { amountCents, payerId = null, schoolId, structuredReference: reference } = question;
  const householdId = question.householdId ?? householdOf(store, payerId, reference);
  if (householdId === undefined) {
    throw new Problem(
      'INVALID',
      'Geef een gezin, een betaler, een gekende mededeling of de facturen zelf.',
      'householdId',
    );
  }
  return allocateInHousehold(store, {
    householdId: liveHouseholdId(store, householdId),
    schoolId,
    payerId,
    amountCents,
    reference,
    valueDate: context.clock.today(),
    schools: schoolsOf(context),
  }).result;
}

function householdOf(store: Store, payerId: number | null, reference: string | null): number | undefined {
  return store.sql
    .prepare(
      `SELECT household_id FROM payers WHERE id = @payerId
       UNION ALL SELECT p.household_id FROM invoices i JOIN pupils p ON p.id = i.pupil_id
         WHERE i.structured_reference = @reference AND i.withdrawn_at IS NULL
       UNION ALL SELECT y.household_id FROM payer_references r JOIN payers y ON y.id = r.payer_id
         WHERE r.structured_reference = @reference
       UNION ALL SELECT household_id FROM plans WHERE structured_reference = @reference LIMIT 1`,
    )
    .pluck()
    .get({ payerId, reference: reference === null ? null : bare(reference) }) as number | undefined;
}

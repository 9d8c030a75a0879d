import { Problem } from '#shared/api/problem.ts';
import { formatPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import { refuseAct } from '#shared/limitation/record-rules.ts';
import type { Acceptance, PlanPage } from '#shared/plans/shapes.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import type { KeptFile } from '#main/dossier/documents.ts';
import { keepProof, type Proof, proofDocument } from '#main/dossier/proof.ts';
import { claimsById } from '#main/ledger/claims.ts';
import { insertAct, withdrawActsOfSignature } from '#main/limitation/act-rows.ts';
import { factsOfBill } from '#main/limitation/facts.ts';
import { agreedVersion, insertSignature, setSignatureWithdrawn, signatureById } from './accept-rows.ts';
import { type PlanFacts, standingOf } from './facts.ts';
import { notAcceptedOf } from './page-queries.ts';
import { planById, planPageOf } from './page.ts';

type Accepting = {
  readonly planId: number;
  readonly payerIds: readonly number[];
  readonly how: Acceptance;
  readonly signedOn: PlainDate;
  readonly proof: Proof;
};

/**
 * Keeps that these payers accepted the plan, with the proof in the dossier. Who signs acknowledges the debt: the clock of every
 * claim starts again on that day, for joint debtors together. Source: law.md 2.2 (old Civil Code 2248), 3.
 */
export async function recordAcceptance(context: Context, accepting: Accepting): Promise<PlanPage> {
  // Checked before a file is written, and again with it.
  check(context, accepting);
  return keepAcceptance(context, accepting, await keepProof(context, accepting.proof));
}

/** The same when its file was written before, so that it can be part of a larger transaction. */
export function keepAcceptance(context: Context, accepting: Accepting, file: KeptFile | null): PlanPage {
  const { proof, planId, how, signedOn } = accepting;
  const payerIds = [...new Set(accepting.payerIds)].sort((a, b) => a - b);
  return runCommand(context, () => {
    const plan = check(context, { ...accepting, payerIds });
    const documentId = proofDocument(context, plan.householdId, proof, file);
    const { versionId } = agreedVersion(context.store, planId);
    const signed = payerIds.map((payerId) => {
      const signature = { planVersionId: versionId, payerId, how, signedOn, documentId };
      const planSignatureId = insertSignature(context, signature);
      return { planSignatureId, limitationActIds: restartClocks(context, plan, { ...signature, planSignatureId }) };
    });
    return {
      result: planPageOf(context, planId),
      audit: {
        command: 'plans.recordAcceptance',
        schoolId: plan.schoolId,
        householdId: plan.householdId,
        detail: {
          planId,
          payerIds,
          how,
          signedOn,
          documentId,
          planSignatureIds: signed.map(({ planSignatureId }) => planSignatureId),
          limitationActIds: signed.flatMap(({ limitationActIds }) => limitationActIds),
        },
      },
    };
  });
}

/** Takes it back with what it did to the clocks; the document stays in the dossier. Twice the same is done once. */
export function withdrawAcceptance(context: Context, planSignatureId: number): PlanPage {
  const { planId, schoolId, householdId, payerId, isWithdrawn } = signatureById(context.store, planSignatureId);
  if (isWithdrawn) return planPageOf(context, planId);
  return runCommand(context, () => {
    setSignatureWithdrawn(context, planSignatureId);
    const invoiceIds = withdrawActsOfSignature(context, planSignatureId);
    return {
      result: planPageOf(context, planId),
      audit: {
        command: 'plans.withdrawAcceptance',
        schoolId,
        householdId,
        detail: { planId, planSignatureId, payerId, invoiceIds },
      },
    };
  });
}

type Checked = Pick<Accepting, 'planId' | 'payerIds' | 'signedOn'>;

function check({ store, clock }: Context, { planId, payerIds, signedOn }: Checked): PlanFacts {
  const today = clock.today();
  const plan = planById(store, planId);
  if (standingOf(plan, today).name === 'ended') {
    throw new Problem(
      'REFUSED',
      'Dit plan is stopgezet. Er is niets bewaard; hervat het eerst of maak een nieuw plan.',
    );
  }
  if (payerIds.some((wanted) => plan.payers.every(({ payerId }) => payerId !== wanted))) {
    throw new Problem(
      'INVALID',
      'Een betaler hoort niet bij dit plan. Er is niets bewaard; kies opnieuw wie tekende.',
      'payerIds',
    );
  }
  const waiting = new Set(notAcceptedOf(store, planId));
  if (payerIds.some((payerId) => !waiting.has(payerId))) {
    throw new Problem(
      'CONFLICT',
      'Van een betaler is de aanvaarding al bewaard. Er is niets veranderd; neem die eerst terug als ze fout is.',
      'payerIds',
    );
  }
  if (signedOn > today) {
    throw new Problem(
      'INVALID',
      `${formatPlainDate(signedOn)} moet nog komen. Er is niets bewaard; neem de dag die op het blad staat.`,
      'signedOn',
    );
  }
  // Where somebody looks from another day than that of the computer, it was made today at the latest.
  const keptOn = agreedVersion(store, planId).madeAt.slice(0, 10);
  const madeOn = keptOn < today ? keptOn : today;
  if (signedOn < madeOn) {
    throw new Problem(
      'INVALID',
      `Dit plan is gemaakt op ${formatPlainDate(madeOn)} en kan niet eerder aanvaard zijn. Er is niets bewaard; kijk de datum na.`,
      'signedOn',
    );
  }
  return plan;
}

type Signature = {
  readonly planSignatureId: number;
  readonly payerId: number;
  readonly signedOn: PlainDate;
  readonly documentId: number;
};

/** An act on every claim whose clock it starts again; on what was paid since or was limited already it does nothing. */
function restartClocks(context: Context, plan: PlanFacts, signature: Signature): number[] {
  const { payerId, signedOn, documentId, planSignatureId } = signature;
  const { store, clock } = context;
  const claims = claimsById(
    store,
    plan.claims.map(({ invoiceId }) => invoiceId),
  );
  return [...claims.values()].flatMap(({ invoiceId, schoolId, number, openCents }) => {
    const facts = factsOfBill(store, invoiceId);
    if (!facts) return [];
    const act = { kind: 'signedPlan', date: signedOn, payerId, isComplete: true, isTraceable: true } as const;
    if (refuseAct({ number, openCents, facts, years: facts.years }, act, clock.today())) return [];
    const kept = {
      schoolId,
      invoiceId,
      payerId,
      kind: act.kind,
      date: signedOn,
      documentId,
      note: '',
      planSignatureId,
    };
    return [insertAct(context, kept)];
  });
}

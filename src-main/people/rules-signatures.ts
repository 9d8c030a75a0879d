import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { Problem } from '#shared/api/problem.ts';
import type { RulesSignature } from '#shared/people/contract.ts';
import { includesSchool, schoolsOf } from '#main/access/caller.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { liveHouseholdId } from '#main/dossier/household.ts';
import { keepProof, type Proof, proofDocument } from '#main/dossier/proof.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { payerById } from './payer-rows.ts';
import { pupilById, type PupilRow } from './queries.ts';

type NewSignature = {
  readonly pupilIds: readonly number[];
  readonly payerId: number;
  readonly signedOn: PlainDate;
  readonly rules: string;
  readonly proof: Proof | null;
};

/** Who signed the school rules for a pupil of the household, by pupil and day. */
export function signaturesOf(store: Store, householdId: number): RulesSignature[] {
  return statement(
    store,
    `SELECT r.id AS rulesSignatureId, r.school_id AS schoolId, s.name AS schoolName, r.pupil_id AS pupilId,
       trim(u.first_name || ' ' || u.last_name) AS pupilName, r.payer_id AS payerId,
       trim(p.first_name || ' ' || p.last_name) AS payerName, r.signed_on AS signedOn, r.rules, r.document_id AS documentId
     FROM pupils u CROSS JOIN rules_signatures r ON r.pupil_id = u.id AND r.removed_at IS NULL
     JOIN payers p ON p.id = r.payer_id JOIN schools s ON s.id = r.school_id
     WHERE u.household_id = ? ORDER BY u.id, r.signed_on, r.id`,
  ).all(householdId) as RulesSignature[];
}

export function listRulesSignatures(context: Context, householdId: number): RulesSignature[] {
  const schools = schoolsOf(context);
  return signaturesOf(context.store, liveHouseholdId(context.store, householdId)).filter(({ schoolId }) =>
    includesSchool(schools, schoolId),
  );
}

/** Keeps that a payer signed, for one or more pupils, with its proof when there is one. The same again changes nothing. */
export async function saveRulesSignature(context: Context, signature: NewSignature): Promise<RulesSignature[]> {
  const { proof } = signature;
  check(context, signature);
  const file = proof === null ? null : await keepProof(context, proof);
  return runCommand(context, () => {
    const { store, actor, clock } = context;
    const { pupils, householdId } = check(context, signature);
    const documentId = proof === null ? null : proofDocument(context, householdId, proof, file);
    const { payerId, signedOn, rules } = signature;
    const rulesSignatureIds = pupils.map(({ id: pupilId, schoolId }) =>
      keepOnce(store, { schoolId, pupilId, payerId, signedOn, rules, documentId, actor, at: clock.now() }),
    );
    const kept = new Set(rulesSignatureIds);
    const detail = { rulesSignatureIds, payerId, pupilIds: signature.pupilIds, signedOn, documentId };
    return {
      result: signaturesOf(store, householdId).filter(({ rulesSignatureId }) => kept.has(rulesSignatureId)),
      audit: { command: 'people.saveRulesSignature', householdId, detail },
    };
  });
}

/** Taken away: it was a mistake. What was decided because of it stays as it is. */
export function removeRulesSignature(context: Context, rulesSignatureId: number): { rulesSignatureId: number } {
  return runCommand(context, () => {
    const { store, clock } = context;
    const row = statement(
      store,
      `SELECT r.school_id AS schoolId, u.household_id AS householdId, r.pupil_id AS pupilId, r.payer_id AS payerId
       FROM rules_signatures r JOIN pupils u ON u.id = r.pupil_id WHERE r.id = ? AND r.removed_at IS NULL`,
    ).get(rulesSignatureId) as
      | { readonly schoolId: number; readonly householdId: number; readonly pupilId: number; readonly payerId: number }
      | undefined;
    if (!row) throw new Problem('NOT_FOUND', 'Deze handtekening is er niet meer. Open het gezin opnieuw.');
    statement(store, 'UPDATE rules_signatures SET removed_at = ? WHERE id = ?').run(clock.now(), rulesSignatureId);
    const { schoolId, householdId, pupilId, payerId } = row;
    return {
      result: { rulesSignatureId },
      audit: {
        command: 'people.removeRulesSignature',
        schoolId,
        householdId,
        detail: { rulesSignatureId, pupilId, payerId },
      },
    };
  });
}

function check(
  { store, clock }: Context,
  { pupilIds, payerId, signedOn }: NewSignature,
): { readonly pupils: readonly PupilRow[]; readonly householdId: number } {
  const { householdId } = payerById(store, payerId);
  const pupils = [...new Set(pupilIds)].map((pupilId) => pupilById(store, pupilId));
  if (pupils.some((pupil) => pupil.householdId !== householdId)) {
    throw new Problem(
      'INVALID',
      'Een van de leerlingen zit niet in het gezin van deze betaler. Er is niets bewaard.',
      'pupilIds',
    );
  }
  if (signedOn > clock.today()) {
    throw new Problem(
      'INVALID',
      'Deze dag ligt in de toekomst. Er is niets bewaard; kies de dag van de handtekening.',
      'signedOn',
    );
  }
  return { pupils, householdId };
}

type Row = {
  readonly schoolId: number;
  readonly pupilId: number;
  readonly payerId: number;
  readonly signedOn: PlainDate;
  readonly rules: string;
  readonly documentId: number | null;
  readonly actor: string;
  readonly at: string;
};

function keepOnce(store: Store, row: Row): number {
  const known = statement(
    store,
    `SELECT id FROM rules_signatures WHERE pupil_id = @pupilId AND payer_id = @payerId AND signed_on = @signedOn
       AND rules = @rules AND removed_at IS NULL`,
  )
    .pluck()
    .get(row) as number | undefined;
  if (known !== undefined) {
    if (row.documentId !== null) {
      statement(store, 'UPDATE rules_signatures SET document_id = ? WHERE id = ?').run(row.documentId, known);
    }
    return known;
  }
  const result = statement(
    store,
    `INSERT INTO rules_signatures (school_id, pupil_id, payer_id, signed_on, rules, document_id, author, created_at)
     VALUES (@schoolId, @pupilId, @payerId, @signedOn, @rules, @documentId, @actor, @at)`,
  ).run(row);
  return Number(result.lastInsertRowid);
}

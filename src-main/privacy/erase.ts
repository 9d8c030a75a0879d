import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '#shared/api/problem.ts';
import type { Erasure, Subject } from '#shared/privacy/contract.ts';
import { keptSentence } from '#shared/privacy/erasure-rules.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { erasureOf } from './erasure-facts.ts';
import { othersInHousehold, type Person, personOf } from './person.ts';

/** What stands in the place of a name. */
const nobody = 'Gewist';

/**
 * Erases a person of whom nothing has to be kept any more. Amounts stay, without a name; what is about the whole household goes with
 * its last person. It cannot be undone. Source: GDPR art. 17.
 */
export async function erasePerson(
  context: Context,
  { subject }: { readonly subject: Subject; readonly reason: string },
): Promise<{ erased: string[]; kept: string[] }> {
  const { erasure, files } = runCommand(context, () => {
    const person = personOf(context, subject);
    if (person.erasedAt !== null) throw new Problem('CONFLICT', 'Deze persoon is al gewist. Er is niets veranderd.');
    const found = erasureOf(context, subject);
    refuse(found);
    const result = { erasure: found, files: eraseRows(context, person) };
    return {
      result,
      audit: {
        command: 'privacy.erase',
        householdId: person.householdId,
        detail: { payerId: person.payerId, pupilId: person.pupilId },
      },
    };
  });
  const folder = join(context.dataFolder, 'documents');
  for (const sha256 of files) await rm(join(folder, sha256), { force: true });
  return { erased: [...erasure.erases], kept: [...erasure.stays] };
}

function refuse({ canErase, keptBy }: Erasure): void {
  if (canErase) return;
  throw new Problem(
    'REFUSED',
    `Dit kan nog niet gewist worden. ${keptBy.map(keptSentence).join(' ')} Er is niets gewist.`,
  );
}

/** Answers the files of documents that nobody points at any more. */
function eraseRows(context: Context, person: Person): string[] {
  const { store, clock } = context;
  const at = clock.now();
  if (person.payerId !== null) erasePayer(store, person.payerId, at);
  else if (person.pupilId !== null) erasePupil(store, person.pupilId, at);
  return othersInHousehold(store, person) === 0 ? eraseHousehold(store, person.householdId, at) : [];
}

function erasePayer(store: Store, payerId: number, at: string): void {
  statement(
    store,
    `UPDATE payers SET first_name = '', last_name = @nobody, email = NULL, email_bounced_at = NULL, phone = NULL, street = '',
       postal_code = '', city = '', third_party_payer_id = NULL, removed_at = coalesce(removed_at, @at), erased_at = @at WHERE id = @payerId`,
  ).run({ payerId, nobody, at });
  statement(store, 'DELETE FROM payer_accounts WHERE payer_id = ?').run(payerId);
  // The guard of a message lets go of what it says once its payer was erased (migration 0004).
  const onlyTheirs = `id IN (SELECT message_id FROM message_payers WHERE payer_id = @payerId)
    AND NOT EXISTS (SELECT 1 FROM message_payers o JOIN payers y ON y.id = o.payer_id
      WHERE o.message_id = messages.id AND y.erased_at IS NULL)`;
  const proofs = statement(
    store,
    `SELECT DISTINCT evidence_sha256 FROM messages WHERE evidence_sha256 IS NOT NULL AND ${onlyTheirs}`,
  )
    .pluck()
    .all({ payerId }) as string[];
  statement(
    store,
    `UPDATE messages SET recipient_name = @nobody, recipient_address = '', subject = '', model = '{}', structured_reference = NULL,
       evidence_sha256 = NULL WHERE ${onlyTheirs}`,
  ).run({ payerId, nobody });
  statement(
    store,
    `DELETE FROM evidence WHERE sha256 IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.evidence_sha256 = evidence.sha256)`,
  ).run(JSON.stringify(proofs));
  statement(store, 'UPDATE holds SET reason = @nobody WHERE payer_id = @payerId').run({ payerId, nobody });
  statement(store, "UPDATE tasks SET note = '' WHERE payer_id = ?").run(payerId);
  statement(store, "UPDATE referrals SET outcome_note = '' WHERE payer_id = ?").run(payerId);
}

function erasePupil(store: Store, pupilId: number, at: string): void {
  statement(
    store,
    `UPDATE pupils SET first_name = '', last_name = @nobody, birth_date = NULL, student_number = NULL, class_name = '',
       has_school_allowance = NULL, erased_at = @at WHERE id = @pupilId`,
  ).run({ pupilId, nobody, at });
  statement(store, 'DELETE FROM info_notes WHERE pupil_id = ?').run(pupilId);
}

/** What is about everybody goes with the last one. */
function eraseHousehold(store: Store, householdId: number, at: string): string[] {
  statement(store, "UPDATE households SET name = 'Gewist gezin', erased_at = ? WHERE id = ?").run(at, householdId);
  statement(store, 'DELETE FROM notes WHERE household_id = ?').run(householdId);
  statement(store, 'DELETE FROM inventories WHERE household_id = ?').run(householdId);
  statement(store, "UPDATE next_steps SET what = 'Gewist' WHERE household_id = ?").run(householdId);
  statement(store, "UPDATE privacy_requests SET note = '', answer = '' WHERE household_id = ?").run(householdId);
  statement(store, "UPDATE grants SET motivation = 'Gewist' WHERE household_id = ?").run(householdId);
  const files = statement(store, 'SELECT DISTINCT sha256 FROM documents WHERE household_id = ?')
    .pluck()
    .all(householdId) as string[];
  statement(
    store,
    "UPDATE documents SET file_name = 'gewist', removed_at = coalesce(removed_at, ?) WHERE household_id = ?",
  ).run(at, householdId);
  return files.filter(
    (sha256) =>
      statement(store, 'SELECT 1 FROM documents WHERE sha256 = ? AND household_id <> ?').get(sha256, householdId) ===
      undefined,
  );
}

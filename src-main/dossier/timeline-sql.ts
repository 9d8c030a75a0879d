import { familyOfHousehold } from './household.ts';

const name = (table: string): string => `trim(${table}.first_name || ' ' || ${table}.last_name)`;

const imports = `
  SELECT 'import-' || m.id AS key, m.created_at AS at, 'import' AS kind,
    json_object('source', 'import', 'kind', m.kind, 'fileName', m.file_name, 'count', count(DISTINCT r.invoice_id)) AS facts,
    CASE WHEN m.undone_at IS NOT NULL THEN 'ongedaan gemaakt' END AS status, m.author AS author,
    NULL AS messageId, NULL AS documentId
  FROM (
    SELECT r.import_id, r.invoice_id FROM household_invoices i CROSS JOIN import_rows r ON r.invoice_id = i.id WHERE r.outcome <> 'rejected'
    UNION
    SELECT r.import_id, r.invoice_id FROM household_pupils u CROSS JOIN import_rows r ON r.pupil_id = u.id WHERE r.outcome <> 'rejected'
  ) r CROSS JOIN imports m ON m.id = r.import_id
  GROUP BY m.id`;

const messages = `
  SELECT 'message-' || m.id, coalesce(m.finished_at, m.reserved_at), m.channel,
    json_object('source', 'message', 'channel', m.channel, 'recipient', m.recipient_name, 'subject', m.subject,
      'stage', (SELECT e.proposal ->> 'stageName' FROM run_proposals e WHERE e.message_id = m.id ORDER BY e.id LIMIT 1),
      'number', (SELECT e.number FROM run_proposals e WHERE e.message_id = m.id ORDER BY e.id LIMIT 1)),
    m.status, b.author, m.id, NULL
  FROM (
    SELECT id FROM messages WHERE household_id IN (SELECT id FROM family)
    UNION
    SELECT mp.message_id FROM payers p JOIN message_payers mp ON mp.payer_id = p.id WHERE p.household_id = @householdId
  ) known JOIN messages m ON m.id = known.id JOIN batches b ON b.id = m.batch_id
  WHERE @schools IS NULL OR m.school_id IN (SELECT value FROM json_each(@schools))`;

const notes = `
  SELECT 'note-' || id, created_at, kind, json_object('source', 'note', 'body', body, 'isSocial', json(iif(is_social = 1, 'true', 'false'))), NULL, author, NULL, NULL
  FROM notes WHERE household_id = @householdId AND (is_social = 0 OR @withSocial = 1)`;

const documents = `
  SELECT 'document-' || id, created_at, 'document', json_object('source', 'document', 'fileName', file_name),
    CASE WHEN removed_at IS NOT NULL THEN 'verwijderd' END, author, NULL, id
  FROM documents WHERE household_id = @householdId`;

/** Facts of holds that were set or lifted together in one press; they are one line. */
const holdFacts = (source: string, numbers: string, payer: string): string => `json_object('source', '${source}',
    'kind', h.kind, 'scope', h.scope, 'numbers', ${numbers}, 'payer', ${payer}, 'reason', h.reason,
    'untilDate', h.until_date)`;
const heldTogether = 'h.kind, h.reason, h.until_date';
const numbers = 'json_group_array(i.number ORDER BY i.number)';

const holds = `
  SELECT 'hold-' || min(h.id), h.created_at, 'hold', ${holdFacts('hold', numbers, 'NULL')}, NULL, h.author, NULL, NULL
  FROM household_invoices i CROSS JOIN holds h ON h.invoice_id = i.id WHERE i.withdrawn_at IS NULL
  GROUP BY h.created_at, h.author, ${heldTogether}`;

const lifts = `
  SELECT 'lift-' || min(h.id), h.lifted_at, 'lift', ${holdFacts('lift', numbers, 'NULL')}, NULL, h.lifted_by, NULL, NULL
  FROM household_invoices i CROSS JOIN holds h ON h.invoice_id = i.id
  WHERE i.withdrawn_at IS NULL AND h.lifted_at IS NOT NULL
  GROUP BY h.lifted_at, h.lifted_by, ${heldTogether}`;

// Of the household and of each payer; those of a whole school stand with the holds, not in every dossier.
const ofHousehold = { from: 'holds h WHERE h.household_id = @householdId', payer: 'NULL' };
const ofPayers = {
  from: 'payers p CROSS JOIN holds h ON h.payer_id = p.id WHERE p.household_id = @householdId',
  payer: name('p'),
};

const holdsAtLarge = [ofHousehold, ofPayers]
  .map(
    ({ from, payer }) => `
  SELECT 'hold-' || h.id, h.created_at, 'hold', ${holdFacts('hold', "json('[]')", payer)}, NULL, h.author, NULL, NULL FROM ${from}
  UNION ALL
  SELECT 'lift-' || h.id, h.lifted_at, 'lift', ${holdFacts('lift', "json('[]')", payer)}, NULL, h.lifted_by, NULL, NULL
  FROM ${from} AND h.lifted_at IS NOT NULL`,
  )
  .join('\n  UNION ALL');

// A payment stands on the day it was booked for, even when it came in later with a file. What a bill asks is told by its
// import; what was added by hand is told here. Of a settlement only where the money went.
const postings = `
  SELECT 'posting-' || p.id,
    CASE WHEN substr(p.created_at, 1, 10) <= p.booking_date THEN p.created_at ELSE p.booking_date || 'T12:00:00.000Z' END,
    'payment',
    json_object('source', 'posting', 'kind', coalesce(o.kind, p.kind), 'reversed', json(iif(o.id IS NULL, 'false', 'true')),
      'amountCents', p.amount_cents, 'number', i.number, 'claim', i.kind,
      'settled', json(iif(e.kind = 'compensation', 'true', 'false'))),
    NULL, p.author, NULL, NULL
  FROM household_invoices i CROSS JOIN postings p ON p.invoice_id = i.id LEFT JOIN postings o ON o.id = p.reverses_id
    LEFT JOIN journal_entries e ON e.id = coalesce(o.entry_id, p.entry_id)
  WHERE i.withdrawn_at IS NULL
    AND (coalesce(o.kind, p.kind) <> 'charge' OR p.entry_id IS NOT NULL)
    AND (coalesce(o.kind, p.kind) <> 'credit' OR i.kind = 'invoice')
    AND (coalesce(o.kind, p.kind) <> 'transferOut' OR e.kind IS NOT 'compensation')`;

const nextSteps = `
  SELECT 'nextStep-' || id, created_at, 'nextStep',
    json_object('source', 'nextStep', 'what', what, 'dueDate', due_date, 'finished', json('false')),
    CASE WHEN done_at IS NULL THEN 'open' ELSE 'afgewerkt' END, author, NULL, NULL
  FROM next_steps WHERE household_id = @householdId`;

const finishedSteps = `
  SELECT 'change-' || a.id, a.at, 'nextStep',
    json_object('source', 'nextStep', 'what', n.what, 'dueDate', n.due_date, 'finished', json('true')),
    NULL, a.actor, NULL, NULL
  FROM audit_entries a JOIN next_steps n ON n.id = json_extract(a.detail, '$.nextStepId')
  WHERE a.household_id IN (SELECT id FROM family) AND a.command = 'dossier.finishNextStep'`;

const changes = `
  SELECT 'change-' || a.id, a.at, 'change',
    json_object('source', 'change', 'command', a.command, 'payer', ${name('p')}, 'pupil', ${name('u')}, 'document', d.file_name,
      'fields', json(coalesce(json_extract(a.detail, '$.fields'), '[]')),
      'on', json(iif(json_extract(a.detail, '$.bounced') OR json_extract(a.detail, '$.removed'), 'true', 'false'))),
    NULL, a.actor, NULL, NULL
  FROM audit_entries a
  LEFT JOIN payers p ON p.id = json_extract(a.detail, '$.payerId')
  LEFT JOIN pupils u ON u.id = json_extract(a.detail, '$.pupilId')
  LEFT JOIN documents d ON d.id = json_extract(a.detail, '$.documentId')
  WHERE a.household_id IN (SELECT id FROM family) AND a.command IN (SELECT value FROM json_each(@commands))`;

/**
 * A common table `entries` with everything that happened; bind @householdId (in use), @commands (JSON), @schools (JSON, or
 * NULL for all) and @withSocial (1: social notes too). CROSS JOIN
 * keeps SQLite from starting at the large table: always from the household to what belongs to it.
 */
export const timelineSql = `
  WITH RECURSIVE ${familyOfHousehold},
  household_pupils AS MATERIALIZED (SELECT id FROM pupils WHERE household_id = @householdId),
  household_invoices AS MATERIALIZED (
    SELECT i.id, i.number, i.kind, i.withdrawn_at FROM household_pupils u JOIN invoices i ON i.pupil_id = u.id
    WHERE @schools IS NULL OR i.school_id IN (SELECT value FROM json_each(@schools))),
  entries AS (${[imports, messages, notes, documents, holds, lifts, holdsAtLarge, postings, nextSteps, finishedSteps, changes].join('\n  UNION ALL')})`;

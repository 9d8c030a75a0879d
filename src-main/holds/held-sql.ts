import { isPlainDate } from '#shared/calendar/plain-date.ts';
import { kindsByCare } from '#shared/holds/kinds.ts';
import type { Hold } from '#shared/ledger/contract.ts';
import { isInForce, isOpen } from '#main/ledger/sql.ts';

/** A date as text that is not exactly a day of the calendar; NULL is one that was left empty. */
const isUnreadable = (date: string): string => `date(${date}) IS NOT ${date}`;

/** A hold of alias `x` that was not lifted and is not over on `@today`; it may still have to begin. */
export const isNotOver = `x.lifted_at IS NULL
  AND (x.until_date IS NULL OR x.until_date >= @today OR ${isUnreadable('x.until_date')})`;

/** A hold of alias `x` that counts on `@today`, its last day included. One whose dates cannot be read counts as well. */
export const isActiveHold = `${isNotOver} AND (x.from_date <= @today OR ${isUnreadable('x.from_date')})`;

// The terms with IS NOT NULL and `scope` are those of the partial indexes, so that a hold is found by what it holds.
const ofInvoice = `x.invoice_id = i.id AND ${isActiveHold}`;
const ofHousehold = `x.household_id = (SELECT u.household_id FROM pupils u WHERE u.id = i.pupil_id) AND ${isActiveHold}`;
const ofSchool = `x.scope = 'school' AND x.school_id = i.school_id AND ${isActiveHold}`;

/** Everybody who owes invoice `i` is held: whoever is left would still be asked. Nobody who owes it: not held. */
const everyPayerHeld = `(SELECT min(EXISTS (SELECT 1 FROM holds x WHERE x.payer_id = l.payer_id AND ${isActiveHold}))
  FROM liabilities l WHERE l.pupil_id = i.pupil_id AND ${isInForce} AND (i.payer_id IS NULL OR i.payer_id = l.payer_id)) IS 1`;

/**
 * Invoice `i` is asked from nobody on `@today`: held itself, with its household or its school, or because everybody who owes
 * it is. Looked up for one invoice at a time, through the indexes.
 */
export const isHeld = `(EXISTS (SELECT 1 FROM holds x WHERE ${ofInvoice})
  OR EXISTS (SELECT 1 FROM holds x WHERE ${ofHousehold})
  OR EXISTS (SELECT 1 FROM holds x WHERE ${ofSchool})
  OR ${everyPayerHeld})`;

/** One question for the whole list, whose answer is kept: is anything held at large? */
const someAtLarge = `(SELECT EXISTS (SELECT 1 FROM holds x WHERE x.household_id IS NOT NULL AND ${isActiveHold})
  OR EXISTS (SELECT 1 FROM holds x WHERE x.payer_id IS NOT NULL AND ${isActiveHold})
  OR EXISTS (SELECT 1 FROM holds x WHERE x.scope = 'school' AND ${isActiveHold}))`;

/**
 * The same for a list of many open ones: what is held at large is gathered once, and not looked at where there is no such
 * hold; nothing is read beside the index of the list.
 */
export const isHeldInList = `(EXISTS (SELECT 1 FROM holds x WHERE ${ofInvoice})
  OR (${someAtLarge} AND (
    i.school_id IN (SELECT x.school_id FROM holds x WHERE x.scope = 'school' AND ${isActiveHold})
    OR i.id IN (
      SELECT i.id FROM holds x CROSS JOIN pupils u ON u.household_id = x.household_id
        CROSS JOIN invoices i INDEXED BY invoices_open_pupil ON i.pupil_id = u.id
      WHERE x.household_id IS NOT NULL AND ${isActiveHold} AND ${isOpen}
      UNION ALL
      SELECT i.id FROM holds x CROSS JOIN liabilities l ON l.payer_id = x.payer_id
        CROSS JOIN invoices i INDEXED BY invoices_open_pupil ON i.pupil_id = l.pupil_id
      WHERE x.payer_id IS NOT NULL AND ${isActiveHold} AND ${isOpen} AND ${everyPayerHeld}))))`;

/** Payers who are held by name on `@today`. */
export const heldPayers = `SELECT x.payer_id FROM holds x WHERE x.payer_id IS NOT NULL AND ${isActiveHold}`;

const care = `CASE kind ${kindsByCare.map((kind, index) => `WHEN '${kind}' THEN ${index}`).join(' ')} ELSE -1 END`;

/** The hold that is shown for invoice `i` as JSON, or NULL: the most careful kind, then the longest. Exactly when `isHeld`. */
export const shownHoldJson = `CASE WHEN ${isHeld} THEN (SELECT json_object('holdId', id, 'kind', kind, 'scope', scope, 'reason', reason,
    'untilDate', until_date)
  FROM (
    SELECT x.* FROM holds x WHERE ${ofInvoice}
    UNION ALL SELECT x.* FROM holds x WHERE ${ofHousehold}
    UNION ALL SELECT x.* FROM holds x WHERE ${ofSchool}
    UNION ALL SELECT x.* FROM liabilities l CROSS JOIN holds x ON x.payer_id = l.payer_id AND ${isActiveHold}
      WHERE l.pupil_id = i.pupil_id AND ${isInForce} AND ${everyPayerHeld}
  ) ORDER BY ${care}, until_date IS NULL DESC, until_date DESC, id LIMIT 1) END`;

/** Reads `shownHoldJson`. A last day that cannot be read is told as none: it holds until somebody lifts it. */
export function shownHoldOf(json: string | null): Hold | null {
  if (json === null) return null;
  const hold = JSON.parse(json) as Hold;
  return { ...hold, untilDate: hold.untilDate !== null && isPlainDate(hold.untilDate) ? hold.untilDate : null };
}

/** Hold `x` is of one of `@schools` (JSON; NULL: every school): a household or payer is of every school of its pupils. */
export const isOfSchools = `(@schools IS NULL OR CASE
  WHEN x.household_id IS NOT NULL THEN EXISTS (SELECT 1 FROM pupils u WHERE u.household_id = x.household_id
    AND u.school_id IN (SELECT value FROM json_each(@schools)))
  WHEN x.payer_id IS NOT NULL THEN EXISTS (SELECT 1 FROM liabilities l WHERE l.payer_id = x.payer_id
    AND l.school_id IN (SELECT value FROM json_each(@schools)))
    OR EXISTS (SELECT 1 FROM payers y CROSS JOIN pupils u ON u.household_id = y.household_id WHERE y.id = x.payer_id
    AND u.school_id IN (SELECT value FROM json_each(@schools)))
  ELSE x.school_id IN (SELECT value FROM json_each(@schools)) END)`;

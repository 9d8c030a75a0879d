import { Problem } from '#shared/api/problem.ts';
import { formatPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { markOf, moveMessage } from '#main/correspondence/outbox-marks.ts';
import { statement } from '#main/store/statement.ts';
import { runById } from './run-rows.ts';
import { termLastDay } from './term.ts';

type Posting = {
  readonly runId: number;
  /** Null: all that were printed and still to be confirmed. */
  readonly messageIds: readonly number[] | null;
  readonly postedOn?: PlainDate | undefined;
};

type Letter = {
  readonly messageId: number;
  readonly recipient: string;
  readonly number: string | null;
  readonly payBefore: PlainDate | null;
  readonly isRegistered: 0 | 1;
  /** The day it was made, in Belgium. */
  readonly madeOn: PlainDate;
};

/**
 * The user says that letters were posted on a day. The stage and the term of the law count from that day, so a letter whose
 * printed day to pay leaves less than that term is refused by name. Source: law.md 1.3.
 */
export function confirmPosted(context: Context, posting: Posting): { confirmed: number } {
  return runCommand(context, () => {
    const { store, clock } = context;
    const { runId, messageIds } = posting;
    const run = runById(store, runId);
    const postedOn = posting.postedOn ?? clock.today();
    if (postedOn > clock.today()) {
      throw new Problem('INVALID', 'De postdag ligt in de toekomst. Er is niets bevestigd.', 'postedOn');
    }
    const letters = lettersToConfirm(context, runId, messageIds);
    refuseBeforeMade(letters, postedOn);
    refuseShortTerm(context, letters, postedOn);
    const mark = markOf(context);
    const detail = `Gepost op ${formatPlainDate(postedOn)}.`;
    let confirmed = 0;
    for (const { messageId } of letters) {
      const step = { messageId, from: ['reserved'], to: 'sent', detail, sentOn: postedOn } as const;
      if (moveMessage(store, mark, step)) confirmed += 1;
    }
    return {
      result: { confirmed },
      audit: {
        command: 'runs.confirmPosted',
        ...(run.schoolIds.length === 1 ? { schoolId: run.schoolIds[0] } : {}),
        detail: { runId, confirmed, postedOn },
      },
    };
  });
}

/** What was never printed is confirmed by name only. */
function lettersToConfirm({ store }: Context, runId: number, messageIds: readonly number[] | null): Letter[] {
  return statement(
    store,
    `SELECT m.id AS messageId, m.recipient_name AS recipient, p.number, p.pay_before AS payBefore, b.as_of AS madeOn,
       coalesce(p.chosen_channel, p.channel) = 'registeredLetter' AS isRegistered
     FROM messages m JOIN batches b ON b.id = m.batch_id
       JOIN run_proposals p ON p.id = (SELECT min(q.id) FROM run_proposals q WHERE q.message_id = m.id)
     WHERE b.run_id = @runId AND m.channel = 'letter' AND m.status = 'reserved' AND CASE
       WHEN @chosen IS NULL THEN EXISTS (SELECT 1 FROM message_events e WHERE e.message_id = m.id AND e.status = 'printed')
       ELSE m.id IN (SELECT value FROM json_each(@chosen)) END
     ORDER BY m.id`,
  ).all({ runId, chosen: messageIds === null ? null : JSON.stringify(messageIds) }) as Letter[];
}

function refuseBeforeMade(letters: readonly Letter[], postedOn: PlainDate): void {
  if (letters.every(({ madeOn }) => madeOn <= postedOn)) return;
  throw new Problem(
    'INVALID',
    `Op ${formatPlainDate(postedOn)} bestonden deze brieven nog niet. Er is niets bevestigd; kies de dag waarop ze echt gepost zijn.`,
    'postedOn',
  );
}

function refuseShortTerm({ store }: Context, letters: readonly Letter[], postedOn: PlainDate): void {
  const lastFreeDay = {
    letter: termLastDay(store, 'letter', postedOn),
    registered: termLastDay(store, 'registeredLetter', postedOn),
  };
  const short = letters.filter(
    ({ payBefore, isRegistered }) =>
      payBefore !== null && payBefore < (isRegistered === 1 ? lastFreeDay.registered : lastFreeDay.letter),
  );
  if (short.length === 0) return;
  const named = short.slice(0, 5).map(({ number, recipient }) => `${number ?? ''} ${recipient}`.trim());
  const more = short.length > 5 ? ` en nog ${short.length - 5}` : '';
  throw new Problem(
    'REFUSED',
    `Er is niets bevestigd. Gepost op ${formatPlainDate(postedOn)} laat de betaaldatum die in deze brieven staat, minder dan de wettelijke termijn: ${named.join(', ')}${more}. Kies de dag waarop ze echt gepost zijn, of schrap ze in Postvak uit: de volgende run stelt ze opnieuw voor.`,
    'postedOn',
  );
}

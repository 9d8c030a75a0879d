import { Problem } from '#shared/api/problem.ts';
import { addMonths } from '#shared/calendar/months.ts';
import { daysBetween, type PlainDate } from '#shared/calendar/plain-date.ts';
import type { PrivacyRequest, PrivacyRequestKind, Subject } from '#shared/privacy/contract.ts';
import { schoolsOf, schoolsParameter } from '#main/access/caller.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import { personOf } from './person.ts';

type Row = Omit<PrivacyRequest, 'answerBefore' | 'daysLeft'>;

/** A month to answer. Source: GDPR art. 12.3. */
const answerMonths = 1;

export function listRequests(
  context: Context,
  filter: {
    readonly householdId?: number | undefined;
    readonly withAnswered: boolean;
    readonly privacyRequestId?: number | undefined;
  },
): PrivacyRequest[] {
  const rows = statement(
    context.store,
    `SELECT q.id AS privacyRequestId, q.household_id AS householdId, q.payer_id AS payerId, q.pupil_id AS pupilId,
       trim(coalesce(y.first_name, u.first_name) || ' ' || coalesce(y.last_name, u.last_name)) AS personName, q.kind,
       q.asked_on AS askedOn, q.note, q.answered_on AS answeredOn, q.answer, q.author, q.created_at AS at
     FROM privacy_requests q LEFT JOIN payers y ON y.id = q.payer_id LEFT JOIN pupils u ON u.id = q.pupil_id
     WHERE (@privacyRequestId IS NULL OR q.id = @privacyRequestId)
       AND (@householdId IS NULL OR coalesce(y.household_id, u.household_id) = @householdId)
       AND (@withAnswered OR q.answered_on IS NULL)
       AND (@schools IS NULL OR EXISTS (SELECT 1 FROM pupils p WHERE p.household_id = coalesce(y.household_id, u.household_id)
         AND p.school_id IN (SELECT value FROM json_each(@schools))))
     ORDER BY q.answered_on IS NOT NULL, q.asked_on, q.id`,
  ).all({
    privacyRequestId: filter.privacyRequestId ?? null,
    householdId: filter.householdId ?? null,
    withAnswered: filter.withAnswered ? 1 : 0,
    schools: schoolsParameter(schoolsOf(context)),
  }) as Row[];
  return rows.map((row) => {
    const answerBefore = addMonths(row.askedOn, answerMonths);
    return { ...row, answerBefore, daysLeft: daysBetween(context.clock.today(), answerBefore) };
  });
}

/** Writes a question down, so that it is answered within the month. */
export function recordRequest(
  context: Context,
  asked: {
    readonly subject: Subject;
    readonly kind: PrivacyRequestKind;
    readonly askedOn: PlainDate;
    readonly note: string;
  },
): PrivacyRequest {
  return runCommand(context, () => {
    const { store, clock, actor } = context;
    refuseFuture(asked.askedOn, clock.today(), 'askedOn');
    const { householdId, payerId, pupilId } = personOf(context, asked.subject);
    const { lastInsertRowid } = statement(
      store,
      `INSERT INTO privacy_requests (household_id, payer_id, pupil_id, kind, asked_on, note, author, created_at)
       VALUES (@householdId, @payerId, @pupilId, @kind, @askedOn, @note, @actor, @at)`,
    ).run({
      householdId,
      payerId,
      pupilId,
      kind: asked.kind,
      askedOn: asked.askedOn,
      note: asked.note,
      actor,
      at: clock.now(),
    });
    const privacyRequestId = Number(lastInsertRowid);
    return {
      result: requestById(context, privacyRequestId),
      audit: { command: 'privacy.recordRequest', householdId, detail: { privacyRequestId, kind: asked.kind } },
    };
  });
}

export function answerRequest(
  context: Context,
  given: { readonly privacyRequestId: number; readonly answer: string; readonly answeredOn: PlainDate },
): PrivacyRequest {
  return runCommand(context, () => {
    const { privacyRequestId, answer, answeredOn } = given;
    const request = requestById(context, privacyRequestId);
    if (request.answeredOn !== null) {
      throw new Problem('CONFLICT', 'Deze vraag is al beantwoord. Er is niets veranderd.');
    }
    refuseFuture(answeredOn, context.clock.today(), 'answeredOn');
    statement(context.store, 'UPDATE privacy_requests SET answer = ?, answered_on = ? WHERE id = ?').run(
      answer,
      answeredOn,
      privacyRequestId,
    );
    return {
      result: requestById(context, privacyRequestId),
      audit: {
        command: 'privacy.answerRequest',
        householdId: request.householdId,
        detail: { privacyRequestId, kind: request.kind, answeredOn },
      },
    };
  });
}

function requestById(context: Context, privacyRequestId: number): PrivacyRequest {
  const [request] = listRequests(context, { withAnswered: true, privacyRequestId });
  if (!request) throw new Problem('NOT_FOUND', 'Deze vraag bestaat niet. Er is niets veranderd.');
  return request;
}

function refuseFuture(date: PlainDate, today: PlainDate, field: string): void {
  if (date > today) throw new Problem('INVALID', 'Die dag moet nog komen. Er is niets bewaard.', field);
}

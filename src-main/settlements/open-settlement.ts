import { Problem } from '#shared/api/problem.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { sumCents } from '#shared/money/cents.ts';
import type { Settlement } from '#shared/settlements/contract.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { placeWithin } from '#main/holds/place.ts';
import { payerById } from '#main/people/payer-rows.ts';
import { statement } from '#main/store/statement.ts';
import { owedOnOrder } from './frozen.ts';
import { settlementById } from './settlements.ts';

type Opened = {
  readonly payerId: number;
  readonly kind: Settlement['kind'];
  readonly orderSentOn: PlainDate;
  readonly court: string;
  readonly reference: string;
  readonly mediatorId: number | null;
};

/** A court's order holds until it ends; a request for mediation the days of the law, which the hold of its kind knows. */
const whyHeld = {
  collective: { kind: 'debtSettlement', reason: 'Toegelaten tot de collectieve schuldenregeling.' },
  amicable: { kind: 'mediation', reason: 'Minnelijke schuldbemiddeling gevraagd.' },
} as const;

/**
 * Writes down that a court admitted a payer to a collective debt settlement, or that mediation was asked: what was due is frozen
 * as it stands, contact, costs and interest are held (without an end, or for the days of the law), and what there is to send goes to the mediator. Only this payer: a joint
 * debtor still owes. Source: art. 1675/7 Ger.W., law.md 5.1, 5.3 and 3f.
 */
export function openSettlement(context: Context, opened: Opened): Settlement {
  const { store, clock, actor } = context;
  if (opened.orderSentOn > clock.today()) {
    throw new Problem('INVALID', 'Die dag moet nog komen. Er is niets bewaard.', 'orderSentOn');
  }
  return runCommand(context, () => {
    const payer = payerById(store, opened.payerId);
    refuseSecond(context, opened.payerId);
    refuseUnknownMediator(context, opened.mediatorId);
    const { householdId } = payer;
    const { holdIds } = placeWithin(context, {
      payerId: opened.payerId,
      ...whyHeld[opened.kind],
      fromDate: opened.kind === 'amicable' ? opened.orderSentOn : clock.today(),
      untilDate: null,
      reviewDate: null,
    });
    const [holdId] = holdIds;
    const frozen = owedOnOrder(store, opened.payerId, opened.orderSentOn);
    const { lastInsertRowid } = statement(
      store,
      `INSERT INTO debt_settlements (kind, household_id, payer_id, hold_id, third_party_payer_id, court, reference, order_sent_on, frozen, author, created_at)
       VALUES (@kind, @householdId, @payerId, @holdId, @mediatorId, @court, @reference, @orderSentOn, @frozen, @actor, @at)`,
    ).run({
      ...opened,
      householdId,
      holdId: holdId ?? existingHold(context, opened),
      frozen: JSON.stringify(frozen),
      actor,
      at: clock.now(),
    });
    if (opened.mediatorId !== null) sendTo(context, opened.payerId, opened.mediatorId);
    const settlementId = Number(lastInsertRowid);
    const amountCents = sumCents(frozen.map(({ cents }) => cents));
    return {
      result: settlementById(context, settlementId),
      audit: { command: 'settlements.open', householdId, detail: { settlementId, amountCents } },
    };
  });
}

function refuseSecond({ store }: Context, payerId: number): void {
  const running = statement(store, 'SELECT 1 FROM debt_settlements WHERE payer_id = ? AND closed_on IS NULL').get(
    payerId,
  );
  if (running === undefined) return;
  throw new Problem(
    'CONFLICT',
    'Voor deze betaler loopt al een schuldenregeling of bemiddeling. Er is niets bewaard; vul die aan of sluit ze eerst af.',
  );
}

function refuseUnknownMediator({ store }: Context, mediatorId: number | null): void {
  if (mediatorId === null) return;
  if (statement(store, 'SELECT 1 FROM third_party_payers WHERE id = ?').get(mediatorId) !== undefined) return;
  throw new Problem(
    'NOT_FOUND',
    'Deze bemiddelaar bestaat niet meer. Er is niets bewaard; kies opnieuw.',
    'mediatorId',
  );
}

/** Somebody placed the same hold by hand before. */
function existingHold({ store }: Context, { payerId, kind }: Opened): number {
  return statement(
    store,
    'SELECT id FROM holds WHERE payer_id = ? AND kind = ? AND lifted_at IS NULL ORDER BY id DESC LIMIT 1',
  )
    .pluck()
    .get(payerId, whyHeld[kind].kind) as number;
}

/** Everything for a payer goes to this body from now on. */
function sendTo({ store }: Context, payerId: number, thirdPartyPayerId: number): void {
  statement(store, 'UPDATE payers SET third_party_payer_id = ? WHERE id = ?').run(thirdPartyPayerId, payerId);
}

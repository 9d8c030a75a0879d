import type { PlainDate } from '../calendar/plain-date.ts';
import { addTo } from './add-to.ts';
import type { SentEvent } from './decision.ts';
import type { ProcedureInForce } from './procedure.ts';
import type { OwedItem } from './payer-case.ts';

/** How far somebody came: the highest stage that was sent. */
export type Reached = {
  /** 0: nothing was sent. */
  readonly stage: number;
  /** The newest day on which that stage was sent. */
  readonly sentOn: PlainDate | null;
  /** The latest last day of a term of the law that started with something sent. */
  readonly termLastDay: PlainDate | null;
};

/** How far a payer came for one bill on the way of one procedure. */
export type ReachedFor = (owed: OwedItem, payerId: number, procedure: ProcedureInForce) => Reached;

/** Nothing was ever sent. */
export const nothingSent: Reached = { stage: 0, sentOn: null, termLastDay: null };

/**
 * Reads the sent events once and answers how far a payer came for a bill. What was voided never counts; what names no payer
 * counts for everybody. Of a bill in instalments only what was sent after the oldest open part fell due counts: before that
 * it was about parts that are paid. A stage of a procedure for bills near limitation is no stage of an ordinary one, nor the
 * other way round; its day and its term count all the same. Source: domain.md "One decision" ("never from a stored counter").
 */
export function sentStages(events: readonly SentEvent[], procedures: readonly ProcedureInForce[]): ReachedFor {
  const nearLimitation = new Set(
    procedures.flatMap(({ procedureId, nearLimitationDays }) => (nearLimitationDays === null ? [] : [procedureId])),
  );
  const isOnWay = (sentAs: number | null, { procedureId, nearLimitationDays }: ProcedureInForce): boolean =>
    sentAs === null || sentAs === procedureId || (nearLimitationDays === null && !nearLimitation.has(sentAs));
  const ofInvoice = new Map<number, SentEvent[]>();
  for (const event of events) if (!event.voided) addTo(ofInvoice, event.invoiceId, event);
  return ({ item, dueDate }, payerId, procedure) => {
    const events = ofInvoice.get(item.invoiceId);
    if (!events) return nothingSent;
    let reached = nothingSent;
    for (const event of events) {
      if (event.payerId !== null && event.payerId !== payerId) continue;
      if (item.instalments.length > 0 && event.sentOn <= dueDate) continue;
      reached = furthest(reached, isOnWay(event.procedureId, procedure) ? event : { ...event, stage: 0 });
    }
    return reached;
  };
}

/** The furthest of two: the highest stage, with its newest day; the term that ends last, whichever it belongs to. */
export function furthest(a: Reached, b: Reached): Reached {
  const higher = a.stage === b.stage ? ((a.sentOn ?? '') >= (b.sentOn ?? '') ? a : b) : a.stage > b.stage ? a : b;
  const termLastDay = (a.termLastDay ?? '') >= (b.termLastDay ?? '') ? a.termLastDay : b.termLastDay;
  return { stage: higher.stage, sentOn: higher.sentOn, termLastDay };
}

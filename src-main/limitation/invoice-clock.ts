import { Problem } from '#shared/api/problem.ts';
import { limitationOf, limitationOn } from '#shared/law/limitation.ts';
import type { Context } from '#main/api/context.ts';
import { factsOfBill } from './facts.ts';

/** The clocks of one bill as they stand today, with every act, whether it counted, and its proof. */
export function readInvoiceClock({ store, clock }: Context, invoiceId: number) {
  const facts = factsOfBill(store, invoiceId);
  if (!facts) throw new Problem('NOT_FOUND', 'Deze factuur bestaat niet meer. Zoek ze opnieuw.');
  const { acts, ...limitation } = limitationOf(facts, facts.years);
  return {
    ...limitation,
    ...limitationOn({ ...limitation, acts }, clock.today()),
    invoiceId,
    acts: facts.rows.map(({ payerId: _payerId, ...row }, index) => ({
      ...row,
      counted: acts[index]?.counted ?? false,
      sentence: acts[index]?.sentence ?? '',
    })),
  };
}

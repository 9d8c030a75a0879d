import { Problem } from '#shared/api/problem.ts';
import type { FileOut } from '#shared/api/schemas.ts';
import { composeLetter } from '#shared/correspondence/compose.ts';
import type { MessageFacts } from '#shared/correspondence/message-facts.ts';
import { textLanguage } from '#shared/correspondence/plan-messages.ts';
import { sumCents } from '#shared/money/cents.ts';
import type { Context } from '#main/api/context.ts';
import { letterAssets } from '#main/correspondence/letter-assets.ts';
import { letterPdf } from '#main/correspondence/letter-pdf.ts';
import type { Store } from '#main/store/store.ts';
import { loanInterestOf, type LoanInterest } from './agreed-loan.ts';
import { paperMessages, type PaperOf, refuseOwnShares } from './document-facts.ts';
import { planReferenceOf, versionMadeOn } from './document-queries.ts';
import { planTextVersions } from './document-text.ts';
import type { PlanFacts } from './facts.ts';
import { planById } from './page.ts';
import { planReceiptRows } from './queries.ts';
import { termsOf } from './versions.ts';

/**
 * What the paper of a kept plan says: its newest version. A version that came later holds the instalments that were paid
 * before it as well; they are no part of what is still owed.
 */
export function paperOfPlan(store: Store, plan: PlanFacts): PaperOf {
  const { interest: terms, note } = termsOf(store, plan.versionId);
  const charged = terms === null ? undefined : loanInterestOf(store, plan.planId);
  return {
    ...plan,
    claims: charged && plan.kind === 'agreed' ? withoutInterest(plan.claims, charged) : plan.claims,
    instalments: withoutPaid(plan.instalments, paidBefore(store, plan, terms !== null)),
    payerIds: plan.payers.map(({ payerId }) => payerId),
    structuredReference: planReferenceOf(store, plan.planId),
    interest: terms === null ? null : { terms, interestCents: charged?.interestCents ?? 0 },
    note,
  };
}

/** The bills as the family knows them; the interest that was charged on one of them is named apart. */
function withoutInterest(claims: PaperOf['claims'], { invoiceId, interestCents }: LoanInterest): PaperOf['claims'] {
  return claims.map((claim) =>
    claim.invoiceId === invoiceId ? { ...claim, startCents: claim.startCents - interestCents } : claim,
  );
}

/** What had come in under the plan when its newest version was made, as far as its instalments hold it. */
function paidBefore(store: Store, plan: PlanFacts, hasInterest: boolean): number {
  if (plan.kind === 'agreed') return 0;
  const owedCents = sumCents(plan.claims.map(({ startCents }) => startCents));
  const moreCents = Math.max(0, sumCents(plan.instalments.map(({ amountCents }) => amountCents)) - owedCents);
  if (!hasInterest) return moreCents;
  const madeOn = versionMadeOn(store, plan.versionId);
  const received = planReceiptRows(store, { planIds: [plan.planId] }).filter(([, , valueDate]) => valueDate <= madeOn);
  return Math.min(moreCents, Math.max(0, sumCents(received.map(([, , , , , cents]) => cents))));
}

/** The oldest are paid first; what is left of one that is paid in part stays. */
function withoutPaid(instalments: PaperOf['instalments'], paidCents: number): PaperOf['instalments'] {
  let left = paidCents;
  return instalments.flatMap((one) => {
    const paid = Math.min(left, one.amountCents);
    left -= paid;
    return paid === one.amountCents ? [] : [{ ...one, amountCents: one.amountCents - paid }];
  });
}

/** The paper of a plan for one of its payers. */
export function planDocument(context: Context, planId: number, payerId: number): Promise<FileOut> {
  const paper = paperOfPlan(context.store, planById(context.store, planId));
  return drawn(context, paper, payerId, `onze-afspraken-${planId}-${payerId}.pdf`);
}

/** The paper for one payer, on letterhead. */
export async function drawn(context: Context, paper: PaperOf, payerId: number, fileName: string): Promise<FileOut> {
  const { store, clock } = context;
  refuseOwnShares(store, paper);
  const message = paperMessages(store, paper, clock.today()).find(({ payer }) => payer.payerId === payerId);
  if (!message) {
    throw new Problem('NOT_FOUND', 'Deze betaler hoort niet bij dit plan. Kies een andere betaler.', 'payerId');
  }
  const { model, problems } = composeLetter(message.facts, textFor(store, message.facts));
  const [first] = problems;
  if (first) throw new Problem('REFUSED', `Dit blad kan nog niet gemaakt worden. ${first.sentence}`);
  const pdf = await letterPdf(model, letterAssets(store));
  return { fileName, mediaType: 'application/pdf', contentBase64: pdf.toString('base64') };
}

function textFor(store: Store, { thirdParty, payers }: MessageFacts) {
  const versions = planTextVersions(store, 'planDocument');
  const language = textLanguage(
    (thirdParty ?? payers[0]).language,
    versions.map((version) => version.language),
  );
  const text = versions.find((version) => version.language === language);
  if (!text) throw new Error('The paper of a plan has no text');
  return text;
}

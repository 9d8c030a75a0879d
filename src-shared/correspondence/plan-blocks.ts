import { epcPayload } from '../bank/epc-qr.ts';
import { formatIban } from '../bank/iban.ts';
import { formatStructuredReference } from '../bank/structured-reference.ts';
import { formatPlainDate } from '../calendar/plain-date.ts';
import { formatCents, sumCents } from '../money/cents.ts';
import { cleanText } from './clean-text.ts';
import { contactOf, formatEnterpriseNumber } from './inline-values.ts';
import type { LetterBlock, LetterInstalment, LetterTableGroup } from './letter-model.ts';
import type { MessageFacts } from './message-facts.ts';
import { beneficiaryOf } from './payment-box.ts';
import { type Phrases, writtenDate } from './phrases.ts';
import type { PlanClaimFacts, PlanFacts, PlanInstalmentFacts } from './plan-facts.ts';
import { payerName } from './recipient.ts';

/**
 * The paper of a payment plan, acknowledgement of debt and plan in one: the claims with their total, that nothing comes on
 * top (or the agreed interest), each instalment with its day, amount and code, what was agreed in words, what is good to know, and
 * a place to sign for this payer and for the school. Who else agreed is not named. Null for a message without a plan. A plan that is not kept yet
 * has no reference, and so no codes: nobody pays on it by mistake. Source: law.md 2.2, domain.md "Plans".
 */
export function planBlocks(facts: MessageFacts, phrases: Phrases): LetterBlock[] | null {
  const { plan = null } = facts;
  if (plan === null) return null;
  const words = phrases.plan;
  const totalCents = sumCents(plan.instalments.map(({ amountCents }) => amountCents));
  return [
    heading(words.owedTitle),
    claimsTable(plan, totalCents, phrases),
    paragraph(interestSentence(plan, phrases)),
    heading(words.scheduleTitle),
    paragraph(`${summarySentence(plan.instalments, totalCents, phrases)} ${words.howToPay}`),
    instalmentsBlock(facts, plan, phrases),
    ...agreedInWords(plan, words.alsoAgreed),
    heading(words.goodToKnow),
    { kind: 'list', ordered: false, items: goodToKnow(facts, plan, phrases).map((text) => [[{ text }]]) },
    heading(words.signTitle),
    signaturesBlock(facts, plan, totalCents, phrases),
  ];
}

function heading(text: string): LetterBlock {
  return { kind: 'heading', level: 2, line: [{ text }] };
}

function paragraph(text: string): LetterBlock {
  return { kind: 'paragraph', lines: [[{ text }]] };
}

function agreedInWords({ note }: PlanFacts, title: string): LetterBlock[] {
  const lines = note
    .split(/\r?\n/)
    .map((line) => cleanText(line).trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return [];
  return [heading(title), { kind: 'paragraph', lines: lines.map((text) => [{ text }]) }];
}

function claimsTable(plan: PlanFacts, totalCents: number, phrases: Phrases): LetterBlock {
  const { table, plan: words } = phrases;
  const hasInterest = (plan.interest?.interestCents ?? 0) > 0;
  return {
    kind: 'openInvoices',
    headings: { ...table, open: words.owed },
    groups: claimGroups(plan.claims),
    totalLabel: hasInterest ? words.totalWithInterest : words.total,
    total: formatCents(totalCents),
    upcoming: null,
    credit: null,
  };
}

/** Per child; on a plan over several schools the school stands beside what the claim is for. */
function claimGroups(claims: readonly PlanClaimFacts[]): LetterTableGroup[] {
  const severalSchools = new Set(claims.map(({ schoolName }) => schoolName)).size > 1;
  const perPupil = Map.groupBy(claims, ({ pupil, className }) =>
    className === '' ? pupil : `${pupil} (${className})`,
  );
  return [...perPupil].map(([pupil, own]) => ({
    heading: cleanText(pupil),
    rows: own.map((claim) => ({
      number: cleanText(claim.number),
      issueDate: formatPlainDate(claim.issueDate),
      dueDate: formatPlainDate(claim.dueDate),
      billingGroup: cleanText(severalSchools ? `${claim.schoolName}: ${claim.billingGroup}` : claim.billingGroup),
      open: formatCents(claim.amountCents),
    })),
    subtotal: formatCents(sumCents(own.map(({ amountCents }) => amountCents))),
  }));
}

function interestSentence({ interest }: PlanFacts, phrases: Phrases): string {
  if (interest === null || interest.interestCents === 0) return phrases.plan.noCosts;
  const percent = `${String(interest.percent).replace('.', phrases.plan.decimal)} %`;
  return phrases.plan.interest(percent, interest.per, formatCents(interest.interestCents));
}

function summarySentence(instalments: readonly PlanInstalmentFacts[], totalCents: number, phrases: Phrases): string {
  const amounts = instalments.map(({ amountCents }) => amountCents);
  const [first = 0] = amounts;
  const last = amounts.at(-1) ?? 0;
  const isEven = amounts.slice(0, -1).every((amount) => amount === first);
  const same = isEven ? { amount: formatCents(first), last: last === first ? null : formatCents(last) } : null;
  return phrases.plan.summary(formatCents(totalCents), amounts.length, same);
}

function instalmentsBlock(facts: MessageFacts, plan: PlanFacts, phrases: Phrases): LetterBlock {
  const { sender, structuredReference } = facts;
  const { payment, plan: words } = phrases;
  const reference = structuredReference === null ? '' : formatStructuredReference(structuredReference);
  const beneficiary = beneficiaryOf(sender);
  const rows = plan.instalments.map((one) => instalmentRow(facts, one, phrases));
  const coded = plan.instalments.find((_, index) => rows[index]?.qrPayload);
  return {
    kind: 'instalments',
    payTo: [
      { label: payment.iban, value: sender.iban ? formatIban(sender.iban) : '' },
      { label: payment.beneficiary, value: beneficiary },
      { label: payment.reference, value: reference === '' ? words.referenceLater : reference },
    ].filter(({ value }) => value !== ''),
    reference,
    rows,
    continued: words.scheduleContinued,
    scan: words.scan,
    codeLater: words.codeLater,
    codeInMail: coded ? words.codeInMail(writtenDate(coded.dueDate, phrases)) : null,
  };
}

function instalmentRow(
  { sender, structuredReference }: MessageFacts,
  { number, dueDate, amountCents }: PlanInstalmentFacts,
  phrases: Phrases,
): LetterInstalment {
  const epc =
    structuredReference === null
      ? null
      : epcPayload({
          beneficiaryName: beneficiaryOf(sender).slice(0, 70),
          iban: sender.iban ?? '',
          bic: sender.bic ?? undefined,
          amountCents,
          structuredReference,
        });
  return {
    title: phrases.plan.instalment(number),
    amount: formatCents(amountCents),
    amountCents,
    due: phrases.plan.onDay(writtenDate(dueDate, phrases)),
    qrPayload: epc?.ok ? epc.payload : null,
  };
}

function goodToKnow({ sender }: MessageFacts, plan: PlanFacts, phrases: Phrases): string[] {
  const words = phrases.plan;
  return [
    words.tolerance(plan.toleranceDays),
    words.noReminders,
    `${words.difficult} ${phrases.contact(contactOf(sender))}`,
    words.sooner,
    ...(plan.paidBy === null ? [] : [words.paidBy(cleanText(plan.paidBy))]),
    ...(plan.isShared ? [words.shared] : []),
    words.clock,
    words.disagree,
  ];
}

function signaturesBlock(facts: MessageFacts, plan: PlanFacts, totalCents: number, phrases: Phrases): LetterBlock {
  const { sender, payers } = facts;
  const words = phrases.plan;
  const creditor = cleanText(sender.boardName.trim() || sender.name);
  const number = sender.enterpriseNumber ? formatEnterpriseNumber(cleanText(sender.enterpriseNumber)) : null;
  return {
    kind: 'signatures',
    statement: words.acknowledgement(creditor, number, formatCents(totalCents), plan.instalments.length),
    parties: [
      { role: words.forPayer, name: payerName(payers[0]) },
      { role: words.forSchool, name: cleanText(sender.name) },
    ],
    labels: { name: words.name, date: words.date, signature: words.signature },
    attached: words.signAttachment,
  };
}

import { Problem } from '#shared/api/problem.ts';
import type { Language } from '#shared/api/schemas.ts';
import { type ComposableText, type ComposedLetter, composeLetter } from '#shared/correspondence/compose.ts';
import type { MessagePreview } from '#shared/correspondence/contract.ts';
import { destinationOf } from '#shared/correspondence/destination.ts';
import { withExamplePlan } from '#shared/correspondence/example-plan.ts';
import { factsOf } from '#shared/correspondence/facts-of.ts';
import type { MessageFacts } from '#shared/correspondence/message-facts.ts';
import { owedItems } from '#shared/correspondence/payer-items.ts';
import type { PlanInput, PlanPayer } from '#shared/correspondence/plan-input.ts';
import { schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';
import { gatherFacts, scopeOf } from './facts.ts';
import { schoolOfHousehold, schoolsById } from './facts-queries.ts';
import { letterAssets } from './letter-assets.ts';
import { letterPdf } from './letter-pdf.ts';
import { mailHtml } from './mail-body.ts';
import { mailText } from './mail-text.ts';
import { composedMessage, type PlanRequest, prepareMessages } from './prepare.ts';
import { sendableText } from './text-versions.ts';

/** One message of a preparation as it would leave: made by the same steps as sending. */
export async function previewMessage(
  context: Context,
  request: PlanRequest & { messageKey: string },
): Promise<MessagePreview> {
  const prepared = prepareMessages(context.store, request, context.clock.today(), schoolsOf(context));
  const { draft, composed } = composedMessage(prepared, request.messageKey);
  return preview(context.store, composed, draft.destination);
}

type TextChoice = { readonly textId: number } | { readonly draft: ComposableText };

/**
 * A draft or saved text for a real household, also when nothing is due there at this moment. A draft of a plan is filled in with
 * an invented one; a saved text is looked at for a stage of a procedure, which knows no plan.
 */
export async function previewText(
  context: Context,
  request: { readonly householdId: number; readonly payerId: number | null; readonly text: TextChoice },
): Promise<MessagePreview> {
  const { facts: known, text } = factsForText(context, request);
  const facts = 'draft' in request.text ? withExamplePlan(known, text) : known;
  const [payer] = facts.payers;
  const destination = destinationOf(asPlanPayer(payer), facts.thirdParty, undefined);
  return preview(context.store, composeLetter(facts, text), destination ?? { channel: payer.channel, address: '' });
}

/** What a text is filled in with for a household, and the version of the text in the language of the payer. */
export function factsForText(
  context: Context,
  request: {
    readonly householdId: number;
    readonly payerId: number | null;
    /** Left out: the first school where the payer has something open. */
    readonly schoolId?: number;
    readonly text: TextChoice;
  },
): { facts: MessageFacts; text: ComposableText } {
  const { store } = context;
  const today = context.clock.today();
  const input = gatherFacts(
    store,
    scopeOf(store, { grouping: 'household', keys: [request.householdId] }, schoolsOf(context)),
    {
      asOf: today,
      today,
      textLanguages: [],
      edits: [],
      asksPayment: true,
    },
  );
  const payers = input.payers.filter((payer) => !payer.removed);
  const own = payers.filter((payer) => payer.householdId === request.householdId);
  const owed = owedItems(input).perPayer;
  const wanted = request.payerId === null ? own : payers.filter((payer) => payer.payerId === request.payerId);
  const payer = wanted.find(({ payerId }) => owed.some((one) => one.payerId === payerId)) ?? wanted[0];
  if (!payer)
    throw new Problem('NOT_FOUND', 'Dit gezin heeft nog geen betaler. Kies een ander gezin voor het voorbeeld.');
  const theirs = owed.find(
    (one) => one.payerId === payer.payerId && (request.schoolId ?? one.schoolId) === one.schoolId,
  );
  const schoolId = request.schoolId ?? theirs?.schoolId ?? schoolOfHousehold(store, request.householdId);
  const school = schoolsById(store, [schoolId])[0];
  if (!school) throw new Problem('NOT_FOUND', 'Dit gezin heeft nog geen leerling in een school.');
  const thirdParty = input.thirdParties.find((one) => one.thirdPartyPayerId === payer.thirdPartyPayerId) ?? null;
  const householdName = input.households.find((one) => one.householdId === payer.householdId)?.name ?? '';
  const facts = withPupils(input, {
    facts: factsOf({
      input,
      payers: [payer],
      school,
      thirdParty,
      items: theirs?.items ?? [],
      householdName,
      channel: destinationOf(payer, thirdParty, undefined)?.channel ?? payer.channel,
    }),
    householdId: request.householdId,
  });
  return { facts, text: chosenText(store, request.text, (thirdParty ?? payer).language) };
}

/** Without open invoices a preview still names the children. */
function withPupils(input: PlanInput, made: { facts: MessageFacts; householdId: number }): MessageFacts {
  if (made.facts.pupils.length > 0) return made.facts;
  return { ...made.facts, pupils: input.pupils.filter((pupil) => pupil.householdId === made.householdId) };
}

function chosenText(store: Store, choice: TextChoice, language: Language): ComposableText {
  if ('draft' in choice) return choice.draft;
  const { versions } = sendableText(store, choice.textId);
  return versions.find((version) => version.language === language) ?? versions[0];
}

function asPlanPayer(payer: MessageFacts['payers'][0]): PlanPayer {
  return { ...payer, householdId: 0, removed: false, thirdPartyPayerId: null };
}

/** A message in the three forms in which it can be looked at. */
export async function preview(
  store: Store,
  { model, problems }: ComposedLetter,
  destination: { readonly channel: 'email' | 'letter'; readonly address: string },
): Promise<MessagePreview> {
  const pdf = await letterPdf(model, letterAssets(store));
  return {
    subject: model.subject,
    recipient: [model.recipient.name, ...destination.address.split('\n')].filter((line) => line !== '').join(', '),
    channel: destination.channel,
    emailHtml: mailHtml(model, { qr: 'data' }),
    emailText: mailText(model),
    pdfBase64: pdf.toString('base64'),
    problems: [...problems],
  };
}

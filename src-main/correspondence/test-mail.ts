import { randomUUID } from 'node:crypto';
import { Problem } from '#shared/api/problem.ts';
import { composeLetter } from '#shared/correspondence/compose.ts';
import { withExamplePlan } from '#shared/correspondence/example-plan.ts';
import type { LetterModel } from '#shared/correspondence/letter-model.ts';
import type { MailSettings } from '#shared/correspondence/mail-settings.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { letterAssets } from './letter-assets.ts';
import { letterPdf } from './letter-pdf.ts';
import { domainOf, mailBytes } from './mail-bytes.ts';
import { refusalSentence, serverFailure } from './mail-failures.ts';
import { passwordSecret, readMailSettings } from './mail-settings.ts';
import { MailConnection } from './mailer.ts';
import { factsForText } from './preview.ts';

export type TestMail = {
  readonly to: string;
  readonly sample: { readonly textId: number; readonly householdId: number } | null;
};

/** Test naar mezelf: goes to the address the user gives and to nobody else; it is no message and in no dossier. */
export async function testMail(context: Context, { to, sample }: TestMail): Promise<{ accepted: string }> {
  const settings = readMailSettings(context.store);
  if (settings === null) throw new Problem('UNAVAILABLE', 'Vul eerst de mailserver in en bewaar.');
  const model = sample === null ? plainModel(settings) : sampleModel(context, sample);
  const pdf = settings.attachPdf && sample !== null ? await letterPdf(model, letterAssets(context.store)) : null;
  const bytes = await mailBytes({
    model,
    settings,
    to: { name: '', address: to },
    replyTo: null,
    messageId: `test.${randomUUID()}@${domainOf(settings.senderAddress)}`,
    date: context.clock.now(),
    pdf,
  });
  const connection = await open(settings, await context.secrets.get(passwordSecret));
  try {
    const outcome = await connection.send({ from: settings.senderAddress, to }, bytes, async () =>
      recordTestMail(context, sample),
    );
    if (outcome.kind === 'accepted') return { accepted: outcome.response };
    if (outcome.kind === 'refused') throw new Problem('UNAVAILABLE', refusalSentence(outcome));
    throw new Problem('UNAVAILABLE', serverFailure(outcome.kind === 'withdrawn' ? null : outcome.error));
  } finally {
    connection.close();
  }
}

/** Before the first byte goes: what is known of a family leaves the house, to whatever address was typed. */
function recordTestMail(context: Context, sample: TestMail['sample']): true {
  const householdId = sample?.householdId ?? null;
  return runCommand(context, () => ({
    result: true,
    audit: { command: 'correspondence.testMail', householdId, detail: { textId: sample?.textId ?? null } },
  }));
}

async function open(settings: MailSettings, password: string | null): Promise<MailConnection> {
  try {
    return await MailConnection.open(settings, password);
  } catch (error) {
    throw new Problem('UNAVAILABLE', serverFailure(error));
  }
}

function sampleModel(context: Context, sample: { readonly textId: number; readonly householdId: number }): LetterModel {
  const { facts, text } = factsForText(context, {
    householdId: sample.householdId,
    payerId: null,
    text: { textId: sample.textId },
  });
  return composeLetter(withExamplePlan(facts, text), text).model;
}

function plainModel(settings: MailSettings): LetterModel {
  return {
    language: 'nl',
    subject: 'Test van Openstaand',
    sender: { schoolId: 0, name: settings.senderName, boardName: '', lines: [], addressWindow: 'right' },
    recipient: { name: '', addressLines: [] },
    placeAndDate: '',
    blocks: [
      {
        kind: 'paragraph',
        lines: [[{ text: 'Deze e-mail komt uit Openstaand. De mailserver is goed ingesteld.' }]],
      },
    ],
    footer: [],
    pageLabel: '',
  };
}

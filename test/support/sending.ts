import { createRouterClient, type RouterClient } from '@orpc/server';
import type { MailSettings } from '#shared/correspondence/mail-settings.ts';
import { richText, richTextFromPlain } from '#shared/correspondence/rich-text.ts';
import type { ContractRouter } from '#main/api/implementer.ts';
import { router } from '#main/api/router.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';
import { addFamily, addSchool, type Family, type FamilyIds } from '#test/support/family.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';

export type SendingApi = RouterClient<ContractRouter>;

export type SendingOffice = {
  readonly application: TestApplication;
  readonly api: SendingApi;
  readonly context: Context;
  readonly store: Store;
  readonly schoolId: number;
  readonly textId: number;
  readonly add: (family: Family) => FamilyIds;
};

/** A school with a friendly reminder, ready to send; mail settings when given. */
export async function sendingOffice(settings: MailSettings | null, asOf = '2026-11-20'): Promise<SendingOffice> {
  const application = await testApplication(asOf);
  const { context } = application;
  const { store } = context;
  const api = createRouterClient(router, { context });
  const schoolId = addSchool(store);
  const { textId } = await api.correspondence.saveText({
    textId: null,
    name: 'Vriendelijke herinnering',
    tone: 'friendly',
    versions: [
      {
        language: 'nl',
        subject: 'Bericht van $$SCHOOL$$',
        body: richText.parse(
          richTextFromPlain('$$AANSPREKING$$\n\nDit staat nog open:\n\n$$OPENSTAANDE_FACTUREN$$\n\n$$BETAALBLOK$$'),
        ),
      },
    ],
  });
  if (settings) await api.correspondence.saveMailSettings({ settings });
  return { application, api, context, store, schoolId, textId, add: (family) => addFamily(store, schoolId, family) };
}

/** A family of one parent and one pupil with one overdue invoice. */
export function smallFamily(number: number, amountCents = 2500): Family {
  return {
    name: `Gezin Abeel ${number}`,
    payers: [{ firstName: 'Sofie', lastName: `Abeel ${number}`, email: `ouder${number}@voorbeeld.example` }],
    pupils: [
      { firstName: 'Noor', lastName: `Abeel ${number}`, invoices: [{ number: `F-${1000 + number}`, amountCents }] },
    ],
  };
}

/** Sends to households and waits for the job. */
export async function sendAndWait(office: SendingOffice, householdIds: readonly number[], requestKey: string) {
  const selection = { grouping: 'household' as const, keys: [...householdIds] };
  const { jobId, batchId } = await office.api.correspondence.send({ selection, textId: office.textId, requestKey });
  const job = await office.api.jobs.wait({ jobId });
  return { job, batchId };
}

/** Status and reason per recipient address. */
export async function outboxByAddress(office: SendingOffice): Promise<Record<string, string>> {
  const { messages } = await office.api.correspondence.outbox({ limit: 1000 });
  return Object.fromEntries(messages.map((message) => [message.address, message.status]));
}

import { array, assert, asyncProperty, boolean, constantFrom, integer, nat, record, type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FamilyIds } from '#test/support/family.ts';
import { post } from '#test/support/family.ts';
import { runDay, runOffice, type RunOffice } from '#test/support/run-office.ts';
import { type SmtpServer, startSmtpServer } from '#test/support/smtp.ts';
import '#test/support/same-examples.ts';

type Parent = { readonly hasEmail: boolean };
type Example = {
  readonly families: readonly {
    readonly parents: readonly Parent[];
    readonly isSplit: boolean;
    readonly bills: number;
  }[];
  /** What happens while the run goes on: to which family, and whether it is sent twice at once. */
  readonly happenings: readonly {
    readonly what: 'pay' | 'payPart' | 'hold' | 'move' | 'send' | 'print';
    readonly family: number;
  }[];
};

const examples: Arbitrary<Example> = record({
  families: array(
    record({
      parents: array(record({ hasEmail: boolean() }), { minLength: 1, maxLength: 2 }),
      isSplit: boolean(),
      bills: integer({ min: 1, max: 3 }),
    }),
    { minLength: 3, maxLength: 8 },
  ),
  happenings: array(
    record({
      what: constantFrom('pay', 'payPart', 'hold', 'move', 'send', 'print' as const),
      family: nat({ max: 7 }),
    }),
    { minLength: 2, maxLength: 8 },
  ),
});

function addExample(office: RunOffice, example: Example): FamilyIds[] {
  let number = 0;
  return example.families.map(({ parents, isSplit, bills }, family) =>
    office.add({
      name: `Gezin ${family}`,
      payers: parents.map(({ hasEmail }, parent) => ({
        firstName: `Ouder ${parent}`,
        lastName: `Abeel ${family}`,
        ...(hasEmail ? { email: `ouder${family}-${parent}@voorbeeld.example` } : {}),
      })),
      pupils: [
        {
          firstName: 'Noor',
          lastName: `Abeel ${family}`,
          ...(isSplit ? { shares: parents.length === 2 ? [6000, 4000] : [10_000] } : {}),
          invoices: Array.from({ length: bills }, () => {
            number += 1;
            return { number: `F-${1000 + number}`, amountCents: 25_00 + number };
          }),
        },
      ],
    }),
  );
}

async function happen(
  office: RunOffice,
  runId: number,
  { what, family }: Example['happenings'][number],
  all: readonly FamilyIds[],
): Promise<void> {
  const one = all[family % all.length];
  const invoiceId = one?.invoiceIds[0] ?? 0;
  switch (what) {
    case 'pay':
    case 'payPart':
      post(office.store, invoiceId, 'receipt', what === 'pay' ? -30_00 : -5_00, runDay);
      return;
    case 'hold':
      await office.api.holds.place({ householdId: one?.householdId ?? 0, reason: 'Even wachten' });
      return;
    case 'move':
      office.store.sql
        .prepare(
          "UPDATE payers SET street = 'Lindelaan ' || id, email = iif(email IS NULL, NULL, 'nieuw' || id || '@voorbeeld.example') WHERE id = ?",
        )
        .run(one?.payerIds[0] ?? 0);
      return;
    case 'send':
      await Promise.all([office.sendRun(runId), office.sendRun(runId)]);
      return;
    case 'print':
      // Nothing to print is as good an outcome as a pile.
      await office.api.runs
        .printLetters({ runId })
        .then((job) => office.api.jobs.wait(job))
        .then(() => office.api.runs.confirmPosted({ runId }))
        .catch(() => undefined);
  }
}

describe('property 2: whatever happens while a run is carried out', () => {
  it(
    'no two sent messages share payer and run, and each went to an address of one of its own payers',
    { timeout: 240_000 },
    async () => {
      await assert(
        asyncProperty(examples, async (example) => {
          const server: SmtpServer = await startSmtpServer();
          const office = await runOffice();
          try {
            await office.api.correspondence.saveMailSettings({ settings: server.settings() });
            const all = addExample(office, example);
            const { sql } = office.store;
            const addresses = new Map<number, Set<string>>();
            const know = (): void => {
              const payers = sql
                .prepare("SELECT id, email, street || char(10) || postal_code || ' ' || city AS post FROM payers")
                .all();
              for (const { id, email, post: postal } of payers as { id: number; email: string | null; post: string }[])
                addresses.set(id, (addresses.get(id) ?? new Set()).add(email ?? '').add(postal));
            };
            know();
            const runId = await office.approvedRun();
            for (const happening of example.happenings) {
              await happen(office, runId, happening, all);
              know();
            }
            await office.sendRun(runId);
            const twice = sql
              .prepare(
                `SELECT mp.payer_id FROM message_payers mp JOIN messages m ON m.id = mp.message_id
               WHERE m.status IN ('sending', 'sent', 'uncertain') GROUP BY mp.payer_id, mp.school_id HAVING count(*) > 1`,
              )
              .all();
            expect(twice).toEqual([]);
            const sent = sql
              .prepare(
                `SELECT m.recipient_address AS address, mp.payer_id AS payerId FROM messages m
                 JOIN message_payers mp ON mp.message_id = m.id WHERE m.status <> 'cancelled'`,
              )
              .all() as { address: string; payerId: number }[];
            for (const { address, payerId } of sent) expect([...(addresses.get(payerId) ?? [])]).toContain(address);
            // Every mail that left is one that the store knows of, and the other way around.
            const mails = sql
              .prepare("SELECT recipient_address FROM messages WHERE channel = 'email' AND status = 'sent'")
              .pluck()
              .all();
            expect(server.received.map(({ recipients }) => recipients.join()).toSorted()).toEqual(
              (mails as string[]).toSorted(),
            );
          } finally {
            await office.application.close();
            await server.close();
          }
        }),
        { numRuns: 15 },
      );
    },
  );
});

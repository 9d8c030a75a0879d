import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileOut } from '#shared/api/schemas.ts';
import { addFamily, addSchool, type Family, post } from '#test/support/family.ts';
import { lettersToPrint } from '#main/correspondence/outbox-queries.ts';
import { send } from '#main/correspondence/send.ts';
import { sendAndWait, sendingOffice, type SendingOffice, smallFamily } from '#test/support/sending.ts';

let office: SendingOffice;
beforeEach(async () => {
  office = await sendingOffice(null);
});
afterEach(() => office.application.close());

function letterFamily(number: number, place: { postalCode: string; city: string } | null = null): number {
  const family: Family = smallFamily(number);
  const payers = (family.payers ?? []).map((payer) => ({ ...payer, channel: 'letter' as const }));
  const { householdId, payerIds } = office.add({ ...family, payers });
  if (place) {
    office.store.sql
      .prepare('UPDATE payers SET postal_code = ?, city = ? WHERE id = ?')
      .run(place.postalCode, place.city, payerIds[0]);
  }
  return householdId;
}

async function printed(batchId: number): Promise<FileOut & { letters: number; cancelled: number }> {
  const { jobId } = await office.api.correspondence.printLetters({ batchId });
  const job = await office.api.jobs.wait({ jobId });
  expect(job.failure).toBeNull();
  return job.result as FileOut & { letters: number; cancelled: number };
}

function pages(file: FileOut): number {
  return (
    Buffer.from(file.contentBase64, 'base64')
      .toString('latin1')
      .match(/\/Type \/Page\b/g)?.length ?? 0
  );
}

describe('a batch of letters', () => {
  it('is reserved with the bytes of each letter, needs no mail server, and stays to be confirmed after printing', async () => {
    const households = [1, 2, 3].map((number) => letterFamily(number));
    const { job, batchId } = await sendAndWait(office, households, 'brieven');
    expect(job.state).toBe('done');
    const { messages } = await office.api.correspondence.outbox({ batchId });
    for (const message of messages) {
      const kept = await office.api.correspondence.evidence({ messageId: message.messageId });
      expect(kept.mediaType).toBe('application/pdf');
      const bytes = Buffer.from(kept.contentBase64, 'base64');
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(message.evidenceSha256);
      expect(pages(kept)).toBe(1);
    }
    const file = await printed(batchId);
    expect(file).toMatchObject({ mediaType: 'application/pdf', letters: 3, cancelled: 0 });
    expect(pages(file)).toBe(3);
    const [batch] = await office.api.correspondence.batches();
    expect(batch?.counts).toMatchObject({ lettersToPrint: 3, lettersPrinted: 0 });
  });

  it('counts as sent when the user confirms it, once, and then stands in the dossier', async () => {
    const households = [1, 2].map((number) => letterFamily(number));
    const { batchId } = await sendAndWait(office, households, 'brieven');
    await printed(batchId);
    const [first] = (await office.api.correspondence.outbox({ batchId })).messages;
    expect(await office.api.correspondence.confirmPrinted({ batchId, messageIds: [first?.messageId ?? 0] })).toEqual({
      confirmed: 1,
    });
    expect(await office.api.correspondence.confirmPrinted({ batchId })).toEqual({ confirmed: 1 });
    expect(await office.api.correspondence.confirmPrinted({ batchId })).toEqual({ confirmed: 0 });
    const contacted = office.store.sql
      .prepare('SELECT count(*) FROM households WHERE last_contact_at IS NOT NULL')
      .pluck()
      .get();
    expect(contacted).toBe(2);
  });

  it('comes out by school, then by postal code', async () => {
    const linde = addSchool(office.store, 'Aarschotse Middenschool');
    const ghent = letterFamily(1, { postalCode: '9000', city: 'Gent' });
    const aalst = letterFamily(2, { postalCode: '9300', city: 'Aalst' });
    const bruges = letterFamily(3, { postalCode: '8000', city: 'Brugge' });
    const other = addFamily(office.store, linde, {
      ...smallFamily(4),
      payers: [{ firstName: 'An', lastName: 'Peeters', channel: 'letter' }],
    });
    const { batchId } = await sendAndWait(office, [ghent, aalst, bruges, other.householdId], 'brieven');
    const names = lettersToPrint(office.store, { batchId }).map(({ messageId }) =>
      office.store.sql.prepare('SELECT recipient_name FROM messages WHERE id = ?').pluck().get(messageId),
    );
    expect(names).toEqual(['An Peeters', 'Sofie Abeel 3', 'Sofie Abeel 1', 'Sofie Abeel 2']);
  });

  it('leaves out who paid before printing, with the reason; what was printed once is printed again', async () => {
    const households = [1, 2].map((number) => letterFamily(number));
    const { batchId } = await sendAndWait(office, households, 'brieven');
    const invoiceOf = (householdId: number): number =>
      office.store.sql
        .prepare('SELECT invoices.id FROM invoices JOIN pupils ON pupils.id = pupil_id WHERE household_id = ?')
        .pluck()
        .get(householdId) as number;
    post(office.store, invoiceOf(households[0] ?? 0), 'receipt', -2500, '2026-11-20');
    expect(await printed(batchId)).toMatchObject({ letters: 1, cancelled: 1 });
    const [cancelled] = (await office.api.correspondence.outbox({ status: 'cancelled' })).messages;
    expect(cancelled?.failure).toBe('Alles is intussen betaald.');
    post(office.store, invoiceOf(households[1] ?? 0), 'receipt', -2500, '2026-11-20');
    expect(await printed(batchId)).toMatchObject({ letters: 1, cancelled: 0 });
  });

  it('draws the letters again when something changes while they are drawn', async () => {
    const household = letterFamily(1);
    const invoiceId = office.store.sql.prepare('SELECT id FROM invoices').pluck().get() as number;
    const selection = { grouping: 'household' as const, keys: [household] };
    // The third look at the calendar is when the drawn letters are about to be kept: paid in part just before.
    let looks = 0;
    const today = (): string => {
      looks += 1;
      if (looks === 3) post(office.store, invoiceId, 'receipt', -1000, '2026-11-20');
      return office.context.clock.today();
    };
    const context = { ...office.context, clock: { ...office.context.clock, today } };
    await send(context, { selection, textId: office.textId, edits: [], requestKey: 'k' });
    // Two looks to decide and one to draw, again after the change, and the day that stands with what is kept.
    expect(looks).toBe(6);
    const [message] = (await office.api.correspondence.outbox({})).messages;
    expect(message?.totalCents).toBe(1500);
    const kept = await office.api.correspondence.message({ messageId: message?.messageId ?? 0 });
    expect(kept.emailText).toContain('15,00');
  });
});

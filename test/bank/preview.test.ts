import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BankImportSummary } from '#shared/bank/shapes.ts';
import { resourcePath } from '#main/adapters/app-root.ts';
import { ensureDemo } from '#main/setup/demo.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';

let office: TestApplication;
beforeAll(async () => {
  office = await testApplication();
  await ensureDemo(office.context);
});
afterAll(() => office.close());

it('promises what the import then does: the statement of the demo school', async () => {
  const { api } = office;
  const preview = await api.bank.preview({ path: resourcePath('demo', 'bankuittreksel.cod') });
  expect(preview.blockedBy).toBeNull();
  const [statement] = preview.statements;
  const { jobId } = await api.bank.import({ fileId: preview.fileId, fileName: preview.fileName });
  const { result } = await api.jobs.wait({ jobId });
  const { newLines, booked, setAside, suggested, open } = result as BankImportSummary;
  expect(statement).toMatchObject({
    lines: newLines,
    known: 0,
    certain: booked,
    setAside,
    unmatched: open - suggested,
  });
  expect((statement?.likely ?? 0) + (statement?.possible ?? 0)).toBe(suggested);
  // One of everything: most are certain, some wait, one is for a person alone.
  expect(booked).toBeGreaterThan(8);
  expect(suggested).toBeGreaterThan(2);
  expect(open - suggested).toBeGreaterThan(0);
});

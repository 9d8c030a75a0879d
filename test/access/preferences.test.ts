import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRouterClient } from '@orpc/server';
import { router } from '#main/api/router.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';

let application: TestApplication;

beforeEach(async () => {
  application = await testApplication();
});
afterEach(() => application.close());

describe('preferences', () => {
  it('keeps the last value of each key', async () => {
    await application.api.access.setPreference({ key: 'columns', value: ['pupil', 'open'] });
    await application.api.access.setPreference({ key: 'columns', value: ['pupil'] });
    await application.api.access.setPreference({ key: 'dark', value: true });
    expect(await application.api.access.preferences()).toEqual({ columns: ['pupil'], dark: true });
  });

  it('forgets a key with null', async () => {
    await application.api.access.setPreference({ key: 'dark', value: true });
    await application.api.access.setPreference({ key: 'dark', value: null });
    expect(await application.api.access.preferences()).toEqual({});
  });

  it('keeps the preferences of two users apart', async () => {
    const other = createRouterClient(router, { context: { ...application.context, actor: 'els' } });
    await application.api.access.setPreference({ key: 'dark', value: true });
    await other.access.setPreference({ key: 'dark', value: false });
    expect(await application.api.access.preferences()).toEqual({ dark: true });
    expect(await other.access.preferences()).toEqual({ dark: false });
  });

  it('refuses more than 100 kB and keeps what stood there', async () => {
    await application.api.access.setPreference({ key: 'columns', value: 'small' });
    await expect(
      application.api.access.setPreference({ key: 'columns', value: 'x'.repeat(100_001) }),
    ).rejects.toMatchObject({ code: 'INVALID', data: { field: 'value' } });
    expect(await application.api.access.preferences()).toEqual({ columns: 'small' });
  });
});

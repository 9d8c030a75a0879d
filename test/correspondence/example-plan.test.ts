import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installShippedTexts, readShippedTexts } from '#main/correspondence/shipped-texts.ts';
import { mailText } from '#main/correspondence/mail-text.ts';
import { composeLetter } from '#shared/correspondence/compose.ts';
import { withExamplePlan } from '#shared/correspondence/example-plan.ts';
import { language } from '#shared/api/schemas.ts';
import { richText } from '#shared/correspondence/rich-text.ts';
import { sumCents } from '#shared/money/cents.ts';
import { testApplication, type TestApplication } from '#test/support/application.ts';
import { addFamily, addSchool } from '#test/support/family.ts';
import { facts, lou, noor } from './sample-facts.ts';

const versionsOf = (key: string) => readShippedTexts().find((text) => text.key === key)?.versions ?? [];

describe('a text of a plan, looked at while it is written', () => {
  let application: TestApplication;
  let householdId: number;
  beforeEach(async () => {
    application = await testApplication('2026-11-20');
    const family = addFamily(application.context.store, addSchool(application.context.store), {
      name: 'Gezin Abeel',
      payers: [{ firstName: 'Sofie', lastName: 'Abeel' }],
      pupils: [{ firstName: 'Noor', lastName: 'Abeel', invoices: [{ number: 'ECHT-1', amountCents: 77_00 }] }],
    });
    householdId = family.householdId;
  });
  afterEach(() => application.close());

  const looked = ({ body, ...draft }: ReturnType<typeof versionsOf>[number]) =>
    application.api.correspondence.previewText({
      householdId,
      text: { draft: { ...draft, body: richText.parse(body) } },
    });

  it.each(language.options)('is filled in with an invented plan: the paper to sign (%s)', async (wanted) => {
    const draft = versionsOf('planDocument').find((version) => version.language === wanted);
    if (!draft) throw new Error('Not shipped');
    const preview = await looked(draft);
    expect(preview.problems).toEqual([]);
    for (const said of ['Noor Abeel', 'VOORBEELD-1', 'VOORBEELD-2', '215,00', '35,84', '35,80']) {
      expect(preview.emailText).toContain(said);
    }
    expect(preview.recipient).toContain('Sofie Abeel');
    expect(preview.emailText).toContain('+++000/0000/00097+++');
    // Nothing of what this family really owes.
    expect(preview.emailText).not.toMatch(/ECHT-1|77,00/);
    expect(preview.emailHtml).toContain('data:image/png');
  });

  it.each(language.options)(
    'is filled in with an invented plan: the message before an instalment (%s)',
    async (wanted) => {
      const draft = versionsOf('instalmentReminder').find((version) => version.language === wanted);
      if (!draft) throw new Error('Not shipped');
      const preview = await looked(draft);
      expect(preview.problems).toEqual([]);
      expect(preview.emailText).toMatch(/5 (december|décembre|December) 2026/);
      expect(preview.emailText).toMatch(/1 (van|sur|of) 6/);
      expect(preview.emailText).toContain('35,84');
      expect(preview.emailText).not.toMatch(/ECHT-1|77,00/);
    },
  );

  it('of a stage of a procedure stays without: reminders know no plan', async () => {
    installShippedTexts(application.context);
    const textId = (await application.api.correspondence.texts({})).find(
      ({ name }) => name === 'Afbetaalplan om te tekenen',
    )?.textId;
    if (textId === undefined) throw new Error('Not installed');
    const preview = await application.api.correspondence.previewText({ householdId, text: { textId } });
    expect(preview.problems).toMatchObject([{ found: '$$AFBETAALPLAN$$' }]);
  });

  it('of anything else keeps what the family owes', async () => {
    const [draft] = versionsOf('friendlyReminder');
    if (!draft) throw new Error('Not shipped');
    const preview = await looked(draft);
    expect(preview.emailText).toContain('77,00');
    expect(preview.emailText).not.toContain('VOORBEELD');
  });
});

describe('the invented plan', () => {
  const [text] = versionsOf('planDocument');
  if (!text) throw new Error('Not shipped');

  it('adds up, and names the children of the family', () => {
    const { plan, items } = withExamplePlan(facts({ pupils: [noor, lou] }), text);
    const total = sumCents((plan?.claims ?? []).map(({ amountCents }) => amountCents));
    expect(sumCents((plan?.instalments ?? []).map(({ amountCents }) => amountCents))).toBe(total);
    expect(sumCents(items.map(({ amountCents }) => amountCents))).toBe(total);
    expect(plan?.claims.map(({ pupil }) => pupil)).toEqual(['Noor Abeel', 'Lou Abeel']);
  });

  it('asks one instalment only in a message about one', () => {
    const [reminder] = versionsOf('instalmentReminder');
    if (!reminder) throw new Error('Not shipped');
    const { items, instalment, plan } = withExamplePlan(facts(), reminder);
    expect(sumCents(items.map(({ amountCents }) => amountCents))).toBe(instalment?.amountCents);
    expect(plan?.instalments).toHaveLength(instalment?.count ?? 0);
  });

  it('names an invented child when the family has none', () => {
    const made = withExamplePlan(facts({ pupils: [], items: [] }), text);
    expect(mailText(composeLetter(made, text).model)).toContain('Noor Voorbeeld (3A)');
  });
});

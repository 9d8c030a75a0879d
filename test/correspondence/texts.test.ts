import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailHtml } from '#main/correspondence/mail-body.ts';
import { mailText } from '#main/correspondence/mail-text.ts';
import { installShippedTexts, readShippedTexts } from '#main/correspondence/shipped-texts.ts';
import { textHandlers } from '#main/correspondence/text-handlers.ts';
import { composeLetter } from '#shared/correspondence/compose.ts';
import { findProblems, usedVariables } from '#shared/correspondence/problems.ts';
import { richText, richTextFromPlain } from '#shared/correspondence/rich-text.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { agreed, facts, item, lou, noor } from './sample-facts.ts';

describe('the shipped texts', () => {
  const shipped = readShippedTexts();
  const versions = shipped.flatMap((text) => text.versions.map((version) => ({ key: text.key, ...version })));

  it('are fifteen, each in three languages', () => {
    expect(shipped.map((text) => text.key)).toEqual([
      'acknowledgementRequest',
      'coordinatorLetter',
      'correction',
      'discreetTalk',
      'formalReminder',
      'friendlyReminder',
      'instalmentReminder',
      'noticeOfDefault',
      'paymentPlan',
      'phoneGuide',
      'planDocument',
      'secondReminder',
      'statementOfAccount',
      'talkGuide',
      'thankYou',
    ]);
    for (const text of shipped) expect(text.versions.map((version) => version.language)).toEqual(['nl', 'fr', 'en']);
  });

  it.each(versions)('$key ($language) can be sent as it is', ({ language, subject, body }) => {
    expect(findProblems(subject, body)).toEqual([]);
    expect(composeLetter(facts(agreed), { language, subject, body }).problems).toEqual([]);
  });

  it.each(versions)('$key ($language) is neutral outside and calm inside', ({ language, subject, body }) => {
    const { model } = composeLetter(facts(agreed), { language, subject, body });
    expect(model.subject).not.toMatch(
      /betal|schuld|factu|rekening|openstaan|herinner|aanman|achterst|paie|dette|rappel|impay|debt|pay|invoice|remind|overdue|€|\d/i,
    );
    const words = mailText(model);
    expect(words).not.toMatch(
      /wanbetal|deurwaarder|advocaat|gerecht|incasso|dagvaard|schuldenaar|huissier|avocat|tribunal|contentieux|bailiff|lawyer|court|debt|sanction|gevolgen|!/i,
    );
  });

  it.each(versions)('$key ($language) names a person and says that spread payment is possible', (version) => {
    const used = usedVariables(version.subject, version.body).map((variable) => variable.name);
    expect(used).toContain('ZIN_CONTACT');
    expect(used).toContain('AANSPREKING');
    const { model } = composeLetter(facts(agreed), version);
    expect(model.footer.join(' ')).toMatch(/Gespreid betalen is mogelijk|paiement échelonné|pay in instalments/);
  });

  it.each(versions.filter(({ key }) => key === 'friendlyReminder' || key === 'formalReminder'))(
    '$key ($language) holds what the law asks of a first reminder',
    (version) => {
      const { model } = composeLetter(
        facts({ pupils: [noor, lou], items: [item(), item({ pupilId: lou.pupilId, billingGroup: 'Opvang' })] }),
        version,
      );
      const html = mailHtml(model, { qr: 'none' });
      // The balance, what it is for and since when it is due.
      expect(html).toContain('€\u00a090,00');
      expect(html).toContain('Opvang');
      expect(html).toContain('30/09/2026');
      // Who the creditor is.
      expect(html).toContain('0123.456.749');
      // The term, at least fourteen days, and that nothing comes on top.
      expect(html).toMatch(/4 (december|décembre|December) 2026/);
      expect(html).toMatch(/gratis|gratuit|free/);
    },
  );
});

describe('texts in the store', () => {
  let application: TestApplication;
  const client = () => createRouterClient(textHandlers, { context: application.context });
  beforeEach(async () => {
    application = await testApplication();
  });
  afterEach(() => application.close());

  const typed = (plain: string) => richText.parse(richTextFromPlain(plain));
  const nl = (body: string, subject = 'Bericht') => ({ language: 'nl', subject, body: typed(body) }) as const;
  const fr = (body: string) => ({ language: 'fr', subject: 'Message', body: typed(body) }) as const;
  const draft = { textId: null, name: 'Eigen tekst', tone: 'friendly' as const, schoolId: null };

  it('are installed once, however often it is asked', async () => {
    installShippedTexts(application.context);
    application.context.store.transaction(() => installShippedTexts(application.context));
    const texts = await client().texts();
    expect(texts).toHaveLength(15);
    for (const text of texts) {
      expect(text).toMatchObject({ shipped: true, problems: 0, languages: ['nl', 'fr', 'en'], schoolId: null });
    }
  });

  it('leave what a school made of a shipped text alone', async () => {
    installShippedTexts(application.context);
    const [first] = await client().texts();
    const textId = first?.textId ?? 0;
    await client().saveText({ textId, name: 'Onze uitnodiging', tone: 'inviting', versions: [nl('Kom langs')] });
    installShippedTexts(application.context);
    expect(await client().texts()).toHaveLength(15);
    expect((await client().text({ textId })).versions[0]).toMatchObject({ version: 2, author: 'test' });
  });

  it('get a new version only in the language that changed', async () => {
    const { textId } = await client().saveText({ ...draft, versions: [nl('Een'), fr('Un')] });
    await client().saveText({ ...draft, textId, versions: [nl('Twee'), fr('Un')] });
    await client().saveText({ ...draft, textId, versions: [nl('Twee')] });
    const { versions } = await client().text({ textId });
    expect(versions.map(({ language, version }) => [language, version])).toEqual([
      ['nl', 2],
      ['fr', 1],
    ]);
    const history = await client().textHistory({ textId, language: 'nl' });
    expect(history.map(({ version, body }) => [version, body])).toEqual([
      [2, richTextFromPlain('Twee')],
      [1, richTextFromPlain('Een')],
    ]);
  });

  it('keep every version for good', async () => {
    await client().saveText({ ...draft, versions: [nl('Een')] });
    const { sql } = application.context.store;
    expect(() => sql.prepare("UPDATE text_versions SET subject = 'x'").run()).toThrow('append-only');
    expect(() => sql.prepare('DELETE FROM text_versions').run()).toThrow('append-only');
  });

  it('may be saved with a mistake, and say how many there are', async () => {
    const saved = await client().saveText({
      ...draft,
      versions: [nl('Zie $$OPENSTANDE_FACTUREN$$'), fr('$$RIEN_DU_TOUT$$')],
    });
    expect(saved).toMatchObject({ problems: 2, shipped: false });
    expect(await client().checkText({ subject: 'Dag', body: typed('$$KLASS$$') })).toMatchObject([
      { found: '$$KLASS$$', nearest: 'KLAS' },
    ]);
  });

  it('stand in the order in which a school needs them, its own after them, archived ones last', async () => {
    installShippedTexts(application.context);
    const own = await client().saveText({ ...draft, name: 'Aparte brief', versions: [nl('Een')] });
    const [reminder] = await client().texts();
    await client().archiveText({ textId: reminder?.textId ?? 0, archived: true });
    const listed = await client().texts({ withArchived: true });
    expect(listed.map(({ name, archived }) => (archived ? `${name} (archief)` : name))).toEqual([
      'Tweede herinnering',
      'Formele herinnering',
      'Leidraad voor een telefoongesprek',
      'Uitnodiging voor een gesprek',
      'Leidraad voor een discreet gesprek',
      'Brief van de coördinerend directeur',
      'Ingebrekestelling',
      'Brief met erkenning om te tekenen',
      'Voorstel om gespreid te betalen',
      'Afbetaalplan om te tekenen',
      'Volgende schijf',
      'Overzicht van de schoolrekeningen',
      'Bedankt voor uw betaling',
      'Rechtzetting',
      own.name,
      'Vriendelijke herinnering (archief)',
    ]);
  });

  it('leave the lists when archived, and come back', async () => {
    const { textId } = await client().saveText({ ...draft, versions: [nl('Een')] });
    await client().archiveText({ textId, archived: true });
    expect(await client().texts()).toEqual([]);
    expect(await client().texts({ withArchived: true })).toHaveLength(1);
    await client().archiveText({ textId, archived: false });
    expect(await client().texts()).toHaveLength(1);
  });

  it('write one audit line per command, without the words of the text', async () => {
    await client().saveText({ ...draft, versions: [nl('Een geheim')] });
    const lines = application.context.store.sql.prepare('SELECT command, detail FROM audit_entries').all();
    expect(lines).toMatchObject([{ command: 'correspondence.saveText' }]);
    expect(JSON.stringify(lines)).not.toContain('geheim');
  });

  it('refuse what cannot be, and keep nothing of it', async () => {
    await expect(client().text({ textId: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client().saveText({ ...draft, textId: 99, versions: [nl('x')] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(client().saveText({ ...draft, schoolId: 99, versions: [nl('x')] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(client().saveText({ ...draft, versions: [nl('x'), nl('y')] })).rejects.toMatchObject({
      code: 'INVALID',
    });
    await expect(client().saveText({ ...draft, name: ' ', versions: [nl('x')] })).rejects.toMatchObject({
      code: 'INVALID',
    });
    expect(await client().texts({ withArchived: true })).toEqual([]);
  });

  it('can use every variable of the catalogue', async () => {
    const variables = await client().variables();
    expect(variables.length).toBeGreaterThan(25);
    const body = variables.map((variable) => `$$${variable.name}$$`).join('\n\n');
    const { problems, model } = composeLetter(facts(agreed), { ...nl(body) });
    expect(problems).toEqual([]);
    expect(JSON.stringify(model)).not.toContain('$$');
  });
});

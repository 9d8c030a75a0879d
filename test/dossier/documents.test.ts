import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addFamily, addSchool } from '#test/support/family.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';

let application: TestApplication;
let householdId: number;

beforeEach(async () => {
  application = await testApplication();
  const schoolId = addSchool(application.context.store);
  ({ householdId } = addFamily(application.context.store, schoolId, { name: 'Gezin Abeel' }));
});
afterEach(() => application.close());

const pdf = Buffer.from('%PDF-1.7\n…');
const png = Buffer.from('89504e470d0a1a0a0000', 'hex');
const jpeg = Buffer.from('ffd8ffe000104a46', 'hex');
const mail = Buffer.from('From: anke@voorbeeld.example\r\nSubject: Vraag\r\n\r\nDag school');

function office(part: string, ...more: string[]): Buffer {
  const entries = ['[Content_Types].xml', part, ...more].map((name) => [name, strToU8('<x/>')] as const);
  return Buffer.from(zipSync(Object.fromEntries(entries)));
}

function add(fileName: string, bytes: Buffer) {
  return application.api.dossier.addDocument({ householdId, fileName, contentBase64: bytes.toString('base64') });
}

function documentFiles(): string[] {
  return readdirSync(join(application.folder, 'documents'));
}

function countRows(): unknown {
  return application.context.store.sql.prepare('SELECT count(*) FROM documents').pluck().get();
}

describe('documents of a dossier', () => {
  it.each([
    ['attest.pdf', pdf, 'application/pdf', 'attest.pdf'],
    ['foto.PNG', png, 'image/png', 'foto.PNG'],
    ['foto.jpeg', jpeg, 'image/jpeg', 'foto.jpeg'],
    ['foto.jpg', png, 'image/png', 'foto.png'],
    ['scan', pdf, 'application/pdf', 'scan.pdf'],
    [
      'brief.docx',
      office('word/document.xml'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'brief.docx',
    ],
    [
      'lijst.xlsx',
      office('xl/workbook.xml'),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'lijst.xlsx',
    ],
    ['vraag.eml', mail, 'message/rfc822', 'vraag.eml'],
    ['nota.txt', Buffer.from('Gesproken met één ouder'), 'text/plain', 'nota.txt'],
    ['..\\..\\geheim/ brief?.pdf', pdf, 'application/pdf', 'brief.pdf'],
    ['brief.docx.pdf.exe', pdf, 'application/pdf', 'brief.docx.pdf.pdf'],
  ])('keeps %s and gives it back', async (givenName, bytes, mediaType, fileName) => {
    const kept = await add(givenName, bytes);
    expect(kept).toMatchObject({ fileName, mediaType, byteCount: bytes.length, author: 'test' });
    const opened = await application.api.dossier.openDocument({ documentId: kept.documentId });
    expect(opened).toEqual({ fileName, mediaType, contentBase64: bytes.toString('base64') });
    const page = await application.api.dossier.page({ householdId });
    expect(page.documents).toEqual([kept]);
  });

  it.each([
    ['a program', 'factuur.pdf', Buffer.from('MZ\u0000\u0001')],
    ['a page that calls itself a page', 'pagina.html', Buffer.from('<script>alert(1)</script>')],
    ['a script', 'run.bat', Buffer.from('del *.*')],
    ['a drawing with code', 'logo.svg', Buffer.from('<svg/>')],
    ['any other archive', 'alles.zip', office('readme.txt')],
    ['a Word file with macros', 'brief.docx', office('word/document.xml', 'word/vbaProject.bin')],
    ['a broken archive', 'brief.docx', Buffer.from('PK\u0003\u0004broken')],
    ['a mail without headers', 'vraag.eml', Buffer.from('Dag school')],
    ['an empty file', 'leeg.txt', Buffer.alloc(0)],
  ])('refuses %s and keeps nothing', async (_what, fileName, bytes) => {
    await expect(add(fileName, bytes)).rejects.toMatchObject({ code: 'INVALID', data: { field: 'contentBase64' } });
    expect(countRows()).toBe(0);
  });

  it('takes 20 MB and refuses a byte more', async () => {
    const most = Buffer.alloc(20 * 1024 * 1024, 0x20);
    pdf.copy(most);
    expect((await add('groot.pdf', most)).byteCount).toBe(most.length);
    await expect(add('te-groot.pdf', Buffer.concat([most, Buffer.from(' ')]))).rejects.toMatchObject({
      code: 'INVALID',
    });
    expect(countRows()).toBe(1);
  });

  it('keeps the same bytes once, with two names', async () => {
    const first = await add('een.pdf', pdf);
    const second = await add('twee.pdf', pdf);
    expect(documentFiles()).toHaveLength(1);
    expect((await application.api.dossier.openDocument({ documentId: first.documentId })).fileName).toBe('een.pdf');
    expect((await application.api.dossier.openDocument({ documentId: second.documentId })).fileName).toBe('twee.pdf');
  });

  it('says so when the file was changed or is gone, and heals when it is added again', async () => {
    const { documentId } = await add('attest.pdf', pdf);
    const [name = ''] = documentFiles();
    const path = join(application.folder, 'documents', name);
    writeFileSync(path, '%PDF-1.7 iets anders');
    await expect(application.api.dossier.openDocument({ documentId })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('gewijzigd') as string,
    });
    rmSync(path);
    await expect(application.api.dossier.openDocument({ documentId })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('back-up') as string,
    });
    await add('attest.pdf', pdf);
    expect((await application.api.dossier.openDocument({ documentId })).contentBase64).toBe(pdf.toString('base64'));
  });

  it('takes a document out of sight and brings it back', async () => {
    const { documentId } = await add('attest.pdf', pdf);
    await application.api.dossier.removeDocument({ documentId });
    expect((await application.api.dossier.page({ householdId })).documents).toEqual([]);
    await expect(application.api.dossier.openDocument({ documentId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await application.api.dossier.restoreDocument({ documentId });
    await application.api.dossier.restoreDocument({ documentId });
    expect((await application.api.dossier.page({ householdId })).documents).toHaveLength(1);
    const { entries } = await application.api.audit.list({ householdId });
    expect(entries.map(({ command }) => command)).toEqual([
      'dossier.restoreDocument',
      'dossier.removeDocument',
      'dossier.addDocument',
    ]);
    expect(JSON.stringify(entries)).not.toContain('attest');
  });

  it('keeps no document for a household that does not exist', async () => {
    const contentBase64 = pdf.toString('base64');
    await expect(
      application.api.dossier.addDocument({ householdId: 999, fileName: 'a.pdf', contentBase64 }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

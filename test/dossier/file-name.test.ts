import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName, withExtension } from '#shared/dossier/file-name.ts';

describe('a safe file name', () => {
  it.each([
    ['brief.pdf', 'brief.pdf'],
    ['C:\\Users\\els\\brief.pdf', 'brief.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['aanvraag\u202Efdp.exe', 'aanvraagfdp.exe'],
    ['con.pdf', 'con_.pdf'],
    ['a<b>:"|?*\u0000.txt', 'ab.txt'],
    ['...', 'document'],
    ['. brief.txt', 'brief.txt'],
    ['e\u200d\u0301.txt', 'é.txt'],
    ['.pdf', 'pdf'],
    ['  veel   spaties .txt ', 'veel spaties.txt'],
    ['', 'document'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(116)}.pdf`],
  ])('makes %j into %j', (given, safe) => {
    expect(safeFileName(given)).toBe(safe);
  });

  it('never holds a folder, a control character or nothing, and does not change a second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const safe = safeFileName(given);
        expect(safe).not.toMatch(/[/\\<>:"|?*\p{Cc}]/u);
        expect(safe).not.toMatch(/^\.|[. ]$/);
        expect(safe.length).toBeGreaterThan(0);
        expect(Array.from(safe).length).toBeLessThanOrEqual(120);
        expect(safeFileName(safe)).toBe(safe);
      }),
    );
  });

  it('gives a name the extension of what is inside', () => {
    expect(withExtension('foto.jpg', '.png')).toBe('foto.png');
    expect(withExtension('scan', '.pdf')).toBe('scan.pdf');
  });
});

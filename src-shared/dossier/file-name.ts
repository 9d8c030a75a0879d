const longestName = 120;
const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
// Control characters, what Windows refuses, and the marks that turn the reading direction ("cod.exe" shown as "exe.doc").
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u001f\u007f-\u009f<>:"|?*\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * A file name that is safe to show and to save anywhere: no folders, no control or direction marks, no name that
 * Windows keeps for itself, at most 120 characters with its extension kept. Nothing left: "document".
 */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const cleaned = last
    .replace(forbidden, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '');
  const { stem, extension } = splitExtension(cleaned);
  const safeStem = stem.trim() === '' ? 'document' : reservedOnWindows.test(stem.trim()) ? `${stem.trim()}_` : stem;
  const room = longestName - extension.length;
  // By code point, so that no character is cut in two.
  const shortened = Array.from(safeStem).slice(0, room).join('').trimEnd();
  return shortened + extension;
}

/** The extension with its dot, in lower case; empty when there is none. */
export function fileExtension(name: string): string {
  return splitExtension(name).extension.toLowerCase();
}

/** The name with another extension: "foto.jpg" that holds a PNG becomes "foto.png". */
export function withExtension(name: string, extension: string): string {
  return splitExtension(name).stem + extension;
}

function splitExtension(name: string): { readonly stem: string; readonly extension: string } {
  const match = /^(.*)(\.[A-Za-z0-9]{1,8})$/s.exec(name);
  return match ? { stem: match[1] ?? '', extension: match[2] ?? '' } : { stem: name, extension: '' };
}

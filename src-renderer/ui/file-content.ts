import type { FileOut } from '#shared/api/schemas.ts';

/** The bytes of a chosen file in base64, as the contract carries them. */
export function readBase64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).split(',', 2)[1] ?? ''));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('File could not be read')));
    reader.readAsDataURL(file);
  });
}

/** A blob of the bytes that the server handed over. */
export function toBlob(file: Pick<FileOut, 'mediaType' | 'contentBase64'>): Blob {
  const bytes = Uint8Array.from(atob(file.contentBase64), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: file.mediaType });
}

/** Lets the user save a file. */
export function downloadFile(file: FileOut): void {
  const url = URL.createObjectURL(toBlob(file));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

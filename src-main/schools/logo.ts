import { Problem } from '#shared/api/problem.ts';

const maxLogoBytes = 1_000_000;

export type Logo = { readonly bytes: Uint8Array; readonly mediaType: 'image/png' | 'image/jpeg' };

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const jpegSignature = [0xff, 0xd8, 0xff];

/** Takes an uploaded logo as what its first bytes say it is; what the file name says does not count. */
export function readLogo(contentBase64: string): Logo {
  const bytes = Buffer.from(contentBase64, 'base64');
  if (bytes.length > maxLogoBytes) {
    throw new Problem(
      'INVALID',
      'Dit logo is groter dan 1 MB. Het vorige logo is behouden; kies een kleinere afbeelding.',
      'contentBase64',
    );
  }
  if (startsWith(bytes, pngSignature)) return { bytes, mediaType: 'image/png' };
  if (startsWith(bytes, jpegSignature)) return { bytes, mediaType: 'image/jpeg' };
  throw new Problem(
    'INVALID',
    'Dit is geen PNG- of JPEG-afbeelding. Het vorige logo is behouden; kies een ander bestand.',
    'contentBase64',
  );
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

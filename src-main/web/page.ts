import { readFileSync } from 'node:fs';

/** SECURITY: only our own scripts and styles; the nonce lets the component kit add its style element. No network but our API. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    'frame-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The page with its nonce filled in where the renderer looks for it. */
export function withNonce(file: string, nonce: string): string {
  return readFileSync(file, 'utf8').replaceAll('%NONCE%', nonce);
}

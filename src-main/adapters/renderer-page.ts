import { randomBytes } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

export type RendererFile = {
  readonly mediaType: string;
  readonly contentSecurityPolicy: string;
  readonly bytes: Uint8Array;
};

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/**
 * A file of the built renderer, or undefined when the path names nothing inside its folder. The page gets a fresh nonce
 * where it says `%NONCE%`, so that the component kit may add its style element and nobody else may.
 */
export function rendererFile(folder: string, path: string): RendererFile | undefined {
  const file = inside(folder, path === '/' ? '/index.html' : path);
  if (!file) return undefined;
  const nonce = randomBytes(16).toString('base64');
  const isPage = extname(file) === '.html';
  return {
    mediaType: mediaTypes[extname(file)] ?? 'application/octet-stream',
    contentSecurityPolicy: contentSecurityPolicy(nonce),
    bytes: isPage ? Buffer.from(readFileSync(file, 'utf8').replaceAll('%NONCE%', nonce)) : readFileSync(file),
  };
}

/** SECURITY: the exact file under the folder; no way out by dots, encoded dots, links or broken encoding. */
function inside(folder: string, path: string): string | undefined {
  try {
    const root = realpathSync(folder);
    const file = realpathSync(join(root, decodeURIComponent(path)));
    return file.startsWith(root + sep) && statSync(file).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

/** SECURITY: only our own scripts, styles and API; images also from data we made ourselves; PDF previews in a blob frame. */
function contentSecurityPolicy(nonce: string): string {
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

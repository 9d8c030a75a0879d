import { protocol } from 'electron';
import { rendererFile } from '#main/adapters/renderer-page.ts';
import { host, scheme } from './origin.ts';

/** Serves the built renderer on app://openstaand/; nothing else exists on that scheme. */
export function serveRenderer(folder: string): void {
  protocol.handle(scheme, (request) => {
    const url = new URL(request.url);
    // SECURITY: one host, reading only, and exact paths inside the folder.
    const file = url.host === host && request.method === 'GET' ? rendererFile(folder, url.pathname) : undefined;
    if (!file) return new Response('Niet gevonden.', { status: 404 });
    return new Response(new Uint8Array(file.bytes), {
      headers: {
        'Content-Type': file.mediaType,
        'Content-Security-Policy': file.contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cache-Control': 'no-store',
      },
    });
  });
}

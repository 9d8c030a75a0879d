import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RPCHandler } from '@orpc/server/node';
import { rendererFile } from '#main/adapters/renderer-page.ts';
import type { Context } from '#main/api/context.ts';
import { router } from '#main/api/router.ts';

export type WebServer = {
  readonly origin: string;
  /** Opens the application once; the token stands in the fragment, which never leaves the browser. */
  readonly url: string;
  readonly token: string;
  readonly close: () => Promise<void>;
};

/** Base64 of the largest file that an import takes (50 MB), and room for the rest of the request. */
const maxBodyBytes = 72 * 1024 * 1024;

/**
 * The browser root: the same router over HTTP, for this computer only. SECURITY: binds the loopback address; refuses
 * another Host or Origin (DNS rebinding, other pages), anything but JSON, and every call without the bearer token.
 */
export async function serveWeb(context: Context, rendererFolder: string, port = 0): Promise<WebServer> {
  const token = randomBytes(32).toString('base64url');
  const handler = new RPCHandler(router);
  let origin = '';
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      context.log.error('web', 'request failed', error);
      if (!response.headersSent) refuse(response, 500, 'Onverwachte fout.');
      else response.destroy();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    setSecurityHeaders(response);
    if (request.headers.host !== new URL(origin).host) return refuse(response, 421, 'Verkeerde host.');
    if (request.headers.origin !== undefined && request.headers.origin !== origin)
      return refuse(response, 403, 'Verkeerde herkomst.');
    const path = pathOf(request);
    if (path === undefined) return refuse(response, 400, 'Verkeerd adres.');
    if (!path.startsWith('/api/')) return serveFile(request, response, rendererFolder, path);
    if (!hasToken(request, token)) return refuse(response, 401, 'Open Openstaand opnieuw vanuit het startvenster.');
    if (request.method !== 'POST') return refuse(response, 405, 'Alleen POST.');
    if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
      return refuse(response, 415, 'Alleen JSON.');
    if (Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY) > maxBodyBytes) {
      // What still comes in is not read.
      response.setHeader('Connection', 'close');
      return refuse(response, 413, 'Dit bestand is te groot.');
    }
    const { matched } = await handler.handle(request, response, { prefix: '/api', context });
    if (!matched) refuse(response, 404, 'Onbekende procedure.');
  }

  // SECURITY: no protocol of ours upgrades a connection.
  server.on('upgrade', (_request, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    token,
    url: `${origin}/#token=${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** SECURITY: no inline code, no other origin, no embedding, nothing remembered in caches, no address passed on. */
function setSecurityHeaders(response: ServerResponse): void {
  response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
}

/** SECURITY: a plain path; an address that names a host of its own, or that no address can be made of, is refused. */
function pathOf(request: IncomingMessage): string | undefined {
  const target = request.url ?? '/';
  if (!target.startsWith('/') || target.startsWith('//')) return undefined;
  return URL.parse(target, 'http://localhost')?.pathname;
}

function hasToken(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ error: sentence }));
}

function serveFile(request: IncomingMessage, response: ServerResponse, folder: string, path: string): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Alleen GET.');
  const file = rendererFile(folder, path);
  if (!file) return refuse(response, 404, 'Niet gevonden.');
  response.writeHead(200, {
    'Content-Type': file.mediaType,
    'Content-Length': file.bytes.byteLength,
    'Content-Security-Policy': file.contentSecurityPolicy,
  });
  response.end(request.method === 'HEAD' ? undefined : file.bytes);
}

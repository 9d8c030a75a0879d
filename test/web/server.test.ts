import { mkdirSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveWeb, type WebServer } from '#main/web/server.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';

let application: TestApplication;
let server: WebServer;

beforeAll(async () => {
  application = await testApplication();
  const folder = join(application.folder, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><meta name="nonce" content="%NONCE%"><title>Openstaand</title>',
  );
  writeFileSync(join(folder, 'assets', 'app.js'), 'export {};');
  writeFileSync(join(application.folder, 'secret.txt'), 'not for you');
  mkdirSync(join(application.folder, 'renderer-other'));
  writeFileSync(join(application.folder, 'renderer-other', 'x.js'), 'not for you');
  server = await serveWeb(application.context, folder);
});
afterAll(async () => {
  await server.close();
  await application.close();
});

type Answer = { readonly status: number; readonly headers: NodeJS.Dict<string | string[]>; readonly body: string };
type Question = {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** A request exactly as written: no client that tidies paths or headers up. */
function ask({ method = 'GET', path = '/', headers = {}, body }: Question): Promise<Answer> {
  const { hostname, port } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** A call that is right in every way, but for what the test changes. */
function call(change: Question = {}): Promise<Answer> {
  const body = change.body ?? JSON.stringify({ json: {} });
  return ask({
    method: 'POST',
    path: '/api/setup/status',
    ...change,
    body,
    headers: {
      authorization: `Bearer ${server.token}`,
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      ...change.headers,
    },
  });
}

describe('the browser root', () => {
  it('answers a call that is right', async () => {
    const { status, body } = await call();
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ json: { state: 'empty' } });
  });

  it('answers its own page as origin', async () => {
    expect((await call({ headers: { origin: server.origin } })).status).toBe(200);
  });

  it('listens on this computer only, with a token of 256 bits in the fragment', () => {
    expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(Buffer.from(server.token, 'base64url')).toHaveLength(32);
    expect(new URL(server.url).hash).toBe(`#token=${server.token}`);
    expect(new URL(server.url).search).toBe('');
  });

  it.each([
    ['another host (DNS rebinding)', { headers: { host: 'evil.example' } }, 421],
    ['localhost by name', { headers: { host: 'localhost' } }, 421],
    ['another origin', { headers: { origin: 'https://evil.example' } }, 403],
    ['an origin that hides', { headers: { origin: 'null' } }, 403],
    ['another port as origin', { headers: { origin: 'http://127.0.0.1:1' } }, 403],
    ['no token', { headers: { authorization: '' } }, 401],
    ['another token', { headers: { authorization: `Bearer ${'a'.repeat(43)}` } }, 401],
    ['reading (GET)', { method: 'GET' }, 405],
    ['PUT', { method: 'PUT' }, 405],
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
    ['plain text', { headers: { 'content-type': 'text/plain' } }, 415],
    ['something like JSON', { headers: { 'content-type': 'application/json-seq' } }, 415],
    ['a body that is too large', { headers: { 'content-length': String(100 * 1024 * 1024) }, body: '' }, 413],
    ['an unknown procedure', { path: '/api/setup/nothing' }, 404],
    ['a name of JavaScript', { path: '/api/constructor' }, 404],
    ['a prototype', { path: '/api/__proto__/toString' }, 404],
  ] as const)('refuses %s', async (_what, change, status) => {
    const answer = await call(change);
    expect(answer.status).toBe(status);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('refuses a body of unknown length', async () => {
    const { port } = new URL(server.origin);
    const answer = await raw(
      `POST /api/setup/status HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${server.token}\r\n` +
        'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('takes the token from nowhere but its header', async () => {
    const headers = { authorization: '' };
    expect((await call({ path: `/api/setup/status?token=${server.token}`, headers })).status).toBe(401);
    expect((await call({ headers: { ...headers, cookie: `token=${server.token}` } })).status).toBe(401);
    expect((await call({ headers: { authorization: server.token } })).status).toBe(401);
    expect((await ask({ path: '/' })).headers['set-cookie']).toBeUndefined();
  });

  it('answers no question of another page in advance', async () => {
    const answer = await ask({
      method: 'OPTIONS',
      path: '/api/setup/status',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(answer.status).toBe(403);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('says what is wrong with broken JSON, and no more than that', async () => {
    const answer = await call({ body: '{"json":' });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).not.toMatch(/\.ts|node_modules|at /);
  });

  it('keeps the connection for HTTP: an upgrade gets no answer', async () => {
    const { port } = new URL(server.origin);
    const answer = await raw(
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
    );
    expect(answer).toBe('');
  });
});

/** Bytes in, everything that comes back until the other side closes or falls silent. */
function raw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(server.origin);
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}

describe('the files of the browser root', () => {
  it('gives the page with a fresh nonce in page and policy', async () => {
    const [first, second] = await Promise.all([ask({ path: '/' }), ask({ path: '/index.html' })]);
    const nonce = /content="([^"]+)"/.exec(first.body)?.[1] ?? 'none';
    expect(first.headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
    expect(second.headers['content-security-policy']).not.toContain(nonce);
  });

  it('allows nothing inline, nothing from elsewhere, and no embedding', async () => {
    const { headers } = await ask({ path: '/' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  it.each(['/', '/assets/app.js', '/nothing.js', '/api/setup/status'])('guards every answer: %s', async (path) => {
    const { headers } = await ask({ path });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': expect.stringContaining("default-src 'none'") as string,
    });
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/./secret.txt',
    '/assets/../../secret.txt',
    '/..%2frenderer-other/x.js',
    '/%00',
    '/index.html%00.js',
    '/assets',
    '/assets/',
  ])('gives nothing outside its folder: %s', async (path) => {
    const { status, body } = await ask({ path });
    expect(status).toBe(404);
    expect(body).not.toContain('not for you');
  });

  it.each(['/%', '/%zz', '//', '//secret.txt', '//evil.example/', 'http://[', 'http://evil.example/', '*'])(
    'takes a broken address for a wrong one: %s',
    async (path) => {
      const { status, body } = await ask({ path });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(body).not.toContain('not for you');
    },
  );

  it('is only read', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) expect((await ask({ method })).status).toBe(405);
    const head = await ask({ method: 'HEAD' });
    expect([head.status, head.body]).toEqual([200, '']);
  });
});

import { createORPCClient, DynamicLink } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ClientLink } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { contract } from '#shared/contract.ts';
import { sessionToken } from './session.ts';

type Client = ContractRouterClient<typeof contract>;
type Link = ClientLink<Record<never, never>>;

let link: Link | undefined;

/** Every procedure of the contract; for commands outside a component and for streams. */
export const client: Client = createORPCClient(
  new DynamicLink(() => {
    if (!link) throw new Error('Not connected yet');
    return link;
  }),
);

/** The same for TanStack Query: `api.ledger.openItems.queryOptions({ input })`, `api.holds.place.mutationOptions()`. */
export const api = createTanstackQueryUtils(client);

/** How long the page waits for the desktop to hand over its port. */
const portPatienceMs = 5000;

/**
 * Connects to whoever serves this page: the desktop hands over a MessagePort, a browser brings a token. Answers false
 * when there is neither, so that the page can say how to open Openstaand properly.
 */
export async function connect(): Promise<boolean> {
  const token = sessionToken();
  if (token !== null) {
    link = new HttpLink({
      url: `${globalThis.location.origin}/api`,
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    return true;
  }
  const port = await portFromDesktop();
  if (!port) return false;
  link = new PortLink({ port });
  port.start();
  return true;
}

function portFromDesktop(): Promise<MessagePort | undefined> {
  const { promise, resolve } = Promise.withResolvers<MessagePort | undefined>();
  // A browser without a token has nobody to wait for; only the desktop may need a moment.
  const patience = globalThis.location.protocol.startsWith('http') ? 300 : portPatienceMs;
  const timer = setTimeout(() => finish(undefined), patience);
  function finish(port: MessagePort | undefined): void {
    clearTimeout(timer);
    globalThis.removeEventListener('message', onMessage);
    resolve(port);
  }
  function onMessage(event: MessageEvent<unknown>): void {
    // SECURITY: only our own window, so no frame can put itself between the page and the desktop.
    if (event.source !== globalThis.window) return;
    const [port] = event.ports;
    if (port && isPortMessage(event.data)) finish(port);
  }
  globalThis.addEventListener('message', onMessage);
  globalThis.postMessage('openstaand-ready', globalThis.location.origin === 'null' ? '*' : globalThis.location.origin);
  return promise;
}

function isPortMessage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'openstaand-port';
}

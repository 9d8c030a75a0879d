import { ipcRenderer } from 'electron';

type Port = Electron.MessagePortMain;

/** The few things of the page that are used here; this tree is otherwise compiled without a DOM. */
declare const window: {
  readonly addEventListener: (
    type: 'message',
    listener: (event: { readonly source: unknown; readonly data: unknown }) => void,
  ) => void;
  readonly postMessage: (message: unknown, targetOrigin: string, transfer: readonly unknown[]) => void;
};
declare const MessageChannel: new () => { readonly port1: Port; readonly port2: Port };

/**
 * Everything that crosses between the page and the main process is one MessagePort, handed over when the page asks.
 * Nothing is exposed on `window`. Runs in the isolated, sandboxed world; bundled as one CommonJS file.
 */
window.addEventListener('message', (event) => {
  // SECURITY: only the page itself may ask, not a frame inside it.
  if (event.source !== window || event.data !== 'openstaand-ready') return;
  const { port1, port2 } = new MessageChannel();
  ipcRenderer.postMessage('openstaand-connect', null, [port1 as never]);
  window.postMessage({ type: 'openstaand-port' }, '*', [port2]);
});

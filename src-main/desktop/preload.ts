import { ipcRenderer } from 'electron';

/**
 * Everything that crosses between the page and the main process is one MessagePort, handed over when the page asks.
 * Nothing is exposed on `window`. Runs in the isolated, sandboxed world; bundled as one CommonJS file.
 */
window.addEventListener('message', (event) => {
  // SECURITY: only the page itself may ask, not a frame inside it.
  if (event.source !== window || event.data !== 'openstaand-ready') return;
  const { port1, port2 } = new MessageChannel();
  ipcRenderer.postMessage('openstaand-connect', null, [port1]);
  window.postMessage({ type: 'openstaand-port' }, '*', [port2]);
});

import { app, BrowserWindow, shell } from 'electron';
import { origin } from './origin.ts';

/** Addresses the shell may hand to the system's browser or mail program. */
const externalSchemes = new Set(['https:', 'mailto:', 'tel:']);

/** The one window. Its title never says more than the name of the program. */
export function openMainWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Openstaand',
    backgroundColor: '#f5f7fa',
    webPreferences: {
      preload,
      // SECURITY: the page shares no world with the preload and has no Node.
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      sandbox: true,
      // SECURITY: the same-origin rules stay on, and no plain-HTTP content may mix in.
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      // Names of people must not end up in a cloud spelling dictionary.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  guardNavigation(window);
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  void window.loadURL(`${origin}/`);
  return window;
}

/** SECURITY: the page stays on our origin; new windows are refused; other addresses only leave through the allow-list. */
function guardNavigation(window: BrowserWindow): void {
  const { webContents } = window;
  webContents.on('will-navigate', (event) => {
    if (!isOwn(event.url)) event.preventDefault();
  });
  webContents.on('will-redirect', (event) => {
    if (!isOwn(event.url)) event.preventDefault();
  });
  webContents.on('will-frame-navigate', (event) => {
    if (!isOwn(event.url) && !event.url.startsWith(`blob:${origin}/`)) event.preventDefault();
  });
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  webContents.setWindowOpenHandler(({ url }) => {
    openExternal(url);
    return { action: 'deny' };
  });
}

function isOwn(url: string): boolean {
  return url === origin || url.startsWith(`${origin}/`);
}

/** SECURITY: the only way out of the shell. */
function openExternal(url: string): void {
  if (URL.canParse(url) && externalSchemes.has(new URL(url).protocol)) void shell.openExternal(url);
}

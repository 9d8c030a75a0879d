import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page, type Route } from 'playwright-core';
import { chromiumArguments, chromiumPath } from './chromium.ts';

/**
 * The part of Electron that desktop/ uses, driving a real Chromium: app:// requests are answered by the registered
 * protocol handler, the built preload runs before the page, and its MessagePort reaches `ipcMain` as in the shell.
 * Chromium knows no app:// scheme, so the page lives on a stand-in host and the handler is asked for app://.
 */
const standInOrigin = 'http://openstaand.localhost';
const appOrigin = 'app://openstaand';

type PreventableEvent = { readonly url: string; defaultPrevented: boolean; preventDefault: () => void };
type ProtocolHandler = (request: Request) => Response | Promise<Response>;
type Port = EventEmitter & { postMessage: (data: unknown) => void; start: () => void; close: () => void };

/** What the tests look at: everything desktop/ asked of Electron. */
export const recorded = {
  sandboxEnabled: false,
  privilegedSchemes: [] as { scheme: string; privileges: Record<string, boolean> }[],
  windows: [] as BrowserWindow[],
  opened: [] as string[],
  errorBoxes: [] as string[],
  menu: [] as { label?: string }[],
  exitCode: undefined as number | undefined,
  quits: 0,
};

const handlers = new Map<string, ProtocolHandler>();

function preventable(url: string): PreventableEvent {
  const event: PreventableEvent = {
    url,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}

class App extends EventEmitter {
  readonly isPackaged = false;
  singleInstance = true;

  enableSandbox(): void {
    recorded.sandboxEnabled = true;
  }

  requestSingleInstanceLock(): boolean {
    return this.singleInstance;
  }

  async whenReady(): Promise<void> {}

  quit(): void {
    recorded.quits += 1;
    const event = preventable('');
    this.emit('will-quit', event);
    if (!event.defaultPrevented) this.emit('quit');
  }

  exit(code: number): void {
    recorded.exitCode = code;
  }
}

export const app = new App();
export const ipcMain = new EventEmitter();

export const protocol = {
  registerSchemesAsPrivileged: (schemes: typeof recorded.privilegedSchemes): void => {
    recorded.privilegedSchemes = schemes;
  },
  handle: (scheme: string, handler: ProtocolHandler): void => {
    handlers.set(scheme, handler);
  },
};

type PermissionRequest = (contents: unknown, permission: string, answer: (granted: boolean) => void) => void;
export const session = {
  defaultSession: {
    onRequest: undefined as PermissionRequest | undefined,
    onCheck: undefined as (() => boolean) | undefined,
    setPermissionRequestHandler(handler: PermissionRequest): void {
      this.onRequest = handler;
    },
    setPermissionCheckHandler(handler: () => boolean): void {
      this.onCheck = handler;
    },
  },
};

export const Menu = {
  buildFromTemplate: (template: { label?: string }[]): { label?: string }[] => template,
  setApplicationMenu: (menu: { label?: string }[]): void => {
    recorded.menu = menu;
  },
};

export const dialog = {
  showErrorBox: (_title: string, sentence: string): void => {
    recorded.errorBoxes.push(sentence);
  },
};

export const shell = {
  openExternal: async (url: string): Promise<void> => {
    recorded.opened.push(url);
  },
};

/** Seals by reversing: enough to see that desktop/ never writes the plain secret. */
export const safeStorage = {
  available: true,
  isAsyncEncryptionAvailable: async (): Promise<boolean> => safeStorage.available,
  encryptStringAsync: async (plain: string): Promise<Buffer> => Buffer.from([...plain].reverse().join('')),
  decryptStringAsync: async (sealed: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> => ({
    result: [...sealed.toString()].reverse().join(''),
    shouldReEncrypt: false,
  }),
};

type WindowOpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

class WebContents extends EventEmitter {
  readonly mainFrame = { origin: appOrigin };
  windowOpenHandler: WindowOpenHandler = () => ({ action: 'allow' });

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.windowOpenHandler = handler;
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  readonly options: { webPreferences: Record<string, unknown> & { preload: string } };
  /** The real page, for the tests. */
  readonly page: Promise<Page>;
  shown = false;
  focused = 0;
  #browser: Browser | undefined;
  readonly #ports = new Map<number, Port>();
  readonly #ready = Promise.withResolvers<Page>();

  constructor(options: BrowserWindow['options']) {
    super();
    this.options = options;
    this.page = this.#ready.promise;
    recorded.windows.push(this);
  }

  show(): void {
    this.shown = true;
  }

  isMinimized(): boolean {
    return false;
  }

  restore(): void {}

  focus(): void {
    this.focused += 1;
  }

  async loadURL(url: string): Promise<void> {
    try {
      this.#browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments });
      const context = await this.#browser.newContext({ viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      await context.route('**/*', (route) => this.#answer(route, page));
      context.on('page', (opened) => void this.#refuseWindow(opened));
      await page.exposeBinding('standInReceive', (_source, id: number, data: unknown) => this.#receive(id, data));
      await page.exposeBinding('standInConnect', (_source, id: number, channel: string) =>
        this.#connect(id, channel, page),
      );
      await page.addInitScript({ content: this.#preloadScript() });
      await page.goto(url.replace(appOrigin, standInOrigin));
      this.emit('ready-to-show');
      this.#ready.resolve(page);
    } catch (error) {
      this.#ready.reject(error);
    }
  }

  async closeBrowser(): Promise<void> {
    await this.#browser?.close();
  }

  async #answer(route: Route, page: Page): Promise<void> {
    const request = route.request();
    const url = request.url();
    const own = url.startsWith(`${standInOrigin}/`);
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
      const event = preventable(own ? url.replace(standInOrigin, appOrigin) : url);
      this.webContents.emit('will-navigate', event);
      if (event.defaultPrevented) return route.abort('aborted');
    }
    const handler = handlers.get('app');
    if (!own || !handler) return route.abort('blockedbyclient');
    const answer = await handler(new Request(url.replace(standInOrigin, appOrigin), { method: request.method() }));
    return route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  }

  async #refuseWindow(opened: Page): Promise<void> {
    await opened.waitForURL((url) => url.href !== 'about:blank', { timeout: 2_000 }).catch(() => {});
    if (this.webContents.windowOpenHandler({ url: opened.url() }).action === 'deny') await opened.close();
  }

  /** The built preload with `electron` handed in; the port it transfers is carried to this process message by message. */
  #preloadScript(): string {
    const preload = readFileSync(this.options.webPreferences.preload, 'utf8');
    return `(() => {
      if (window.top !== window) return;
      let next = 0;
      const ports = new Map();
      window.standInDeliver = (id, data) => ports.get(id)?.postMessage(data);
      const ipcRenderer = {
        postMessage(channel, _message, transferred) {
          const id = next++;
          const port = transferred[0];
          ports.set(id, port);
          const connected = window.standInConnect(id, channel);
          port.onmessage = (event) => void connected.then(() => window.standInReceive(id, event.data));
        },
      };
      const require = () => ({ ipcRenderer });
      const module = { exports: {} };
      const exports = module.exports;
      ${preload}
    })();`;
  }

  #connect(id: number, channel: string, page: Page): void {
    const port: Port = Object.assign(new EventEmitter(), {
      postMessage: (data: unknown): void => {
        void page
          .evaluate(([portId, message]) => (window as unknown as StandInPage).standInDeliver(portId, message), [
            id,
            data,
          ] as const)
          .catch(() => {});
      },
      start: (): void => {},
      close: (): void => {},
    });
    this.#ports.set(id, port);
    ipcMain.emit(channel, { ports: [port], sender: this.webContents, senderFrame: this.webContents.mainFrame });
  }

  #receive(id: number, data: unknown): void {
    this.#ports.get(id)?.emit('message', { data });
  }
}

type StandInPage = { readonly standInDeliver: (id: number, data: unknown) => void };

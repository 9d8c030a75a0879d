import { RPCHandler } from '@orpc/server/message-port';
import { ipcMain, type IpcMainEvent } from 'electron';
import type { Context } from '#main/api/context.ts';
import { router } from '#main/api/router.ts';
import { origin } from './origin.ts';

/** Name of the only message that the preload may send. */
export const connectChannel = 'openstaand-connect';

/** Binds the router to the port that the preload hands over. */
export function bindRouter(context: Context): void {
  const handler = new RPCHandler(router);
  ipcMain.on(connectChannel, (event) => {
    const port = event.ports[0];
    // SECURITY: only our own page in the main frame gets the API.
    if (!port || !isOwnMainFrame(event)) return;
    handler.upgrade(port, { context });
    port.start();
  });
}

function isOwnMainFrame(event: IpcMainEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === event.sender.mainFrame && frame.origin === origin;
}

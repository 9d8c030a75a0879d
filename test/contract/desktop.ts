import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { bindRouter, connectChannel } from '#main/desktop/bridge.ts';
import { origin } from '#main/desktop/origin.ts';
import { testApplication } from '#test/support/application.ts';
import { ipcMain } from '#test/support/electron-stand-in.ts';
import { asOf, procedureOf, type Transport } from './transport.ts';

/** Over the port that the preload hands to the main process. */
export async function desktop(folder: string): Promise<Transport> {
  const application = await testApplication(asOf, folder);
  bindRouter(application.context);
  const { port1, port2 } = new MessageChannel();
  const mainFrame = { origin };
  ipcMain.emit(connectChannel, { ports: [port1], sender: { mainFrame }, senderFrame: mainFrame });
  const client: unknown = createORPCClient(new RPCLink({ port: port2 as never }));
  port2.start();
  return {
    name: 'over the message port',
    call: async (procedure, input) => procedureOf(client, procedure)(input),
    close: async () => {
      port2.close();
      ipcMain.removeAllListeners(connectChannel);
      await application.close();
    },
  };
}

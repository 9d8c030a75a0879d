import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { serveWeb } from '#main/web/server.ts';
import { testApplication } from '#test/support/application.ts';
import { asOf, procedureOf, type Transport } from './transport.ts';

export async function web(folder: string): Promise<Transport> {
  const application = await testApplication(asOf, folder);
  const server = await serveWeb(application.context, folder);
  const client: unknown = createORPCClient(
    new RPCLink({ url: `${server.origin}/api`, headers: { authorization: `Bearer ${server.token}` } }),
  );
  return {
    name: 'over HTTP',
    call: async (procedure, input) => procedureOf(client, procedure)(input),
    close: async () => {
      await server.close();
      await application.close();
    },
  };
}

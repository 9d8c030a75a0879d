import { testApplication } from '#test/support/application.ts';
import { asOf, procedureOf, type Transport } from './transport.ts';

export async function inProcess(folder: string): Promise<Transport> {
  const application = await testApplication(asOf, folder);
  return {
    name: 'in this process',
    call: async (procedure, input) => procedureOf(application.api, procedure)(input),
    close: () => application.close(),
  };
}

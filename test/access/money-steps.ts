import { addFamily, type FamilyIds, insert } from '#test/support/family.ts';
import type { Scene, Step } from './step.ts';

/** The commands that move money, for a family of their own. */
export function moneySteps(scene: () => Scene): readonly Step[] {
  let family: FamilyIds = { householdId: 0, payerIds: [], pupilIds: [], invoiceIds: [] };
  let bankAccountId = 0;
  let relatedClaimId = 0;
  let periodicChargeId = 0;
  const invoice = (index: number): number => family.invoiceIds[index] ?? 0;
  const reason = 'Geheimreden';
  return [
    {
      procedure: 'ledger.transfer',
      prepare: () => {
        const { application, schoolId } = scene();
        family = addFamily(application.context.store, schoolId, {
          name: 'Gezin Geheimnaam',
          payers: [{ firstName: 'Lies', lastName: 'Geheimnaam' }],
          pupils: [
            {
              firstName: 'Noor',
              lastName: 'Geheimnaam',
              invoices: [
                { number: '8001', amountCents: 100_00, paidCents: 150_00 },
                { number: '8002', amountCents: 100_00 },
              ],
            },
          ],
        });
      },
      run: (api) =>
        api.ledger.transfer({ fromInvoiceId: invoice(0), toInvoiceId: invoice(1), amountCents: 10_00, reason }),
    },
    {
      procedure: 'ledger.refund',
      run: (api) =>
        api.ledger.refund({
          invoiceId: invoice(0),
          amountCents: 40_00,
          method: 'bank',
          payerId: family.payerIds[0] ?? 0,
          thirdPartyPayerId: null,
          iban: 'BE71096123456769',
          holderName: 'Geheimnaam',
          reason,
        }),
    },
    {
      procedure: 'ledger.makePaymentFile',
      prepare: () => {
        const { application, schoolId } = scene();
        const account = { school_id: schoolId, iban: 'BE43999100000101' };
        bankAccountId = insert(application.context.store, 'bank_accounts', account);
      },
      run: async (api) => {
        const [order] = await api.ledger.paymentOrders({ status: 'waiting' });
        const paymentOrderIds = [order?.paymentOrderId ?? 0];
        await api.ledger.makePaymentFile({ bankAccountId, paymentOrderIds, executionDate: '2026-11-23' });
      },
    },
    {
      procedure: 'ledger.charge',
      run: (api) => api.ledger.charge({ invoiceId: invoice(1), amountCents: 5_00, reason }),
    },
    {
      procedure: 'ledger.writeOff',
      run: (api) =>
        api.ledger.writeOff({ items: [{ invoiceId: invoice(1), amountCents: 1_00 }], ground: 'tooSmall', reason }),
    },
    {
      procedure: 'ledger.remit',
      run: (api) =>
        api.ledger.remit({ items: [{ invoiceId: invoice(1), amountCents: 1_00 }], source: 'socialFund', reason }),
    },
    {
      procedure: 'ledger.bookObligation',
      run: (api) =>
        api.ledger.bookObligation({
          invoiceId: invoice(1),
          amountCents: 50_00,
          bookingDate: '2026-11-20',
          reason,
        }),
    },
    {
      procedure: 'ledger.correctArrears',
      run: (api) =>
        api.ledger.correctArrears({
          invoiceId: invoice(1),
          corrections: [{ payerId: family.payerIds[0] ?? 0, amountCents: 20_00 }],
          reason,
        }),
    },
    {
      procedure: 'ledger.relate',
      run: async (api) => {
        const request = { invoiceId: invoice(0), relatedInvoiceId: invoice(1), reason };
        relatedClaimId = (await api.ledger.relate(request)).relatedClaimId;
      },
    },
    { procedure: 'ledger.unrelate', run: (api) => api.ledger.unrelate({ relatedClaimId }) },
    {
      procedure: 'ledger.savePeriodicCharge',
      run: async (api) => {
        const charge = {
          pupilId: family.pupilIds[0] ?? 0,
          billingGroup: 'opvang',
          description: 'Geheimtekst',
          amountCents: 12_50,
          fromPeriod: '2026-11',
          untilPeriod: null,
        };
        periodicChargeId = (await api.ledger.savePeriodicCharge(charge)).periodicChargeId;
      },
    },
    {
      procedure: 'ledger.runPeriodicCharges',
      run: (api) =>
        api.ledger.runPeriodicCharges({ schoolId: scene().schoolId, period: '2026-11', dueDate: '2026-12-04' }),
    },
    { procedure: 'ledger.stopPeriodicCharge', run: (api) => api.ledger.stopPeriodicCharge({ periodicChargeId }) },
  ];
}

import { os } from '#main/api/implementer.ts';
import { submit } from '#main/approvals/submit.ts';
import { charge } from './charge.ts';
import { arrearsOf, bookObligation, correctArrears } from './obligations.ts';
import { makePaymentFile, readPaymentFile } from './payment-files.ts';
import { listPaymentOrders } from './payment-orders.ts';
import { listPeriodicCharges, savePeriodicCharge, stopPeriodicCharge } from './periodic-charges.ts';
import { previewPeriodicCharges, runPeriodicCharges } from './periodic-run.ts';
import { refundCommand } from './refund.ts';
import { relateClaims, unrelateClaims } from './related-claims.ts';
import { remissionCommand } from './remission.ts';
import { transferCommand } from './transfer.ts';
import { writeOffCommand } from './write-off.ts';

const { ledger } = os;

/** The commands that move money between claims or give it up, and what belongs to them; part of the handlers of the ledger. */
export const moneyHandlers = {
  transfer: ledger.transfer.handler(({ context, input }) => submit(context, transferCommand, input)),
  refund: ledger.refund.handler(({ context, input }) => submit(context, refundCommand, input)),
  writeOff: ledger.writeOff.handler(({ context, input }) => submit(context, writeOffCommand, input)),
  remit: ledger.remit.handler(({ context, input }) => submit(context, remissionCommand, input)),
  charge: ledger.charge.handler(({ context, input }) => charge(context, input)),
  bookObligation: ledger.bookObligation.handler(({ context, input }) => bookObligation(context, input)),
  correctArrears: ledger.correctArrears.handler(({ context, input }) => correctArrears(context, input)),
  arrears: ledger.arrears.handler(({ context, input }) => arrearsOf(context, input.invoiceId)),
  relate: ledger.relate.handler(({ context, input }) => relateClaims(context, input)),
  unrelate: ledger.unrelate.handler(({ context, input }) => unrelateClaims(context, input.relatedClaimId)),
  periodicCharges: ledger.periodicCharges.handler(({ context, input }) => listPeriodicCharges(context, input)),
  savePeriodicCharge: ledger.savePeriodicCharge.handler(({ context, input }) => savePeriodicCharge(context, input)),
  stopPeriodicCharge: ledger.stopPeriodicCharge.handler(({ context, input }) =>
    stopPeriodicCharge(context, input.periodicChargeId),
  ),
  previewPeriodicCharges: ledger.previewPeriodicCharges.handler(({ context, input }) =>
    previewPeriodicCharges(context, input),
  ),
  runPeriodicCharges: ledger.runPeriodicCharges.handler(({ context, input }) => runPeriodicCharges(context, input)),
  paymentOrders: ledger.paymentOrders.handler(({ context, input }) => listPaymentOrders(context, input)),
  makePaymentFile: ledger.makePaymentFile.handler(({ context, input }) => makePaymentFile(context, input)),
  paymentFile: ledger.paymentFile.handler(({ context, input }) => readPaymentFile(context.store, input.paymentFileId)),
};

import { formatPlainDate } from '../calendar/plain-date.ts';
import { channelWord } from '../runs/channel-words.ts';
import type { BundleBill, BundleEvent } from './bundle.ts';
import type { CostKind } from '../costs/contract.ts';

/** As the bundle names what was asked beside a bill. */
export const costKindWords: Readonly<Record<CostKind, string>> = {
  lumpSum: 'Schadevergoeding',
  reminderCost: 'Herinneringskost',
  interest: 'Rente',
};

/** What a bill is for, in a few words: "Maandrekening, voor Noor Abeel". */
export function billWords({ cost, billingGroup, pupilName }: BundleBill): string {
  const what = cost === null ? billingGroup : `${costKindWords[cost.kind]} bij factuur ${cost.billNumber}`;
  return cost === null ? `${what}, voor ${pupilName}` : what;
}

/** What was done, in one line of the timeline: "Eerste contact (fase 1), e-mail, nummer 2026-00012". */
export function eventWords(event: BundleEvent): string {
  switch (event.kind) {
    case 'phone':
      return 'Telefoongesprek met de betaler';
    case 'talk':
      return 'Gesprek met de betaler';
    case 'message': {
      const { stage, channel, termLastDay, voidReason } = event;
      const what = stage === null ? 'Bericht' : `${stage.name} (fase ${stage.stage})`;
      const number = stage?.number ?? null;
      return [
        [what, channelWord(channel), ...(number === null ? [] : [`nummer ${number}`])].join(', '),
        voidReason !== null
          ? `Telt niet: ${voidReason}`
          : termLastDay === null
            ? null
            : `Termijn tot en met ${formatPlainDate(termLastDay)}.`,
      ]
        .filter((sentence) => sentence !== null)
        .join('. ');
    }
  }
}

/** Until when a bill can be asked in court, on one clock. */
export function lastDayWords(lastDay: string, isSuspended: boolean): string {
  return isSuspended ? 'gestuit, procedure loopt' : formatPlainDate(lastDay);
}

import type { Signal } from '#shared/signals/contract.ts';

/** Words of signals, wherever they stand. */
export const signalTexts = {
  title: 'Kan dit gezin hulp gebruiken?',
  intro:
    'Wat hier staat, komt uit wat al bekend is en zegt niets over de wil van een gezin. Op naam, nooit op bedrag: er is geen score.',
  facts: 'Wat we weten',
  does: {
    talk: 'Gesprek voorbereiden',
    plan: 'Afbetaalplan maken',
    referral: 'Doorverwijzing',
    socialFund: 'Sociaal fonds',
  } satisfies Record<Signal['does'], string>,
  dismiss: 'Gezien',
  dismissOf: (title: string) => `${title}: gezien`,
  dismissed: 'Dit signaal komt terug als er iets verandert.',
  talk: 'Gesprek voorbereiden',
  list: 'Signalen',
  kind: 'Signaal',
  everyKind: 'Alle signalen',
  household: 'Gezin',
  count: (households: number) => (households === 1 ? '1 gezin' : `${households} gezinnen`),
  none: 'Er zijn geen signalen',
  noneText:
    'Van de gezinnen met een open rekening is er niets bekend dat om een zachte volgende stap vraagt. Wat een signaal is, staat bij Instellingen, tabblad Hulp.',
  more: (left: number) => `Nog ${left} tonen`,
} as const;

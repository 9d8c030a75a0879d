import type { StageChannel } from '../dunning/procedure.ts';

const words: Readonly<Record<StageChannel, string>> = {
  email: 'e-mail',
  letter: 'brief',
  registeredLetter: 'aangetekende brief',
  phone: 'telefoon',
  talk: 'gesprek',
  handOver: 'lijst voor overdracht',
};

/** How a stage reaches a payer, as screens and requests say it; an unknown one as it stands. */
export function channelWord(channel: string): string {
  return words[channel as StageChannel] ?? channel;
}

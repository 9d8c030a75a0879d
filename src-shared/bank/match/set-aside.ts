import { formatIban } from '../iban.ts';
import { accountOf } from './clues.ts';
import { type Match, matchOf, nobody } from './draft.ts';
import type { MatchKnowledge, MatchLine } from './knowledge.ts';

/**
 * What is nothing for the ledger: costs of the bank and transfers between accounts of the own schools (certain), and money
 * we sent that is no refund of ours (possible: a person looks once).
 */
export function matchSetAside(line: MatchLine, knowledge: MatchKnowledge): Match | null {
  const { movement } = line;
  const account = accountOf(movement);
  if (movement.kind === 'cost') {
    const reason = movement.amountCents < 0 ? 'kosten van de bank' : 'interest of terugbetaalde kosten van de bank';
    return matchOf(line, {
      ...nobody,
      confidence: 'certain',
      rule: 'cost',
      reason,
      does: 'setAside',
      setAsideAs: 'cost',
    });
  }
  if (account !== null && knowledge.ownAccounts.has(account)) {
    const reason = `overschrijving ${movement.amountCents > 0 ? 'van' : 'naar'} een eigen rekening (${formatIban(account)})`;
    return matchOf(line, {
      ...nobody,
      confidence: 'certain',
      rule: 'ownTransfer',
      reason,
      does: 'setAside',
      setAsideAs: 'ownTransfer',
    });
  }
  return null;
}

/** Money that went out and that nothing else explains. */
export function matchOutgoing(line: MatchLine): Match | null {
  if (line.movement.kind !== 'outgoing' || line.movement.amountCents >= 0) return null;
  const reason = 'geld dat de school betaalde, geen terugbetaling van hieruit';
  return matchOf(line, {
    ...nobody,
    confidence: 'possible',
    rule: 'paymentOrder',
    reason,
    does: 'setAside',
    setAsideAs: 'notForUs',
  });
}

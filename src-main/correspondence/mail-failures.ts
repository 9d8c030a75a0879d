import type { NodemailerError } from 'nodemailer/lib/errors';
import type { SendOutcome } from './mailer.ts';

/** Why the mail server cannot be used at all, in words a school office can act on. */
export function serverFailure(error: unknown): string {
  const failure: NodemailerError = error instanceof Error ? error : new Error(String(error));
  const codes = new Set([failure.code, failure.originalCode]);
  const has = (...wanted: string[]): boolean => wanted.some((code) => codes.has(code));
  if (has('EAUTH')) {
    return 'De mailserver aanvaardt de gebruikersnaam of het wachtwoord niet. Kijk ze na bij Instellingen, E-mail.';
  }
  if (has('EDNS', 'ENOTFOUND', 'EAI_AGAIN')) {
    return 'De mailserver is niet gevonden. Kijk de naam van de server en de internetverbinding na.';
  }
  if (has('ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH')) {
    return 'De mailserver neemt geen verbinding aan. Kijk de server, de poort en de internetverbinding na.';
  }
  if (/certificate|self-signed|CERT/i.test(failure.message)) {
    return 'Het certificaat van de mailserver is niet te vertrouwen. Vraag de juiste servernaam aan uw ICT-dienst.';
  }
  if (has('ETLS') || /SSL|TLS|wrong version/i.test(failure.message)) {
    return 'Een beveiligde verbinding met de mailserver lukt niet. Kijk de poort en de beveiliging na (587 met STARTTLS, 465 met TLS).';
  }
  if (has('ETIMEDOUT')) return 'De mailserver antwoordt niet op tijd. Probeer het later opnieuw.';
  const response = failure.response ? ` (${oneLine(failure.response)})` : '';
  return `De verbinding met de mailserver is verbroken${response}. Probeer het opnieuw.`;
}

/** Why one message was refused. */
export function refusalSentence(outcome: Extract<SendOutcome, { kind: 'refused' }>): string {
  const answer = `(${oneLine(outcome.response)})`;
  if (!outcome.permanent) {
    return `De mailserver nam het bericht na drie pogingen nog niet aan ${answer}. Probeer het later opnieuw.`;
  }
  if (outcome.stage === 'recipient') {
    return `De mailserver kent dit adres niet of weigert het ${answer}. Kijk het e-mailadres van de betaler na, of stuur een brief.`;
  }
  if (outcome.stage === 'sender') {
    return `De mailserver weigert het adres van de afzender ${answer}. Kijk het na bij Instellingen, E-mail.`;
  }
  return `De mailserver weigert dit bericht ${answer}. Het is niet vertrokken.`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 300);
}

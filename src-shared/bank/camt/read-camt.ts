import type { BankFileContent, BankFinding, BankStatement } from '../statement.ts';
import { withoutRepeated } from './repeated.ts';
import { readStatement } from './statement.ts';
import { childrenOf, elementAt, textAt, type XmlElement } from './xml-element.ts';

const instead = 'Vraag bij de bank "dagafschriften" in camt.053 of CODA.';

/** Other messages that a bank or an accounting package gives as XML, and what to say of each. */
const otherMessages: Readonly<Record<string, { readonly rule: string; readonly sentence: string }>> = {
  BkToCstmrAcctRpt: {
    rule: 'camt.intraday',
    sentence: `Dit is een tussentijds overzicht van vandaag (camt.052): wat erin staat kan nog wijzigen. Er is niets ingelezen. ${instead}`,
  },
  BkToCstmrDbtCdtNtfctn: {
    rule: 'camt.notification',
    sentence: `Dit is een bestand met details zonder saldo's (camt.054): niets bewijst dat het volledig is en het kan bedragen bevatten die al in een uittreksel staan. Er is niets ingelezen. ${instead}`,
  },
  CstmrDrctDbtInitn: {
    rule: 'camt.order',
    sentence: `Dit is een opdracht voor domiciliëringen (pain.008), geen rekeninguittreksel. Er is niets ingelezen. ${instead}`,
  },
  CstmrCdtTrfInitn: {
    rule: 'camt.order',
    sentence: `Dit is een betaalopdracht (pain.001), geen rekeninguittreksel. Er is niets ingelezen. ${instead}`,
  },
  CstmrPmtStsRpt: {
    rule: 'camt.order',
    sentence: `Dit is een antwoord van de bank op een opdracht (pain.002), geen rekeninguittreksel. Er is niets ingelezen. ${instead}`,
  },
};

/**
 * Reads camt.053, version 2 to 13, from the root of its XML: every statement of every account. Other messages and other
 * XML are recognised and refused with what to download instead. Source: facts/bank.md section 2.
 */
export function readCamt(root: XmlElement): BankFileContent {
  const document = root.name === 'Document' ? root : elementAt(root, 'Document');
  const message = document?.children[0];
  if (!document || !message) return refused('camt.other', `Dit XML-bestand is geen rekeninguittreksel. ${instead}`);
  const other = otherMessages[message.name];
  if (other) return refused(other.rule, other.sentence);
  if (message.name !== 'BkToCstmrStmt') {
    return refused('camt.other', `Dit XML-bestand is geen rekeninguittreksel. Er is niets ingelezen. ${instead}`);
  }
  const elements = childrenOf(message, 'Stmt');
  if (elements.length === 0) return refused('camt.noStatement', `Dit bestand bevat geen enkel uittreksel. ${instead}`);
  let entries = 0;
  const readings = elements.map((element) => {
    const before = entries;
    entries += childrenOf(element, 'Ntry').length;
    return readStatement(element, before);
  });
  const statements = readings.flatMap(({ statement }): readonly BankStatement[] => (statement ? [statement] : []));
  const findings: BankFinding[] = [
    ...versionFindings(document, root),
    ...pageFindings(message, elements),
    ...readings.flatMap((reading) => reading.findings),
  ];
  if (statements.length === 0 && findings.every(({ level }) => level === 'warning')) {
    const sentence = 'Geen enkele rekening in dit bestand is in euro. Er is niets ingelezen.';
    findings.push({ level: 'error', rule: 'camt.currency', line: null, sentence });
  }
  const unique = withoutRepeated(statements);
  return { format: 'camt053', statements: unique.statements, findings: [...findings, ...unique.findings] };
}

function refused(rule: string, sentence: string): BankFileContent {
  return { format: 'camt053', statements: [], findings: [{ level: 'error', rule, line: null, sentence }] };
}

/** A version we do not know is read all the same: the balances prove whether it was read right. */
function versionFindings(document: XmlElement, root: XmlElement): BankFinding[] {
  const namespaces = [...Object.entries(document.attributes), ...Object.entries(root.attributes)]
    .filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
    .map(([, value]) => value);
  const version = namespaces.map((value) => /camt\.053\.001\.(\d{2})\b/.exec(value)?.[1]).find((found) => found);
  if (version !== undefined && Number(version) >= 2 && Number(version) <= 13) return [];
  const told = version === undefined ? 'zegt niet welke versie van camt.053 het is' : `is camt.053 versie ${version}`;
  const sentence = `Dit bestand ${told}; we kennen versie 2 tot 13. Het is gelezen zoals die; vergelijk de bedragen met de bank.`;
  return [{ level: 'warning', rule: 'camt.version', line: null, sentence }];
}

/** A statement may be spread over several files. */
function pageFindings(message: XmlElement, statements: readonly XmlElement[]): BankFinding[] {
  const pages = [
    elementAt(message, 'GrpHdr', 'MsgPgntn'),
    ...statements.map((statement) => elementAt(statement, 'StmtPgntn')),
  ];
  const part = pages.find(
    (page) => page && (!/^0*1$/.test(textAt(page, 'PgNb')) || /^(?:false|0)$/.test(textAt(page, 'LastPgInd'))),
  );
  if (!part) return [];
  const sentence = `Dit bestand is pagina ${textAt(part, 'PgNb').slice(0, 10) || '?'} van een uittreksel dat over meer bestanden verdeeld is. Lees ook de andere in, of vraag de bank één bestand.`;
  return [{ level: 'warning', rule: 'camt.page', line: null, sentence }];
}

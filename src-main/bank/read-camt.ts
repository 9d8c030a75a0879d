import { readCamt } from '#shared/bank/camt/read-camt.ts';
import type { BankFileContent, BankFinding } from '#shared/bank/statement.ts';
import { decodeXml } from './decode-xml.ts';
import { parseXml, type XmlProblem } from './parse-xml.ts';

const again = 'Er is niets ingelezen. Download het bestand opnieuw bij de bank.';

const problems: Readonly<Record<XmlProblem, { readonly rule: string; readonly sentence: string }>> = {
  doctype: {
    rule: 'camt.doctype',
    sentence: `Dit XML-bestand bevat een DOCTYPE; dat doet geen enkele bank en het kan gevaarlijk zijn. ${again}`,
  },
  truncated: { rule: 'camt.truncated', sentence: `Dit XML-bestand stopt halverwege. ${again}` },
  malformed: {
    rule: 'camt.malformed',
    sentence: `Dit bestand is geen geldige XML: het is beschadigd of gewijzigd. ${again}`,
  },
  tooLarge: {
    rule: 'camt.tooLarge',
    sentence:
      'Dit XML-bestand bevat meer dan we veilig kunnen lezen. Er is niets ingelezen. Download een kortere periode.',
  },
};

/** Reads the bytes of an XML bank file (camt.053). Never throws: whatever is wrong is a finding. */
export function readCamtFile(bytes: Uint8Array): BankFileContent {
  const decoded = decodeXml(bytes);
  if (!decoded.ok) {
    const sentence = `Dit XML-bestand gebruikt de tekenset "${decoded.encoding}", die we niet kennen. ${again}`;
    return refused({ level: 'error', rule: 'camt.encoding', line: null, sentence });
  }
  const parsed = parseXml(decoded.text.trimStart());
  if (!parsed.ok) return refused({ level: 'error', line: parsed.line, ...problems[parsed.problem] });
  const content = readCamt(parsed.root);
  if (!decoded.isGuess) return content;
  const sentence = 'Dit bestand zegt dat het UTF-8 is, maar dat klopt niet. Controleer namen met accenten.';
  const warning: BankFinding = { level: 'warning', rule: 'camt.encoding', line: null, sentence };
  return { ...content, findings: [warning, ...content.findings] };
}

function refused(finding: BankFinding): BankFileContent {
  return { format: 'camt053', statements: [], findings: [finding] };
}

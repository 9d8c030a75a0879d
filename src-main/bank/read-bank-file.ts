import { looksLikeCoda } from '#shared/bank/coda/looks-like-coda.ts';
import { readCoda } from '#shared/bank/coda/read-coda.ts';
import { limitFindings } from '#shared/bank/limit-findings.ts';
import type { BankFileContent, BankFinding } from '#shared/bank/statement.ts';
import { foreignFile, isBinary } from './foreign-files.ts';
import { readBankCsv } from './read-bank-csv.ts';
import { readCamtFile } from './read-camt.ts';

/** SECURITY: the largest file that is opened; a year of the largest school is far below. */
const maxFileBytes = 50 * 1024 * 1024;

/**
 * Reads a bank file by its content, whatever its name: CODA, camt.053 or a bank's CSV. Anything else gives one error that says what
 * it seems to be and what to download instead. Never throws on content.
 */
export function readBankFile(bytes: Uint8Array): BankFileContent {
  const content = readByContent(bytes);
  return { ...content, findings: limitFindings(content.findings) };
}

function readByContent(bytes: Uint8Array): BankFileContent {
  const refusal = sizeProblem(bytes.length);
  if (refusal) return refused(refusal);
  if (looksLikeCoda(bytes)) return readCoda(bytes);
  const foreign = foreignFile(bytes);
  if (foreign) return refused(foreign);
  if (looksLikeXml(bytes)) return readCamtFile(bytes);
  if (isBinary(bytes)) {
    const sentence = 'We herkennen dit bestand niet. Er is niets ingelezen. Download bij de bank een CODA of camt.053.';
    return refused({ level: 'error', rule: 'file.unknown', line: null, sentence });
  }
  return readBankCsv(bytes);
}

function sizeProblem(length: number): BankFinding | undefined {
  if (length === 0) {
    const sentence = 'Dit bestand is leeg. Er is niets ingelezen. Download het opnieuw bij de bank.';
    return { level: 'error', rule: 'file.empty', line: null, sentence };
  }
  if (length <= maxFileBytes) return undefined;
  const megabytes = Math.ceil(length / 1024 / 1024);
  const sentence = `Dit bestand is ${megabytes} MB groot; meer dan 50 MB lezen we niet. Er is niets ingelezen. Download een kortere periode.`;
  return { level: 'error', rule: 'file.tooLarge', line: null, sentence };
}

/** The first sign of the text is `<`, behind a byte-order mark and in UTF-16 too. */
function looksLikeXml(bytes: Uint8Array): boolean {
  for (const byte of bytes.subarray(0, 256)) {
    if (byte === 0x3c) return true;
    const isSpaceOrMark = byte === 0 || byte <= 0x20 || byte === 0xef || byte === 0xbb || byte >= 0xbf;
    if (!isSpaceOrMark) return false;
  }
  return false;
}

/** A file of which nothing is read needs a format all the same; that of the least promising one. */
function refused(finding: BankFinding): BankFileContent {
  return { format: 'csv', statements: [], findings: [finding] };
}

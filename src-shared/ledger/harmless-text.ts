/** What makes a spreadsheet read a text as a formula, also in its full-width forms. */
const startsFormula = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A text that a spreadsheet shows and never calculates: behind an apostrophe when it begins as a formula would. Only for
 * texts; an amount is a number and keeps its sign. Source: OWASP "CSV Injection".
 */
export function harmlessText(text: string): string {
  return startsFormula.test(text) ? `'${text}` : text;
}

/** How one object names another. */
export function reference(number: number): string {
  return `${number} 0 R`;
}

/** A number without exponent; a ten thousandth of a point is finer than any printer. */
export function decimal(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}

/** Words for people: plain when they can be, in UTF-16 otherwise. */
export function textString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replaceAll(/[\\()]/g, String.raw`\$&`)})`;
  return `<${Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex')}>`;
}

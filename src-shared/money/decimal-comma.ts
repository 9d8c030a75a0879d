/** `-1234,05`: no thousands separator, which not every program that reads CSV takes for part of a number. Whole cents. */
export function decimalComma(cents: number): string {
  const digits = Math.abs(cents).toString().padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}

/** The school year it is now and those before it of which there are amounts, the newest first. */
export function lastYears(thisYear: string): string[] {
  const start = Number(thisYear.slice(0, 4));
  return Array.from({ length: Math.max(1, start - 2014) }, (_, back) => `${start - back}-${start - back + 1}`);
}

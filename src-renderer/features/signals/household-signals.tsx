/** Stands where the screen is still being written. */
export function HouseholdSignals({ householdId }: { readonly householdId: number }) {
  return <p>{householdId}</p>;
}

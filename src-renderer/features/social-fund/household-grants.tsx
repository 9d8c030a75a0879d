/** Stands where the screen is still being written. */
export function HouseholdGrants({ householdId }: { readonly householdId: number }) {
  return <p>{householdId}</p>;
}

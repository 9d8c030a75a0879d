/** Stands where the screen is still being written. */
export function HouseholdPlans({ householdId }: { readonly householdId: number }) {
  return <p>{householdId}</p>;
}

/** Stands where the screen is still being written. */
export function HouseholdReferrals({ householdId }: { readonly householdId: number }) {
  return <p>{householdId}</p>;
}

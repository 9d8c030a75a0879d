/** Stands where the screen is still being written. */
export function HouseholdPrivacy({ householdId }: { readonly householdId: number }) {
  return <p>{householdId}</p>;
}

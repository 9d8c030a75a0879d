/** Stands where the screen is still being written. */
export function NewPlanScreen({ householdId }: { readonly householdId: number }) {
  return <p>{householdId}</p>;
}

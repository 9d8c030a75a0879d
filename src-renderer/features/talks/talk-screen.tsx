/** Stands where the screen is still being written. */
export function TalkScreen({ householdId }: { readonly householdId: number }) {
  return <p>{householdId}</p>;
}

/** Stands where the screen is still being written. */
export function PlanScreen({ planId }: { readonly planId: number }) {
  return <p>{planId}</p>;
}

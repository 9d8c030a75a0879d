/** Stands where the screen is still being written. */
export function InvoiceLinesCard({ invoiceId }: { readonly invoiceId: number }) {
  return <p>{invoiceId}</p>;
}

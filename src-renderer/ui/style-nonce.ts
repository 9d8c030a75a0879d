/** The nonce the server put in the page; without it the strict policy refuses style elements that the kit adds. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
}

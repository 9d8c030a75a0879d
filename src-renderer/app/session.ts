const tokenKey = 'openstaand-token';

/**
 * The one-time token of the browser root. It stands in the fragment once, is moved to this tab's session so that a
 * reload still works, and disappears from the address. Null when this page was not opened from the start window.
 */
export function sessionToken(): string | null {
  const found = /^#token=([\w-]+)$/.exec(globalThis.location.hash);
  if (found?.[1]) {
    sessionStorage.setItem(tokenKey, found[1]);
    globalThis.history.replaceState(null, '', '#/');
  }
  return sessionStorage.getItem(tokenKey);
}

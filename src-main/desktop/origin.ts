/** The one origin of the page inside the shell. */
export const scheme = 'app';
export const host = 'openstaand';
export const origin = `${scheme}://${host}`;

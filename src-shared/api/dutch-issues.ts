import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

/**
 * What is wrong with one value, as the person at the form reads it; used wherever a schema has no sentence of its own.
 * Never repeats the value: it may be a password or a name.
 */
export function dutchIssue(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'Dit ontbreekt.' : wrongType(issue.expected);
    case 'too_big':
      return atMost(issue.origin, String(issue.maximum), issue.exact === true);
    case 'too_small':
      return atLeast(issue.origin, String(issue.minimum), issue);
    case 'invalid_format':
      return issue.format === 'base64' ? 'Dit bestand kwam niet goed door. Kies het opnieuw.' : wrongForm;
    case 'invalid_value':
      return 'Kies een van de mogelijkheden.';
    case 'unrecognized_keys':
      return 'Hier staat iets te veel in.';
    default:
      return wrongForm;
  }
}

const wrongForm = 'Dit heeft niet de juiste vorm.';

function wrongType(expected: string): string {
  if (expected === 'int') return 'Vul een geheel getal in.';
  if (expected === 'number') return 'Vul een getal in.';
  return expected === 'string' ? 'Vul een tekst in.' : wrongForm;
}

function atMost(origin: string, maximum: string, exact: boolean): string {
  if (origin === 'string') return exact ? `Precies ${maximum} tekens.` : `Hoogstens ${maximum} tekens.`;
  if (origin === 'array') return `Hoogstens ${maximum} tegelijk.`;
  return `Hoogstens ${maximum}.`;
}

function atLeast(
  origin: string,
  minimum: string,
  { exact, inclusive }: { readonly exact?: boolean; readonly inclusive?: boolean },
): string {
  if (origin === 'string') {
    if (exact) return `Precies ${minimum} tekens.`;
    return minimum === '1' ? 'Vul dit in.' : `Minstens ${minimum} tekens.`;
  }
  if (origin === 'array') return minimum === '1' ? 'Kies er minstens één.' : `Kies er minstens ${minimum}.`;
  return inclusive === false ? `Meer dan ${minimum}.` : `Minstens ${minimum}.`;
}

import type { VariableDescription } from './variable-description.ts';
import { nearestKey } from './nearest.ts';
import { blockVariables, inlineVariables } from './variable-names.ts';

export type InlineVariable = (typeof inlineVariables)[number]['name'];
export type BlockVariable = (typeof blockVariables)[number]['name'];
export type Variable =
  | { readonly kind: 'inline'; readonly name: InlineVariable }
  | { readonly kind: 'block'; readonly name: BlockVariable };

/** Everything a text can say about a payer, in the order of the editor's menu. Examples are invented. */
export const variableCatalogue: readonly VariableDescription[] = [
  ...inlineVariables.map((variable) => ({ ...variable, kind: 'inline' as const, aliases: [...variable.aliases] })),
  ...blockVariables.map((variable) => ({ ...variable, kind: 'block' as const, aliases: [...variable.aliases] })),
];

/** Variables that would bring an amount or a debt into the subject of a mail, which is readable on a locked screen. */
export const refusedInSubject: ReadonlySet<string> = new Set(
  variableCatalogue
    .filter((variable) => variable.kind === 'block' || variable.group === 'amounts' || variable.group === 'payment')
    .map((variable) => variable.name),
);

function normalise(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
}

const byKey: ReadonlyMap<string, Variable> = new Map(
  [
    ...inlineVariables.map((variable) => ({ kind: 'inline', ...variable }) as const),
    ...blockVariables.map((variable) => ({ kind: 'block', ...variable }) as const),
  ].flatMap((variable) => {
    const found = { kind: variable.kind, name: variable.name } as Variable;
    return [variable.name, ...variable.aliases].map((spelling): [string, Variable] => [normalise(spelling), found]);
  }),
);

/**
 * The variable a user means. Case, spaces, underscores, hyphens and accents do not count, and old and foreign spellings
 * are known; anything else is undefined, so a typing error never becomes a guess.
 */
export function resolveVariable(name: string): Variable | undefined {
  return byKey.get(normalise(name));
}

/** The known variable (without dollars) nearest to an unknown name, or null when nothing is near. */
export function nearestVariable(name: string): string | null {
  const key = nearestKey(normalise(name), byKey.keys());
  return (key === undefined ? undefined : byKey.get(key)?.name) ?? null;
}

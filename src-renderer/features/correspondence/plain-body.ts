import type { TextVersion } from '#shared/correspondence/contract.ts';

type Node = {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: { readonly name?: string };
  readonly content?: readonly Node[] | undefined;
};

/** The beginning of a text without its layout, to recognise a version by. */
export function plainBody(body: TextVersion['body'], length = 400): string {
  const plain = words(body as Node)
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > length ? `${plain.slice(0, length)}…` : plain;
}

function words(node: Node): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'variable') return `$$${node.attrs?.name ?? ''}$$`;
  return `${(node.content ?? []).map(words).join('')} `;
}

import type { TextVersion } from '#shared/correspondence/contract.ts';

type Node = {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: { readonly name?: string };
  readonly content?: readonly Node[] | undefined;
};

/** A text without its layout, a line per paragraph, to recognise a version by. */
export function plainBody(body: TextVersion['body']): string {
  return words(body as Node).trim();
}

function words(node: Node): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'variable') return `$$${node.attrs?.name ?? ''}$$`;
  if (node.type === 'hardBreak') return '\n';
  const inside = (node.content ?? []).map(words).join('');
  return node.type === 'paragraph' || node.type === 'heading' ? `${inside}\n` : inside;
}

import type { RichBlock, RichInline, RichParagraph, RichText } from './rich-text.ts';
import { tokenise } from './tokens.ts';
import { resolveVariable } from './variables.ts';

/** Turns typed `$$NAME$$` into chips where the name is known; what is unknown stays as typed, to be underlined. */
export function withChips(text: RichText): RichText {
  return { type: 'doc', content: text.content.map(blockWithChips) };
}

function blockWithChips(block: RichBlock): RichBlock {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.content ? { ...block, content: block.content.flatMap(inlineWithChips) } : block;
    default:
      return {
        ...block,
        content: block.content.map((item) => ({ ...item, content: item.content.map(paragraphWithChips) })),
      };
  }
}

function paragraphWithChips(paragraph: RichParagraph): RichParagraph {
  return paragraph.content ? { ...paragraph, content: paragraph.content.flatMap(inlineWithChips) } : paragraph;
}

function inlineWithChips(node: RichInline): RichInline[] {
  if (node.type !== 'text') return [node];
  const marks = node.marks ? { marks: node.marks } : {};
  return tokenise(node.text).map((token): RichInline => {
    const known = token.kind === 'variable' ? resolveVariable(token.name) : undefined;
    return known
      ? { type: 'variable', attrs: { name: known.name }, ...marks }
      : { type: 'text', text: token.raw, ...marks };
  });
}

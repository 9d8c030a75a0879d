import { InputRule, mergeAttributes, Node, PasteRule } from '@tiptap/core';
import { resolveVariable } from '#shared/correspondence/variables.ts';
import classes from './rich-text.module.css';

/** A known variable, shown as a chip that is moved and deleted as one. Typing or pasting `$$NAME$$` makes one too. */
export const VariableNode = Node.create({
  name: 'variable',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({ name: { default: '', parseHTML: (element) => element.dataset['variable'] ?? '' } }),
  parseHTML: () => [{ tag: 'span[data-variable]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes(
      { 'data-variable': String(node.attrs['name']), class: classes['chip'] ?? '' },
      chipOnly(HTMLAttributes),
    ),
    chipLabel(String(node.attrs['name'])),
  ],
  renderText: ({ node }) => `$$${String(node.attrs['name'])}$$`,
  addInputRules() {
    return [
      new InputRule({
        find: /\$\$([^$\n]{1,60})\$\$$/,
        handler: ({ range, match, chain }) => {
          const known = resolveVariable(match[1] ?? '');
          if (known)
            chain()
              .insertContentAt(range, { type: this.name, attrs: { name: known.name } })
              .run();
        },
      }),
    ];
  },
  addPasteRules() {
    return [
      new PasteRule({
        find: /\$\$([^$\n]{1,60})\$\$/g,
        handler: ({ range, match, chain }) => {
          const known = resolveVariable(match[1] ?? '');
          if (known)
            chain()
              .insertContentAt(range, { type: this.name, attrs: { name: known.name } })
              .run();
        },
      }),
    ];
  },
});

function chipOnly(attributes: Record<string, unknown>): Record<string, unknown> {
  const { name: _name, ...rest } = attributes;
  return rest;
}

/** `BETAAL_VOOR` reads as "betaal voor" on the chip. */
function chipLabel(name: string): string {
  return name.toLowerCase().replaceAll('_', ' ');
}

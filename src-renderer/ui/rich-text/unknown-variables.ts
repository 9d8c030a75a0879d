import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Node } from '@tiptap/pm/model';
import { tokenise } from '#shared/correspondence/tokens.ts';
import { nearestVariable, resolveVariable } from '#shared/correspondence/variables.ts';
import classes from './rich-text.module.css';
import { richTextTexts } from './rich-text.nl.ts';

/** Underlines every `$$…$$` that is not known, with the nearest known one in its title. */
export const UnknownVariables = Extension.create({
  name: 'unknownVariables',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('unknownVariables'),
      state: {
        init: (_config, state) => decorate(state.doc),
        apply: (transaction, before) => (transaction.docChanged ? decorate(transaction.doc) : before),
      },
      props: {
        decorations(state) {
          return this.getState(state);
        },
      },
    }),
  ],
});

function decorate(document: Node): DecorationSet {
  const found: Decoration[] = [];
  document.descendants((node, position) => {
    if (!node.isText || !node.text?.includes('$$')) return;
    for (const token of tokenise(node.text)) {
      if (token.kind === 'literal' || (token.kind === 'variable' && resolveVariable(token.name))) continue;
      const nearest = token.kind === 'variable' ? nearestVariable(token.name) : null;
      found.push(
        Decoration.inline(position + token.start, position + token.end, {
          class: classes['unknown'] ?? '',
          title: richTextTexts.unknown(nearest),
        }),
      );
    }
  });
  return DecorationSet.create(document, found);
}

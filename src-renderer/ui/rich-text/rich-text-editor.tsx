import { RichTextEditor as KitEditor } from '@mantine/tiptap';
import { ListItem } from '@tiptap/extension-list';
import { type JSONContent, useEditor } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { type Ref, useImperativeHandle } from 'react';
import { richText, type RichText } from '#shared/correspondence/rich-text.ts';
import classes from './rich-text.module.css';
import { richTextTexts } from './rich-text.nl.ts';
import { UnknownVariables } from './unknown-variables.ts';
import { VariableNode } from './variable-node.ts';

export type RichTextHandle = {
  /** Puts a variable where the cursor is. */
  readonly insertVariable: (name: string) => void;
};

/** Exactly what a RichText can hold, so that nothing is lost between the editor and the store. */
const extensions = [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    link: false,
    listItem: false,
    heading: { levels: [2, 3] },
  }),
  // One level of lists: a letter needs no more.
  ListItem.extend({ content: 'paragraph+' }),
  VariableNode,
  UnknownVariables,
];

/** The text of a mail and a letter. Starts from `value`; give it another `key` to start from another text. */
export function RichTextEditor({
  label,
  value,
  onChange,
  ref,
}: {
  readonly label: string;
  readonly value: RichText;
  readonly onChange: (value: RichText) => void;
  readonly ref?: Ref<RichTextHandle>;
}) {
  const editor = useEditor({
    extensions,
    content: value as JSONContent,
    // The style element of the editor would need its own nonce; its few rules are in our stylesheet.
    injectCSS: false,
    shouldRerenderOnTransaction: true,
    editorProps: { attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true', spellcheck: 'true' } },
    onUpdate: ({ editor: changed }) => {
      const parsed = richText.safeParse(changed.getJSON());
      if (parsed.success) onChange(parsed.data as RichText);
    },
  });
  useImperativeHandle(
    ref,
    () => ({
      insertVariable: (name) => {
        editor.chain().focus().insertContent({ type: 'variable', attrs: { name } }).run();
      },
    }),
    [editor],
  );
  return (
    <KitEditor editor={editor} labels={richTextTexts.labels}>
      <KitEditor.Toolbar>
        <KitEditor.ControlsGroup>
          <KitEditor.Bold />
          <KitEditor.Italic />
          <KitEditor.Underline />
        </KitEditor.ControlsGroup>
        <KitEditor.ControlsGroup>
          <KitEditor.H2 />
          <KitEditor.H3 />
        </KitEditor.ControlsGroup>
        <KitEditor.ControlsGroup>
          <KitEditor.BulletList />
          <KitEditor.OrderedList />
        </KitEditor.ControlsGroup>
        <KitEditor.ControlsGroup>
          <KitEditor.Undo />
          <KitEditor.Redo />
        </KitEditor.ControlsGroup>
      </KitEditor.Toolbar>
      <KitEditor.Content className={classes['content'] ?? ''} />
    </KitEditor>
  );
}

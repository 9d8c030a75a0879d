import { useState } from 'react';
import type { MessageEdit, PlannedMessage, Preparation, Selection } from '#shared/correspondence/contract.ts';
import { Card } from '#renderer/ui/card.tsx';
import { Group } from '#renderer/ui/layout.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { withoutChanges } from './compose-draft.ts';
import { composeTexts } from './compose.nl.ts';
import { ComposePreview } from './compose-preview.tsx';
import classes from './correspondence.module.css';
import { ExcludedTable } from './excluded-table.tsx';
import { MessageTable } from './message-table.tsx';

type List = 'attention' | 'all' | 'excluded';

/** Who gets what beside what it looks like: first what deserves a look, then everyone, then who gets nothing. */
export function ComposeLists({
  preparation,
  plan,
  onEdit,
  changeEdits,
}: {
  readonly preparation: Preparation;
  readonly plan: { readonly selection: Selection; readonly textId: number; readonly edits: MessageEdit[] };
  readonly onEdit: (edit: MessageEdit) => void;
  readonly changeEdits: (change: (before: MessageEdit[]) => MessageEdit[]) => void;
}) {
  const [chosenList, setChosenList] = useState<List | null>(null);
  const [messageKey, setMessageKey] = useState<string | null>(null);
  const all = preparation.messages.map((message) => asEdited(message, plan.edits));
  const attention = all.filter((message) => message.exceptions.length > 0);
  const list = chosenList ?? (attention.length > 0 ? 'attention' : 'all');
  const messages = list === 'attention' ? attention : all;
  const picked = all.find((message) => message.messageKey === messageKey) ?? messages[0];
  return (
    <>
      <Group>
        <Segmented
          label={composeTexts.lists}
          options={[
            { value: 'attention', label: composeTexts.attention(attention.length) },
            { value: 'all', label: composeTexts.all(all.length) },
            { value: 'excluded', label: composeTexts.excluded(preparation.excluded.length) },
          ]}
          value={list}
          onChange={setChosenList}
        />
      </Group>
      {list === 'excluded' ? (
        <div className={classes['scroll']}>
          <ExcludedTable excluded={preparation.excluded} />
        </div>
      ) : (
        <div className={classes['compose']}>
          <div className={classes['scroll']}>
            <MessageTable
              key={list}
              messages={messages}
              nothing={all.length > 0 ? composeTexts.nothingToCheck : composeTexts.nobodyIncluded}
              pickedKey={picked?.messageKey ?? null}
              onPick={setMessageKey}
              onEdit={onEdit}
            />
          </div>
          <div className={classes['scroll']}>
            <Card title={composeTexts.previewTitle}>
              {picked ? (
                <ComposePreview
                  key={picked.messageKey}
                  plan={plan}
                  message={picked}
                  onEdit={onEdit}
                  onUndo={() => changeEdits((before) => withoutChanges(before, picked.messageKey))}
                />
              ) : (
                <Text muted>{composeTexts.previewHint}</Text>
              )}
            </Card>
          </div>
        </div>
      )}
    </>
  );
}

/** Dropping shows at once; the totals follow when they are computed. */
function asEdited(message: PlannedMessage, edits: readonly MessageEdit[]): PlannedMessage {
  const dropped = edits.some((edit) => edit.messageKey === message.messageKey && edit.drop === true);
  return dropped === message.dropped ? message : { ...message, dropped };
}

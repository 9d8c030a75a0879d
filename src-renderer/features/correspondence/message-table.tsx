import { IconArrowBackUp, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { MessageEdit, PlannedMessage } from '#shared/correspondence/contract.ts';
import { messageTexts } from '#renderer/parts/message.nl.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { HiddenText } from '#renderer/ui/hidden-text.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { composeTexts } from './compose.nl.ts';
import classes from './correspondence.module.css';

const step = 100;

/** Who gets what; what deserves a look stands first. Picking a row shows the message beside it. */
export function MessageTable({
  messages,
  nothing,
  pickedKey,
  onPick,
  onEdit,
}: {
  readonly messages: readonly PlannedMessage[];
  /** Said when the list is empty. */
  readonly nothing: string;
  readonly pickedKey: string | null;
  readonly onPick: (messageKey: string) => void;
  readonly onEdit: (edit: MessageEdit) => void;
}) {
  const [shown, setShown] = useState(step);
  if (messages.length === 0) return <Text muted>{nothing}</Text>;
  const columns: readonly TableColumn<PlannedMessage>[] = [
    {
      id: 'recipient',
      header: composeTexts.recipient,
      cell: (message) => (
        <>
          <button
            type="button"
            className={message.dropped ? `${classes['rowButton']} ${classes['dropped']}` : classes['rowButton']}
            aria-pressed={message.messageKey === pickedKey}
            onClick={() => onPick(message.messageKey)}
          >
            <PersonName>{message.recipientName}</PersonName>
          </button>
          <Text small muted>
            <PersonName>{message.pupils.join(', ') || message.householdName}</PersonName>
          </Text>
        </>
      ),
    },
    { id: 'channel', header: composeTexts.channel, cell: (message) => messageTexts.channels[message.channel] },
    {
      id: 'amount',
      header: composeTexts.amount,
      align: 'right',
      cell: (message) => (message.totalCents === 0 ? '' : <Money cents={message.totalCents} />),
    },
    {
      id: 'attention',
      header: composeTexts.attentionColumn,
      width: '34%',
      cell: (message) => (
        <div className={classes['exceptions']}>
          {message.dropped ? <Badge>{composeTexts.dropped}</Badge> : null}
          {message.exceptions.map(({ sentence }) => (
            <div key={sentence}>{sentence}</div>
          ))}
        </div>
      ),
    },
    {
      id: 'actions',
      header: <HiddenText>{composeTexts.actions}</HiddenText>,
      align: 'right',
      cell: ({ messageKey, dropped, recipientName }) => (
        // A plain button: a tooltip of the kit on each of hundreds of rows makes dropping one slow.
        <button
          type="button"
          className={classes['dropButton']}
          title={dropped ? composeTexts.restore : composeTexts.drop}
          aria-label={`${dropped ? composeTexts.restore : composeTexts.drop}: ${recipientName}`}
          onClick={(event) => {
            event.stopPropagation();
            onEdit({ messageKey, drop: !dropped });
          }}
        >
          {dropped ? <IconArrowBackUp size={16} aria-hidden /> : <IconX size={16} aria-hidden />}
        </button>
      ),
    },
  ];
  return (
    <Stack gap="sm">
      <Table
        label={composeTexts.messages}
        columns={columns}
        rows={messages.slice(0, shown)}
        getKey={(message) => message.messageKey}
        onOpen={(message) => onPick(message.messageKey)}
      />
      {messages.length > shown ? <Button onClick={() => setShown(shown + step)}>{composeTexts.more}</Button> : null}
    </Stack>
  );
}

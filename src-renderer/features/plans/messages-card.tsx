import { useState } from 'react';
import type { PlanPage } from '#shared/plans/shapes.ts';
import { MessageDrawer } from '#renderer/parts/message-drawer.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { formatMoment } from '#renderer/ui/plain-date.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { pageTexts as texts } from './plan-page.nl.ts';
import classes from './plans.module.css';

/** What went out about the plan; nothing when nothing did. */
export function MessagesCard({ plan: { messages } }: { readonly plan: PlanPage }) {
  const [messageId, setMessageId] = useState<number | null>(null);
  if (messages.length === 0) return null;
  return (
    <Card title={texts.messages}>
      <ul className={classes['history']}>
        {messages.map((message) => {
          const what = texts.messageKinds[message.kind];
          return (
            <li key={message.messageId}>
              <TextButton aria-label={texts.openMessage(what)} onClick={() => setMessageId(message.messageId)}>
                {what}
              </TextButton>
              <Text small muted>
                {formatMoment(message.at)} · {texts.messageStatuses[message.status] ?? message.status}
              </Text>
            </li>
          );
        })}
      </ul>
      <MessageDrawer messageId={messageId} onClose={() => setMessageId(null)} />
    </Card>
  );
}

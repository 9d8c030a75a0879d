import { useState } from 'react';
import type { Channel } from '#shared/api/schemas.ts';
import type { MessagePreview as Preview } from '#shared/correspondence/contract.ts';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { MailView } from '#renderer/ui/mail-view.tsx';
import { PdfView } from '#renderer/ui/pdf-view.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { messageTexts } from './message.nl.ts';

/** One message as it will leave: as e-mail and as letter. Opens on the channel it goes by. */
export function MessagePreview({ preview }: { readonly preview: Preview }) {
  const [chosen, setChosen] = useState<Channel | null>(null);
  const channel = chosen ?? preview.channel;
  return (
    <Stack gap="sm">
      <Group>
        <Segmented
          label={messageTexts.emailPreview}
          options={[
            { value: 'email', label: messageTexts.channels.email },
            { value: 'letter', label: messageTexts.channels.letter },
          ]}
          value={channel}
          onChange={setChosen}
        />
      </Group>
      {channel === 'email' ? (
        <>
          <Text small muted>
            {messageTexts.to}: <PersonName>{preview.recipient}</PersonName>
            <br />
            {messageTexts.subject}: {preview.subject}
          </Text>
          <div className="os-name">
            <MailView html={preview.emailHtml} label={messageTexts.emailPreview} />
          </div>
        </>
      ) : (
        <div className="os-name">
          <PdfView contentBase64={preview.pdfBase64} label={messageTexts.letterPreview} />
        </div>
      )}
    </Stack>
  );
}

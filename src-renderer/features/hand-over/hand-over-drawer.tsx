import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FileOut } from '#shared/api/schemas.ts';
import type { HandOver } from '#shared/hand-over/contract.ts';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { downloadFile } from '#renderer/ui/file-content.ts';
import { FileViewer } from '#renderer/ui/file-viewer.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Heading, PersonName, Text } from '#renderer/ui/text.tsx';
import { handOverTexts as texts } from './hand-over.nl.ts';
import { ReferenceForm } from './reference-form.tsx';
import { TakeBackDialog } from './take-back-dialog.tsx';

/** One hand-over: what went, under which number, the files as they are, and the way back. */
export function HandOverDrawer({ handOver, onClose }: { readonly handOver: HandOver; readonly onClose: () => void }) {
  const [isTakingBack, setTakingBack] = useState(false);
  const refused = useRefused();
  const { takenBackOn, takeBackReason } = handOver;
  return (
    <Drawer opened onClose={onClose} title={texts.drawerTitle} size={620}>
      <Stack gap="md">
        <div>
          <Heading level={2}>
            <PersonName>{handOver.payerName}</PersonName>
          </Heading>
          <Link to="/dossiers/$householdId" params={{ householdId: String(handOver.householdId) }}>
            <PersonName>{handOver.householdName}</PersonName>
          </Link>
        </div>
        <Facts
          rows={[
            { name: texts.school, value: handOver.schoolName },
            { name: texts.partner, value: `${handOver.partnerName} (${texts.kinds[handOver.partnerKind]})` },
            { name: texts.handedOn, value: <PlainDate date={handOver.handedOn} /> },
            { name: texts.by, value: handOver.author },
            { name: texts.bills, value: handOver.invoices },
            { name: texts.amount, value: <Money cents={handOver.totalCents} /> },
            { name: texts.openNow, value: <Money cents={handOver.openCents} /> },
            {
              name: texts.takenBack,
              value:
                takenBackOn === null ? null : (
                  <>
                    <PlainDate date={takenBackOn} />: {takeBackReason}
                  </>
                ),
            },
          ]}
        />
        <BundleFiles handOverId={handOver.handOverId} />
        {refused('handOver.setReference') ? null : <ReferenceForm key={handOver.handOverId} handOver={handOver} />}
        {takenBackOn !== null || refused('handOver.takeBack') ? null : (
          <div>
            <Button onClick={() => setTakingBack(true)}>{texts.takeBack}</Button>
          </div>
        )}
        {isTakingBack ? <TakeBackDialog handOver={handOver} onClose={() => setTakingBack(false)} /> : null}
      </Stack>
    </Drawer>
  );
}

function BundleFiles({ handOverId }: { readonly handOverId: number }) {
  const [shown, setShown] = useState<FileOut | null>(null);
  const bundle = useMutation(api.handOver.bundle.mutationOptions());
  const withBundle = (use: (files: { readonly pdf: FileOut; readonly csv: FileOut }) => void) => (): void =>
    bundle.mutate({ handOverId }, { onSuccess: use });
  return (
    <section aria-label={texts.bundle}>
      <Stack gap="xs">
        <Text strong>{texts.bundle}</Text>
        <Group gap="sm">
          <Button onClick={withBundle(({ pdf }) => setShown(pdf))}>{texts.view}</Button>
          <Button onClick={withBundle(({ pdf }) => downloadFile(pdf))}>{texts.savePdf}</Button>
          <Button onClick={withBundle(({ csv }) => downloadFile(csv))}>{texts.saveCsv}</Button>
        </Group>
        <ProblemAlert error={bundle.error} />
        <FileViewer file={shown} onClose={() => setShown(null)} />
      </Stack>
    </section>
  );
}

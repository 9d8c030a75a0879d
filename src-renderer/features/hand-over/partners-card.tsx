import { useMutation } from '@tanstack/react-query';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import type { CollectionPartner } from '#shared/hand-over/contract.ts';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { confirm } from '#renderer/ui/confirm.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { Text } from '#renderer/ui/text.tsx';
import classes from './hand-over.module.css';
import { handOverTexts as texts } from './hand-over.nl.ts';
import { PartnerDialog } from './partner-dialog.tsx';

type Editing = { readonly partner: CollectionPartner | null };

/** Who collects for the school, and what keeps one from getting anything. */
export function PartnersCard({ partners }: { readonly partners: readonly CollectionPartner[] }) {
  const [editing, setEditing] = useState<Editing | null>(null);
  const refused = useRefused();
  const mayEdit = !refused('handOver.savePartner');
  return (
    <Card
      title={texts.partnersTitle}
      actions={mayEdit ? <Button onClick={() => setEditing({ partner: null })}>{texts.addPartner}</Button> : null}
    >
      {partners.length === 0 ? <Text muted>{texts.noPartners}</Text> : null}
      <ul className={classes['partners']}>
        {partners.map((partner) => (
          <li key={partner.partnerId} className={classes['partner']}>
            <PartnerLine partner={partner} />
            {mayEdit ? <PartnerMenu partner={partner} onEdit={() => setEditing({ partner })} /> : null}
          </li>
        ))}
      </ul>
      {editing ? <PartnerDialog partner={editing.partner} onClose={() => setEditing(null)} /> : null}
    </Card>
  );
}

function PartnerLine({ partner: { name, kind, problems } }: { readonly partner: CollectionPartner }) {
  return (
    <div>
      <Text strong>{name}</Text>
      <Text small muted>
        {texts.kinds[kind]}
      </Text>
      {problems.length === 0 ? <Badge tone="success">{texts.ready}</Badge> : null}
      {problems.map((problem) => (
        <Text key={problem} small danger>
          {problem}
        </Text>
      ))}
    </div>
  );
}

function PartnerMenu({ partner, onEdit }: { readonly partner: CollectionPartner; readonly onEdit: () => void }) {
  const { partnerId, name } = partner;
  const remove = useMutation(
    api.handOver.removePartner.mutationOptions({
      onSuccess: () => notifyDone(texts.removed),
      onError: notifyProblem,
    }),
  );
  async function askAndRemove(): Promise<void> {
    const question = { title: texts.removeQuestion(name), body: texts.removeEffect, confirmLabel: texts.remove };
    if (await confirm(question)) remove.mutate({ partnerId });
  }
  return (
    <Menu
      target={
        <IconButton label={texts.actionsOf(name)}>
          <IconDots size={18} />
        </IconButton>
      }
      items={[
        { label: texts.edit, onClick: onEdit },
        { label: texts.remove, onClick: () => void askAndRemove() },
      ]}
    />
  );
}

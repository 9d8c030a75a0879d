import { IconDots, IconFileText, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { TextSummary } from '#shared/correspondence/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { HiddenText } from '#renderer/ui/hidden-text.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { Moment } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { correspondenceTexts } from './correspondence.nl.ts';
import { textsTexts } from './texts.nl.ts';
import { useTextActions } from './use-text-actions.ts';

const facts: readonly TableColumn<TextSummary>[] = [
  {
    id: 'name',
    header: textsTexts.name,
    cell: (text) => (
      <Link to="/teksten/$textId" params={{ textId: String(text.textId) }}>
        {text.name}
      </Link>
    ),
  },
  { id: 'tone', header: textsTexts.tone, cell: (text) => correspondenceTexts.tones[text.tone] },
  {
    id: 'languages',
    header: textsTexts.languages,
    cell: (text) => text.languages.map((language) => correspondenceTexts.languages[language]).join(', '),
  },
  { id: 'origin', header: textsTexts.origin, cell: (text) => (text.shipped ? textsTexts.shipped : textsTexts.own) },
  {
    id: 'state',
    header: textsTexts.state,
    cell: (text) =>
      text.archived ? (
        <Badge>{textsTexts.archived}</Badge>
      ) : text.problems > 0 ? (
        <Badge tone="warning">{textsTexts.problems(text.problems)}</Badge>
      ) : (
        <Badge tone="success">{textsTexts.ready}</Badge>
      ),
  },
  { id: 'updated', header: textsTexts.updated, cell: (text) => <Moment at={text.updatedAt} dayOnly /> },
];

/** Every text, with its languages and whether it can be sent. */
export function TextsScreen() {
  const navigate = useNavigate();
  const [withArchived, setWithArchived] = useState(false);
  const texts = useQuery(api.correspondence.texts.queryOptions({ input: { withArchived } }));
  const actions = useTextActions();
  const openText = (textId: string): void => void navigate({ to: '/teksten/$textId', params: { textId } });
  const columns: readonly TableColumn<TextSummary>[] = [
    ...facts,
    {
      id: 'actions',
      header: <HiddenText>{textsTexts.more}</HiddenText>,
      align: 'right',
      cell: ({ textId, name, archived }) => (
        // The row opens the text; its menu does not.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
        <span onClick={(event) => event.stopPropagation()}>
          <Menu
            target={
              <IconButton label={textsTexts.actions(name)} size="sm">
                <IconDots size={16} aria-hidden />
              </IconButton>
            }
            items={[
              { label: textsTexts.copy, onClick: () => actions.copy(textId) },
              {
                label: archived ? textsTexts.restore : textsTexts.archive,
                onClick: () => actions.setArchived(textId, !archived),
              },
            ]}
          />
        </span>
      ),
    },
  ];
  const create = (
    <Button variant="primary" leftIcon={<IconPlus size={16} aria-hidden />} onClick={() => openText('nieuw')}>
      {textsTexts.create}
    </Button>
  );
  return (
    <Page title={textsTexts.title} subtitle={textsTexts.subtitle} actions={create}>
      <Stack gap="sm">
        <ProblemAlert error={texts.error} onRetry={() => void texts.refetch()} />
        <ProblemAlert error={actions.error} />
        {texts.isPending ? <Loading /> : null}
        {texts.data?.length === 0 ? (
          <EmptyState icon={<IconFileText size={32} stroke={1.4} />} title={textsTexts.emptyTitle} actions={create}>
            {textsTexts.empty}
          </EmptyState>
        ) : null}
        {texts.data && texts.data.length > 0 ? (
          <Table
            label={textsTexts.table}
            columns={columns}
            rows={texts.data}
            getKey={(text) => text.textId}
            onOpen={(text) => openText(String(text.textId))}
          />
        ) : null}
        <Group>
          <Checkbox
            label={textsTexts.showArchived}
            checked={withArchived}
            onChange={(event) => setWithArchived(event.currentTarget.checked)}
          />
        </Group>
      </Stack>
    </Page>
  );
}

import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { User } from '#shared/access/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { accessTexts as texts } from './access.nl.ts';
import { IdleCard } from './idle-card.tsx';
import { UserDialog } from './user-dialog.tsx';

/** Who works with Openstaand and what each may do; a school with one person needs nobody to sign in. */
export function UsersPanel() {
  const users = useQuery(api.access.users.queryOptions());
  const schools = useQuery(api.schools.list.queryOptions());
  const [editing, setEditing] = useState<User | 'new' | null>(null);
  if (users.error) return <ProblemAlert error={users.error} onRetry={() => void users.refetch()} />;
  if (!users.data) return <Loading />;
  const isFirst = users.data.length === 0;
  const schoolName = (schoolId: number | null): string =>
    schools.data?.find(({ id }) => id === schoolId)?.name ?? texts.allSchools;
  const add = (
    <Button leftIcon={<IconPlus size={15} aria-hidden />} onClick={() => setEditing('new')}>
      {texts.addUser}
    </Button>
  );
  return (
    <Stack gap="md">
      {isFirst ? (
        <Alert title={texts.singleTitle} actions={add}>
          {texts.singleText}
        </Alert>
      ) : (
        <>
          <Card title={texts.usersTitle} actions={add}>
            <Stack gap="sm">
              <Text muted>{texts.usersIntro}</Text>
              <Table
                label={texts.userList}
                rows={users.data}
                getKey={({ userId }) => userId}
                columns={[
                  {
                    id: 'name',
                    header: texts.columns.name,
                    cell: (user) => (
                      <TextButton onClick={() => setEditing(user)} aria-label={texts.editUser(user.name)}>
                        {user.name}
                      </TextButton>
                    ),
                  },
                  { id: 'login', header: texts.columns.login, cell: (user) => user.login },
                  {
                    id: 'roles',
                    header: texts.columns.roles,
                    cell: (user) =>
                      user.roles
                        .map(({ role, schoolId }) => texts.roleAt(texts.roles[role], schoolName(schoolId)))
                        .join(', '),
                  },
                  {
                    id: 'state',
                    header: texts.columns.state,
                    cell: (user) => (
                      <Badge tone={user.isActive ? 'success' : 'neutral'}>
                        {user.isActive ? texts.active : texts.inactive}
                      </Badge>
                    ),
                  },
                ]}
              />
            </Stack>
          </Card>
          <IdleCard />
        </>
      )}
      {editing ? (
        <UserDialog user={editing === 'new' ? null : editing} isFirst={isFirst} onClose={() => setEditing(null)} />
      ) : null}
    </Stack>
  );
}

import { useMutation, useQuery } from '@tanstack/react-query';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { role as roleSchema, type Role, type User, type UserRole } from '#shared/access/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { toProblem } from '#renderer/ui/problem.ts';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { accessTexts as texts } from './access.nl.ts';

/** What is wrong with one of these stands beside it. */
const fields = new Set(['name', 'login', 'password']);
const roleOptions = roleSchema.options.map((value) => ({ value, label: texts.roles[value] }));

const newRoles: readonly UserRole[] = [{ role: 'secretary', schoolId: null }];
/** Somebody has to manage, and whoever worked alone until now goes on working. */
const firstRoles: readonly UserRole[] = [
  { role: 'administrator', schoolId: null },
  { role: 'director', schoolId: null },
];

/** Adds somebody, or changes what somebody may do. The first one is an administrator of every school. */
export function UserDialog({
  user,
  isFirst,
  onClose,
}: {
  readonly user: User | null;
  readonly isFirst: boolean;
  readonly onClose: () => void;
}) {
  const schools = useQuery(api.schools.list.queryOptions());
  const [name, setName] = useState(user?.name ?? '');
  const [login, setLogin] = useState(user?.login ?? '');
  const [password, setPassword] = useState('');
  const [isActive, setIsActive] = useState(user?.isActive ?? true);
  const [roles, setRoles] = useState<readonly UserRole[]>(user?.roles ?? (isFirst ? firstRoles : newRoles));
  const save = useMutation(
    api.access.saveUser.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.saved);
        onClose();
      },
    }),
  );
  const problem = save.error ? toProblem(save.error) : null;
  const atField = (field: string): string | null => (problem?.field === field ? problem.sentence : null);
  function submit(): void {
    save.mutate({
      userId: user?.userId ?? null,
      login,
      name,
      roles: [...roles],
      isActive,
      password: password === '' ? null : password,
    });
  }
  function change(index: number, next: Partial<UserRole>): void {
    setRoles(roles.map((given, at) => (at === index ? { ...given, ...next } : given)));
  }
  const schoolOptions = [
    { value: 'all', label: texts.allSchools },
    ...(schools.data ?? []).map(({ id, name: schoolName }) => ({ value: String(id), label: schoolName })),
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      title={user ? texts.editUser(user.name) : texts.newUser}
      onConfirm={submit}
      confirm={{ label: texts.save, loading: save.isPending }}
    >
      <Stack gap="sm">
        <TextInput
          data-autofocus
          label={texts.name}
          description={texts.nameHint}
          required
          maxLength={120}
          value={name}
          error={atField('name')}
          onChange={(event) => setName(event.target.value)}
        />
        <TextInput
          label={texts.login}
          required
          maxLength={60}
          autoComplete="off"
          value={login}
          error={atField('login')}
          onChange={(event) => setLogin(event.target.value)}
        />
        <TextInput
          type="password"
          label={texts.newPassword}
          description={user ? texts.newPasswordHint : texts.firstPasswordHint}
          required={user === null}
          maxLength={200}
          autoComplete="new-password"
          value={password}
          error={atField('password')}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Text strong>{texts.rolesLabel}</Text>
        {roles.map(({ role, schoolId }, index) => (
          // A role has no identity of its own: its place in the list is all there is.
          // oxlint-disable-next-line react/no-array-index-key
          <Group key={index} gap="sm" align="flex-end" wrap="nowrap">
            <Select
              label={texts.role}
              width={190}
              options={roleOptions}
              value={role}
              onChange={(value) => value && change(index, { role: value as Role })}
            />
            <Select
              label={texts.atSchool}
              width={230}
              options={schoolOptions}
              value={schoolId === null ? 'all' : String(schoolId)}
              onChange={(value) =>
                change(index, { schoolId: value === 'all' || value === null ? null : Number(value) })
              }
            />
            {roles.length > 1 ? (
              <IconButton
                label={texts.removeRole(texts.roles[role])}
                onClick={() => setRoles(roles.filter((_, at) => at !== index))}
              >
                <IconTrash size={16} aria-hidden />
              </IconButton>
            ) : null}
          </Group>
        ))}
        <Text muted small>
          {[...new Set(roles.map(({ role }) => role))].map((role) => texts.roleHints[role]).join(' ')}
        </Text>
        <div>
          <Button
            leftIcon={<IconPlus size={15} aria-hidden />}
            onClick={() => setRoles([...roles, { role: 'secretary', schoolId: null }])}
          >
            {texts.addRole}
          </Button>
        </div>
        {user ? (
          <Switch label={texts.active} checked={isActive} onChange={(event) => setIsActive(event.target.checked)} />
        ) : null}
        {fields.has(problem?.field ?? '') ? null : <ProblemAlert error={save.error} />}
      </Stack>
    </Modal>
  );
}

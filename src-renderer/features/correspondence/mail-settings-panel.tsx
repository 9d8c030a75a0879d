import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { mailSettings, type MailSettings } from '#shared/correspondence/mail-settings.ts';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Controller, useZodForm } from '#renderer/ui/form.ts';
import { Group, SimpleGrid, Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { NumberInput } from '#renderer/ui/number-input.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { Text } from '#renderer/ui/text.tsx';
import classes from './correspondence.module.css';
import { mailSettingsTexts } from './mail-settings.nl.ts';
import { TestMailDialog } from './test-mail-dialog.tsx';

const blank: MailSettings = {
  host: '',
  port: 587,
  security: 'starttls',
  user: '',
  senderName: '',
  senderAddress: '',
  replyTo: null,
  messagesPerMinute: 60,
  attachPdf: false,
};
const securityOptions = (['starttls', 'tls', 'none'] as const).map((value) => ({
  value,
  label: mailSettingsTexts.securities[value],
}));

/** Where e-mail leaves through. */
export function MailSettingsPanel() {
  const current = useQuery(api.correspondence.mailSettings.queryOptions());
  if (current.error) return <ProblemAlert error={current.error} onRetry={() => void current.refetch()} />;
  if (!current.data) return <Loading />;
  return (
    <MailSettingsForm
      settings={current.data.settings ?? blank}
      hasPassword={current.data.hasPassword}
      known={current.data.settings !== null}
    />
  );
}

function MailSettingsForm({
  settings,
  hasPassword,
  known,
}: {
  readonly settings: MailSettings;
  readonly hasPassword: boolean;
  readonly known: boolean;
}) {
  const form = useZodForm(mailSettings, settings);
  const { errors, isDirty } = form.formState;
  const [password, setPassword] = useState('');
  const [removing, setRemoving] = useState(false);
  const [testing, setTesting] = useState(false);
  const save = useMutation(
    api.correspondence.saveMailSettings.mutationOptions({
      onSuccess: ({ settings: saved }) => {
        form.reset(saved);
        setPassword('');
        setRemoving(false);
        notifyDone(mailSettingsTexts.saved);
      },
    }),
  );
  const submit = form.handleSubmit((filled) =>
    save.mutate({ settings: filled, ...(removing ? { password: null } : password === '' ? {} : { password }) }),
  );
  const changed = isDirty || password !== '' || removing;
  return (
    <div className={classes['settings']}>
      <Card title={mailSettingsTexts.title}>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Stack gap="sm">
            <Text muted>{mailSettingsTexts.intro}</Text>
            <ProblemAlert error={save.error} />
            <SimpleGrid cols={2} spacing="sm">
              <TextInput
                label={mailSettingsTexts.host}
                placeholder={mailSettingsTexts.hostPlaceholder}
                error={errors.host?.message}
                {...form.register('host')}
              />
              <Controller
                control={form.control}
                name="port"
                render={({ field }) => (
                  <NumberInput
                    label={mailSettingsTexts.port}
                    thousandSeparator=""
                    error={errors.port?.message}
                    {...field}
                    onChange={(value) => field.onChange(Number(value))}
                  />
                )}
              />
              <Controller
                control={form.control}
                name="security"
                render={({ field }) => (
                  <Select
                    label={mailSettingsTexts.security}
                    options={securityOptions}
                    value={field.value}
                    onChange={(value) => value && field.onChange(value)}
                  />
                )}
              />
              <Controller
                control={form.control}
                name="messagesPerMinute"
                render={({ field }) => (
                  <NumberInput
                    label={mailSettingsTexts.perMinute}
                    description={mailSettingsTexts.perMinuteHint}
                    error={errors.messagesPerMinute?.message}
                    {...field}
                    onChange={(value) => field.onChange(Number(value))}
                  />
                )}
              />
              <TextInput label={mailSettingsTexts.user} autoComplete="off" {...form.register('user')} />
              <TextInput
                type="password"
                label={mailSettingsTexts.password}
                description={hasPassword ? mailSettingsTexts.passwordKept : undefined}
                autoComplete="new-password"
                value={password}
                disabled={removing}
                onChange={(event) => setPassword(event.currentTarget.value)}
              />
              <TextInput label={mailSettingsTexts.senderName} {...form.register('senderName')} />
              <TextInput
                type="email"
                label={mailSettingsTexts.senderAddress}
                error={errors.senderAddress?.message}
                {...form.register('senderAddress')}
              />
              <TextInput
                type="email"
                label={mailSettingsTexts.replyTo}
                error={errors.replyTo?.message}
                {...form.register('replyTo', {
                  setValueAs: (value: string | null) => (value === null || value.trim() === '' ? null : value),
                })}
              />
            </SimpleGrid>
            <Checkbox label={mailSettingsTexts.attachPdf} {...form.register('attachPdf')} />
            {hasPassword ? (
              <Checkbox
                label={mailSettingsTexts.removePassword}
                checked={removing}
                onChange={(event) => setRemoving(event.currentTarget.checked)}
              />
            ) : null}
            <Group>
              <Button type="submit" variant="primary" loading={save.isPending} disabled={!changed}>
                {mailSettingsTexts.save}
              </Button>
              <Button disabled={!known || changed} onClick={() => setTesting(true)}>
                {mailSettingsTexts.test}
              </Button>
            </Group>
          </Stack>
        </form>
      </Card>
      <TestMailDialog
        opened={testing}
        onClose={() => setTesting(false)}
        sample={null}
        hint={mailSettingsTexts.testHint}
      />
    </div>
  );
}

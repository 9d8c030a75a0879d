import { lazyRouteComponent } from '@tanstack/react-router';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconUser } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { Menu } from '#renderer/ui/menu.tsx';
import { Tooltip } from '#renderer/ui/tooltip.tsx';
import { api, client } from './api.ts';
import { appTexts } from './app.nl.ts';
import classes from './shell.module.css';
import { takeSession } from './take-session.ts';
import { useIdleLock } from './use-idle-lock.ts';

const PasswordDialog = lazyRouteComponent(() => import('../features/access/password-dialog.tsx'), 'PasswordDialog');

/** Who is at the keyboard; where people sign in, also how to lock, leave or hand over. */
export function UserMenu() {
  const session = useQuery(api.access.session.queryOptions());
  const queryClient = useQueryClient();
  const [changing, setChanging] = useState(false);
  const lock = useMutation(api.access.lock.mutationOptions({ onSuccess: (next) => takeSession(queryClient, next) }));
  const signOut = useMutation(
    api.access.signOut.mutationOptions({ onSuccess: (next) => takeSession(queryClient, next) }),
  );
  useIdleLock(
    session.data?.mode === 'users' && session.data.state === 'signedIn' ? session.data.idleMinutes : null,
    () => lock.mutate({}),
    () =>
      void client.access
        .preferences()
        .catch(() => queryClient.invalidateQueries({ queryKey: api.access.session.key() })),
  );
  const name = session.data?.actor ?? '';
  const icon = <IconUser size={15} stroke={1.6} aria-hidden />;
  if (session.data?.mode !== 'users') {
    return (
      <Tooltip label={appTexts.actor}>
        <span className={classes['actor']}>
          {icon} {name}
        </span>
      </Tooltip>
    );
  }
  return (
    <>
      <Menu
        label={appTexts.userMenu}
        target={
          <button type="button" className={classes['actorButton']}>
            {icon}
            {name}
          </button>
        }
        items={[
          { label: appTexts.lock, onClick: () => lock.mutate({}) },
          { label: appTexts.switchUser, onClick: () => lock.mutate({}) },
          { label: appTexts.changePassword, onClick: () => setChanging(true) },
          null,
          { label: appTexts.signOut, onClick: () => signOut.mutate({}) },
        ]}
      />
      {changing ? (
        <Suspense>
          <PasswordDialog onClose={() => setChanging(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

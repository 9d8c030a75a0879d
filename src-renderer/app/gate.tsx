import { lazyRouteComponent } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { api } from './api.ts';

const SignInPage = lazyRouteComponent(() => import('../features/access/sign-in-page.tsx'), 'SignInPage');

/**
 * Nothing of a screen is drawn before somebody has signed in. Locked, the screen stays where it was, but out of sight and
 * out of reach, so that whoever comes back goes on with what was half written; for somebody else it is drawn anew.
 */
export function Gate({ children }: { readonly children: ReactNode }) {
  const session = useQuery({ ...api.access.session.queryOptions(), staleTime: Number.POSITIVE_INFINITY });
  if (session.error) return <ProblemAlert error={session.error} onRetry={() => void session.refetch()} />;
  if (!session.data) return <Loading />;
  if (session.data.state === 'signedOut') return <SignInPage session={session.data} />;
  const isLocked = session.data.state === 'locked';
  return (
    <>
      {isLocked ? <SignInPage key={session.data.user?.login} session={session.data} /> : null}
      <div key={session.data.user?.userId} hidden={isLocked} inert={isLocked} className="os-gate">
        {children}
      </div>
    </>
  );
}

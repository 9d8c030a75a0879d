import { Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense } from 'react';
import { Loading } from '#renderer/ui/loading.tsx';
import { appTexts } from './app.nl.ts';
import { Gate } from './gate.tsx';
import { LeftRail } from './left-rail.tsx';
import { usePrivacy } from './privacy.ts';
import classes from './shell.module.css';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';

/** The frame around every screen: top bar, rail at the left, the screen, status bar. */
export function Shell() {
  const privacy = usePrivacy();
  const firstStart = useRouterState({ select: (state) => state.location.pathname === '/start' });
  if (firstStart) {
    return (
      <Gate>
        <main className={classes['bare']}>
          <Outlet />
        </main>
      </Gate>
    );
  }
  return (
    <Gate>
      <div className={privacy ? `${classes['shell']} os-privacy` : classes['shell']}>
        <button
          type="button"
          className={classes['skip']}
          onClick={() => document.querySelector<HTMLElement>('#content')?.focus()}
        >
          {appTexts.skipToContent}
        </button>
        <TopBar />
        <LeftRail />
        <main id="content" tabIndex={-1} className={classes['main']}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
        <StatusBar />
      </div>
    </Gate>
  );
}

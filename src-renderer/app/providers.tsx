import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { ORPCError } from '@orpc/client';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import 'dayjs/locale/nl-be';
import type { ReactNode } from 'react';
import { ConfirmHost } from '#renderer/ui/confirm.tsx';
import { styleNonce } from '#renderer/ui/style-nonce.ts';
import { api } from './api.ts';
import { cssVariables, theme } from './theme.ts';

/**
 * Everything is on this computer and every command is quick, so one rule keeps screens true: after any command, what is
 * on the screen is asked again. A mutation with `meta: { quiet: true }` (preferences) changes nothing that is shown.
 */
export const queryClient: QueryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: false, refetchOnWindowFocus: false },
    mutations: { retry: false },
  },
  queryCache: new QueryCache({ onError: askWhoIsThere }),
  mutationCache: new MutationCache({
    onError: askWhoIsThere,
    onSuccess: (_result, _input, _context, mutation) => {
      if (mutation.meta?.['quiet'] !== true) void queryClient.invalidateQueries();
    },
  }),
});

/** A refusal may mean that the screen was locked meanwhile: then the gate has to know. */
function askWhoIsThere(error: unknown): void {
  if (!(error instanceof ORPCError) || error.code !== 'REFUSED') return;
  void queryClient.invalidateQueries({ queryKey: api.access.session.key() });
}

/** What every screen stands on: the kit with its nonce, Dutch dates, dialogs, notices, and the cache of answers. */
export function Providers({ children }: { readonly children: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        getStyleNonce={styleNonce}
        forceColorScheme="light"
      >
        <DatesProvider settings={{ locale: 'nl-be', firstDayOfWeek: 1, weekendDays: [0, 6] }}>
          {children}
          {/* Above a dialog, below an open menu, and as wide as the rail: a notice never lies over what is chosen or confirmed. */}
          <Notifications
            position="bottom-left"
            transitionDuration={0}
            containerWidth={184}
            className="os-notices"
            zIndex={250}
          />
          <ConfirmHost />
        </DatesProvider>
      </MantineProvider>
    </QueryClientProvider>
  );
}

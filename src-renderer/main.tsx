// The kit's rules stand in a layer, so that ours win in whatever order the files arrive.
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/tiptap/styles.layer.css';
import './app/global.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connect } from './app/api.ts';
import { NoTokenPage } from './app/no-token-page.tsx';
import { Providers } from './app/providers.tsx';
import { router } from './app/router.tsx';

async function start(): Promise<void> {
  const element = document.querySelector('#root');
  if (!element) throw new Error('The page has no root element');
  const connected = await connect();
  createRoot(element).render(
    <StrictMode>
      <Providers>{connected ? <RouterProvider router={router} /> : <NoTokenPage />}</Providers>
    </StrictMode>,
  );
}

void start();

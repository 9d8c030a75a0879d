import { createRootRoute } from '@tanstack/react-router';
import { Shell } from './shell.tsx';

/** The frame around every screen. */
export const rootRoute = createRootRoute({ component: Shell });

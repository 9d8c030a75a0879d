import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
/** desktop/ runs in every test run, against a stand-in for the `electron` module that drives Chromium. */
const alias = { electron: join(root, 'test/support/electron-stand-in.ts') };

const browser = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 20_000 } } };

export default defineConfig({
  test: {
    // Two cores: never more workers than cores.
    maxWorkers: 2,
    // Many tests start processes of their own: they share what Node made of the sources with the command line.
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'openstaand') },
    globalSetup: ['test/support/run-folder.ts'],
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          // The files share two processes: nothing in the sources is kept outside a store or a session but what never
          // changes, and loading and warming up everything again for each file took as long as the tests.
          isolate: false,
          include: ['test/**/*.test.ts'],
          setupFiles: ['test/support/same-examples.ts'],
          // The longest needs ten seconds; a machine that does other things as well may take many times that.
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        resolve: { alias },
        test: {
          ...browser,
          name: 'e2e',
          include: ['test/**/*.e2e.ts'],
          exclude: ['test/desktop/**'],
          // Two processes again, which make the demo school once.
          isolate: false,
        },
      },
      {
        resolve: { alias },
        // The shell takes its process over, from the arguments to the end.
        test: { ...browser, name: 'shell', include: ['test/desktop/**/*.e2e.ts'] },
      },
    ],
  },
});

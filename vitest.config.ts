import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
/** desktop/ runs in every test run, against a stand-in for the `electron` module that drives Chromium. */
const alias = { electron: join(root, 'test/support/electron-stand-in.ts') };

export default defineConfig({
  test: {
    // Two cores: never more workers than cores.
    maxWorkers: 2,
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
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          include: ['test/**/*.e2e.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});

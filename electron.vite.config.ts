import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // Bundled, so that the start reads a few files instead of hundreds. Outside stay what is native or brings data files,
      // and fflate, which declares the same names as the bundle.
      externalizeDeps: false,
      rolldownOptions: {
        external: ['better-sqlite3', 'fontkit', 'fflate'],
        input: { desktop: resolve(root, 'src-main/desktop/main.ts'), web: resolve(root, 'src-main/web/main.ts') },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload is one CommonJS file with everything inside.
      externalizeDeps: false,
      rolldownOptions: {
        input: resolve(root, 'src-main/desktop/preload.ts'),
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src-renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir: resolve(root, 'out/renderer'),
      rolldownOptions: {
        input: resolve(root, 'src-renderer/index.html'),
        // "use client" in the component kit means nothing to a bundle without a server.
        checks: { moduleLevelDirective: false },
      },
    },
  },
});

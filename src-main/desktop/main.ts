import { app } from 'electron';
import { Problem } from '#shared/api/problem.ts';
import { startDesktop } from './start.ts';

// SECURITY: every renderer runs in Chromium's sandbox, whatever a window asks for.
app.enableSandbox();

startDesktop(process.argv.slice(1)).catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Problem ? error.sentence : error instanceof Error ? error.stack : String(error)}\n`,
  );
  app.exit(1);
});

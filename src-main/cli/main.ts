import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { appRoot } from '#main/adapters/app-root.ts';

// The sources run as they are. What Node made of them is kept beside the packages, where only who installed them writes:
// a second start takes half the time. Where that folder cannot be written, Node goes on without.
enableCompileCache(join(appRoot, 'node_modules', '.cache', 'openstaand'));
await import('./terminal.ts');

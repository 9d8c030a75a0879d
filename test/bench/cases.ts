import { importInvoicesCase } from './cases/import-invoices.ts';
import { lettersCase } from './cases/letters.ts';
import { mailsCase } from './cases/mails.ts';
import { openItemsCase } from './cases/open-items.ts';
import { startCase } from './cases/start.ts';
import type { BenchCase } from './frame.ts';

/** Everything that `npm run bench` measures. A new case: a file in `cases/`, and its name here. */
export const cases: readonly BenchCase[] = [importInvoicesCase, openItemsCase, lettersCase, mailsCase, startCase];

import { readFileSync, statSync } from 'node:fs';
import { Problem } from '#shared/api/problem.ts';
import type { Context } from '#main/api/context.ts';
import { refuseSize } from './guard.ts';
import { identifyFile, type StagedFile } from './staging.ts';

export type GivenFile = { readonly fileName: string; readonly contentBase64: string } | { readonly path: string };

/**
 * The bytes of a file that was dropped or named. SECURITY: only the terminal, whose user may read the disk anyway, names
 * files by path.
 */
export function takeFile(context: Context, input: GivenFile): StagedFile {
  if (!('path' in input)) {
    refuseSize(Math.floor((input.contentBase64.length * 3) / 4));
    return identifyFile(input.fileName, Buffer.from(input.contentBase64, 'base64'));
  }
  if (!context.mayReadPaths) {
    throw new Problem(
      'REFUSED',
      'Een bestand op schijf aanwijzen kan alleen vanuit de terminal. Kies of sleep het bestand.',
    );
  }
  try {
    refuseSize(statSync(input.path).size);
    return identifyFile(input.path, readFileSync(input.path));
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(
      'NOT_FOUND',
      `Het bestand ${input.path} kan niet gelezen worden. Er is niets ingelezen; kijk de naam na.`,
      'path',
    );
  }
}

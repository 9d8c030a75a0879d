import type { z } from 'zod';
import type { bankStatementContent, finding } from '#shared/bank/file-shapes.ts';
import type { Context } from '#main/api/context.ts';
import { type GivenFile, takeFile } from '#main/imports/given-file.ts';
import { readBankFile } from './read-bank-file.ts';

type ReadResult = {
  readonly ok: boolean;
  readonly format: 'coda' | 'camt053' | 'csv' | null;
  readonly statements: z.infer<typeof bankStatementContent>[];
  readonly warnings: z.infer<typeof finding>[];
  readonly errors: z.infer<typeof finding>[];
};

/** What a bank file says; nothing is stored, and nothing of the store is asked. */
export function readGivenFile(context: Context, input: GivenFile): ReadResult {
  const { format, statements, findings } = readBankFile(takeFile(context, input).bytes);
  const errors = findings.filter(({ level }) => level === 'error');
  return {
    ok: errors.length === 0,
    // What is not recognised has no format of its own.
    format: statements.length > 0 || errors.length === 0 ? format : null,
    statements: statements.map(({ movements, freeText, ...rest }) => ({
      ...rest,
      movements: [...movements],
      freeText: [...freeText],
    })),
    warnings: findings.filter(({ level }) => level === 'warning'),
    errors,
  };
}

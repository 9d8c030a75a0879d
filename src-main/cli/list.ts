import { isContractProcedure } from '@orpc/contract';
import { z } from 'zod';
import { contract } from '#shared/contract.ts';

export type ProcedureListing = { readonly name: string; readonly input: unknown };

/** Every procedure of the contract with its input as JSON schema. */
export function listProcedures(node: unknown = contract, path: readonly string[] = []): ProcedureListing[] {
  if (isContractProcedure(node)) {
    const schema = node['~orpc'].inputSchema;
    const input = schema instanceof z.ZodType ? z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) : null;
    return [{ name: path.join('.'), input }];
  }
  return Object.entries(node as Record<string, unknown>).flatMap(([key, child]) =>
    listProcedures(child, [...path, key]),
  );
}

import { isContractProcedure } from '@orpc/contract';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '#shared/contract.ts';

type Schema = {
  readonly type?: string;
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
};

/** Every place of an input where a text, list or number has no largest size. */
function withoutLimit(schema: Schema, at: string): string[] {
  const unlimited =
    schema.enum === undefined &&
    schema.const === undefined &&
    ((schema.type === 'string' && schema.maxLength === undefined) ||
      (schema.type === 'array' && schema.maxItems === undefined) ||
      (schema.type === 'integer' && schema.maximum === undefined));
  return [
    ...(unlimited ? [at] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, field]) => withoutLimit(field, `${at}.${key}`)),
    ...(schema.items ? withoutLimit(schema.items, `${at}[]`) : []),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((choice) => withoutLimit(choice, at)),
  ];
}

function inputs(node: unknown, path: readonly string[] = []): (readonly [name: string, schema: Schema])[] {
  if (isContractProcedure(node)) {
    const schema = node['~orpc'].inputSchema;
    if (!(schema instanceof z.ZodType)) return [];
    return [
      [path.join('.'), z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema],
    ];
  }
  return Object.entries(node as Record<string, unknown>).flatMap(([key, child]) => inputs(child, [...path, key]));
}

it('takes nothing in of any length: every text, list and number of an input has its limit', () => {
  const all = inputs(contract);
  expect(all.length).toBeGreaterThan(40);
  expect(all.flatMap(([name, schema]) => withoutLimit(schema, name))).toEqual([]);
});

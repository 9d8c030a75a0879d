import { isProcedure } from '@orpc/server';
import { expect, it } from 'vitest';
import { router } from '#main/api/router.ts';
import { listProcedures } from '#main/cli/list.ts';
import { procedureOf } from './transport.ts';

it('implements every procedure of the contract, and nothing beside it', () => {
  const promised = listProcedures().map(({ name }) => name);
  expect(promised.filter((name) => !isProcedure(procedureOf(router, name)))).toEqual([]);
  const implemented = Object.entries(router).flatMap(([domain, handlers]) =>
    Object.keys(handlers).map((name) => `${domain}.${name}`),
  );
  expect(implemented.filter((name) => !promised.includes(name))).toEqual([]);
});

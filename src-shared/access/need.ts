import type { contract } from '../contract.ts';
import type { Right } from './roles.ts';

/** `anyone`: also when nobody is signed in. `self`: whoever is signed in, whatever the role. */
export type Need = Right | 'anyone' | 'self';

type Contract = typeof contract;

/** What every procedure of these domains asks for. */
export type NeedsOf<Domains extends keyof Contract> = {
  readonly [Domain in Domains]: Readonly<Record<keyof Contract[Domain], Need>>;
};

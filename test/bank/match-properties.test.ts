import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeMatches } from '#shared/bank/match/propose-matches.ts';
import { type KnownHousehold, knowing, line, ogm } from './matching.ts';

const ibans = ['BE62510007547061', 'BE68539007547034', 'BE43068999999501'];
const names = ['Abeel', 'Peeters', 'De Smet'];
const amounts = fc.constantFrom(1000, 2500, 3500, 4500, 8000, 12_500, 12_501);

const households: fc.Arbitrary<KnownHousehold[]> = fc
  .array(
    fc.record({
      lastName: fc.constantFrom(...names),
      claims: fc.array(fc.record({ openCents: fc.oneof(amounts, fc.constantFrom(0, -500)), split: fc.boolean() }), {
        maxLength: 6,
      }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((drawn) =>
    drawn.map(({ lastName, claims }, index) => {
      const id = index + 1;
      const [one, other] = [id * 10 + 1, id * 10 + 2];
      return {
        id,
        payers: [
          { id: one, firstName: 'An', lastName },
          { id: other, firstName: 'Tom', lastName: 'Anders' },
        ],
        claims: claims.map(({ openCents, split }, place) => ({
          id: id * 100 + place,
          openCents,
          dueDate: `2026-0${1 + (place % 3)}-15`,
          ...(split && openCents > 0
            ? { shares: { [one]: Math.floor(openCents / 2), [other]: Math.ceil(openCents / 2) } }
            : {}),
        })),
      };
    }),
  );

const movements = fc.array(
  fc.record({
    amountCents: fc.oneof(amounts, fc.integer({ min: 1, max: 20_000 })),
    invoiceId: fc.option(fc.integer({ min: 100, max: 505 })),
    source: fc.constantFrom('structured', 'reconstituted', 'text'),
    payerReference: fc.option(fc.constantFrom('900000000005', '900000000102')),
    iban: fc.option(fc.constantFrom(...ibans)),
    name: fc.option(fc.constantFrom('AN ABEEL', 'FAM PEETERS', 'TOM ANDERS', 'DE SMET AN', 'OCMW')),
    communication: fc.constantFrom('', 'Noor Abeel', `${ogm(100)} ${ogm(101)}`),
  }),
  { maxLength: 12 },
);

describe('whatever lines come in', () => {
  it('no claim gets more than is open, no line loses a cent, and the order of the lines does not matter', () => {
    fc.assert(
      fc.property(households, movements, fc.integer(), (known, drawn, seed) => {
        const knowledge = knowing({
          households: known,
          payerReferences: { '900000000005': 11, '900000000102': 21 },
          accounts: { [ibans[0] ?? '']: [{ payerId: 11 }], [ibans[1] ?? '']: [{ payerId: 11 }, { payerId: 21 }] },
        });
        const lines = drawn.map((one, index) =>
          line(index + 1, one.amountCents, {
            structuredReference: one.payerReference ?? (one.invoiceId === null ? null : ogm(one.invoiceId)),
            referenceSource: one.source,
            counterpartyAccount: one.iban,
            counterpartyName: one.name,
            communication: one.communication,
          }),
        );
        const matches = proposeMatches(lines, knowledge);
        const given = new Map<number, number>();
        for (const one of lines) {
          const proposal = matches.get(one.id)?.proposal;
          if (!proposal) continue;
          const sum = proposal.allocations.reduce((total, part) => total + part.amountCents, 0);
          expect(sum + proposal.creditCents).toBe(one.movement.amountCents);
          expect(proposal.creditCents).toBeGreaterThanOrEqual(0);
          for (const { invoiceId, amountCents, openCents } of proposal.allocations) {
            expect(amountCents).toBeGreaterThan(0);
            expect(amountCents).toBeLessThanOrEqual(openCents);
            given.set(invoiceId, (given.get(invoiceId) ?? 0) + amountCents);
          }
          expect(new Set(proposal.allocations.map(({ invoiceId }) => invoiceId)).size).toBe(
            proposal.allocations.length,
          );
        }
        const claims = known.flatMap(({ claims: own }) => own ?? []);
        for (const [invoiceId, cents] of given)
          expect(cents).toBeLessThanOrEqual(claims.find(({ id }) => id === invoiceId)?.openCents ?? 0);
        const shuffled = lines.toSorted((a, b) => ((a.id * 7919 + seed) % 13) - ((b.id * 7919 + seed) % 13));
        expect([...proposeMatches(shuffled, knowledge)].toSorted(([a], [b]) => a - b)).toEqual(
          [...matches].toSorted(([a], [b]) => a - b),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('a proposal is marked anew when what it stands on changes, and only then', () => {
    const mark = (openCents: number, amountCents = 8000): string | undefined => {
      const knowledge = knowing({ households: [{ id: 1, claims: [{ id: 1, openCents }] }] });
      const match = proposeMatches([line(1, amountCents, { structuredReference: ogm(1) })], knowledge).get(1);
      return match?.proposal.fingerprint;
    };
    expect(mark(8000)).toBe(mark(8000));
    expect(mark(9000)).not.toBe(mark(8000));
    expect(mark(7000)).not.toBe(mark(8000));
    expect(mark(8000, 7999)).not.toBe(mark(8000));
  });
});

import type { KnownHousehold } from './propose-households.ts';
import { householdKey, type PlannedPayer, type PupilKnowledge, type StoredPupil } from './pupil-plan.ts';

/** Who is in which household while the file is decided, the payers that it adds included. */
export class HouseholdBook {
  readonly #payers = new Map<string, PlannedPayer[]>();
  readonly #byId = new Map<number, PlannedPayer>();
  readonly #liable = new Map<number, { readonly payerId: number; readonly kind: string }[]>();
  readonly #names = new Map<number, string>();
  readonly #known: KnownHousehold[];

  constructor(knowledge: PupilKnowledge) {
    for (const { id, householdId, removed, ...values } of knowledge.payers) {
      const payer: PlannedPayer = { id, householdKey: householdKey(householdId), removed, values, decided: new Set() };
      this.#byId.set(id, payer);
      this.add(payer);
    }
    for (const { pupilId, payerId, kind } of knowledge.liabilities) {
      const list = this.#liable.get(pupilId) ?? [];
      list.push({ payerId, kind });
      this.#liable.set(pupilId, list);
    }
    const pupils = new Map<number, StoredPupil[]>();
    for (const same of knowledge.pupils.byName.values()) {
      for (const pupil of same) {
        const list = pupils.get(pupil.householdId) ?? [];
        list.push(pupil);
        pupils.set(pupil.householdId, list);
      }
    }
    for (const { id, name } of knowledge.households) this.#names.set(id, name);
    this.#known = knowledge.households.map(({ id, name }) => ({
      id,
      name,
      pupils: pupils.get(id) ?? [],
      payers: this.of(householdKey(id))
        .filter(({ removed }) => !removed)
        .map(({ values }) => values),
    }));
  }

  known(): readonly KnownHousehold[] {
    return this.#known;
  }

  name(householdId: number): string {
    return this.#names.get(householdId) ?? '';
  }

  of(key: string): readonly PlannedPayer[] {
    return this.#payers.get(key) ?? [];
  }

  add(payer: PlannedPayer): void {
    const list = this.#payers.get(payer.householdKey) ?? [];
    list.push(payer);
    this.#payers.set(payer.householdKey, list);
  }

  liabilitiesOf(pupilId: number): readonly { readonly payerId: number; readonly kind: string }[] {
    return this.#liable.get(pupilId) ?? [];
  }

  /** The payers of the household, and those who owe for the pupil from another one. */
  candidates(key: string, pupilId: number): readonly PlannedPayer[] {
    const own = this.of(key);
    const elsewhere = this.liabilitiesOf(pupilId)
      .map(({ payerId }) => this.#byId.get(payerId))
      .filter((payer) => payer !== undefined && !own.includes(payer)) as PlannedPayer[];
    return [...own, ...elsewhere];
  }
}

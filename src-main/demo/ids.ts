import type { DemoGroup } from '#shared/demo/group.ts';
import { ensureBillingGroup, ensureSite, insertSchool } from '#main/schools/queries.ts';
import type { Store } from '#main/store/store.ts';

/** From the ids of the group to those of the store. */
export type Ids = {
  readonly school: (id: number) => number;
  readonly site: (schoolId: number, name: string | null) => number | null;
  readonly billingGroup: (schoolId: number, name: string) => number;
  readonly household: (id: number) => number;
  readonly pupil: (id: number) => number;
  readonly payer: (id: number) => number;
  readonly thirdPartyPayer: (id: number) => number;
  readonly invoice: (id: number) => number;
};

/** Writes the schools with their sites and billing groups, and gives everything else an id after those in use. */
export function makeIds(store: Store, group: DemoGroup, createdAt: string): Ids {
  const schools = new Map(group.schools.map((school) => [school.id, insertSchool(store, school.details, createdAt)]));
  const school = (id: number): number => known(schools.get(id));
  const sites = new Map<string, number>();
  for (const { id, sites: names } of group.schools) {
    for (const name of names) sites.set(`${id}/${name}`, ensureSite(store, school(id), name));
  }
  const billingGroups = new Map<string, number>();
  for (const { schoolId, billingGroup } of group.invoices) {
    const key = `${schoolId}/${billingGroup}`;
    if (!billingGroups.has(key)) {
      billingGroups.set(key, ensureBillingGroup(store, school(schoolId), billingGroup));
    }
  }
  return {
    school,
    site: (schoolId, name) => (name === null ? null : known(sites.get(`${schoolId}/${name}`))),
    billingGroup: (schoolId, name) => known(billingGroups.get(`${schoolId}/${name}`)),
    household: after(store, 'households'),
    pupil: after(store, 'pupils'),
    payer: after(store, 'payers'),
    thirdPartyPayer: after(store, 'third_party_payers'),
    invoice: after(store, 'invoices'),
  };
}

function known(id: number | undefined): number {
  if (id === undefined) throw new Error('The demo refers to something it does not have');
  return id;
}

function after(store: Store, table: string): (id: number) => number {
  const last = store.sql.prepare(`SELECT coalesce(max(id), 0) FROM ${table}`).pluck().get() as number;
  return (id) => last + id;
}

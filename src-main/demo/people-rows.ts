import type { DemoAddress, DemoGroup } from '#shared/demo/group.ts';
import type { Store } from '#main/store/store.ts';
import { type FillOptions, momentOn } from './fill-options.ts';
import type { Ids } from './ids.ts';

export function writePeople(store: Store, group: DemoGroup, ids: Ids, options: FillOptions, count: () => void): void {
  const thirdParty = store.sql.prepare(
    `INSERT INTO third_party_payers (id, name, contact_name, email, phone, channel, street, postal_code, city)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const { id, name, contactName, email, phone, channel, address } of group.thirdPartyPayers) {
    thirdParty.run(
      ids.thirdPartyPayer(id),
      name,
      contactName,
      email,
      phone,
      channel,
      streetLine(address),
      address.postalCode,
      address.city,
    );
  }
  const household = store.sql.prepare('INSERT INTO households (id, name, created_at) VALUES (?, ?, ?)');
  for (const { id, name } of group.households) {
    household.run(ids.household(id), name, options.createdAt);
    count();
  }
  const payer = store.sql.prepare(
    `INSERT INTO payers (id, household_id, relation, first_name, last_name, language, salutation, email,
       email_bounced_at, phone, channel, street, postal_code, city, third_party_payer_id, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const person of group.payers) {
    payer.run(
      ids.payer(person.id),
      ids.household(person.householdId),
      person.relation,
      person.firstName,
      person.lastName,
      person.language,
      person.salutation,
      person.email,
      person.emailBouncedOn === null ? null : momentOn(person.emailBouncedOn),
      person.phone,
      person.channel,
      streetLine(person.address),
      person.address.postalCode,
      person.address.city,
      person.thirdPartyPayerId === null ? null : ids.thirdPartyPayer(person.thirdPartyPayerId),
      options.createdAt,
    );
    count();
  }
  const pupil = store.sql.prepare(
    `INSERT INTO pupils (id, school_id, household_id, site_id, student_number, first_name, last_name, birth_date,
       class_name, left_on, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const child of group.pupils) {
    pupil.run(
      ids.pupil(child.id),
      ids.school(child.schoolId),
      ids.household(child.householdId),
      ids.site(child.schoolId, child.site),
      child.studentNumber,
      child.firstName,
      child.lastName,
      child.birthDate,
      child.className,
      child.leftOn,
      options.createdAt,
    );
    count();
  }
  const liability = store.sql.prepare(
    `INSERT INTO liabilities (school_id, pupil_id, payer_id, kind, share_bp)
     SELECT school_id, id, ?, ?, ? FROM pupils WHERE id = ?`,
  );
  for (const { pupilId, payerId, kind, shareBp } of group.liabilities) {
    liability.run(ids.payer(payerId), kind, shareBp, ids.pupil(pupilId));
  }
}

function streetLine({ street, houseNumber, box }: DemoAddress): string {
  return `${street} ${houseNumber}${box === '' ? '' : ` bus ${box}`}`;
}

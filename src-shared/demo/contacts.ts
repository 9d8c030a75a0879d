import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import type { DemoPayer } from './group.ts';
import { asciiName, fatherNames, motherNames } from './names.ts';
import { makeDeck, type Random, times } from './random.ts';

/** How a payer can be reached: by mail, by choice on paper, at an address that bounces, or without any address. */
export type Reach = 'email' | 'letter' | 'bounced' | 'none';

export type Role = 'mother' | 'father' | 'guardian';

/** The part of a payer that is about the person and how to reach them. */
export type Contact = Pick<DemoPayer, 'firstName' | 'salutation' | 'email' | 'emailBouncedOn' | 'phone' | 'channel'>;

export type ContactMaker = (role: Role, lastName: string, fixed: { firstName?: string; reach?: Reach }) => Contact;

const salutations = { mother: 'madam', father: 'sir', guardian: 'neutral' } as const;

/** Makes contacts one after the other; no two share an e-mail address. One in twenty bounces, two in twenty have none. */
export function makeContacts(random: Random, asOf: PlainDate): ContactMaker {
  const reaches = makeDeck<Reach>(random, [...times(16, 'email'), ...times(2, 'none'), 'letter', 'bounced']);
  const takenMailboxes = new Set<string>();

  const mailbox = (firstName: string, lastName: string): string => {
    const wanted = `${asciiName(firstName)}.${asciiName(lastName)}`;
    let free = wanted;
    for (let suffix = 2; takenMailboxes.has(free); suffix += 1) free = `${wanted}${suffix}`;
    takenMailboxes.add(free);
    return `${free}@voorbeeld.example`;
  };

  return (role, lastName, fixed) => {
    const names =
      role === 'guardian' ? [...motherNames, ...fatherNames] : role === 'mother' ? motherNames : fatherNames;
    const firstName = fixed.firstName ?? random.pick(names);
    const reach = fixed.reach ?? reaches();
    return {
      firstName,
      salutation: salutations[role],
      email: reach === 'none' ? null : mailbox(firstName, lastName),
      emailBouncedOn: reach === 'bounced' ? addDays(asOf, -random.between(3, 200)) : null,
      // Mobile numbers that start with 0400 are not in use in Belgium.
      phone: random.chance(0.93) ? mobileNumber(random) : null,
      channel: reach === 'letter' || (reach === 'none' && random.chance(0.5)) ? 'letter' : 'email',
    };
  };
}

function mobileNumber(random: Random): string {
  const pair = (): string => String(random.between(0, 99)).padStart(2, '0');
  return `0400 ${pair()} ${pair()} ${pair()}`;
}

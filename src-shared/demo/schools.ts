import { asciiName, familyNames, places, streetNames } from './names.ts';
import type { DemoSchool } from './group.ts';

/** The board of the demo, on every letter. */
export const demoBoardName = 'Scholengroep De Boomgaard (verzonnen)';

/** Years a pupil spends in each kind of school: three of kindergarten and six of primary, or two of middle school. */
export const gradesOf = { primary: 9, secondary: 2 } as const;

const sitesOfPrimary = ['Kerkpad', 'Molenveld'] as const;
const parallelClasses = 'ABCDE';

/**
 * The schools of the group: primary and middle schools in turn, each two of them neighbours with families in both. The
 * first pair is De Wilg and De Linde. Account and KBO numbers have valid check digits but ranges nobody uses.
 */
export function makeSchools(count: number): DemoSchool[] {
  return Array.from({ length: count }, (_, index) => makeSchool(index));
}

function makeSchool(index: number): DemoSchool {
  const primary = index % 2 === 0;
  const tree = treeOf(index);
  const name = `${primary ? 'Basisschool' : 'Middenschool'} De ${tree}`;
  const place = places[Math.floor(index / 2) % places.length] ?? { postalCode: '9999', city: 'Wilgenbeke' };
  const mailbox = asciiName(tree) + (index < familyNames.length ? '' : String(index));
  const line = String(index + 1).padStart(2, '0');
  return {
    id: index + 1,
    details: {
      name,
      boardName: demoBoardName,
      level: primary ? 'primary' : 'secondary',
      enterpriseNumber: demoEnterpriseNumber(index + 1),
      iban: demoIban(index + 1),
      bic: null,
      accountHolder: name,
      street: `${streetNames[index % streetNames.length] ?? 'Voorbeeldlaan'} ${index + 1}`,
      postalCode: place.postalCode,
      city: place.city,
      phone: `09 000 00 ${line}`,
      email: `info.${mailbox}@voorbeeld.example`,
      contactName: primary ? 'Martine Voorbeeld' : 'Marc Voorbeeld',
      contactPhone: `09 000 10 ${line}`,
      contactEmail: `rekeningen.${mailbox}@voorbeeld.example`,
      paymentTermDays: 14,
      addressWindow: 'right',
    },
    sites: primary ? sitesOfPrimary : [],
  };
}

function treeOf(index: number): string {
  const firstPair = ['Wilg', 'Linde'][index];
  if (firstPair) return firstPair;
  const others = familyNames.filter((name) => name !== 'Wilg' && name !== 'Linde' && !name.includes(' '));
  const round = Math.floor((index - 2) / others.length);
  return `${others[(index - 2) % others.length] ?? 'Boom'}${round > 0 ? ` ${round + 1}` : ''}`;
}

/** Class and site of a grade: `K3A`, `4B`, `1C`. Each site of a primary school has one class of every grade. */
export function classOf(
  school: DemoSchool,
  grade: number,
  parallel: number,
): { readonly className: string; readonly site: string | null } {
  if (school.details.level === 'secondary') {
    return { className: `${grade + 1}${parallelClasses[parallel % 5] ?? 'A'}`, site: null };
  }
  const siteIndex = parallel % sitesOfPrimary.length;
  const year = grade < 3 ? `K${grade + 1}` : String(grade - 2);
  return { className: `${year}${siteIndex === 0 ? 'A' : 'B'}`, site: sitesOfPrimary[siteIndex] ?? null };
}

/** A Belgian account number at bank 999, which does not exist: `BE49 9990 0000 0171` for the first school. */
function demoIban(running: number): string {
  const base = `999${String(running).padStart(7, '0')}`;
  const account = base + twoDigits(Number(BigInt(base) % 97n) || 97);
  // B = 11, E = 14, and 00 in the place of the check digits.
  const check = 98 - Number(BigInt(`${account}111400`) % 97n);
  return `BE${twoDigits(check)}${account}`;
}

/** A KBO number far below the ones in use; the last two digits are 97 minus the first eight modulo 97. */
function demoEnterpriseNumber(running: number): string {
  const base = String(running).padStart(8, '0');
  const digits = base + twoDigits(97 - (running % 97));
  return `${digits.slice(0, 4)}.${digits.slice(4, 7)}.${digits.slice(7)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

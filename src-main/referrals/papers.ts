import { createHash } from 'node:crypto';
import { Problem } from '#shared/api/problem.ts';
import type { FileOut, Language } from '#shared/api/schemas.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { ReferralPartner, Shareable } from '#shared/referrals/contract.ts';
import { referralWords } from '#shared/referrals/page-words.ts';
import { shareableWords } from '#shared/referrals/shareable-words.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { payerById } from '#main/people/payer-rows.ts';
import { type ReportSection, reportPdf } from '#main/reports/report-pdf.ts';
import { findSchool } from '#main/schools/queries.ts';
import { statement } from '#main/store/statement.ts';
import { partnerById } from './partners.ts';
import { permittedToday, referralById } from './referrals.ts';
import { openOfPayer, plansOfPayer } from './shared-facts.ts';

/** A page for a parent: who can help, with what, and what to bring. No amounts, and no name of a child. */
export function helpPage(
  context: Context,
  asked: {
    readonly referralPartnerIds: readonly number[];
    readonly schoolId: number;
    readonly language: Language;
  },
): FileOut {
  const words = referralWords[asked.language];
  const school = findSchool(context.store, asked.schoolId);
  if (!school) throw new Problem('NOT_FOUND', 'Deze school bestaat niet.', 'schoolId');
  const partners = asked.referralPartnerIds.map((id) => partnerById(context, id));
  const sections: ReportSection[] = [
    { paragraphs: words.intro },
    ...partners.map((partner) => partnerSection(partner, asked.language)),
    {
      heading: school.name,
      paragraphs: [words.free],
      facts: contactFacts(
        words,
        school.contactName,
        school.contactPhone ?? school.phone,
        school.contactEmail ?? school.email,
      ),
    },
  ];
  const bytes = reportPdf({
    title: words.title,
    author: school.name,
    madeOn: context.clock.today(),
    language: asked.language,
    sections,
  });
  return file('wie-kan-helpen.pdf', bytes);
}

function partnerSection(partner: ReferralPartner, language: Language): ReportSection {
  const words = referralWords[language];
  const facts: readonly (readonly [string, string | null])[] = [
    [words.offers, partner.offers],
    [words.needs, partner.needs],
    [words.contact, partner.contactName],
    [words.phone, partner.phone],
    [words.email, partner.email],
    [words.website, partner.website],
    [words.address, partner.address],
  ];
  return { heading: partner.name, facts: known(facts) };
}

function contactFacts(
  words: (typeof referralWords)['nl'],
  name: string | null,
  phone: string | null,
  email: string | null,
): (readonly [string, string])[] {
  return known([
    [words.contact, name],
    [words.phone, phone],
    [words.email, email],
  ]);
}

function known(facts: readonly (readonly [string, string | null])[]): (readonly [string, string])[] {
  return facts.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value] as const]));
}

/** The form on which a parent gives permission: to whom, what, why, until when. */
export function permissionForm(
  context: Context,
  { referralId, what }: { readonly referralId: number; readonly what: readonly Shareable[] },
): FileOut {
  const referral = referralById(context, referralId);
  const { language } = payerById(context.store, referral.payerId);
  const { permission } = referralWords[language];
  const bytes = reportPdf({
    title: permission.title,
    author: schoolNames(context, referral.householdId),
    madeOn: context.clock.today(),
    language,
    sections: [
      {
        facts: [
          [permission.who, referral.payerName],
          [permission.to, referral.partnerName],
        ],
      },
      { paragraphs: [permission.what, ...what.map((one) => `•  ${shareableWords[language][one]}`)] },
      { paragraphs: [permission.why(referral.partnerName), ...permission.rules] },
      { paragraphs: [permission.sign, '', '', ''] },
    ],
  });
  return file('toestemming.pdf', bytes);
}

/** What the permission covers and nothing else, for the partner; refused without it. What left and when is kept. */
export function shareReferral(context: Context, referralId: number): FileOut {
  return runCommand(context, () => {
    const { store, clock } = context;
    const referral = referralById(context, referralId);
    const permitted = permittedToday(referral);
    if (permitted.length === 0) {
      throw new Problem(
        'REFUSED',
        'Er is geen geldige schriftelijke toestemming. Er is niets doorgegeven; laat de ouder eerst het formulier tekenen.',
      );
    }
    const bytes = reportPdf({
      title: `Gegevens voor ${referral.partnerName}`,
      author: schoolNames(context, referral.householdId),
      madeOn: clock.today(),
      sections: [
        { paragraphs: [`Doorgegeven met schriftelijke toestemming van ${referral.permissionOn ?? ''}.`] },
        { facts: permitted.flatMap((what) => sharedFact(context, referral.payerId, what)) },
      ],
    });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    statement(store, 'UPDATE referrals SET shared_on = ?, shared_sha256 = ? WHERE id = ?').run(
      clock.today(),
      sha256,
      referralId,
    );
    return {
      result: file('gegevens.pdf', bytes),
      audit: {
        command: 'referrals.share',
        householdId: referral.householdId,
        detail: { referralId, what: permitted, sha256 },
      },
    };
  });
}

function sharedFact(context: Context, payerId: number, what: Shareable): (readonly [string, string])[] {
  const payer = payerById(context.store, payerId);
  switch (what) {
    case 'name':
      return [['Naam', `${payer.firstName} ${payer.lastName}`.trim()]];
    case 'phone':
      return payer.phone === null ? [] : [['Telefoon', payer.phone]];
    case 'email':
      return payer.email === null ? [] : [['E-mail', payer.email]];
    case 'address':
      return [['Adres', `${payer.street}, ${payer.postalCode} ${payer.city}`]];
    case 'openAmount':
      return openOfPayer(context, payerId).map(
        ({ schoolName, openCents }) => [schoolName, formatCents(openCents)] as const,
      );
    case 'plan':
      return plansOfPayer(context, payerId).map((sentence) => ['Afspraak', sentence] as const);
  }
}

function schoolNames({ store }: Context, householdId: number): string {
  const names = statement(
    store,
    'SELECT DISTINCT s.name FROM pupils p JOIN schools s ON s.id = p.school_id WHERE p.household_id = ? ORDER BY s.name',
  )
    .pluck()
    .all(householdId) as string[];
  return names.join(', ');
}

function file(fileName: string, bytes: Buffer): FileOut {
  return { fileName, mediaType: 'application/pdf', contentBase64: bytes.toString('base64') };
}

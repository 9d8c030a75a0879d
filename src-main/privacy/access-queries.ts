import { schoolsOf, schoolsParameter } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import { maySeeSocialNotes } from '#main/dossier/social-notes.ts';
import { othersInHousehold, type Person } from './person.ts';

type Row = Readonly<Record<string, string | number | null>>;
/** A chapter of the report: a title, a remark, and rows whose keys are the heads of the columns. */
export type Chapter = { readonly title: string; readonly remark?: string; readonly rows: readonly Row[] };

/** Everything that is kept about a person, and nothing about another one. Dutch titles and heads; dates as ISO, amounts in cents under a head that ends in "(cent)". */
export function chaptersOf(context: Context, person: Person, withSocialNotes: boolean): Chapter[] {
  const all = asker(context, person);
  const chapters = person.payerId === null ? pupilChapters(all) : payerChapters(all);
  return [...chapters, ...householdChapters(context, person, withSocialNotes, all)].filter(
    ({ rows, remark }) => rows.length > 0 || remark !== undefined,
  );
}

type Ask = (sql: string) => Row[];

function asker(context: Context, person: Person): Ask {
  const { payerId, pupilId, householdId } = person;
  const given = { payerId, pupilId, householdId, schools: schoolsParameter(schoolsOf(context)) };
  return (sql) => {
    const prepared = statement(context.store, sql);
    const used = Object.fromEntries(Object.entries(given).filter(([name]) => sql.includes(`@${name}`)));
    return prepared.all(used) as Row[];
  };
}

const ours = (school: string): string => `(@schools IS NULL OR ${school} IN (SELECT value FROM json_each(@schools)))`;

function payerChapters(all: Ask): Chapter[] {
  return [
    {
      title: 'Wie u bent',
      rows: all(`SELECT relation AS "Relatie", first_name AS "Voornaam", last_name AS "Naam", language AS "Taal", email AS "E-mail",
        phone AS "Telefoon", channel AS "Kanaal", street AS "Straat", postal_code AS "Postcode", city AS "Gemeente", country AS "Land"
        FROM payers WHERE id = @payerId`),
    },
    {
      title: 'Rekeningen waarvan u betaalde',
      rows: all('SELECT iban AS "Rekening" FROM payer_accounts WHERE payer_id = @payerId'),
    },
    {
      title: 'Voor wie u betaalt',
      rows: all(`SELECT s.name AS "School", trim(p.first_name || ' ' || p.last_name) AS "Leerling", iif(l.kind = 'joint', 'hoofdelijk', 'gesplitst') AS "Hoe",
        iif(l.kind = 'joint', '', (l.share_bp / 100.0) || ' %') AS "Aandeel", nullif(l.from_date, '0001-01-01') AS "Vanaf", l.until_date AS "Tot en met"
        FROM liabilities l JOIN pupils p ON p.id = l.pupil_id JOIN schools s ON s.id = l.school_id
        WHERE l.payer_id = @payerId AND ${ours('l.school_id')} ORDER BY s.name, p.id, l.from_date`),
    },
    {
      title: 'Facturen waarvoor u instaat',
      rows: all(`SELECT i.number AS "Factuur", s.name AS "School", i.issue_date AS "Datum", i.due_date AS "Vervaldag", i.balance_cents AS "Open (cent)"
        FROM invoices i JOIN schools s ON s.id = i.school_id WHERE i.withdrawn_at IS NULL AND ${ours('i.school_id')} AND EXISTS (
          SELECT 1 FROM liabilities l WHERE l.payer_id = @payerId AND l.pupil_id = i.pupil_id AND l.from_date <= i.issue_date
            AND (l.until_date IS NULL OR l.until_date >= i.issue_date)) ORDER BY i.issue_date, i.id`),
    },
    {
      title: 'Betalingen op uw naam',
      rows: all(`SELECT e.value_date AS "Datum", e.amount_cents AS "Bedrag (cent)", e.description AS "Omschrijving", s.name AS "School"
        FROM journal_entries e JOIN schools s ON s.id = e.school_id WHERE e.payer_id = @payerId AND ${ours('e.school_id')} ORDER BY e.id`),
    },
    {
      title: 'Brieven en e-mails aan u',
      rows: all(`SELECT substr(coalesce(m.finished_at, m.reserved_at), 1, 10) AS "Datum", m.channel AS "Kanaal", m.subject AS "Onderwerp",
        m.status AS "Toestand", m.total_cents AS "Bedrag (cent)" FROM messages m JOIN message_payers y ON y.message_id = m.id
        WHERE y.payer_id = @payerId AND ${ours('m.school_id')} ORDER BY m.id`),
    },
    {
      title: 'Opschortingen van herinneringen',
      rows: all(`SELECT kind AS "Soort", reason AS "Reden", from_date AS "Vanaf", until_date AS "Tot en met", substr(lifted_at, 1, 10) AS "Opgeheven"
        FROM holds WHERE payer_id = @payerId ORDER BY id`),
    },
    {
      title: 'Afbetaalplannen',
      rows: all(`SELECT v.version AS "Versie", v.starts_on AS "Vanaf", v.total_cents AS "Bedrag (cent)",
        (SELECT count(*) FROM plan_instalments n WHERE n.plan_version_id = v.id) AS "Schijven", g.signed_on AS "Aanvaard", p.ended_on AS "Gestopt"
        FROM plan_payers y JOIN plans p ON p.id = y.plan_id JOIN plan_versions v ON v.plan_id = p.id
          LEFT JOIN plan_signatures g ON g.plan_version_id = v.id AND g.payer_id = y.payer_id AND g.withdrawn_at IS NULL
        WHERE y.payer_id = @payerId AND ${ours('p.school_id')} ORDER BY p.id, v.version`),
    },
    {
      title: 'Wat u ondertekende',
      rows: all(`SELECT r.rules AS "Wat", r.signed_on AS "Datum", s.name AS "School" FROM rules_signatures r JOIN schools s ON s.id = r.school_id
        WHERE r.payer_id = @payerId AND r.removed_at IS NULL AND ${ours('r.school_id')} ORDER BY r.signed_on`),
    },
    {
      title: 'Schuldenregeling of bemiddeling',
      rows: all(`SELECT kind AS "Soort", order_sent_on AS "Datum", court AS "Rechtbank", reference AS "Referentie", closed_on AS "Afgesloten"
        FROM debt_settlements WHERE payer_id = @payerId ORDER BY id`),
    },
    {
      title: 'Doorverwijzingen',
      rows: all(`SELECT p.name AS "Naar", r.permission_on AS "Toestemming", r.shared_on AS "Doorgegeven", r.outcome_note AS "Opvolging"
        FROM referrals r JOIN referral_partners p ON p.id = r.referral_partner_id WHERE r.payer_id = @payerId ORDER BY r.id`),
    },
    {
      title: 'Taken over u',
      rows: all(`SELECT kind AS "Wat", due_date AS "Dag", outcome AS "Uitkomst", note AS "Nota" FROM tasks
        WHERE payer_id = @payerId AND ${ours('school_id')} ORDER BY id`),
    },
  ];
}

function pupilChapters(all: Ask): Chapter[] {
  return [
    {
      title: 'Wie de leerling is',
      rows: all(`SELECT p.first_name AS "Voornaam", p.last_name AS "Naam", p.birth_date AS "Geboren", p.class_name AS "Klas", s.name AS "School",
        p.student_number AS "Leerlingnummer", p.left_on AS "Verliet de school", p.has_school_allowance AS "Schooltoelage"
        FROM pupils p JOIN schools s ON s.id = p.school_id WHERE p.id = @pupilId`),
    },
    {
      title: 'Infobol',
      rows: all(
        'SELECT body AS "Tekst", substr(updated_at, 1, 10) AS "Datum" FROM info_notes WHERE pupil_id = @pupilId',
      ),
    },
    {
      title: 'Facturen over de leerling',
      rows: all(`SELECT i.number AS "Factuur", i.description AS "Waarvoor", i.issue_date AS "Datum", i.due_date AS "Vervaldag", i.balance_cents AS "Open (cent)"
        FROM invoices i WHERE i.pupil_id = @pupilId AND i.withdrawn_at IS NULL AND ${ours('i.school_id')} ORDER BY i.issue_date, i.id`),
    },
    {
      title: 'Meerdaagse uitstappen bij een vorige school',
      rows: all(`SELECT school_year AS "Schooljaar", amount_cents AS "Bedrag (cent)", source AS "Bron" FROM trips_elsewhere
        WHERE pupil_id = @pupilId AND ${ours('school_id')} ORDER BY school_year`),
    },
  ];
}

/** What is written about the household: its text only when nobody else is in it, since it can be about another person. */
function householdChapters(context: Context, person: Person, withSocialNotes: boolean, all: Ask): Chapter[] {
  const alone =
    othersInHousehold(context.store, { ...person, pupilId: null, payerId: person.payerId }) === 0 || onlyPayer(all);
  const seesSocial = withSocialNotes && maySeeSocialNotes(context, person.householdId);
  const text = alone ? 'body AS "Tekst", ' : '';
  const remark = alone
    ? {}
    : { remark: 'De tekst staat hier niet bij: hij kan ook over iemand anders gaan. Lees hem na voor u hem meegeeft.' };
  const notes = all(`SELECT ${text}kind AS "Soort", substr(created_at, 1, 10) AS "Datum" FROM notes
    WHERE household_id = @householdId ${seesSocial ? '' : 'AND NOT is_social'} ORDER BY id`);
  const documents =
    all(`SELECT ${alone ? 'file_name AS "Bestand", ' : ''}substr(created_at, 1, 10) AS "Datum" FROM documents
    WHERE household_id = @householdId AND removed_at IS NULL ORDER BY id`);
  return [
    { title: 'Nota’s in het dossier', rows: notes, ...(notes.length > 0 ? remark : {}) },
    { title: 'Documenten in het dossier', rows: documents, ...(documents.length > 0 ? remark : {}) },
    {
      title: 'Inventaris van inkomsten en uitgaven',
      rows: all(`SELECT on_date AS "Datum", consent_on AS "Toestemming", expires_on AS "Wordt gewist na"${alone ? ', answers AS "Inhoud"' : ''}
        FROM inventories WHERE household_id = @householdId ORDER BY id`),
    },
    {
      title: 'Vragen over uw gegevens',
      rows: all(`SELECT kind AS "Vraag", asked_on AS "Gesteld", answered_on AS "Beantwoord", answer AS "Antwoord" FROM privacy_requests
        WHERE payer_id IS @payerId AND pupil_id IS @pupilId ORDER BY id`),
    },
  ];
}

/** One payer and the children: what is written is about this payer. */
function onlyPayer(all: Ask): boolean {
  const [row] = all(
    'SELECT count(*) AS others FROM payers WHERE household_id = @householdId AND erased_at IS NULL AND id IS NOT @payerId',
  );
  return row?.['others'] === 0;
}

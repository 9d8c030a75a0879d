import { Problem } from '#shared/api/problem.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { CollectionPartner } from '#shared/hand-over/contract.ts';
import { partnerProblems } from '#shared/hand-over/partner-rules.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { listThirdPartyPayers, writeThirdPartyPayer } from '#main/people/third-party-payers.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

type Row = Omit<CollectionPartner, 'problems'>;

const rowsSql = `SELECT c.id AS partnerId, c.name, c.kind, c.registration_number AS registrationNumber,
    c.agreement_on AS agreementOn, t.email, t.phone, t.street, t.postal_code AS postalCode, t.city
  FROM collection_partners c JOIN third_party_payers t ON t.id = c.third_party_payer_id`;

/** Who collects for the school, by name. */
export function listPartners({ store, clock }: Context): CollectionPartner[] {
  const rows = statement(store, `${rowsSql} WHERE c.removed_at IS NULL ORDER BY c.name, c.id`).all() as Row[];
  return rows.map((row) => withProblems(row, clock.today()));
}

/** One that was not removed. */
export function partnerById(store: Store, partnerId: number, today: PlainDate): CollectionPartner {
  const row = statement(store, `${rowsSql} WHERE c.id = ? AND c.removed_at IS NULL`).get(partnerId) as Row | undefined;
  if (row) return withProblems(row, today);
  throw new Problem('NOT_FOUND', 'Deze partner staat niet meer in de lijst. Er is niets veranderd; kies opnieuw.');
}

function withProblems(row: Row, today: PlainDate): CollectionPartner {
  return { ...row, problems: partnerProblems(row, today) };
}

/** The body to which letters go in the payer's place. */
export function thirdPartyOf(store: Store, partnerId: number): number {
  return statement(store, 'SELECT third_party_payer_id FROM collection_partners WHERE id = ?')
    .pluck()
    .get(partnerId) as number;
}

type Saved = Omit<Row, 'partnerId'> & { readonly partnerId: number | null };

/** Keeps a partner, with the third party to which letters go from a hand-over on. */
export function savePartner(context: Context, saved: Saved): CollectionPartner {
  const { store, clock } = context;
  return runCommand(context, () => {
    const { name, kind, agreementOn } = saved;
    const registrationNumber = saved.registrationNumber === '' ? null : saved.registrationNumber;
    const known = saved.partnerId === null ? null : partnerById(store, saved.partnerId, clock.today());
    const thirdPartyPayerId = writeThirdParty(
      store,
      known === null ? null : thirdPartyOf(store, known.partnerId),
      saved,
    );
    const row = { name, kind, registrationNumber, agreementOn, thirdPartyPayerId };
    const partnerId = known === null ? insert(store, row) : update(store, known.partnerId, row);
    return {
      result: partnerById(store, partnerId, clock.today()),
      audit: { command: 'handOver.savePartner', detail: { partnerId, kind } },
    };
  });
}

type PartnerRow = Pick<Row, 'name' | 'kind' | 'registrationNumber' | 'agreementOn'> & {
  readonly thirdPartyPayerId: number;
};

function insert(store: Store, row: PartnerRow): number {
  const { lastInsertRowid } = statement(
    store,
    `INSERT INTO collection_partners (name, kind, registration_number, agreement_on, third_party_payer_id)
     VALUES (@name, @kind, @registrationNumber, @agreementOn, @thirdPartyPayerId)`,
  ).run(row);
  return Number(lastInsertRowid);
}

function update(store: Store, partnerId: number, row: PartnerRow): number {
  statement(
    store,
    `UPDATE collection_partners SET name = @name, kind = @kind, registration_number = @registrationNumber,
       agreement_on = @agreementOn, third_party_payer_id = @thirdPartyPayerId WHERE id = @partnerId`,
  ).run({ ...row, partnerId });
  return partnerId;
}

/** What was filled in there and is not asked here stays. */
function writeThirdParty(store: Store, thirdPartyPayerId: number | null, saved: Saved): number {
  const { name, street, postalCode, city } = saved;
  const email = saved.email === '' ? null : saved.email;
  const phone = saved.phone === '' ? null : saved.phone;
  const known = listThirdPartyPayers(store).find(({ id }) => id === thirdPartyPayerId);
  const { contactName = null, language = 'nl', country = 'BE', iban = null } = known ?? {};
  const channel = email !== null && street === '' ? 'email' : 'letter';
  const details = {
    name,
    contactName,
    language,
    email,
    phone,
    channel,
    street,
    postalCode,
    city,
    country,
    iban,
  } as const;
  return writeThirdPartyPayer(store, thirdPartyPayerId, details);
}

/** Takes a partner off the list; refused as long as it has files in hand. */
export function removePartner(context: Context, partnerId: number): { partnerId: number } {
  const { store, clock } = context;
  return runCommand(context, () => {
    partnerById(store, partnerId, clock.today());
    const running = statement(store, 'SELECT count(*) FROM hand_overs WHERE partner_id = ? AND taken_back_on IS NULL')
      .pluck()
      .get(partnerId) as number;
    if (running > 0) {
      throw new Problem(
        'REFUSED',
        `Deze partner heeft nog ${running === 1 ? '1 dossier' : `${running} dossiers`} in handen. Er is niets veranderd; neem ${running === 1 ? 'dat' : 'die'} eerst terug.`,
      );
    }
    statement(store, 'UPDATE collection_partners SET removed_at = ? WHERE id = ?').run(clock.now(), partnerId);
    return { result: { partnerId }, audit: { command: 'handOver.removePartner', detail: { partnerId } } };
  });
}

-- One family, one file, one feasible amount: plans, who owes what when a family changes, and help that is offered.
-- Two tables are rebuilt because a CHECK cannot be changed: journal_entries (a correction, and the plan of a receipt) and approvals.

-- ledger -------------------------------------------------------------------------------------------------------------

CREATE TABLE journal_entries_new (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  household_id INTEGER REFERENCES households (id),
  kind TEXT NOT NULL CHECK (kind IN ('receipt', 'transfer', 'compensation', 'refund', 'writeOff', 'remission', 'charge', 'periodicCharge', 'correction', 'reversal')),
  -- How the money came or went; NULL: it did not move (transfer, write-off …).
  method TEXT CHECK (method IN ('bank', 'cash', 'card', 'withheld')),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  booking_date TEXT NOT NULL CHECK (booking_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  value_date TEXT NOT NULL CHECK (value_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  description TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  -- Of a remission: where the money for it comes from.
  source TEXT CHECK (source IN ('socialFund', 'decision')),
  -- Of a write-off: why it was given up.
  ground TEXT CHECK (ground IN ('uncollectable', 'limited', 'deceased', 'insolvency', 'tooSmall', 'other')),
  -- Who paid or was paid; NULL: the household.
  payer_id INTEGER REFERENCES payers (id),
  -- The body that paid in the payer's place (OCMW, fund, grandparent), or was paid back.
  third_party_payer_id INTEGER REFERENCES third_party_payers (id),
  -- As the bank names whoever paid for the payer, when it is nobody we know.
  paid_by TEXT NOT NULL DEFAULT '',
  receipt_batch_id INTEGER REFERENCES receipt_batches (id),
  bank_transaction_id INTEGER REFERENCES bank_transactions (id),
  approval_id INTEGER REFERENCES approvals (id),
  -- Of a receipt: the plan that it was paid for.
  plan_id INTEGER REFERENCES plans (id),
  reverses_id INTEGER UNIQUE REFERENCES journal_entries (id),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  CHECK ((kind = 'reversal') = (reverses_id IS NOT NULL))
) STRICT;
INSERT INTO journal_entries_new (id, school_id, household_id, kind, method, amount_cents, booking_date, value_date, description, reason, source, ground,
  payer_id, third_party_payer_id, paid_by, receipt_batch_id, bank_transaction_id, approval_id, reverses_id, author, created_at)
SELECT id, school_id, household_id, kind, method, amount_cents, booking_date, value_date, description, reason, source, ground,
  payer_id, third_party_payer_id, paid_by, receipt_batch_id, bank_transaction_id, approval_id, reverses_id, author, created_at
FROM journal_entries;
DROP TABLE journal_entries;
ALTER TABLE journal_entries_new RENAME TO journal_entries;
CREATE INDEX journal_entries_household ON journal_entries (household_id) WHERE household_id IS NOT NULL;
CREATE INDEX journal_entries_transaction ON journal_entries (bank_transaction_id) WHERE bank_transaction_id IS NOT NULL;
CREATE INDEX journal_entries_batch ON journal_entries (receipt_batch_id) WHERE receipt_batch_id IS NOT NULL;
CREATE INDEX journal_entries_plan ON journal_entries (plan_id) WHERE plan_id IS NOT NULL;
CREATE TRIGGER journal_entries_no_update BEFORE UPDATE ON journal_entries BEGIN SELECT RAISE (ABORT, 'journal entries are append-only'); END;
CREATE TRIGGER journal_entries_no_delete BEFORE DELETE ON journal_entries BEGIN SELECT RAISE (ABORT, 'journal entries are append-only'); END;

CREATE TABLE approvals_new (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  household_id INTEGER REFERENCES households (id),
  kind TEXT NOT NULL CHECK (kind IN ('writeOff', 'remission', 'refund', 'transfer', 'payerAccount', 'run', 'grant', 'correction')),
  amount_cents INTEGER CHECK (amount_cents IS NULL OR amount_cents > 0),
  -- The input of the command, as it will be carried out.
  request TEXT NOT NULL CHECK (json_valid(request)),
  -- In one sentence, without names of people.
  summary TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  -- What it will change: [{ "label", "before", "after" }], and the SHA-256 of the state it was computed from.
  difference TEXT NOT NULL CHECK (json_valid(difference)),
  state_sha256 TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'approved', 'rejected', 'withdrawn')),
  maker TEXT NOT NULL,
  maker_id INTEGER REFERENCES users (id),
  created_at TEXT NOT NULL,
  decided_by TEXT,
  decided_at TEXT,
  rejection_reason TEXT,
  -- A rejected request that was changed and given again.
  replaces_id INTEGER UNIQUE REFERENCES approvals (id)
) STRICT;
INSERT INTO approvals_new SELECT * FROM approvals;
DROP TABLE approvals;
ALTER TABLE approvals_new RENAME TO approvals;
CREATE INDEX approvals_waiting ON approvals (school_id) WHERE status = 'waiting';
CREATE INDEX approvals_household ON approvals (household_id) WHERE household_id IS NOT NULL;
CREATE TRIGGER approvals_no_delete BEFORE DELETE ON approvals BEGIN SELECT RAISE (ABORT, 'approvals are never deleted'); END;
-- Only its maker can still put a rejected one away.
CREATE TRIGGER approvals_decided BEFORE UPDATE ON approvals WHEN old.status <> 'waiting' AND NOT (
  old.status = 'rejected' AND new.status = 'withdrawn' AND new.request = old.request AND new.summary = old.summary
  AND new.difference = old.difference AND new.state_sha256 = old.state_sha256 AND new.amount_cents IS old.amount_cents
  AND new.maker = old.maker AND new.maker_id IS old.maker_id AND new.decided_by IS old.decided_by
  AND new.decided_at IS old.decided_at AND new.rejection_reason IS old.rejection_reason)
BEGIN SELECT RAISE (ABORT, 'a decided request never changes'); END;

-- plans --------------------------------------------------------------------------------------------------------------

-- An agreement with one or more payers of a household; what it says stands in its versions.
CREATE TABLE plans (
  id INTEGER PRIMARY KEY,
  -- Given by the screen, so that a second press of the same button is the same plan.
  request_key TEXT NOT NULL UNIQUE,
  request_sha256 TEXT NOT NULL,
  -- On its account the money comes in; its letterhead is on the document.
  school_id INTEGER NOT NULL REFERENCES schools (id),
  household_id INTEGER NOT NULL REFERENCES households (id),
  -- Who pays it in the place of the payers (OCMW, employer, mediator).
  third_party_payer_id INTEGER REFERENCES third_party_payers (id),
  -- Given once, never reused: what is paid with it is paid on the plan.
  structured_reference TEXT NOT NULL UNIQUE CHECK (structured_reference GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'),
  -- Claims of several schools: the day on which the family agreed that they are put together.
  consent_on TEXT CHECK (consent_on IS NULL OR consent_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  ended_on TEXT CHECK (ended_on IS NULL OR ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ended_by TEXT,
  end_reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX plans_household ON plans (household_id);
CREATE INDEX plans_school ON plans (school_id);
CREATE TRIGGER plans_no_delete BEFORE DELETE ON plans BEGIN SELECT RAISE (ABORT, 'plans are never deleted'); END;

CREATE TABLE plan_payers (
  plan_id INTEGER NOT NULL REFERENCES plans (id),
  payer_id INTEGER NOT NULL REFERENCES payers (id),
  PRIMARY KEY (plan_id, payer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_payers_payer ON plan_payers (payer_id);

-- Append-only: the newest counts, and what was agreed before stays readable.
CREATE TABLE plan_versions (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plans (id),
  school_id INTEGER NOT NULL REFERENCES schools (id),
  version INTEGER NOT NULL CHECK (version > 0),
  kind TEXT NOT NULL CHECK (kind IN ('agreed', 'changed', 'paused', 'claims')),
  reason TEXT NOT NULL DEFAULT '',
  -- What comes in from this day on is received under it.
  starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- How it was spread, so that it can be changed from where it stands: { "dayOfMonth", "monthlyCents", "count" }.
  spread TEXT NOT NULL CHECK (json_valid(spread)),
  -- Of a pause: the last day on which nothing is asked.
  paused_until TEXT CHECK (paused_until IS NULL OR paused_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  tolerance_days INTEGER NOT NULL CHECK (tolerance_days BETWEEN 0 AND 60),
  remind_days_before INTEGER CHECK (remind_days_before IS NULL OR remind_days_before BETWEEN 1 AND 30),
  -- Of an agreed loan (src-shared/plans/contract.ts, loanTerms); NULL: no interest.
  interest TEXT CHECK (interest IS NULL OR json_valid(interest)),
  note TEXT NOT NULL DEFAULT '',
  -- All its instalments: what was received under it before, and what was then owed, with the interest of a loan.
  total_cents INTEGER NOT NULL CHECK (total_cents >= 0),
  -- By how much the change lowered what was booked to be paid (number 02).
  correction_cents INTEGER NOT NULL DEFAULT 0 CHECK (correction_cents <= 0),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (plan_id, version)
) STRICT;
CREATE TRIGGER plan_versions_no_update BEFORE UPDATE ON plan_versions BEGIN SELECT RAISE (ABORT, 'plan versions are append-only'); END;
CREATE TRIGGER plan_versions_no_delete BEFORE DELETE ON plan_versions BEGIN SELECT RAISE (ABORT, 'plan versions are append-only'); END;

-- Its claims, in the order in which they are paid.
CREATE TABLE plan_claims (
  plan_version_id INTEGER NOT NULL REFERENCES plan_versions (id),
  position INTEGER NOT NULL CHECK (position > 0),
  invoice_id INTEGER NOT NULL REFERENCES invoices (id),
  school_id INTEGER NOT NULL REFERENCES schools (id),
  -- What the payers owed of it on that day.
  open_cents INTEGER NOT NULL CHECK (open_cents >= 0),
  -- The last posting that was there when it came into the plan: what is booked later is received under it.
  after_posting_id INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (plan_version_id, position),
  UNIQUE (plan_version_id, invoice_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_claims_invoice ON plan_claims (invoice_id);
CREATE TRIGGER plan_claims_no_update BEFORE UPDATE ON plan_claims BEGIN SELECT RAISE (ABORT, 'plan claims are append-only'); END;
CREATE TRIGGER plan_claims_no_delete BEFORE DELETE ON plan_claims BEGIN SELECT RAISE (ABORT, 'plan claims are append-only'); END;

CREATE TABLE plan_instalments (
  plan_version_id INTEGER NOT NULL REFERENCES plan_versions (id),
  number INTEGER NOT NULL CHECK (number > 0),
  due_date TEXT NOT NULL CHECK (due_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  PRIMARY KEY (plan_version_id, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER plan_instalments_no_update BEFORE UPDATE ON plan_instalments BEGIN SELECT RAISE (ABORT, 'plan instalments are append-only'); END;
CREATE TRIGGER plan_instalments_no_delete BEFORE DELETE ON plan_instalments BEGIN SELECT RAISE (ABORT, 'plan instalments are append-only'); END;

-- Who accepted which version, how, and the proof.
CREATE TABLE plan_signatures (
  id INTEGER PRIMARY KEY,
  plan_version_id INTEGER NOT NULL REFERENCES plan_versions (id),
  school_id INTEGER NOT NULL REFERENCES schools (id),
  payer_id INTEGER NOT NULL REFERENCES payers (id),
  how TEXT NOT NULL CHECK (how IN ('paper', 'reply')),
  signed_on TEXT NOT NULL CHECK (signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  document_id INTEGER NOT NULL REFERENCES documents (id),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  withdrawn_at TEXT,
  withdrawn_by TEXT
) STRICT;
CREATE UNIQUE INDEX plan_signatures_once ON plan_signatures (plan_version_id, payer_id) WHERE withdrawn_at IS NULL;
-- What a signature did to the clocks is taken back with it.
ALTER TABLE limitation_acts ADD COLUMN plan_signature_id INTEGER REFERENCES plan_signatures (id);

-- The document as it was sent, and messages before an instalment: each instalment is announced once.
CREATE TABLE plan_messages (
  message_id INTEGER PRIMARY KEY REFERENCES messages (id),
  plan_version_id INTEGER NOT NULL REFERENCES plan_versions (id),
  school_id INTEGER NOT NULL REFERENCES schools (id),
  -- The instalment that is announced; NULL: the document.
  number INTEGER
) STRICT;
CREATE INDEX plan_messages_version ON plan_messages (plan_version_id);

-- The answer no to the question whether a new claim joins the plan.
CREATE TABLE plan_declined_claims (
  plan_id INTEGER NOT NULL REFERENCES plans (id),
  invoice_id INTEGER NOT NULL REFERENCES invoices (id),
  school_id INTEGER NOT NULL REFERENCES schools (id),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (plan_id, invoice_id)
) STRICT, WITHOUT ROWID;

-- Of most claims the balance is what is owed; where a share is split, the domain says what.
CREATE INDEX liabilities_split ON liabilities (pupil_id) WHERE kind = 'split';

-- An obligation that a plan asked; NULL: booked by hand. Each instalment is booked once on a claim and payer.
ALTER TABLE obligations ADD COLUMN plan_version_id INTEGER REFERENCES plan_versions (id);
ALTER TABLE obligations ADD COLUMN instalment_number INTEGER;
CREATE UNIQUE INDEX obligations_of_plan ON obligations (plan_version_id, instalment_number, invoice_id, payer_id)
  WHERE plan_version_id IS NOT NULL AND kind = 'obligation';

-- How a bill that comes in while a combined plan lives joins it.
ALTER TABLE billing_groups ADD COLUMN plan_rule TEXT NOT NULL DEFAULT 'byHand' CHECK (plan_rule IN ('byHand', 'ask', 'always'));

-- debt settlement and mediation --------------------------------------------------------------------------------------

ALTER TABLE debt_settlements ADD COLUMN kind TEXT NOT NULL DEFAULT 'collective' CHECK (kind IN ('collective', 'amicable'));
-- What is divided each month over everybody, once there is a plan.
ALTER TABLE debt_settlements ADD COLUMN monthly_cents INTEGER CHECK (monthly_cents IS NULL OR monthly_cents >= 0);
ALTER TABLE debt_settlements ADD COLUMN plan_from TEXT CHECK (plan_from IS NULL OR plan_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
-- After so many months the rest is remitted; NULL: until everything is paid.
ALTER TABLE debt_settlements ADD COLUMN plan_months INTEGER CHECK (plan_months IS NULL OR plan_months > 0);
CREATE TABLE settlement_creditors (
  settlement_id INTEGER NOT NULL REFERENCES debt_settlements (id),
  position INTEGER NOT NULL CHECK (position > 0),
  name TEXT NOT NULL CHECK (length(name) > 0),
  -- A school of ours; NULL: somebody else.
  school_id INTEGER REFERENCES schools (id),
  amount_cents INTEGER NOT NULL CHECK (amount_cents >= 0),
  PRIMARY KEY (settlement_id, position)
) STRICT, WITHOUT ROWID;

-- households that change ---------------------------------------------------------------------------------------------

-- Why a payer owes as it does; '' for what was there before anybody asked.
ALTER TABLE liabilities ADD COLUMN basis TEXT NOT NULL DEFAULT '' CHECK (basis IN ('', 'married', 'legalCohabitants', 'schoolRules', 'agreement', 'judgment', 'equalShares'));

-- What was changed and how it was before, so that it can be taken back.
CREATE TABLE household_changes (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'movePupil', 'separation', 'comeOfAge', 'leave')),
  household_id INTEGER NOT NULL REFERENCES households (id),
  -- The other household of a merge, split or move.
  other_household_id INTEGER REFERENCES households (id),
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- Ids and what stood there before; no names.
  before TEXT NOT NULL CHECK (json_valid(before)),
  note TEXT NOT NULL DEFAULT '',
  -- The judgment or the agreement.
  document_id INTEGER REFERENCES documents (id),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  undone_at TEXT,
  undone_by TEXT
) STRICT;
CREATE INDEX household_changes_household ON household_changes (household_id);
CREATE INDEX household_changes_other ON household_changes (other_household_id) WHERE other_household_id IS NOT NULL;

-- Who signed the school rules with the clause that all owe the whole.
CREATE TABLE rules_signatures (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  pupil_id INTEGER NOT NULL REFERENCES pupils (id),
  payer_id INTEGER NOT NULL REFERENCES payers (id),
  signed_on TEXT NOT NULL CHECK (signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  rules TEXT NOT NULL CHECK (length(rules) > 0),
  document_id INTEGER REFERENCES documents (id),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX rules_signatures_pupil ON rules_signatures (pupil_id) WHERE removed_at IS NULL;

-- Of a pupil who left: everything was settled.
ALTER TABLE pupils ADD COLUMN settled_on TEXT CHECK (settled_on IS NULL OR settled_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
-- Told by the parent; NULL: not known.
ALTER TABLE pupils ADD COLUMN has_school_allowance INTEGER CHECK (has_school_allowance IS NULL OR has_school_allowance IN (0, 1));

-- privacy ------------------------------------------------------------------------------------------------------------

-- Erased on request when nothing had to be kept any more: the name is gone, the amounts stay.
ALTER TABLE pupils ADD COLUMN erased_at TEXT;
ALTER TABLE payers ADD COLUMN erased_at TEXT;
ALTER TABLE households ADD COLUMN erased_at TEXT;
-- What a message says, and its proof, may go once its payer was erased, and only then.
DROP TRIGGER messages_content;
CREATE TRIGGER messages_content BEFORE UPDATE OF
  batch_id, school_id, household_id, payer_id, third_party_payer_id, channel, text_version_id, language, recipient_name,
  recipient_address, subject, model, total_cents, structured_reference, reserved_at ON messages
WHEN NOT (EXISTS (SELECT 1 FROM payers WHERE id = old.payer_id AND erased_at IS NOT NULL)
  AND new.payer_id = old.payer_id AND new.total_cents = old.total_cents AND new.reserved_at = old.reserved_at
  AND new.batch_id = old.batch_id AND new.channel = old.channel AND new.model = '{}')
BEGIN SELECT RAISE (ABORT, 'the content of a message never changes'); END;
DROP TRIGGER messages_evidence;
CREATE TRIGGER messages_evidence BEFORE UPDATE OF evidence_sha256 ON messages
WHEN old.evidence_sha256 IS NOT NULL AND old.evidence_sha256 IS NOT new.evidence_sha256
  AND NOT (old.channel = 'email' AND old.status = 'reserved')
  AND NOT (new.evidence_sha256 IS NULL AND EXISTS (SELECT 1 FROM payers WHERE id = old.payer_id AND erased_at IS NOT NULL))
BEGIN SELECT RAISE (ABORT, 'the evidence of a message never changes'); END;
DROP TRIGGER evidence_no_delete;
CREATE TRIGGER evidence_no_delete BEFORE DELETE ON evidence
WHEN NOT EXISTS (SELECT 1 FROM payers WHERE erased_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM messages WHERE evidence_sha256 = old.sha256)
BEGIN SELECT RAISE (ABORT, 'evidence is append-only'); END;
CREATE TABLE privacy_requests (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES households (id),
  payer_id INTEGER REFERENCES payers (id),
  pupil_id INTEGER REFERENCES pupils (id),
  kind TEXT NOT NULL CHECK (kind IN ('access', 'rectification', 'erasure')),
  asked_on TEXT NOT NULL CHECK (asked_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT NOT NULL DEFAULT '',
  answered_on TEXT CHECK (answered_on IS NULL OR answered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  answer TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  CHECK ((payer_id IS NULL) <> (pupil_id IS NULL))
) STRICT;
CREATE INDEX privacy_requests_household ON privacy_requests (household_id);

-- assistance ---------------------------------------------------------------------------------------------------------

-- Kept only with consent, and deleted for good on its day or when the consent is taken back.
CREATE TABLE inventories (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES households (id),
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  consent_on TEXT NOT NULL CHECK (consent_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  expires_on TEXT NOT NULL CHECK (expires_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- src-shared/affordability/contract.ts, inventoryInput.
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX inventories_household ON inventories (household_id);
-- What a user filled in; the newest row of a key counts.
CREATE TABLE reference_budgets (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  amount_cents INTEGER CHECK (amount_cents IS NULL OR amount_cents >= 0),
  source TEXT NOT NULL CHECK (length(source) > 0),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX reference_budgets_key ON reference_budgets (key);

-- Seen and put away: it comes back when its facts change.
CREATE TABLE signal_dismissals (
  household_id INTEGER NOT NULL REFERENCES households (id),
  kind TEXT NOT NULL,
  facts_sha256 TEXT NOT NULL,
  until_date TEXT CHECK (until_date IS NULL OR until_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (household_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE funds (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  school_year TEXT NOT NULL CHECK (school_year GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]'),
  source TEXT NOT NULL CHECK (length(source) > 0),
  amount_cents INTEGER NOT NULL CHECK (amount_cents >= 0),
  note TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (school_id, school_year, source)
) STRICT;
CREATE TABLE grants (
  id INTEGER PRIMARY KEY,
  request_key TEXT NOT NULL UNIQUE,
  request_sha256 TEXT NOT NULL,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  fund_id INTEGER NOT NULL REFERENCES funds (id),
  household_id INTEGER NOT NULL REFERENCES households (id),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  motivation TEXT NOT NULL CHECK (length(motivation) > 0),
  -- The remission, once it was granted; whether it was taken back says the ledger, what was decided before says the approval.
  entry_id INTEGER REFERENCES journal_entries (id),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  withdrawn_at TEXT,
  take_back_reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX grants_household ON grants (household_id);
CREATE INDEX grants_fund ON grants (fund_id);
CREATE TRIGGER grants_no_delete BEFORE DELETE ON grants BEGIN SELECT RAISE (ABORT, 'grants are never deleted'); END;
CREATE TABLE grant_items (
  grant_id INTEGER NOT NULL REFERENCES grants (id),
  invoice_id INTEGER NOT NULL REFERENCES invoices (id),
  school_id INTEGER NOT NULL REFERENCES schools (id),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  PRIMARY KEY (grant_id, invoice_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE referral_partners (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) > 0),
  kind TEXT NOT NULL CHECK (kind IN ('ocmw', 'homeVisits', 'mediator', 'foundation', 'association', 'other')),
  offers TEXT NOT NULL DEFAULT '',
  needs TEXT NOT NULL DEFAULT '',
  contact_name TEXT,
  phone TEXT,
  email TEXT,
  website TEXT,
  address TEXT,
  -- The shipped example it came from.
  shipped_key TEXT UNIQUE,
  removed_at TEXT
) STRICT;
-- Examples to fill in: the school's own OCMW and contact persons belong here.
INSERT INTO referral_partners (shipped_key, name, kind, offers, needs, website) VALUES
  ('ocmw', 'OCMW van uw gemeente', 'ocmw', 'Gratis hulp bij schulden en een krap budget: budgetbegeleiding, budgetbeheer, schuldbemiddeling en financiële steun.', 'Identiteitskaart, een overzicht van wat er binnenkomt en buitengaat, en de rekeningen die u niet kunt betalen.', NULL),
  ('homeVisits', 'X-Stra (Antwerpen)', 'homeVisits', 'Komt op huisbezoek bij gezinnen die het moeilijk hebben en zoekt mee naar hulp.', 'Uw schriftelijke toestemming; de school maakt daarna de afspraak.', NULL),
  ('mediator', 'Erkende dienst voor schuldbemiddeling', 'mediator', 'Maakt samen met u en uw schuldeisers een haalbaar plan voor alle schulden.', 'Alle brieven en rekeningen, en een overzicht van inkomsten en uitgaven.', NULL),
  ('pelicano', 'Stichting Pelicano', 'foundation', 'Betaalt kosten voor kinderen die in armoede opgroeien, ook schoolrekeningen. De aanvraag loopt via de school of het OCMW.', 'Een gesprek met de school, die het dossier indient.', 'https://pelicano.be'),
  ('robin', 'Stichting Robin', 'foundation', 'Korting en renteloos gespreid betalen voor schoolmateriaal, met de Robin-pas, in scholen die meedoen.', 'Vraag aan de school of zij meedoet.', NULL),
  ('sos', 'SOS Schulden op School', 'association', 'Raad voor ouders en scholen om schoolrekeningen menselijk op te lossen.', '', 'http://www.schuldenopschool.be');
CREATE TABLE referrals (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES households (id),
  payer_id INTEGER NOT NULL REFERENCES payers (id),
  referral_partner_id INTEGER NOT NULL REFERENCES referral_partners (id),
  -- Written permission: without it nothing goes out.
  permission_on TEXT CHECK (permission_on IS NULL OR permission_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  permission_document_id INTEGER REFERENCES documents (id),
  permission_withdrawn_at TEXT,
  -- What may be given: a list of kinds.
  permitted TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(permitted)),
  shared_on TEXT,
  shared_sha256 TEXT,
  follow_up_on TEXT NOT NULL CHECK (follow_up_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  outcome TEXT CHECK (outcome IN ('helped', 'notHelped', 'notReached', 'withdrawn')),
  outcome_note TEXT NOT NULL DEFAULT '',
  closed_on TEXT,
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  CHECK ((permission_on IS NULL) = (permission_document_id IS NULL)),
  CHECK (shared_on IS NULL OR permission_on IS NOT NULL)
) STRICT;
CREATE INDEX referrals_household ON referrals (household_id);

-- maximum bill -------------------------------------------------------------------------------------------------------

CREATE TABLE cost_categories (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  cap TEXT NOT NULL CHECK (cap IN ('none', 'sharp', 'multiDay')),
  removed_at TEXT
) STRICT;
-- Of every bill of the group that has no lines of its own.
ALTER TABLE billing_groups ADD COLUMN cost_category_id INTEGER REFERENCES cost_categories (id);
-- What is on a bill; together what was charged. Replaced as a whole, and kept in the trail.
CREATE TABLE invoice_lines (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  invoice_id INTEGER NOT NULL REFERENCES invoices (id),
  description TEXT NOT NULL CHECK (length(description) > 0),
  cost_category_id INTEGER REFERENCES cost_categories (id),
  amount_cents INTEGER NOT NULL CHECK (amount_cents <> 0)
) STRICT;
CREATE INDEX invoice_lines_invoice ON invoice_lines (invoice_id);
-- Where the class does not tell.
CREATE TABLE pupil_levels (
  pupil_id INTEGER NOT NULL REFERENCES pupils (id),
  school_year TEXT NOT NULL CHECK (school_year GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]'),
  school_id INTEGER NOT NULL REFERENCES schools (id),
  level TEXT NOT NULL CHECK (level IN ('nursery', 'primary')),
  PRIMARY KEY (pupil_id, school_year)
) STRICT, WITHOUT ROWID;
-- Billed for trips of several days at a school before.
CREATE TABLE trips_elsewhere (
  pupil_id INTEGER NOT NULL REFERENCES pupils (id),
  school_year TEXT NOT NULL CHECK (school_year GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]'),
  school_id INTEGER NOT NULL REFERENCES schools (id),
  amount_cents INTEGER NOT NULL CHECK (amount_cents >= 0),
  source TEXT NOT NULL CHECK (length(source) > 0),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (pupil_id, school_year)
) STRICT, WITHOUT ROWID;
-- What was credited because of it; whether it was taken back says the ledger.
CREATE TABLE maximum_bill_credits (
  entry_id INTEGER NOT NULL REFERENCES journal_entries (id),
  invoice_id INTEGER NOT NULL REFERENCES invoices (id),
  cap TEXT NOT NULL CHECK (cap IN ('sharp', 'multiDay')),
  pupil_id INTEGER NOT NULL REFERENCES pupils (id),
  school_id INTEGER NOT NULL REFERENCES schools (id),
  school_year TEXT NOT NULL CHECK (school_year GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]'),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  PRIMARY KEY (entry_id, invoice_id, cap)
) STRICT, WITHOUT ROWID;
CREATE INDEX maximum_bill_credits_invoice ON maximum_bill_credits (invoice_id);
CREATE TRIGGER maximum_bill_credits_no_update BEFORE UPDATE ON maximum_bill_credits BEGIN SELECT RAISE (ABORT, 'maximum bill credits are append-only'); END;
CREATE TRIGGER maximum_bill_credits_no_delete BEFORE DELETE ON maximum_bill_credits BEGIN SELECT RAISE (ABORT, 'maximum bill credits are append-only'); END;

-- How many bills a pupil had since a day is counted from the index alone, for every household of a group.
DROP INDEX invoices_pupil;
CREATE INDEX invoices_pupil ON invoices (pupil_id, issue_date);

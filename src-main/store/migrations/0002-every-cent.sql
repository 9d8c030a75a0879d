-- Every cent accounted for: a fuller ledger, the bank beside it, people who sign in, and a second pair of eyes.
-- Two tables are rebuilt because a CHECK cannot be changed: invoices (a credit is a claim too) and postings (all kinds).

-- ledger -------------------------------------------------------------------------------------------------------------

-- It names invoices, which is away for a moment; made anew below.
DROP TRIGGER postings_balance;

CREATE TABLE invoices_new (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  pupil_id INTEGER NOT NULL REFERENCES pupils (id),
  billing_group_id INTEGER NOT NULL REFERENCES billing_groups (id),
  -- A credit (tegoed) is money that was received and not yet assigned: a claim that stands below zero.
  kind TEXT NOT NULL DEFAULT 'invoice' CHECK (kind IN ('invoice', 'creditNote', 'credit')),
  number TEXT NOT NULL,
  external_number TEXT,
  structured_reference TEXT,
  description TEXT NOT NULL DEFAULT '',
  school_year TEXT NOT NULL CHECK (school_year GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]'),
  issue_date TEXT NOT NULL CHECK (issue_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  due_date TEXT NOT NULL CHECK (due_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- Sum of the postings, kept by a trigger; ledger checks prove it.
  balance_cents INTEGER NOT NULL DEFAULT 0,
  -- The part of the balance that stands on the name of one payer (who paid a share), kept by the same trigger.
  attributed_cents INTEGER NOT NULL DEFAULT 0,
  -- Of a credit: whose money it is; NULL: the household's.
  payer_id INTEGER REFERENCES payers (id),
  -- Set when the import that brought it was undone: kept for the trail, in no list.
  withdrawn_at TEXT,
  import_id INTEGER REFERENCES imports (id),
  created_at TEXT NOT NULL,
  CHECK (payer_id IS NULL OR kind = 'credit')
) STRICT;
INSERT INTO invoices_new (id, school_id, pupil_id, billing_group_id, kind, number, external_number, structured_reference,
  description, school_year, issue_date, due_date, balance_cents, withdrawn_at, import_id, created_at)
SELECT id, school_id, pupil_id, billing_group_id, kind, number, external_number, structured_reference,
  description, school_year, issue_date, due_date, balance_cents, withdrawn_at, import_id, created_at
FROM invoices;
DROP TABLE invoices;
ALTER TABLE invoices_new RENAME TO invoices;

CREATE UNIQUE INDEX invoices_number ON invoices (school_id, number) WHERE withdrawn_at IS NULL;
CREATE INDEX invoices_pupil ON invoices (pupil_id);
CREATE INDEX invoices_reference ON invoices (structured_reference) WHERE structured_reference IS NOT NULL;
CREATE INDEX invoices_open ON invoices (due_date, id, school_id, balance_cents, pupil_id, billing_group_id, school_year, withdrawn_at)
  WHERE balance_cents <> 0 AND withdrawn_at IS NULL;
CREATE INDEX invoices_open_pupil ON invoices (pupil_id, due_date, id, school_id, balance_cents, billing_group_id, school_year, issue_date, withdrawn_at, attributed_cents, payer_id)
  WHERE balance_cents <> 0 AND withdrawn_at IS NULL;

CREATE TRIGGER invoices_no_delete BEFORE DELETE ON invoices BEGIN SELECT RAISE (ABORT, 'invoices are never deleted'); END;
CREATE TRIGGER invoices_search_insert AFTER INSERT ON invoices BEGIN
  INSERT INTO search_index (rowid, words)
  VALUES (4 * new.id + 2, concat_ws(' ', new.number, new.external_number, new.structured_reference));
END;
CREATE TRIGGER invoices_search_update AFTER UPDATE OF number, external_number, structured_reference, withdrawn_at ON invoices BEGIN
  DELETE FROM search_index WHERE rowid = 4 * new.id + 2;
  INSERT INTO search_index (rowid, words)
  SELECT 4 * new.id + 2, concat_ws(' ', new.number, new.external_number, new.structured_reference) WHERE new.withdrawn_at IS NULL;
END;

-- What was given by hand at once, under one control total.
CREATE TABLE receipt_batches (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  -- Given by the screen, so that a second press of the same button is the same batch.
  request_key TEXT NOT NULL UNIQUE,
  -- Of what was asked with it: the same key for something else is refused.
  request_sha256 TEXT NOT NULL,
  control_total_cents INTEGER NOT NULL CHECK (control_total_cents > 0),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

-- One thing that happened with money: its postings belong together and are taken back together.
CREATE TABLE journal_entries (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  household_id INTEGER REFERENCES households (id),
  kind TEXT NOT NULL CHECK (kind IN ('receipt', 'transfer', 'compensation', 'refund', 'writeOff', 'remission', 'charge', 'periodicCharge', 'reversal')),
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
  reverses_id INTEGER UNIQUE REFERENCES journal_entries (id),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  CHECK ((kind = 'reversal') = (reverses_id IS NOT NULL))
) STRICT;
CREATE INDEX journal_entries_household ON journal_entries (household_id) WHERE household_id IS NOT NULL;
CREATE INDEX journal_entries_transaction ON journal_entries (bank_transaction_id) WHERE bank_transaction_id IS NOT NULL;
CREATE INDEX journal_entries_batch ON journal_entries (receipt_batch_id) WHERE receipt_batch_id IS NOT NULL;
CREATE TRIGGER journal_entries_no_update BEFORE UPDATE ON journal_entries BEGIN SELECT RAISE (ABORT, 'journal entries are append-only'); END;
CREATE TRIGGER journal_entries_no_delete BEFORE DELETE ON journal_entries BEGIN SELECT RAISE (ABORT, 'journal entries are append-only'); END;

CREATE TABLE postings_new (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  invoice_id INTEGER NOT NULL REFERENCES invoices (id),
  -- src-shared/ledger/posting-kinds.ts says what each does.
  kind TEXT NOT NULL CHECK (kind IN ('charge', 'interestCharge', 'otherCharge', 'periodicCharge', 'receipt',
    'interestReceipt', 'otherReceipt', 'receiptViaThirdParty', 'writeOff',
    'remission', 'refund', 'interestRefund', 'transferIn', 'transferOut', 'credit', 'settledElsewhere', 'reversal')),
  -- Signed: what is owed is positive. The system chooses the sign; a reversal is the exact opposite.
  amount_cents INTEGER NOT NULL CHECK (amount_cents <> 0),
  booking_date TEXT NOT NULL CHECK (booking_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  value_date TEXT NOT NULL CHECK (value_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  description TEXT NOT NULL DEFAULT '',
  -- The payer whose share it lowers or raises; NULL: everybody who owes the claim.
  payer_id INTEGER REFERENCES payers (id),
  entry_id INTEGER REFERENCES journal_entries (id),
  reverses_id INTEGER UNIQUE REFERENCES postings (id),
  import_id INTEGER REFERENCES imports (id),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  CHECK ((kind = 'reversal') = (reverses_id IS NOT NULL)),
  CHECK (CASE
    WHEN kind IN ('interestCharge', 'otherCharge', 'periodicCharge', 'refund', 'interestRefund', 'transferOut') THEN amount_cents > 0
    WHEN kind IN ('interestReceipt', 'otherReceipt', 'receiptViaThirdParty', 'writeOff', 'remission', 'transferIn') THEN amount_cents < 0
    ELSE 1 END)
) STRICT;
INSERT INTO postings_new (id, school_id, invoice_id, kind, amount_cents, booking_date, value_date, description,
  reverses_id, import_id, author, created_at)
SELECT id, school_id, invoice_id, kind, amount_cents, booking_date, value_date, description,
  reverses_id, import_id, author, created_at
FROM postings;
DROP TABLE postings;
ALTER TABLE postings_new RENAME TO postings;
CREATE INDEX postings_invoice ON postings (invoice_id);
CREATE INDEX postings_import ON postings (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX postings_entry ON postings (entry_id) WHERE entry_id IS NOT NULL;
CREATE TRIGGER postings_no_update BEFORE UPDATE ON postings BEGIN SELECT RAISE (ABORT, 'postings are append-only'); END;
CREATE TRIGGER postings_no_delete BEFORE DELETE ON postings BEGIN SELECT RAISE (ABORT, 'postings are append-only'); END;
CREATE TRIGGER postings_balance AFTER INSERT ON postings BEGIN
  UPDATE invoices SET balance_cents = balance_cents + new.amount_cents,
    attributed_cents = attributed_cents + iif(new.payer_id IS NULL, 0, new.amount_cents)
  WHERE id = new.invoice_id;
END;

-- What a payer must have paid by now (01), and what lowers that again (02). Never part of the balance.
CREATE TABLE obligations (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  invoice_id INTEGER NOT NULL REFERENCES invoices (id),
  payer_id INTEGER NOT NULL REFERENCES payers (id),
  kind TEXT NOT NULL CHECK (kind IN ('obligation', 'arrearsCorrection')),
  amount_cents INTEGER NOT NULL CHECK ((kind = 'obligation' AND amount_cents > 0) OR (kind = 'arrearsCorrection' AND amount_cents < 0)),
  booking_date TEXT NOT NULL CHECK (booking_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX obligations_invoice ON obligations (invoice_id);
CREATE TRIGGER obligations_no_update BEFORE UPDATE ON obligations BEGIN SELECT RAISE (ABORT, 'obligations are append-only'); END;
CREATE TRIGGER obligations_no_delete BEFORE DELETE ON obligations BEGIN SELECT RAISE (ABORT, 'obligations are append-only'); END;

-- A charge that comes back every month until it is stopped; a run makes its claims.
CREATE TABLE periodic_charges (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  pupil_id INTEGER NOT NULL REFERENCES pupils (id),
  billing_group_id INTEGER NOT NULL REFERENCES billing_groups (id),
  description TEXT NOT NULL CHECK (length(description) > 0),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  -- First and last month, YYYY-MM; NULL: until stopped.
  from_period TEXT NOT NULL CHECK (from_period GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  until_period TEXT CHECK (until_period IS NULL OR until_period GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  stopped_at TEXT
) STRICT;
CREATE INDEX periodic_charges_pupil ON periodic_charges (pupil_id);
-- Each month once, whatever happens.
CREATE TABLE periodic_charge_periods (
  periodic_charge_id INTEGER NOT NULL REFERENCES periodic_charges (id),
  period TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  school_id INTEGER NOT NULL REFERENCES schools (id),
  invoice_id INTEGER NOT NULL REFERENCES invoices (id),
  PRIMARY KEY (periodic_charge_id, period)
) STRICT, WITHOUT ROWID;

-- Claims that have to be seen together (a correction and what it corrects, a bill and its costs).
CREATE TABLE related_claims (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  invoice_id INTEGER NOT NULL REFERENCES invoices (id),
  related_invoice_id INTEGER NOT NULL REFERENCES invoices (id),
  reason TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  removed_at TEXT,
  CHECK (invoice_id < related_invoice_id)
) STRICT;
CREATE UNIQUE INDEX related_claims_once ON related_claims (invoice_id, related_invoice_id) WHERE removed_at IS NULL;
CREATE INDEX related_claims_other ON related_claims (related_invoice_id) WHERE removed_at IS NULL;

-- bank ---------------------------------------------------------------------------------------------------------------

-- The accounts of a school; the one on its letters stands in schools.iban and is one of them.
CREATE TABLE bank_accounts (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  iban TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL DEFAULT '',
  removed_at TEXT
) STRICT;
CREATE INDEX bank_accounts_school ON bank_accounts (school_id);
-- Two schools may print the same account; it belongs to the first.
INSERT OR IGNORE INTO bank_accounts (school_id, iban, label)
SELECT id, upper(replace(iban, ' ', '')), name FROM schools WHERE iban IS NOT NULL ORDER BY id;
CREATE TRIGGER schools_account_insert AFTER INSERT ON schools WHEN new.iban IS NOT NULL BEGIN
  INSERT INTO bank_accounts (school_id, iban, label) VALUES (new.id, upper(replace(new.iban, ' ', '')), new.name)
  ON CONFLICT (iban) DO NOTHING;
END;
CREATE TRIGGER schools_account_update AFTER UPDATE OF iban ON schools WHEN new.iban IS NOT NULL AND new.iban IS NOT old.iban BEGIN
  INSERT INTO bank_accounts (school_id, iban, label) VALUES (new.id, upper(replace(new.iban, ' ', '')), new.name)
  ON CONFLICT (iban) DO NOTHING;
END;

CREATE TABLE bank_files (
  id INTEGER PRIMARY KEY,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  format TEXT NOT NULL CHECK (format IN ('coda', 'camt053', 'csv')),
  -- The file as it came, so that a question of later can be answered from it.
  bytes BLOB NOT NULL,
  author TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX bank_files_sha256 ON bank_files (sha256);
CREATE TRIGGER bank_files_no_update BEFORE UPDATE ON bank_files BEGIN SELECT RAISE (ABORT, 'bank files are append-only'); END;
CREATE TRIGGER bank_files_no_delete BEFORE DELETE ON bank_files BEGIN SELECT RAISE (ABORT, 'bank files are append-only'); END;

CREATE TABLE bank_statements (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  bank_account_id INTEGER NOT NULL REFERENCES bank_accounts (id),
  bank_file_id INTEGER NOT NULL REFERENCES bank_files (id),
  sequence_number INTEGER,
  opening_date TEXT,
  opening_cents INTEGER,
  closing_date TEXT NOT NULL CHECK (closing_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- NULL: the file has no balances, so nothing proves that it is complete.
  closing_cents INTEGER,
  -- [{ "level", "rule", "line", "sentence" }]: what was said when it was imported.
  findings TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(findings)),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  undone_at TEXT,
  undone_by TEXT
) STRICT;
CREATE INDEX bank_statements_account ON bank_statements (bank_account_id, closing_date) WHERE undone_at IS NULL;
CREATE INDEX bank_statements_file ON bank_statements (bank_file_id);
CREATE TRIGGER bank_statements_no_delete BEFORE DELETE ON bank_statements BEGIN SELECT RAISE (ABORT, 'bank statements are never deleted'); END;

CREATE TABLE bank_transactions (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  bank_account_id INTEGER NOT NULL REFERENCES bank_accounts (id),
  bank_statement_id INTEGER NOT NULL REFERENCES bank_statements (id),
  line INTEGER NOT NULL,
  -- The bank's own identity of the movement within the account.
  movement_key TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (amount_cents <> 0),
  booking_date TEXT NOT NULL CHECK (booking_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  value_date TEXT NOT NULL CHECK (value_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kind TEXT NOT NULL CHECK (kind IN ('payment', 'directDebit', 'directDebitUnpaid', 'directDebitRefund', 'returned', 'outgoing', 'cost', 'cash', 'correction', 'other')),
  transaction_code TEXT NOT NULL DEFAULT '',
  counterparty_name TEXT,
  counterparty_account TEXT,
  ultimate_name TEXT,
  structured_reference TEXT,
  creditor_reference TEXT,
  reference_source TEXT CHECK (reference_source IN ('structured', 'reconstituted', 'text')),
  communication TEXT NOT NULL DEFAULT '',
  end_to_end_id TEXT,
  mandate_id TEXT,
  returned_type TEXT,
  returned_reason TEXT,
  batch_key TEXT,
  -- open: for a person; booked: in the ledger; setAside: looked at, and nothing for the ledger.
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'booked', 'setAside', 'undone')),
  -- Of setAside: why.
  set_aside_as TEXT CHECK (set_aside_as IN ('cost', 'ownTransfer', 'notForUs', 'refundPaid', 'other')),
  set_aside_note TEXT NOT NULL DEFAULT '',
  -- Of a collection, payment or refund that came back: the entry that it took back.
  takes_back_entry_id INTEGER REFERENCES journal_entries (id),
  -- The order of ours that it carried out or sent back.
  payment_order_id INTEGER REFERENCES payment_orders (id)
) STRICT;
-- A movement counts once, in whatever file it comes again; undone frees it.
CREATE UNIQUE INDEX bank_transactions_once ON bank_transactions (bank_account_id, movement_key) WHERE status <> 'undone';
CREATE INDEX bank_transactions_statement ON bank_transactions (bank_statement_id, line);
CREATE INDEX bank_transactions_open ON bank_transactions (school_id, booking_date) WHERE status = 'open';
-- What came back is looked up by its amount.
CREATE INDEX bank_transactions_amount ON bank_transactions (amount_cents) WHERE status = 'booked';
CREATE INDEX bank_transactions_taken_back ON bank_transactions (takes_back_entry_id) WHERE takes_back_entry_id IS NOT NULL;
CREATE TRIGGER bank_transactions_no_delete BEFORE DELETE ON bank_transactions BEGIN SELECT RAISE (ABORT, 'bank transactions are never deleted'); END;
CREATE TRIGGER bank_transactions_content BEFORE UPDATE OF
  school_id, bank_account_id, bank_statement_id, line, movement_key, amount_cents, booking_date, value_date, kind,
  transaction_code, counterparty_name, counterparty_account, ultimate_name, structured_reference, creditor_reference,
  reference_source, communication, end_to_end_id, mandate_id, returned_type, returned_reason, batch_key ON bank_transactions
BEGIN SELECT RAISE (ABORT, 'what the bank told never changes'); END;
CREATE TRIGGER bank_transactions_undone BEFORE UPDATE OF status ON bank_transactions WHEN old.status = 'undone' AND new.status <> 'undone'
BEGIN SELECT RAISE (ABORT, 'an undone transaction stays undone'); END;

-- Accounts from which somebody pays, learned from the bank or typed in; also where money can be given back.
CREATE TABLE payer_accounts (
  id INTEGER PRIMARY KEY,
  payer_id INTEGER REFERENCES payers (id),
  third_party_payer_id INTEGER REFERENCES third_party_payers (id),
  iban TEXT NOT NULL,
  holder_name TEXT NOT NULL DEFAULT '',
  origin TEXT NOT NULL CHECK (origin IN ('bank', 'hand')),
  bank_transaction_id INTEGER REFERENCES bank_transactions (id),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  removed_at TEXT,
  removed_by TEXT,
  CHECK ((payer_id IS NULL) <> (third_party_payer_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX payer_accounts_once ON payer_accounts (iban, coalesce(payer_id, 0), coalesce(third_party_payer_id, 0)) WHERE removed_at IS NULL;
CREATE INDEX payer_accounts_payer ON payer_accounts (payer_id) WHERE payer_id IS NOT NULL;

-- Money we give back by the bank: an order waits until it stands in a file for the bank.
CREATE TABLE payment_files (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  bank_account_id INTEGER NOT NULL REFERENCES bank_accounts (id),
  -- MsgId of the pain.001.
  message_id TEXT NOT NULL UNIQUE,
  content TEXT NOT NULL,
  total_cents INTEGER NOT NULL CHECK (total_cents > 0),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER payment_files_no_update BEFORE UPDATE ON payment_files BEGIN SELECT RAISE (ABORT, 'payment files are append-only'); END;
CREATE TRIGGER payment_files_no_delete BEFORE DELETE ON payment_files BEGIN SELECT RAISE (ABORT, 'payment files are append-only'); END;

CREATE TABLE payment_orders (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  entry_id INTEGER NOT NULL UNIQUE REFERENCES journal_entries (id),
  beneficiary_name TEXT NOT NULL,
  iban TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  communication TEXT NOT NULL,
  -- EndToEndId, by which the statement recognises it.
  end_to_end_id TEXT NOT NULL UNIQUE,
  payment_file_id INTEGER REFERENCES payment_files (id),
  status TEXT NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'exported', 'executed', 'returned', 'cancelled'))
) STRICT;
CREATE INDEX payment_orders_status ON payment_orders (status) WHERE status IN ('waiting', 'exported');
CREATE TRIGGER payment_orders_no_delete BEFORE DELETE ON payment_orders BEGIN SELECT RAISE (ABORT, 'payment orders are never deleted'); END;

-- access -------------------------------------------------------------------------------------------------------------

-- No users at all: a school with one person, named by the computer's own sign-in.
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  login TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (length(login) > 0),
  name TEXT NOT NULL CHECK (length(name) > 0),
  -- scrypt: parameters, salt and key, as src-main/access/password.ts writes them.
  password_hash TEXT NOT NULL,
  failed_sign_ins INTEGER NOT NULL DEFAULT 0,
  -- After too many wrong passwords: no sign-in before this moment.
  locked_until TEXT,
  deactivated_at TEXT,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE user_roles (
  user_id INTEGER NOT NULL REFERENCES users (id),
  -- NULL: every school of the board.
  school_id INTEGER REFERENCES schools (id),
  role TEXT NOT NULL CHECK (role IN ('secretary', 'director', 'coordinator', 'care', 'administrator'))
) STRICT;
CREATE UNIQUE INDEX user_roles_once ON user_roles (user_id, role, coalesce(school_id, 0));

-- Visible to the role care only.
ALTER TABLE notes ADD COLUMN is_social INTEGER NOT NULL DEFAULT 0 CHECK (is_social IN (0, 1));

-- approvals ----------------------------------------------------------------------------------------------------------

-- A request for a second pair of eyes; it changes nothing until somebody else approves it.
CREATE TABLE approvals (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  household_id INTEGER REFERENCES households (id),
  kind TEXT NOT NULL CHECK (kind IN ('writeOff', 'remission', 'refund', 'transfer', 'payerAccount')),
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

-- Which claims a waiting request is about, so that "wacht op goedkeuring" stands beside them.
CREATE TABLE approval_items (
  approval_id INTEGER NOT NULL REFERENCES approvals (id),
  invoice_id INTEGER NOT NULL REFERENCES invoices (id),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  PRIMARY KEY (approval_id, invoice_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX approval_items_invoice ON approval_items (invoice_id);

-- What was before and what came after, for the commands that change a fact about people or settings.
CREATE TABLE audit_changes (
  audit_entry_id INTEGER NOT NULL REFERENCES audit_entries (id),
  field TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (audit_entry_id, field)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER audit_changes_no_update BEFORE UPDATE ON audit_changes BEGIN SELECT RAISE (ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_changes_no_delete BEFORE DELETE ON audit_changes BEGIN SELECT RAISE (ABORT, 'the audit trail is append-only'); END;

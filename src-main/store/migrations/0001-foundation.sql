-- The first house: who owes (people), what (ledger), what we did (holds, correspondence, dossier), and how we know (imports, audit).
-- Money is INTEGER cents. Dates are TEXT YYYY-MM-DD. Moments are TEXT UTC ISO ending in Z. Shares are basis points.

-- schools ------------------------------------------------------------------------------------------------------------

CREATE TABLE schools (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) > 0),
  board_name TEXT NOT NULL DEFAULT '',
  level TEXT NOT NULL CHECK (level IN ('primary', 'secondary')),
  enterprise_number TEXT,
  iban TEXT,
  bic TEXT,
  account_holder TEXT,
  street TEXT NOT NULL DEFAULT '',
  postal_code TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  phone TEXT,
  email TEXT,
  contact_name TEXT,
  contact_phone TEXT,
  contact_email TEXT,
  payment_term_days INTEGER NOT NULL DEFAULT 14 CHECK (payment_term_days BETWEEN 1 AND 120),
  address_window TEXT NOT NULL DEFAULT 'right' CHECK (address_window IN ('left', 'right')),
  logo BLOB,
  logo_media_type TEXT CHECK (logo_media_type IN ('image/png', 'image/jpeg')),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE sites (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  name TEXT NOT NULL,
  UNIQUE (school_id, name)
) STRICT;

CREATE TABLE billing_groups (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  name TEXT NOT NULL,
  UNIQUE (school_id, name)
) STRICT;

-- One JSON value per key; school_id NULL means: for the whole board.
CREATE TABLE settings (
  id INTEGER PRIMARY KEY,
  school_id INTEGER REFERENCES schools (id),
  key TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  updated_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX settings_key ON settings (key, coalesce(school_id, 0));

-- What a user left standing on a screen: chosen columns, last school, privacy toggle.
CREATE TABLE preferences (
  actor TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  PRIMARY KEY (actor, key)
) STRICT, WITHOUT ROWID;

-- people -------------------------------------------------------------------------------------------------------------

CREATE TABLE households (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) > 0),
  -- Kept by triggers for the grid: does any payer have an e-mail address that works, and when did we last reach out.
  has_email INTEGER NOT NULL DEFAULT 0 CHECK (has_email IN (0, 1)),
  last_contact_at TEXT,
  merged_into_id INTEGER REFERENCES households (id),
  -- For sorting: capitals and accents do not matter (SQLite itself knows neither), kept by SQLite.
  sort_name TEXT NOT NULL GENERATED ALWAYS AS (lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(name, 'À', 'a'), 'à', 'a'), 'Á', 'a'), 'á', 'a'), 'Â', 'a'), 'â', 'a'), 'Ã', 'a'), 'ã', 'a'), 'Ä', 'a'), 'ä', 'a'), 'Å', 'a'), 'å', 'a'), 'Ç', 'c'), 'ç', 'c'), 'Ć', 'c'), 'ć', 'c'), 'Č', 'c'), 'č', 'c'), 'È', 'e'), 'è', 'e'), 'É', 'e'), 'é', 'e'), 'Ê', 'e'), 'ê', 'e'), 'Ë', 'e'), 'ë', 'e'), 'Ğ', 'g'), 'ğ', 'g'), 'Ì', 'i'), 'ì', 'i'), 'Í', 'i'), 'í', 'i'), 'Î', 'i'), 'î', 'i'), 'Ï', 'i'), 'ï', 'i'), 'İ', 'i'), 'ı', 'i'), 'Ł', 'l'), 'ł', 'l'), 'Ñ', 'n'), 'ñ', 'n'), 'Ò', 'o'), 'ò', 'o'), 'Ó', 'o'), 'ó', 'o'), 'Ô', 'o'), 'ô', 'o'), 'Õ', 'o'), 'õ', 'o'), 'Ö', 'o'), 'ö', 'o'), 'Ø', 'o'), 'ø', 'o'), 'Ś', 's'), 'ś', 's'), 'Ş', 's'), 'ş', 's'), 'Š', 's'), 'š', 's'), 'Ù', 'u'), 'ù', 'u'), 'Ú', 'u'), 'ú', 'u'), 'Û', 'u'), 'û', 'u'), 'Ü', 'u'), 'ü', 'u'), 'Ý', 'y'), 'ý', 'y'), 'ÿ', 'y'), 'Ź', 'z'), 'ź', 'z'), 'Ż', 'z'), 'ż', 'z'), 'Ž', 'z'), 'ž', 'z'))) STORED,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX households_sort ON households (sort_name);
CREATE INDEX households_merged ON households (merged_into_id) WHERE merged_into_id IS NOT NULL;

CREATE TABLE third_party_payers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  contact_name TEXT,
  language TEXT NOT NULL DEFAULT 'nl' CHECK (language IN ('nl', 'fr', 'en')),
  email TEXT,
  phone TEXT,
  channel TEXT NOT NULL DEFAULT 'letter' CHECK (channel IN ('email', 'letter')),
  street TEXT NOT NULL DEFAULT '',
  postal_code TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT 'BE',
  iban TEXT
) STRICT;

CREATE TABLE pupils (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  household_id INTEGER NOT NULL REFERENCES households (id),
  site_id INTEGER REFERENCES sites (id),
  student_number TEXT,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  birth_date TEXT CHECK (birth_date IS NULL OR birth_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  class_name TEXT NOT NULL DEFAULT '',
  left_on TEXT CHECK (left_on IS NULL OR left_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  import_id INTEGER REFERENCES imports (id),
  -- For sorting: capitals and accents do not matter (SQLite itself knows neither), kept by SQLite.
  sort_name TEXT NOT NULL GENERATED ALWAYS AS (lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(last_name || ' ' || first_name, 'À', 'a'), 'à', 'a'), 'Á', 'a'), 'á', 'a'), 'Â', 'a'), 'â', 'a'), 'Ã', 'a'), 'ã', 'a'), 'Ä', 'a'), 'ä', 'a'), 'Å', 'a'), 'å', 'a'), 'Ç', 'c'), 'ç', 'c'), 'Ć', 'c'), 'ć', 'c'), 'Č', 'c'), 'č', 'c'), 'È', 'e'), 'è', 'e'), 'É', 'e'), 'é', 'e'), 'Ê', 'e'), 'ê', 'e'), 'Ë', 'e'), 'ë', 'e'), 'Ğ', 'g'), 'ğ', 'g'), 'Ì', 'i'), 'ì', 'i'), 'Í', 'i'), 'í', 'i'), 'Î', 'i'), 'î', 'i'), 'Ï', 'i'), 'ï', 'i'), 'İ', 'i'), 'ı', 'i'), 'Ł', 'l'), 'ł', 'l'), 'Ñ', 'n'), 'ñ', 'n'), 'Ò', 'o'), 'ò', 'o'), 'Ó', 'o'), 'ó', 'o'), 'Ô', 'o'), 'ô', 'o'), 'Õ', 'o'), 'õ', 'o'), 'Ö', 'o'), 'ö', 'o'), 'Ø', 'o'), 'ø', 'o'), 'Ś', 's'), 'ś', 's'), 'Ş', 's'), 'ş', 's'), 'Š', 's'), 'š', 's'), 'Ù', 'u'), 'ù', 'u'), 'Ú', 'u'), 'ú', 'u'), 'Û', 'u'), 'û', 'u'), 'Ü', 'u'), 'ü', 'u'), 'Ý', 'y'), 'ý', 'y'), 'ÿ', 'y'), 'Ź', 'z'), 'ź', 'z'), 'Ż', 'z'), 'ż', 'z'), 'Ž', 'z'), 'ž', 'z'))) STORED,
  created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX pupils_student_number ON pupils (school_id, student_number) WHERE student_number IS NOT NULL;
CREATE INDEX pupils_household ON pupils (household_id);
CREATE INDEX pupils_name ON pupils (last_name, first_name);
CREATE INDEX pupils_class ON pupils (school_id, class_name);
CREATE INDEX pupils_sort ON pupils (sort_name);
CREATE INDEX pupils_class_sort ON pupils (class_name, sort_name);

CREATE TABLE payers (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES households (id),
  relation TEXT NOT NULL CHECK (relation IN ('mother', 'father', 'parent', 'guardian', 'self', 'other')),
  first_name TEXT NOT NULL DEFAULT '',
  last_name TEXT NOT NULL,
  language TEXT NOT NULL DEFAULT 'nl' CHECK (language IN ('nl', 'fr', 'en')),
  salutation TEXT NOT NULL DEFAULT 'neutral' CHECK (salutation IN ('madam', 'sir', 'neutral')),
  email TEXT,
  email_bounced_at TEXT,
  phone TEXT,
  channel TEXT NOT NULL DEFAULT 'email' CHECK (channel IN ('email', 'letter')),
  street TEXT NOT NULL DEFAULT '',
  postal_code TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT 'BE',
  third_party_payer_id INTEGER REFERENCES third_party_payers (id),
  removed_at TEXT,
  import_id INTEGER REFERENCES imports (id),
  -- For sorting: capitals and accents do not matter (SQLite itself knows neither), kept by SQLite.
  sort_name TEXT NOT NULL GENERATED ALWAYS AS (lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(last_name || ' ' || first_name, 'À', 'a'), 'à', 'a'), 'Á', 'a'), 'á', 'a'), 'Â', 'a'), 'â', 'a'), 'Ã', 'a'), 'ã', 'a'), 'Ä', 'a'), 'ä', 'a'), 'Å', 'a'), 'å', 'a'), 'Ç', 'c'), 'ç', 'c'), 'Ć', 'c'), 'ć', 'c'), 'Č', 'c'), 'č', 'c'), 'È', 'e'), 'è', 'e'), 'É', 'e'), 'é', 'e'), 'Ê', 'e'), 'ê', 'e'), 'Ë', 'e'), 'ë', 'e'), 'Ğ', 'g'), 'ğ', 'g'), 'Ì', 'i'), 'ì', 'i'), 'Í', 'i'), 'í', 'i'), 'Î', 'i'), 'î', 'i'), 'Ï', 'i'), 'ï', 'i'), 'İ', 'i'), 'ı', 'i'), 'Ł', 'l'), 'ł', 'l'), 'Ñ', 'n'), 'ñ', 'n'), 'Ò', 'o'), 'ò', 'o'), 'Ó', 'o'), 'ó', 'o'), 'Ô', 'o'), 'ô', 'o'), 'Õ', 'o'), 'õ', 'o'), 'Ö', 'o'), 'ö', 'o'), 'Ø', 'o'), 'ø', 'o'), 'Ś', 's'), 'ś', 's'), 'Ş', 's'), 'ş', 's'), 'Š', 's'), 'š', 's'), 'Ù', 'u'), 'ù', 'u'), 'Ú', 'u'), 'ú', 'u'), 'Û', 'u'), 'û', 'u'), 'Ü', 'u'), 'ü', 'u'), 'Ý', 'y'), 'ý', 'y'), 'ÿ', 'y'), 'Ź', 'z'), 'ź', 'z'), 'Ż', 'z'), 'ż', 'z'), 'Ž', 'z'), 'ž', 'z'))) STORED,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX payers_household ON payers (household_id);

-- Who owes for which pupil, and how. An invoice is owed by the liabilities in force on its issue date.
CREATE TABLE liabilities (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  pupil_id INTEGER NOT NULL REFERENCES pupils (id),
  payer_id INTEGER NOT NULL REFERENCES payers (id),
  kind TEXT NOT NULL CHECK (kind IN ('joint', 'split')),
  share_bp INTEGER NOT NULL DEFAULT 10000 CHECK (share_bp BETWEEN 0 AND 10000),
  from_date TEXT NOT NULL DEFAULT '0001-01-01',
  until_date TEXT
) STRICT;
CREATE UNIQUE INDEX liabilities_once ON liabilities (pupil_id, payer_id, from_date);
CREATE INDEX liabilities_payer ON liabilities (payer_id);

-- The reference a payer uses to pay several invoices of one school in one transfer. Given once, never reused.
CREATE TABLE payer_references (
  structured_reference TEXT PRIMARY KEY CHECK (structured_reference GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'),
  school_id INTEGER NOT NULL REFERENCES schools (id),
  payer_id INTEGER NOT NULL REFERENCES payers (id),
  UNIQUE (school_id, payer_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER payers_has_email_insert AFTER INSERT ON payers BEGIN
  UPDATE households SET has_email = EXISTS (
    SELECT 1 FROM payers WHERE household_id = new.household_id AND removed_at IS NULL AND email IS NOT NULL AND email_bounced_at IS NULL
  ) WHERE id = new.household_id;
END;
CREATE TRIGGER payers_has_email_update AFTER UPDATE OF email, email_bounced_at, removed_at, household_id ON payers BEGIN
  UPDATE households SET has_email = EXISTS (
    SELECT 1 FROM payers WHERE household_id = households.id AND removed_at IS NULL AND email IS NOT NULL AND email_bounced_at IS NULL
  ) WHERE id IN (old.household_id, new.household_id);
END;

-- ledger -------------------------------------------------------------------------------------------------------------

CREATE TABLE invoices (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  pupil_id INTEGER NOT NULL REFERENCES pupils (id),
  billing_group_id INTEGER NOT NULL REFERENCES billing_groups (id),
  kind TEXT NOT NULL DEFAULT 'invoice' CHECK (kind IN ('invoice', 'creditNote')),
  number TEXT NOT NULL,
  external_number TEXT,
  structured_reference TEXT,
  description TEXT NOT NULL DEFAULT '',
  school_year TEXT NOT NULL CHECK (school_year GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]'),
  issue_date TEXT NOT NULL CHECK (issue_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  due_date TEXT NOT NULL CHECK (due_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- Sum of the postings, kept by a trigger; ledger checks prove it.
  balance_cents INTEGER NOT NULL DEFAULT 0,
  -- Set when the import that brought it was undone: kept for the trail, in no list.
  withdrawn_at TEXT,
  import_id INTEGER REFERENCES imports (id),
  created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX invoices_number ON invoices (school_id, number) WHERE withdrawn_at IS NULL;
CREATE INDEX invoices_pupil ON invoices (pupil_id);
CREATE INDEX invoices_reference ON invoices (structured_reference) WHERE structured_reference IS NOT NULL;
-- Openstaand reads only these two: in order of the due date, and pupil by pupil. They hold every column its filters ask for,
-- so that a list of 100,000 open invoices is counted without touching a row.
CREATE INDEX invoices_open ON invoices (due_date, id, school_id, balance_cents, pupil_id, billing_group_id, school_year, withdrawn_at)
  WHERE balance_cents <> 0 AND withdrawn_at IS NULL;
CREATE INDEX invoices_open_pupil ON invoices (pupil_id, due_date, id, school_id, balance_cents, billing_group_id, school_year, issue_date, withdrawn_at)
  WHERE balance_cents <> 0 AND withdrawn_at IS NULL;

CREATE TABLE postings (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  invoice_id INTEGER NOT NULL REFERENCES invoices (id),
  kind TEXT NOT NULL CHECK (kind IN ('charge', 'receipt', 'credit', 'settledElsewhere', 'reversal')),
  -- Signed: what is owed is positive.
  amount_cents INTEGER NOT NULL CHECK (amount_cents <> 0),
  booking_date TEXT NOT NULL CHECK (booking_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  value_date TEXT NOT NULL CHECK (value_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  description TEXT NOT NULL DEFAULT '',
  reverses_id INTEGER UNIQUE REFERENCES postings (id),
  import_id INTEGER REFERENCES imports (id),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  CHECK ((kind = 'reversal') = (reverses_id IS NOT NULL))
) STRICT;
CREATE INDEX postings_invoice ON postings (invoice_id);
CREATE INDEX postings_import ON postings (import_id) WHERE import_id IS NOT NULL;

CREATE TRIGGER postings_no_update BEFORE UPDATE ON postings BEGIN SELECT RAISE (ABORT, 'postings are append-only'); END;
CREATE TRIGGER postings_no_delete BEFORE DELETE ON postings BEGIN SELECT RAISE (ABORT, 'postings are append-only'); END;
CREATE TRIGGER postings_balance AFTER INSERT ON postings BEGIN
  UPDATE invoices SET balance_cents = balance_cents + new.amount_cents WHERE id = new.invoice_id;
END;
CREATE TRIGGER invoices_no_delete BEFORE DELETE ON invoices BEGIN SELECT RAISE (ABORT, 'invoices are never deleted'); END;

-- dunning ------------------------------------------------------------------------------------------------------------

-- "Niet verwerken". Lifted rather than deleted, so that the dossier keeps why.
CREATE TABLE holds (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  invoice_id INTEGER NOT NULL REFERENCES invoices (id),
  reason TEXT NOT NULL CHECK (length(reason) > 0),
  from_date TEXT NOT NULL,
  -- Last day on which it holds; NULL: until lifted.
  until_date TEXT CHECK (until_date IS NULL OR until_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  lifted_at TEXT,
  lifted_by TEXT
) STRICT;
CREATE INDEX holds_invoice ON holds (invoice_id) WHERE lifted_at IS NULL;
-- The dossier also tells of holds that were lifted.
CREATE INDEX holds_history ON holds (invoice_id, created_at);

-- imports ------------------------------------------------------------------------------------------------------------

CREATE TABLE import_profiles (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('pupils', 'invoices')),
  -- The header row, normalised and joined: how a file is recognised next month.
  fingerprint TEXT NOT NULL,
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  -- NULL when the file names the school of each row.
  school_id INTEGER REFERENCES schools (id),
  kind TEXT NOT NULL CHECK (kind IN ('pupils', 'invoices')),
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  profile_id INTEGER REFERENCES import_profiles (id),
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  undone_at TEXT,
  undone_by TEXT
) STRICT;
CREATE INDEX imports_file ON imports (file_sha256);

-- One row per line of the file that did something or was refused: report, timeline and undo read it.
CREATE TABLE import_rows (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id),
  row_number INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('new', 'changed', 'rejected', 'settledElsewhere')),
  reason TEXT,
  -- What the row touched.
  pupil_id INTEGER REFERENCES pupils (id),
  invoice_id INTEGER REFERENCES invoices (id),
  -- [{ "table", "id", "before": {..} | null, "after": {..} }]
  changes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(changes)),
  -- How the row stood in the preview: { "subject", "proposal", "changes", "openCents" }; the report shows it again.
  shown TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(shown))
) STRICT;
CREATE INDEX import_rows_import ON import_rows (import_id);
CREATE INDEX import_rows_pupil ON import_rows (pupil_id) WHERE pupil_id IS NOT NULL;
CREATE INDEX import_rows_invoice ON import_rows (invoice_id) WHERE invoice_id IS NOT NULL;

-- correspondence -----------------------------------------------------------------------------------------------------

CREATE TABLE texts (
  id INTEGER PRIMARY KEY,
  -- NULL: for every school of the board.
  school_id INTEGER REFERENCES schools (id),
  name TEXT NOT NULL,
  tone TEXT NOT NULL CHECK (tone IN ('friendly', 'formal', 'inviting')),
  -- The shipped text it came from, e.g. 'friendlyReminder'.
  shipped_key TEXT,
  archived_at TEXT,
  created_at TEXT NOT NULL
) STRICT;

-- Append-only: a message keeps pointing at the version it was made from.
CREATE TABLE text_versions (
  id INTEGER PRIMARY KEY,
  text_id INTEGER NOT NULL REFERENCES texts (id),
  language TEXT NOT NULL CHECK (language IN ('nl', 'fr', 'en')),
  version INTEGER NOT NULL CHECK (version > 0),
  subject TEXT NOT NULL,
  -- A RichText document (src-shared/correspondence/rich-text.ts).
  body TEXT NOT NULL CHECK (json_valid(body)),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (text_id, language, version)
) STRICT;
CREATE TRIGGER text_versions_no_update BEFORE UPDATE ON text_versions BEGIN SELECT RAISE (ABORT, 'text versions are append-only'); END;
CREATE TRIGGER text_versions_no_delete BEFORE DELETE ON text_versions BEGIN SELECT RAISE (ABORT, 'text versions are append-only'); END;

CREATE TABLE batches (
  id INTEGER PRIMARY KEY,
  text_id INTEGER NOT NULL REFERENCES texts (id),
  -- Given by the screen, so that a second press of the same button is the same batch.
  request_key TEXT NOT NULL UNIQUE,
  -- Of what was asked with it: the same key for something else is refused.
  request_sha256 TEXT NOT NULL,
  as_of TEXT NOT NULL,
  author TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE evidence (
  sha256 TEXT PRIMARY KEY,
  media_type TEXT NOT NULL CHECK (media_type IN ('message/rfc822', 'application/pdf')),
  bytes BLOB NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER evidence_no_update BEFORE UPDATE ON evidence BEGIN SELECT RAISE (ABORT, 'evidence is append-only'); END;
CREATE TRIGGER evidence_no_delete BEFORE DELETE ON evidence BEGIN SELECT RAISE (ABORT, 'evidence is append-only'); END;

-- The outbox. What it says never changes; where it stands moves only along reserved -> sending -> sent | failed | uncertain.
CREATE TABLE messages (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES batches (id),
  school_id INTEGER NOT NULL REFERENCES schools (id),
  household_id INTEGER NOT NULL REFERENCES households (id),
  payer_id INTEGER NOT NULL REFERENCES payers (id),
  -- The body that receives it in the payer's place (OCMW, mediator).
  third_party_payer_id INTEGER REFERENCES third_party_payers (id),
  channel TEXT NOT NULL CHECK (channel IN ('email', 'letter')),
  text_version_id INTEGER NOT NULL REFERENCES text_versions (id),
  language TEXT NOT NULL,
  recipient_name TEXT NOT NULL,
  -- E-mail address, or the postal address with line breaks.
  recipient_address TEXT NOT NULL,
  subject TEXT NOT NULL,
  -- The letter model (src-shared/correspondence/letter-model.ts) from which mail and PDF are made.
  model TEXT NOT NULL CHECK (json_valid(model)),
  total_cents INTEGER NOT NULL,
  structured_reference TEXT,
  -- Set for letters at reservation, for mails when the bytes are composed.
  evidence_sha256 TEXT REFERENCES evidence (sha256),
  status TEXT NOT NULL DEFAULT 'reserved' CHECK (status IN ('reserved', 'sending', 'sent', 'failed', 'uncertain', 'cancelled')),
  attempts INTEGER NOT NULL DEFAULT 0,
  failure TEXT,
  reserved_at TEXT NOT NULL,
  finished_at TEXT,
  UNIQUE (batch_id, payer_id, school_id)
) STRICT;
CREATE INDEX messages_status ON messages (status) WHERE status IN ('reserved', 'sending', 'failed', 'uncertain');
CREATE INDEX messages_household ON messages (household_id);
CREATE INDEX messages_payer ON messages (payer_id);

-- Every payer a message speaks to: parents who are jointly liable and share the address get one message together.
CREATE TABLE message_payers (
  message_id INTEGER NOT NULL REFERENCES messages (id),
  payer_id INTEGER NOT NULL REFERENCES payers (id),
  batch_id INTEGER NOT NULL REFERENCES batches (id),
  school_id INTEGER NOT NULL REFERENCES schools (id),
  PRIMARY KEY (message_id, payer_id),
  UNIQUE (batch_id, payer_id, school_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_payers_payer ON message_payers (payer_id);
CREATE TRIGGER message_payers_no_update BEFORE UPDATE ON message_payers BEGIN SELECT RAISE (ABORT, 'message payers are append-only'); END;
CREATE TRIGGER message_payers_no_delete BEFORE DELETE ON message_payers BEGIN SELECT RAISE (ABORT, 'message payers are append-only'); END;

CREATE TABLE message_items (
  message_id INTEGER NOT NULL REFERENCES messages (id),
  invoice_id INTEGER NOT NULL REFERENCES invoices (id),
  school_id INTEGER NOT NULL REFERENCES schools (id),
  amount_cents INTEGER NOT NULL,
  PRIMARY KEY (message_id, invoice_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_items_invoice ON message_items (invoice_id);

CREATE TABLE message_events (
  id INTEGER PRIMARY KEY,
  message_id INTEGER NOT NULL REFERENCES messages (id),
  at TEXT NOT NULL,
  status TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '',
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX message_events_message ON message_events (message_id);
CREATE TRIGGER message_events_no_update BEFORE UPDATE ON message_events BEGIN SELECT RAISE (ABORT, 'message events are append-only'); END;
CREATE TRIGGER message_events_no_delete BEFORE DELETE ON message_events BEGIN SELECT RAISE (ABORT, 'message events are append-only'); END;
CREATE TRIGGER message_items_no_update BEFORE UPDATE ON message_items BEGIN SELECT RAISE (ABORT, 'message items are append-only'); END;
CREATE TRIGGER message_items_no_delete BEFORE DELETE ON message_items BEGIN SELECT RAISE (ABORT, 'message items are append-only'); END;
CREATE TRIGGER messages_no_delete BEFORE DELETE ON messages BEGIN SELECT RAISE (ABORT, 'messages are never deleted'); END;
CREATE TRIGGER messages_content BEFORE UPDATE OF
  batch_id, school_id, household_id, payer_id, third_party_payer_id, channel, text_version_id, language, recipient_name,
  recipient_address, subject, model, total_cents, structured_reference, reserved_at ON messages
BEGIN SELECT RAISE (ABORT, 'the content of a message never changes'); END;
CREATE TRIGGER messages_final BEFORE UPDATE OF status ON messages WHEN old.status IN ('sent', 'cancelled') AND new.status <> old.status
BEGIN SELECT RAISE (ABORT, 'a sent or cancelled message keeps its status'); END;
-- A mail that was refused is composed again when it is tried again; each attempt's bytes stay, named in its event.
CREATE TRIGGER messages_evidence BEFORE UPDATE OF evidence_sha256 ON messages
WHEN old.evidence_sha256 IS NOT NULL AND old.evidence_sha256 IS NOT new.evidence_sha256 AND NOT (old.channel = 'email' AND old.status = 'reserved')
BEGIN SELECT RAISE (ABORT, 'the evidence of a message never changes'); END;
-- The payers may stand in another household since the message was made: merged, or split off.
CREATE TRIGGER messages_last_contact AFTER UPDATE OF status ON messages WHEN new.status = 'sent' AND old.status <> 'sent' BEGIN
  UPDATE households SET last_contact_at = max(coalesce(last_contact_at, ''), new.finished_at)
  WHERE id = new.household_id OR id IN (
    SELECT payers.household_id FROM message_payers JOIN payers ON payers.id = payer_id WHERE message_id = new.id);
END;

-- dossier ------------------------------------------------------------------------------------------------------------

CREATE TABLE notes (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES households (id),
  kind TEXT NOT NULL CHECK (kind IN ('note', 'call', 'talk')),
  body TEXT NOT NULL CHECK (length(body) > 0),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX notes_household ON notes (household_id);
CREATE TRIGGER notes_last_contact AFTER INSERT ON notes WHEN new.kind IN ('call', 'talk') BEGIN
  UPDATE households SET last_contact_at = max(coalesce(last_contact_at, ''), new.created_at) WHERE id = new.household_id;
END;

-- Infobol: one short note per pupil, visible wherever the pupil or one of the invoices appears.
CREATE TABLE info_notes (
  pupil_id INTEGER PRIMARY KEY REFERENCES pupils (id),
  school_id INTEGER NOT NULL REFERENCES schools (id),
  body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 280),
  author TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES households (id),
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  byte_count INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX documents_household ON documents (household_id);

CREATE TABLE next_steps (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES households (id),
  what TEXT NOT NULL CHECK (length(what) > 0),
  due_date TEXT NOT NULL CHECK (due_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  done_at TEXT
) STRICT;
CREATE INDEX next_steps_household ON next_steps (household_id);

-- Search as you type over names, class, references, invoice numbers, e-mail and phone; accents are ignored.
-- rowid = 4 * id + 0 pupil, 1 payer, 2 invoice, 3 household. Digits of references and phones are stored without separators.
CREATE VIRTUAL TABLE search_index USING fts5 (
  words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
);

CREATE TRIGGER pupils_search_insert AFTER INSERT ON pupils BEGIN
  INSERT INTO search_index (rowid, words)
  VALUES (4 * new.id, concat_ws(' ', new.first_name, new.last_name, new.class_name, new.student_number));
END;
CREATE TRIGGER pupils_search_update AFTER UPDATE OF first_name, last_name, class_name, student_number ON pupils BEGIN
  DELETE FROM search_index WHERE rowid = 4 * new.id;
  INSERT INTO search_index (rowid, words)
  VALUES (4 * new.id, concat_ws(' ', new.first_name, new.last_name, new.class_name, new.student_number));
END;
CREATE TRIGGER pupils_search_delete AFTER DELETE ON pupils BEGIN
  DELETE FROM search_index WHERE rowid = 4 * old.id;
END;

CREATE TRIGGER payers_search_insert AFTER INSERT ON payers BEGIN
  INSERT INTO search_index (rowid, words) VALUES (4 * new.id + 1, concat_ws(' ', new.first_name, new.last_name, new.email,
    replace(replace(replace(replace(replace(new.phone, '+32', '0'), ' ', ''), '/', ''), '.', ''), '-', '')));
END;
CREATE TRIGGER payers_search_update AFTER UPDATE OF first_name, last_name, email, phone, removed_at ON payers BEGIN
  DELETE FROM search_index WHERE rowid = 4 * new.id + 1;
  INSERT INTO search_index (rowid, words) SELECT 4 * new.id + 1, concat_ws(' ', new.first_name, new.last_name, new.email,
    replace(replace(replace(replace(replace(new.phone, '+32', '0'), ' ', ''), '/', ''), '.', ''), '-', ''))
  WHERE new.removed_at IS NULL;
END;
CREATE TRIGGER payers_search_delete AFTER DELETE ON payers BEGIN
  DELETE FROM search_index WHERE rowid = 4 * old.id + 1;
END;

CREATE TRIGGER invoices_search_insert AFTER INSERT ON invoices BEGIN
  INSERT INTO search_index (rowid, words)
  VALUES (4 * new.id + 2, concat_ws(' ', new.number, new.external_number, new.structured_reference));
END;
CREATE TRIGGER invoices_search_update AFTER UPDATE OF number, external_number, structured_reference, withdrawn_at ON invoices BEGIN
  DELETE FROM search_index WHERE rowid = 4 * new.id + 2;
  INSERT INTO search_index (rowid, words)
  SELECT 4 * new.id + 2, concat_ws(' ', new.number, new.external_number, new.structured_reference) WHERE new.withdrawn_at IS NULL;
END;

CREATE TRIGGER households_search_insert AFTER INSERT ON households BEGIN
  INSERT INTO search_index (rowid, words) VALUES (4 * new.id + 3, new.name);
END;
CREATE TRIGGER households_search_update AFTER UPDATE OF name, merged_into_id ON households BEGIN
  DELETE FROM search_index WHERE rowid = 4 * new.id + 3;
  INSERT INTO search_index (rowid, words) SELECT 4 * new.id + 3, new.name WHERE new.merged_into_id IS NULL;
END;
CREATE TRIGGER households_search_delete AFTER DELETE ON households BEGIN
  DELETE FROM search_index WHERE rowid = 4 * old.id + 3;
END;

-- access -------------------------------------------------------------------------------------------------------------

CREATE TABLE audit_entries (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  school_id INTEGER REFERENCES schools (id),
  household_id INTEGER REFERENCES households (id),
  command TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX audit_entries_household ON audit_entries (household_id) WHERE household_id IS NOT NULL;
CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries BEGIN SELECT RAISE (ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries BEGIN SELECT RAISE (ABORT, 'the audit trail is append-only'); END;

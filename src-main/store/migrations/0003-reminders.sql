-- Reminders that are right: procedures, holds of every kind, runs that can be taken back, the clocks of the law, hand-over.
-- Three tables are rebuilt because a CHECK or NOT NULL cannot be changed: holds, batches and approvals.

-- holds --------------------------------------------------------------------------------------------------------------

CREATE TABLE holds_new (
  id INTEGER PRIMARY KEY,
  -- Of an invoice, and of a whole school; NULL: a household or payer is held at every school of the board.
  school_id INTEGER REFERENCES schools (id),
  scope TEXT NOT NULL CHECK (scope IN ('school', 'household', 'payer', 'invoice')),
  household_id INTEGER REFERENCES households (id),
  payer_id INTEGER REFERENCES payers (id),
  invoice_id INTEGER REFERENCES invoices (id),
  kind TEXT NOT NULL CHECK (kind IN ('doNotProcess', 'dispute', 'promise', 'plan', 'socialFile', 'budgetManagement',
    'mediation', 'debtSettlement', 'bereavement', 'other')),
  reason TEXT NOT NULL CHECK (length(reason) > 0),
  from_date TEXT NOT NULL,
  -- Last day on which it holds; NULL: until lifted.
  until_date TEXT CHECK (until_date IS NULL OR until_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- When somebody looks at it again, whatever its last day.
  review_date TEXT CHECK (review_date IS NULL OR review_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- No costs or interest while it holds.
  freezes_costs INTEGER NOT NULL DEFAULT 0 CHECK (freezes_costs IN (0, 1)),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  lifted_at TEXT,
  lifted_by TEXT,
  CHECK ((scope = 'household') = (household_id IS NOT NULL)),
  CHECK ((scope = 'payer') = (payer_id IS NOT NULL)),
  CHECK ((scope = 'invoice') = (invoice_id IS NOT NULL)),
  CHECK ((scope IN ('school', 'invoice')) = (school_id IS NOT NULL))
) STRICT;
INSERT INTO holds_new (id, school_id, scope, invoice_id, kind, reason, from_date, until_date, author, created_at, lifted_at, lifted_by)
SELECT id, school_id, 'invoice', invoice_id, 'doNotProcess', reason, from_date, until_date, author, created_at, lifted_at, lifted_by
FROM holds;
DROP TABLE holds;
ALTER TABLE holds_new RENAME TO holds;
CREATE INDEX holds_invoice ON holds (invoice_id) WHERE lifted_at IS NULL AND invoice_id IS NOT NULL;
-- Few, so the dossier finds those that were lifted by them as well.
CREATE INDEX holds_household ON holds (household_id) WHERE household_id IS NOT NULL;
CREATE INDEX holds_payer ON holds (payer_id) WHERE payer_id IS NOT NULL;
CREATE INDEX holds_school ON holds (school_id) WHERE lifted_at IS NULL AND scope = 'school';
-- The dossier also tells of holds that were lifted.
CREATE INDEX holds_history ON holds (invoice_id, created_at);

-- dunning procedures -------------------------------------------------------------------------------------------------

CREATE TABLE procedures (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  name TEXT NOT NULL CHECK (length(name) > 0),
  -- The shipped procedure it came from.
  shipped_key TEXT,
  -- The first day on which it no longer counts; for the days before, it still does.
  archived_on TEXT CHECK (archived_on IS NULL OR archived_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX procedures_school ON procedures (school_id) WHERE archived_on IS NULL;

-- Append-only: what was sent keeps pointing at the version it was decided with.
CREATE TABLE procedure_versions (
  id INTEGER PRIMARY KEY,
  procedure_id INTEGER NOT NULL REFERENCES procedures (id),
  school_id INTEGER NOT NULL REFERENCES schools (id),
  version INTEGER NOT NULL CHECK (version > 0),
  -- NULL: for bills of every group.
  billing_group_id INTEGER REFERENCES billing_groups (id),
  valid_from TEXT NOT NULL CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- Last day; NULL: until a newer version.
  valid_until TEXT CHECK (valid_until IS NULL OR valid_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- Only for bills with at most so many days left before limitation; NULL: for the others.
  near_limitation_days INTEGER CHECK (near_limitation_days IS NULL OR near_limitation_days > 0),
  -- In order; src-shared/dunning/procedure.ts.
  stages TEXT NOT NULL CHECK (json_valid(stages)),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (procedure_id, version)
) STRICT;
CREATE TRIGGER procedure_versions_no_update BEFORE UPDATE ON procedure_versions BEGIN SELECT RAISE (ABORT, 'procedure versions are append-only'); END;
CREATE TRIGGER procedure_versions_no_delete BEFORE DELETE ON procedure_versions BEGIN SELECT RAISE (ABORT, 'procedure versions are append-only'); END;

-- approvals: a run is one more thing that asks for a second pair of eyes ----------------------------------------------

CREATE TABLE approvals_new (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  household_id INTEGER REFERENCES households (id),
  kind TEXT NOT NULL CHECK (kind IN ('writeOff', 'remission', 'refund', 'transfer', 'payerAccount', 'run')),
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

-- runs ---------------------------------------------------------------------------------------------------------------

CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  -- Given by the screen, so that a second press of the same button is the same run.
  request_key TEXT NOT NULL UNIQUE,
  -- The day for which it was decided.
  as_of TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- draft: proposals can be changed; approved: may be sent; sending: has begun; done: nothing is left to send.
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'approved', 'sending', 'done', 'cancelled', 'reversed')),
  -- Why the bank did not have to be newer, when somebody went on all the same.
  bank_override TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  started_at TEXT,
  finished_at TEXT,
  reversed_at TEXT,
  reversed_by TEXT,
  reversal_reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TRIGGER runs_no_delete BEFORE DELETE ON runs BEGIN SELECT RAISE (ABORT, 'runs are never deleted'); END;

-- Each school of a run is approved by itself.
CREATE TABLE run_schools (
  run_id INTEGER NOT NULL REFERENCES runs (id),
  school_id INTEGER NOT NULL REFERENCES schools (id),
  approval_id INTEGER REFERENCES approvals (id),
  approved_by TEXT,
  approved_at TEXT,
  PRIMARY KEY (run_id, school_id)
) STRICT, WITHOUT ROWID;

-- What a run would do, and then did, for one payer of one school.
CREATE TABLE run_proposals (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES runs (id),
  school_id INTEGER NOT NULL REFERENCES schools (id),
  household_id INTEGER NOT NULL REFERENCES households (id),
  payer_id INTEGER NOT NULL REFERENCES payers (id),
  procedure_version_id INTEGER NOT NULL REFERENCES procedure_versions (id),
  stage INTEGER NOT NULL CHECK (stage > 0),
  channel TEXT NOT NULL CHECK (channel IN ('email', 'letter', 'registeredLetter', 'phone', 'talk', 'handOver')),
  text_id INTEGER REFERENCES texts (id),
  total_cents INTEGER NOT NULL,
  -- The proposal as decideDunning gave it (src-shared/dunning/decision.ts).
  proposal TEXT NOT NULL CHECK (json_valid(proposal)),
  -- What a person made of it.
  is_dropped INTEGER NOT NULL DEFAULT 0 CHECK (is_dropped IN (0, 1)),
  choice_reason TEXT NOT NULL DEFAULT '',
  chosen_channel TEXT CHECK (chosen_channel IN ('email', 'letter', 'registeredLetter', 'phone', 'talk')),
  -- What was approved; more than this is asked again.
  approved_stage INTEGER,
  approved_cents INTEGER,
  -- Number of the school, "2026-00012": given when the run starts, and kept when the letter becomes void.
  number TEXT,
  -- open: nothing done yet; out: a message or a task exists; dropped: not any more, with the reason; void: taken back.
  outcome TEXT NOT NULL DEFAULT 'open' CHECK (outcome IN ('open', 'out', 'dropped', 'raised', 'void')),
  outcome_reason TEXT NOT NULL DEFAULT '',
  -- The newest message; older ones of the same run were cancelled before they left.
  message_id INTEGER REFERENCES messages (id),
  task_id INTEGER REFERENCES tasks (id),
  -- The day printed as the last one to pay.
  pay_before TEXT,
  -- The lump sum that its message names; NULL: none.
  announced_cents INTEGER,
  UNIQUE (run_id, school_id, payer_id)
) STRICT;
CREATE INDEX run_proposals_payer ON run_proposals (payer_id);
CREATE INDEX run_proposals_household ON run_proposals (household_id);
CREATE INDEX run_proposals_message ON run_proposals (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX run_proposals_number ON run_proposals (school_id, number) WHERE number IS NOT NULL;
CREATE TRIGGER run_proposals_no_delete BEFORE DELETE ON run_proposals WHEN old.number IS NOT NULL BEGIN SELECT RAISE (ABORT, 'a numbered proposal is never deleted'); END;

-- Who got nothing and why, as it was decided.
CREATE TABLE run_exclusions (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES runs (id),
  school_id INTEGER NOT NULL REFERENCES schools (id),
  household_id INTEGER REFERENCES households (id),
  payer_id INTEGER REFERENCES payers (id),
  reason TEXT NOT NULL,
  -- The exclusion as decideDunning gave it.
  exclusion TEXT NOT NULL CHECK (json_valid(exclusion))
) STRICT;
CREATE INDEX run_exclusions_run ON run_exclusions (run_id);

-- The sent events of domain.md: which stage which payer got for which bill. Append-only; taken back by a void.
CREATE TABLE stage_events (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  run_id INTEGER NOT NULL REFERENCES runs (id),
  payer_id INTEGER NOT NULL REFERENCES payers (id),
  invoice_id INTEGER NOT NULL REFERENCES invoices (id),
  procedure_version_id INTEGER NOT NULL REFERENCES procedure_versions (id),
  stage INTEGER NOT NULL CHECK (stage > 0),
  channel TEXT NOT NULL CHECK (channel IN ('email', 'letter', 'registeredLetter', 'phone', 'talk', 'handOver')),
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- Last day of the term of the law; NULL: no term runs from it.
  term_last_day TEXT,
  -- The lump sum that the message named as one that may follow, for all its bills together; NULL: none.
  announced_cents INTEGER,
  amount_cents INTEGER NOT NULL,
  message_id INTEGER REFERENCES messages (id),
  task_id INTEGER REFERENCES tasks (id),
  voids_id INTEGER UNIQUE REFERENCES stage_events (id),
  void_reason TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  CHECK (voids_id IS NOT NULL OR (message_id IS NULL) <> (task_id IS NULL))
) STRICT;
CREATE INDEX stage_events_invoice ON stage_events (invoice_id);
CREATE INDEX stage_events_message ON stage_events (message_id) WHERE message_id IS NOT NULL;
CREATE UNIQUE INDEX stage_events_once ON stage_events (run_id, payer_id, invoice_id) WHERE voids_id IS NULL;
CREATE TRIGGER stage_events_no_update BEFORE UPDATE ON stage_events BEGIN SELECT RAISE (ABORT, 'stage events are append-only'); END;
CREATE TRIGGER stage_events_no_delete BEFORE DELETE ON stage_events BEGIN SELECT RAISE (ABORT, 'stage events are append-only'); END;

-- Work for a person: to call, to talk, to hand over. A run makes them, and so can a person.
CREATE TABLE tasks (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  household_id INTEGER NOT NULL REFERENCES households (id),
  payer_id INTEGER REFERENCES payers (id),
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'talk', 'handOver')),
  due_date TEXT NOT NULL CHECK (due_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  -- How it ended; a task that was not reached is tried again later.
  outcome TEXT CHECK (outcome IN ('reached', 'promised', 'planAsked', 'disputed', 'helpAsked', 'handedOver', 'other')),
  note TEXT NOT NULL DEFAULT '',
  tries INTEGER NOT NULL DEFAULT 0,
  done_at TEXT,
  done_by TEXT,
  cancelled_at TEXT,
  cancel_reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX tasks_open ON tasks (due_date) WHERE done_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX tasks_household ON tasks (household_id);

-- correspondence: a run has a batch as well, with a text per message -------------------------------------------------

CREATE TABLE batches_new (
  id INTEGER PRIMARY KEY,
  -- NULL: a run, in which every message has its own.
  text_id INTEGER REFERENCES texts (id),
  run_id INTEGER REFERENCES runs (id),
  -- Given by the screen, so that a second press of the same button is the same batch.
  request_key TEXT NOT NULL UNIQUE,
  -- Of what was asked with it: the same key for something else is refused.
  request_sha256 TEXT NOT NULL,
  as_of TEXT NOT NULL,
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  CHECK ((text_id IS NULL) = (run_id IS NOT NULL))
) STRICT;
INSERT INTO batches_new (id, text_id, request_key, request_sha256, as_of, author, created_at)
SELECT id, text_id, request_key, request_sha256, as_of, author, created_at FROM batches;
DROP TABLE batches;
ALTER TABLE batches_new RENAME TO batches;
CREATE INDEX batches_run ON batches (run_id) WHERE run_id IS NOT NULL;

-- Nobody gets two messages of one run and school: who was first leaves, the other never does.
CREATE TRIGGER messages_once_per_run BEFORE UPDATE OF status ON messages
WHEN new.status IN ('sending', 'sent') AND old.status <> new.status AND EXISTS (
  SELECT 1 FROM batches b
    JOIN message_payers own ON own.message_id = new.id
    JOIN batches other_batch ON other_batch.run_id = b.run_id
    JOIN message_payers theirs ON theirs.batch_id = other_batch.id AND theirs.payer_id = own.payer_id
      AND theirs.school_id = own.school_id AND theirs.message_id <> new.id
    JOIN messages other ON other.id = theirs.message_id AND other.status IN ('sending', 'sent', 'uncertain')
  WHERE b.id = new.batch_id AND b.run_id IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'this payer already has a message of this run'); END;

-- what is decided for every open bill at once, with its kind and number beside it ------------------------------------------

DROP INDEX invoices_open_pupil;
CREATE INDEX invoices_open_pupil ON invoices (pupil_id, due_date, id, school_id, balance_cents, billing_group_id, school_year, issue_date, withdrawn_at, attributed_cents, payer_id, kind, number)
  WHERE balance_cents <> 0 AND withdrawn_at IS NULL;

-- the law ------------------------------------------------------------------------------------------------------------

-- What a user changed in, or added to, the tables of resources/law; append-only, the newest row of a name and first day counts.
CREATE TABLE law_values (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  from_date TEXT NOT NULL CHECK (from_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until_date TEXT CHECK (until_date IS NULL OR until_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- JSON; NULL: not known, which blocks whatever asks for it.
  value TEXT CHECK (value IS NULL OR json_valid(value)),
  source TEXT NOT NULL CHECK (length(source) > 0),
  doubt TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX law_values_name ON law_values (name, from_date);
CREATE TRIGGER law_values_no_update BEFORE UPDATE ON law_values BEGIN SELECT RAISE (ABORT, 'law values are append-only'); END;
CREATE TRIGGER law_values_no_delete BEFORE DELETE ON law_values BEGIN SELECT RAISE (ABORT, 'law values are append-only'); END;

-- Costs and interest that a school asks beside a bill: each on a claim of its own, never in the bill.
CREATE TABLE cost_claims (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  household_id INTEGER NOT NULL REFERENCES households (id),
  payer_id INTEGER NOT NULL REFERENCES payers (id),
  kind TEXT NOT NULL CHECK (kind IN ('lumpSum', 'reminderCost', 'interest')),
  -- The bill it is about, and the claim of the ledger on which it stands.
  invoice_id INTEGER NOT NULL REFERENCES invoices (id),
  claim_id INTEGER NOT NULL UNIQUE REFERENCES invoices (id),
  run_id INTEGER REFERENCES runs (id),
  stage INTEGER NOT NULL,
  -- On what it was reckoned: open amount, rate, days, clause and cap, as they were that day.
  basis TEXT NOT NULL CHECK (json_valid(basis)),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  -- Paid follows from the ledger; waived and superseded take the claim back there.
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'paid', 'waived', 'superseded')),
  reason TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  decided_at TEXT
) STRICT;
CREATE INDEX cost_claims_household ON cost_claims (household_id);
-- The same stage never charges the same bill twice.
CREATE UNIQUE INDEX cost_claims_once ON cost_claims (invoice_id, payer_id, kind, stage) WHERE status <> 'superseded';
CREATE TRIGGER cost_claims_no_delete BEFORE DELETE ON cost_claims BEGIN SELECT RAISE (ABORT, 'cost claims are never deleted'); END;

-- limitation ---------------------------------------------------------------------------------------------------------

-- What restarts the limitation clock of a bill. A part payment through the bank counts by itself and is not kept here.
CREATE TABLE limitation_acts (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  invoice_id INTEGER NOT NULL REFERENCES invoices (id),
  -- Who acted, or to whom it was sent; what one joint debtor does counts for all.
  payer_id INTEGER REFERENCES payers (id),
  kind TEXT NOT NULL CHECK (kind IN ('acknowledgement', 'signedPlan', 'partPayment', 'lawyerLetter', 'bailiffLetter',
    'summons', 'orderToPay', 'attachment')),
  act_date TEXT NOT NULL CHECK (act_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- The proof.
  document_id INTEGER NOT NULL REFERENCES documents (id),
  note TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  withdrawn_at TEXT,
  withdrawn_by TEXT
) STRICT;
-- A payment through the bank restarts it as well: which open bills have one is asked of all of them at once.
CREATE INDEX postings_booked_receipts ON postings (invoice_id, entry_id, payer_id) WHERE kind = 'receipt' AND entry_id IS NOT NULL;
CREATE INDEX limitation_acts_invoice ON limitation_acts (invoice_id) WHERE withdrawn_at IS NULL;
CREATE TRIGGER limitation_acts_no_delete BEFORE DELETE ON limitation_acts BEGIN SELECT RAISE (ABORT, 'limitation acts are never deleted'); END;

-- collective debt settlement -----------------------------------------------------------------------------------------

CREATE TABLE debt_settlements (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES households (id),
  payer_id INTEGER NOT NULL REFERENCES payers (id),
  hold_id INTEGER NOT NULL REFERENCES holds (id),
  -- The mediator appointed by the court, who receives what there is to send.
  third_party_payer_id INTEGER REFERENCES third_party_payers (id),
  court TEXT NOT NULL DEFAULT '',
  reference TEXT NOT NULL DEFAULT '',
  -- Day on which the order of admission was sent to the creditors; the term to file the claim counts from it.
  order_sent_on TEXT NOT NULL CHECK (order_sent_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  claim_filed_on TEXT,
  -- Frozen on that day: [{ "invoiceId", "schoolId", "cents" }].
  frozen TEXT NOT NULL CHECK (json_valid(frozen)),
  outcome TEXT CHECK (outcome IN ('plan', 'remitted', 'revoked', 'rejected', 'other')),
  close_reason TEXT NOT NULL DEFAULT '',
  closed_on TEXT,
  author TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX debt_settlements_payer ON debt_settlements (payer_id);

-- hand-over ----------------------------------------------------------------------------------------------------------

-- Who collects for the school: a lawyer, a bailiff, or a collector who is registered.
CREATE TABLE collection_partners (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) > 0),
  kind TEXT NOT NULL CHECK (kind IN ('lawyer', 'bailiff', 'collector')),
  -- Of a collector: the number under which the FPS Economy registered it.
  registration_number TEXT,
  -- Day of the processing agreement (GDPR).
  agreement_on TEXT,
  third_party_payer_id INTEGER NOT NULL REFERENCES third_party_payers (id),
  removed_at TEXT
) STRICT;

CREATE TABLE hand_overs (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  household_id INTEGER NOT NULL REFERENCES households (id),
  payer_id INTEGER NOT NULL REFERENCES payers (id),
  partner_id INTEGER NOT NULL REFERENCES collection_partners (id),
  reference TEXT NOT NULL DEFAULT '',
  handed_on TEXT NOT NULL CHECK (handed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  total_cents INTEGER NOT NULL,
  -- What the payer's letters went to before, for when it is taken back.
  previous_third_party_payer_id INTEGER REFERENCES third_party_payers (id),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  taken_back_on TEXT,
  taken_back_by TEXT,
  take_back_reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX hand_overs_payer ON hand_overs (payer_id);
CREATE TRIGGER hand_overs_no_delete BEFORE DELETE ON hand_overs BEGIN SELECT RAISE (ABORT, 'hand-overs are never deleted'); END;

CREATE TABLE hand_over_items (
  hand_over_id INTEGER NOT NULL REFERENCES hand_overs (id),
  invoice_id INTEGER NOT NULL REFERENCES invoices (id),
  school_id INTEGER NOT NULL REFERENCES schools (id),
  amount_cents INTEGER NOT NULL,
  PRIMARY KEY (hand_over_id, invoice_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX hand_over_items_invoice ON hand_over_items (invoice_id);

-- The bundle exactly as it was handed over.
CREATE TABLE hand_over_files (
  hand_over_id INTEGER NOT NULL REFERENCES hand_overs (id),
  media_type TEXT NOT NULL CHECK (media_type IN ('application/pdf', 'text/csv')),
  sha256 TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (hand_over_id, media_type)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER hand_over_files_no_update BEFORE UPDATE ON hand_over_files BEGIN SELECT RAISE (ABORT, 'hand-over files are append-only'); END;
CREATE TRIGGER hand_over_files_no_delete BEFORE DELETE ON hand_over_files BEGIN SELECT RAISE (ABORT, 'hand-over files are append-only'); END;

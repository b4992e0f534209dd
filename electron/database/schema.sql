CREATE TABLE person (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (name <> ''),
  citizen_id TEXT NOT NULL,
  scheme TEXT NOT NULL,
  standing TEXT NOT NULL,
  insured_place_code TEXT NOT NULL,
  insured_place_name TEXT NOT NULL,
  living_place_name TEXT NOT NULL,
  phone TEXT NOT NULL,
  social_security_card TEXT NOT NULL,
  payee_name TEXT NOT NULL,
  bank_name TEXT NOT NULL,
  bank_account TEXT NOT NULL,
  note TEXT NOT NULL,
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE visit (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  hospital TEXT NOT NULL,
  department TEXT NOT NULL,
  date TEXT NOT NULL,
  end_date TEXT NOT NULL,
  diagnosis TEXT NOT NULL,
  disease_code TEXT NOT NULL,
  disease_name TEXT NOT NULL,
  note TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

CREATE INDEX visit_of_person ON visit (person_id, date);

CREATE TABLE invoice (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  visit_id TEXT NOT NULL REFERENCES visit (id),
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  number TEXT NOT NULL,
  check_code TEXT NOT NULL,
  issue_date TEXT NOT NULL,
  total_fen INTEGER NOT NULL CHECK (total_fen >= 0),
  fund_fen INTEGER,
  other_fen INTEGER,
  account_fen INTEGER,
  cash_fen INTEGER,
  self_paid_fen INTEGER,
  own_expense_fen INTEGER,
  note TEXT NOT NULL,
  same_key TEXT,
  twin_accepted INTEGER NOT NULL DEFAULT 0 CHECK (twin_accepted IN (0, 1)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

CREATE INDEX invoice_of_visit ON invoice (visit_id);

CREATE INDEX invoice_of_key ON invoice (same_key);

CREATE TABLE invoice_line (
  invoice_id TEXT NOT NULL REFERENCES invoice (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  quantity TEXT NOT NULL,
  unit TEXT NOT NULL,
  amount_fen INTEGER NOT NULL,
  PRIMARY KEY (invoice_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE scan (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 64),
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  byte_length INTEGER NOT NULL CHECK (byte_length > 0),
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE scan_bytes (
  scan_id TEXT NOT NULL UNIQUE REFERENCES scan (id),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE scan_page (
  scan_id TEXT NOT NULL REFERENCES scan (id),
  page INTEGER NOT NULL CHECK (page >= 0),
  width REAL NOT NULL CHECK (width > 0),
  height REAL NOT NULL CHECK (height > 0),
  unit TEXT NOT NULL CHECK (unit IN ('px', 'pt')),
  mirrored INTEGER NOT NULL CHECK (mirrored IN (0, 1)),
  turn INTEGER NOT NULL CHECK (turn IN (0, 90, 180, 270)),
  PRIMARY KEY (scan_id, page)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER scan_bytes_stay_as_they_came BEFORE UPDATE ON scan_bytes
BEGIN SELECT RAISE(ABORT, 'the original bytes of a scan are never changed'); END;

CREATE TRIGGER scan_bytes_are_kept BEFORE DELETE ON scan_bytes
BEGIN SELECT RAISE(ABORT, 'the original bytes of a scan are never deleted'); END;

CREATE TRIGGER scan_keeps_its_name BEFORE UPDATE OF id, byte_length ON scan
BEGIN SELECT RAISE(ABORT, 'the identity of a scan is never changed'); END;

CREATE TRIGGER scan_is_kept BEFORE DELETE ON scan
BEGIN SELECT RAISE(ABORT, 'a scan is never deleted'); END;

CREATE TABLE inbox_item (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  scan_id TEXT NOT NULL REFERENCES scan (id),
  received_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

CREATE UNIQUE INDEX inbox_item_once ON inbox_item (scan_id) WHERE removed_at IS NULL;

CREATE TABLE paper (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  visit_id TEXT NOT NULL REFERENCES visit (id),
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('original', 'copy'))
) STRICT;

CREATE INDEX paper_of_visit ON paper (visit_id);

CREATE TABLE paper_page (
  paper_id TEXT NOT NULL REFERENCES paper (id),
  position INTEGER NOT NULL,
  scan_id TEXT NOT NULL,
  page INTEGER NOT NULL,
  turn INTEGER NOT NULL CHECK (turn IN (0, 90, 180, 270)), edit TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (paper_id, position),
  FOREIGN KEY (scan_id, page) REFERENCES scan_page (scan_id, page)
) STRICT, WITHOUT ROWID;

CREATE INDEX paper_page_of_scan ON paper_page (scan_id);

CREATE TABLE claim (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id),
  title TEXT NOT NULL,
  status TEXT NOT NULL,
  packet_order TEXT NOT NULL CHECK (packet_order IN ('visit', 'kind')),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

CREATE INDEX claim_of_person ON claim (person_id);

CREATE TABLE claim_visit (
  claim_id TEXT NOT NULL REFERENCES claim (id),
  visit_id TEXT NOT NULL REFERENCES visit (id),
  PRIMARY KEY (claim_id, visit_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_visit_of_visit ON claim_visit (visit_id);

CREATE TABLE standing_paper (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  expires TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

CREATE INDEX standing_paper_of_person ON standing_paper (person_id);

CREATE TABLE standing_page (
  standing_paper_id TEXT NOT NULL REFERENCES standing_paper (id),
  position INTEGER NOT NULL,
  scan_id TEXT NOT NULL,
  page INTEGER NOT NULL,
  turn INTEGER NOT NULL CHECK (turn IN (0, 90, 180, 270)), edit TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (standing_paper_id, position),
  FOREIGN KEY (scan_id, page) REFERENCES scan_page (scan_id, page)
) STRICT, WITHOUT ROWID;

CREATE INDEX standing_page_of_scan ON standing_page (scan_id);

CREATE TABLE filing (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id),
  category TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  city_code TEXT NOT NULL,
  city_name TEXT NOT NULL,
  hospitals TEXT NOT NULL CHECK (json_valid(hospitals)),
  waiting_days INTEGER,
  how TEXT NOT NULL,
  proof_id TEXT REFERENCES standing_paper (id),
  note TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

CREATE INDEX filing_of_person ON filing (person_id);

CREATE TABLE approval (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id),
  disease_code TEXT NOT NULL,
  disease_name TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  hospitals TEXT NOT NULL CHECK (json_valid(hospitals)),
  proof_id TEXT REFERENCES standing_paper (id),
  note TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

CREATE INDEX approval_of_person ON approval (person_id);

CREATE TABLE hospital (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (name <> ''),
  aliases TEXT NOT NULL CHECK (json_valid(aliases)),
  grade TEXT NOT NULL,
  code TEXT NOT NULL,
  city_code TEXT NOT NULL,
  city_name TEXT NOT NULL,
  designated INTEGER CHECK (designated IN (0, 1)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

CREATE TABLE paper_facts (
  paper_id TEXT PRIMARY KEY REFERENCES paper (id),
  stamped TEXT NOT NULL CHECK (stamped IN ('unknown', 'yes', 'no')),
  copies INTEGER NOT NULL,
  original_at TEXT NOT NULL,
  printed_name TEXT NOT NULL,
  printed_hospital TEXT NOT NULL,
  printed_date TEXT NOT NULL,
  printed_total_fen INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE person_facts (
  person_id TEXT PRIMARY KEY REFERENCES person (id),
  died_on TEXT NOT NULL,
  account_kind TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person_year (
  person_id TEXT NOT NULL REFERENCES person (id),
  year INTEGER NOT NULL,
  deductible_fen INTEGER,
  deductible_used_fen INTEGER,
  cap_fen INTEGER,
  cap_used_fen INTEGER,
  PRIMARY KEY (person_id, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE visit_facts (
  visit_id TEXT PRIMARY KEY REFERENCES visit (id),
  situations TEXT NOT NULL CHECK (json_valid(situations)),
  days_of_supply INTEGER,
  medicines TEXT NOT NULL CHECK (json_valid(medicines))
) STRICT, WITHOUT ROWID;

CREATE TABLE invoice_facts (
  invoice_id TEXT PRIMARY KEY REFERENCES invoice (id),
  state TEXT NOT NULL,
  paid_elsewhere_fen INTEGER NOT NULL CHECK (paid_elsewhere_fen >= 0),
  paid_elsewhere_by TEXT NOT NULL
, replaced_by TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;

CREATE TABLE claim_event (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  claim_id TEXT NOT NULL REFERENCES claim (id),
  step TEXT NOT NULL,
  on_date TEXT NOT NULL,
  payer TEXT NOT NULL,
  office TEXT NOT NULL,
  channel TEXT NOT NULL,
  receipt_number TEXT NOT NULL,
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  wanted TEXT NOT NULL CHECK (json_valid(wanted)),
  until TEXT NOT NULL,
  amount_fen INTEGER CHECK (amount_fen >= 0),
  note TEXT NOT NULL,
  status_before TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  taken_back_at TEXT
) STRICT;

CREATE INDEX claim_event_of_claim ON claim_event (claim_id);

CREATE TRIGGER claim_event_stays BEFORE UPDATE ON claim_event
WHEN OLD.row IS NOT NEW.row OR OLD.id IS NOT NEW.id OR OLD.claim_id IS NOT NEW.claim_id
  OR OLD.step IS NOT NEW.step OR OLD.on_date IS NOT NEW.on_date OR OLD.payer IS NOT NEW.payer
  OR OLD.office IS NOT NEW.office OR OLD.channel IS NOT NEW.channel
  OR OLD.receipt_number IS NOT NEW.receipt_number OR OLD.reasons IS NOT NEW.reasons
  OR OLD.wanted IS NOT NEW.wanted OR OLD.until IS NOT NEW.until OR OLD.amount_fen IS NOT NEW.amount_fen
  OR OLD.note IS NOT NEW.note OR OLD.status_before IS NOT NEW.status_before
  OR OLD.recorded_at IS NOT NEW.recorded_at
BEGIN SELECT RAISE(ABORT, 'a step of a claim is never changed'); END;

CREATE TRIGGER claim_event_is_kept BEFORE DELETE ON claim_event
BEGIN SELECT RAISE(ABORT, 'a step of a claim is never deleted'); END;

CREATE TABLE packet_bytes (
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  page_count INTEGER NOT NULL CHECK (page_count > 0),
  kept_at TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TRIGGER packet_bytes_stay BEFORE UPDATE ON packet_bytes
BEGIN SELECT RAISE(ABORT, 'a kept packet is never changed'); END;

CREATE TRIGGER packet_bytes_are_kept BEFORE DELETE ON packet_bytes
BEGIN SELECT RAISE(ABORT, 'a kept packet is never deleted'); END;

CREATE TABLE submission (
  row INTEGER PRIMARY KEY,
  event_id TEXT NOT NULL UNIQUE REFERENCES claim_event (id),
  claim_id TEXT NOT NULL REFERENCES claim (id),
  packet_sha256 TEXT REFERENCES packet_bytes (sha256),
  manifest TEXT NOT NULL CHECK (json_valid(manifest))
) STRICT;

CREATE INDEX submission_of_claim ON submission (claim_id);

CREATE TRIGGER submission_stays BEFORE UPDATE ON submission
BEGIN SELECT RAISE(ABORT, 'a version that was handed in is never changed'); END;

CREATE TRIGGER submission_is_kept BEFORE DELETE ON submission
BEGIN SELECT RAISE(ABORT, 'a version that was handed in is never deleted'); END;

CREATE TABLE rule_override (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  place TEXT NOT NULL,
  chapter TEXT NOT NULL,
  rule_id TEXT NOT NULL,
  rule TEXT CHECK (rule IS NULL OR json_valid(rule)),
  shipped TEXT CHECK (shipped IS NULL OR json_valid(shipped)),
  note TEXT NOT NULL,
  told_on TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

CREATE UNIQUE INDEX rule_override_once ON rule_override (place, chapter, rule_id) WHERE removed_at IS NULL;

CREATE TABLE page_look (
  scan_id TEXT NOT NULL,
  page INTEGER NOT NULL,
  findings TEXT NOT NULL CHECK (json_valid(findings)),
  fingerprint BLOB,
  PRIMARY KEY (scan_id, page),
  FOREIGN KEY (scan_id, page) REFERENCES scan_page (scan_id, page)
) STRICT;

CREATE TABLE look_alike_answer (
  scan_id TEXT NOT NULL,
  page INTEGER NOT NULL,
  other_scan_id TEXT NOT NULL,
  other_page INTEGER NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('keep-both', 'use-earlier')),
  answered_at TEXT NOT NULL,
  PRIMARY KEY (scan_id, page, other_scan_id, other_page),
  FOREIGN KEY (scan_id, page) REFERENCES scan_page (scan_id, page),
  FOREIGN KEY (other_scan_id, other_page) REFERENCES scan_page (scan_id, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE scan_readable_copy (
  scan_id TEXT PRIMARY KEY REFERENCES scan (id),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE scan_source (
  row INTEGER PRIMARY KEY,
  scan_id TEXT NOT NULL REFERENCES scan (id),
  way TEXT NOT NULL,
  name TEXT NOT NULL,
  came_at TEXT NOT NULL
) STRICT;

CREATE INDEX scan_source_of_scan ON scan_source (scan_id);

CREATE TABLE attachment (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  visit_id TEXT NOT NULL REFERENCES visit (id),
  kind TEXT NOT NULL,
  scan_id TEXT NOT NULL REFERENCES scan (id),
  added_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

CREATE INDEX attachment_of_visit ON attachment (visit_id);

CREATE INDEX attachment_of_scan ON attachment (scan_id);

CREATE TABLE page_left (
  row INTEGER PRIMARY KEY,
  scan_id TEXT NOT NULL,
  page INTEGER NOT NULL,
  place_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  turn INTEGER NOT NULL CHECK (turn IN (0, 90, 180, 270)),
  edit TEXT NOT NULL,
  left_at TEXT NOT NULL,
  FOREIGN KEY (scan_id, page) REFERENCES scan_page (scan_id, page)
) STRICT;

CREATE INDEX page_left_of_page ON page_left (scan_id, page);

CREATE TABLE inbox_page (
  item_id TEXT NOT NULL REFERENCES inbox_item (id),
  position INTEGER NOT NULL,
  scan_id TEXT NOT NULL,
  page INTEGER NOT NULL,
  turn INTEGER NOT NULL CHECK (turn IN (0, 90, 180, 270)),
  edit TEXT NOT NULL,
  PRIMARY KEY (item_id, position),
  FOREIGN KEY (scan_id, page) REFERENCES scan_page (scan_id, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_pack_seen (
  place TEXT PRIMARY KEY,
  version TEXT NOT NULL,
  pack TEXT NOT NULL CHECK (json_valid(pack)),
  seen_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE page_order (
  claim_id TEXT NOT NULL REFERENCES claim (id),
  position INTEGER NOT NULL,
  paper_id TEXT NOT NULL,
  scan_id TEXT NOT NULL,
  page INTEGER NOT NULL, half TEXT NOT NULL DEFAULT '' CHECK (half IN ('', 'left', 'right', 'top', 'bottom')),
  PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE page_confirmed (
  scan_id TEXT NOT NULL,
  page INTEGER NOT NULL,
  turn INTEGER NOT NULL CHECK (turn IN (0, 90, 180, 270)),
  edit TEXT NOT NULL,
  codes TEXT NOT NULL CHECK (json_valid(codes)),
  confirmed_at TEXT NOT NULL,
  PRIMARY KEY (scan_id, page, turn, edit),
  FOREIGN KEY (scan_id, page) REFERENCES scan_page (scan_id, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE "page_excluded" (
  claim_id TEXT NOT NULL REFERENCES claim (id),
  paper_id TEXT NOT NULL,
  scan_id TEXT NOT NULL,
  page INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  excluded_at TEXT NOT NULL,
  half TEXT NOT NULL DEFAULT '' CHECK (half IN ('', 'left', 'right', 'top', 'bottom')),
  PRIMARY KEY (claim_id, paper_id, scan_id, page, half)
) STRICT, WITHOUT ROWID;

CREATE TABLE scan_to_compare (
  scan_id TEXT PRIMARY KEY REFERENCES scan (id),
  since TEXT NOT NULL
) STRICT, WITHOUT ROWID;

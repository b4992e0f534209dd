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
  turn INTEGER NOT NULL CHECK (turn IN (0, 90, 180, 270)),
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

// What surrounds a claim: filings, approvals, standing papers, hospitals, facts, the steps of its life, frozen versions, own rules.

import type { Db } from '../statement.ts';

/** Lists inside a row are JSON text; `removed_at` is a time, so that everything can be taken back. */
export function claimLife(db: Db): void {
  db.exec(aroundPeople);
  db.exec(facts);
  db.exec(life);
}

const aroundPeople = `
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
  turn INTEGER NOT NULL CHECK (turn IN (0, 90, 180, 270)),
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
`;

const facts = `
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
) STRICT, WITHOUT ROWID;
`;

const life = `
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
`;

-- One signed log per election day; its name and key never change.
CREATE TABLE ledger (
  day    text PRIMARY KEY,
  origin text NOT NULL UNIQUE,
  vkey   text NOT NULL
);

-- An entry is appended without a number; its commit is the acknowledgement. The sequencer numbers it once.
CREATE TABLE ledger_entry (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  ledger  text NOT NULL,
  index   bigint,
  at      timestamptz NOT NULL,
  payload bytea NOT NULL
);
CREATE UNIQUE INDEX ledger_entry_number ON ledger_entry (ledger, index) WHERE index IS NOT NULL;
CREATE INDEX ledger_entry_unnumbered ON ledger_entry (ledger, id) WHERE index IS NULL;

CREATE TABLE ledger_checkpoint (
  ledger text NOT NULL REFERENCES ledger,
  size   bigint NOT NULL,
  note   text NOT NULL,
  PRIMARY KEY (ledger, size)
);

-- A district as one election counts it, with what it reported. figures is canonical JSON by letter.
CREATE TABLE counted_district (
  id       integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  day      text NOT NULL REFERENCES ledger,
  election text NOT NULL,
  district text NOT NULL,
  state    text NOT NULL DEFAULT 'missing' CHECK (state IN ('missing', 'submitted', 'released')),
  figures  text,
  at       timestamptz,
  entry    bigint,
  CHECK ((state = 'missing') = (figures IS NULL)),
  CHECK ((state = 'missing') = (at IS NULL)),
  CHECK ((state = 'released') = (entry IS NOT NULL)),
  UNIQUE (day, election, district)
) WITH (fillfactor = 60);

-- Abschluss des Wählerverzeichnisses (Anlage 8 BWO).
CREATE TABLE closing_certificate (
  day           text NOT NULL REFERENCES ledger,
  election      text NOT NULL,
  district      text NOT NULL,
  without_mark  integer NOT NULL,
  with_mark     integer NOT NULL,
  after_closing integer NOT NULL,
  on_day        integer NOT NULL,
  PRIMARY KEY (day, election, district)
);

-- What was accepted under an idempotency key, so that a repetition gets the first answer again.
CREATE TABLE accepted_request (
  day      text NOT NULL,
  key      text NOT NULL,
  sha256   bytea NOT NULL,
  district integer NOT NULL,
  status   smallint NOT NULL,
  state    text NOT NULL,
  at       timestamptz NOT NULL,
  entry    bigint,
  PRIMARY KEY (day, key)
);

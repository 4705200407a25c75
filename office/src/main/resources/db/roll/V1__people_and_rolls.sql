-- One row per import; what it changed, without a person.
CREATE TABLE register_import (
  id        integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at        timestamptz NOT NULL,
  registers text[] NOT NULL,
  persons   integer NOT NULL,
  added     integer NOT NULL,
  gone      integer NOT NULL,
  moved     integer NOT NULL,
  changed   integer NOT NULL
);

-- A person as an import (version) brought it. A change is a new version; the roll keeps the one it was built from.
CREATE TABLE person (
  id           bigint NOT NULL,
  version      integer NOT NULL,
  until        integer,
  register     text NOT NULL,
  number       text NOT NULL,
  title        text NOT NULL,
  prefix       text NOT NULL,
  family_name  text NOT NULL,
  given_names  text NOT NULL,
  sex          text NOT NULL,
  born         text NOT NULL,
  citizenships text NOT NULL,
  exclusion    text NOT NULL,
  block        text NOT NULL,
  union_roll   boolean NOT NULL,
  abroad       text NOT NULL,
  dwellings    text NOT NULL,
  sort_key     bytea NOT NULL,
  content      bigint NOT NULL,
  place        bigint NOT NULL,
  PRIMARY KEY (id, version)
);
CREATE INDEX person_by_name ON person (sort_key);

-- Wählerverzeichnis (§ 14 BWO): an entry of a day; a partition per day, deleted as a whole (§ 90 BWO). Bit n of rights: entitled in the n-th election of the day.
CREATE TABLE entry (
  day      text NOT NULL,
  register text NOT NULL,
  person   bigint NOT NULL,
  district text NOT NULL,
  number   integer NOT NULL,
  version  integer NOT NULL,
  rights   integer NOT NULL,
  applied  boolean NOT NULL,
  struck   boolean NOT NULL DEFAULT false,
  PRIMARY KEY (day, person, district)
) PARTITION BY LIST (day);

-- Wahlscheinvermerk „W“ (§ 30 BWO), one per election.
CREATE TABLE mark (
  day      text NOT NULL,
  register text NOT NULL,
  election text NOT NULL,
  person   bigint NOT NULL,
  issued   text NOT NULL CHECK (issued IN ('before_closing', 'after_closing', 'on_day')),
  PRIMARY KEY (day, election, person)
);

-- Streets and houses that lie in no district, or in two: a work list.
CREATE TABLE unplaced (
  day      text NOT NULL,
  register text NOT NULL,
  person   bigint NOT NULL,
  reason   text NOT NULL,
  rights   integer NOT NULL
);

-- Berichtigung (§ 23 Abs. 3, § 21 Abs. 1 BWO): remark, date and responsible person of each change, in clear text.
CREATE TABLE correction (
  id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  day      text NOT NULL,
  register text NOT NULL,
  person   bigint NOT NULL,
  remark   text NOT NULL CHECK (remark <> ''),
  at       timestamptz NOT NULL,
  officer  text NOT NULL CHECK (officer <> '')
);

-- Abschluss (§ 24 BWO, Anlage 8) of a district for an election.
CREATE TABLE closing (
  day          text NOT NULL,
  register     text NOT NULL,
  election     text NOT NULL,
  district     text NOT NULL,
  at           timestamptz NOT NULL,
  without_mark integer NOT NULL,
  with_mark    integer NOT NULL,
  PRIMARY KEY (day, election, district)
);

-- What the Wahlbenachrichtigungen (§ 19 BWO) of a municipality say.
CREATE TABLE notice_text (
  register text PRIMARY KEY,
  content  text NOT NULL
);

-- From it follow the tokens and codes of a day; with it they are gone (§ 90 BWO).
CREATE TABLE notice_key (
  day      text NOT NULL,
  register text NOT NULL,
  key      bytea NOT NULL,
  PRIMARY KEY (day, register)
);

-- One notice for each entry, and where it lies.
CREATE TABLE notice (
  day      text NOT NULL,
  register text NOT NULL,
  person   bigint NOT NULL,
  district text NOT NULL,
  batch    integer NOT NULL,
  sheet    integer NOT NULL,
  PRIMARY KEY (day, person, district)
);
CREATE INDEX notice_by_batch ON notice (day, register, batch);

-- Batches that are printed; one that is not is printed again as a whole.
CREATE TABLE notice_batch (
  day      text NOT NULL,
  register text NOT NULL,
  batch    integer NOT NULL,
  letters  integer NOT NULL,
  pages    integer NOT NULL,
  bytes    integer NOT NULL,
  sha256   text NOT NULL,
  PRIMARY KEY (day, register, batch)
);

-- Whoever works for some municipalities does so in a role that sees and writes their rows only.
CREATE FUNCTION scoped_registers() RETURNS text[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(nullif(current_setting('urnengang.registers', true), ''), '{}')::text[] $$;
GRANT USAGE ON SCHEMA roll TO ${scoped};
GRANT SELECT ON register_import, person, unplaced, closing TO ${scoped};
GRANT SELECT, INSERT ON mark, correction, notice, notice_key, notice_batch TO ${scoped};
GRANT SELECT, INSERT, UPDATE ON notice_text TO ${scoped};
GRANT SELECT, INSERT, UPDATE (struck, rights) ON entry TO ${scoped};
ALTER TABLE register_import ENABLE ROW LEVEL SECURITY;
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE mark ENABLE ROW LEVEL SECURITY;
ALTER TABLE unplaced ENABLE ROW LEVEL SECURITY;
ALTER TABLE correction ENABLE ROW LEVEL SECURITY;
ALTER TABLE closing ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_batch ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_text ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON register_import TO ${scoped} USING (registers && (SELECT scoped_registers())::text[]);
CREATE POLICY own ON person TO ${scoped} USING (register = ANY ((SELECT scoped_registers())::text[]));
CREATE POLICY own ON entry TO ${scoped} USING (register = ANY ((SELECT scoped_registers())::text[]));
CREATE POLICY own ON mark TO ${scoped} USING (register = ANY ((SELECT scoped_registers())::text[]));
CREATE POLICY own ON unplaced TO ${scoped} USING (register = ANY ((SELECT scoped_registers())::text[]));
CREATE POLICY own ON correction TO ${scoped} USING (register = ANY ((SELECT scoped_registers())::text[]));
CREATE POLICY own ON closing TO ${scoped} USING (register = ANY ((SELECT scoped_registers())::text[]));
CREATE POLICY own ON notice_text TO ${scoped} USING (register = ANY ((SELECT scoped_registers())::text[]));
CREATE POLICY own ON notice_key TO ${scoped} USING (register = ANY ((SELECT scoped_registers())::text[]));
CREATE POLICY own ON notice TO ${scoped} USING (register = ANY ((SELECT scoped_registers())::text[]));
CREATE POLICY own ON notice_batch TO ${scoped} USING (register = ANY ((SELECT scoped_registers())::text[]));

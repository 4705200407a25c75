-- A day in preparation: an election folder in the making. Its tables are rows, each a JSON object of texts by column.
CREATE TABLE draft (
  id        text PRIMARY KEY,
  tenant    integer NOT NULL REFERENCES tenant,
  date      date NOT NULL,
  rehearsal boolean NOT NULL,
  title     text NOT NULL,
  subtitle  text NOT NULL DEFAULT '',
  ledger    text NOT NULL DEFAULT '',
  source    text NOT NULL DEFAULT '',
  outlines  bytea,
  version   bigint NOT NULL DEFAULT 0,
  opened    boolean NOT NULL DEFAULT false,
  changed   timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE draft_row (
  id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  draft text NOT NULL REFERENCES draft ON DELETE CASCADE,
  sheet text NOT NULL,
  place bigint NOT NULL,
  cells jsonb NOT NULL
);
CREATE INDEX draft_row_order ON draft_row (draft, sheet, place);

-- What was uploaded or pasted and is only looked at so far; taken over or thrown away as a whole.
CREATE TABLE draft_proposal (
  draft  text NOT NULL REFERENCES draft ON DELETE CASCADE,
  sheet  text NOT NULL,
  source text NOT NULL,
  notes  text[] NOT NULL,
  cells  jsonb[] NOT NULL,
  at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (draft, sheet)
);

-- What is left of a rehearsal that was deleted: the last thing it signed, and what was removed.
CREATE TABLE deleted_rehearsal (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant  integer NOT NULL REFERENCES tenant,
  day     text NOT NULL,
  vkey    text NOT NULL,
  note    text NOT NULL,
  entries bigint NOT NULL,
  reports bigint NOT NULL,
  at      timestamptz NOT NULL DEFAULT now()
);

-- The second wall, as for all that belongs to an authority; the rows of a draft follow it.
GRANT SELECT, INSERT, UPDATE, DELETE ON draft, draft_row, draft_proposal TO urnengang_scoped;
GRANT SELECT ON deleted_rehearsal TO urnengang_scoped;
ALTER TABLE draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE draft_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE draft_proposal ENABLE ROW LEVEL SECURITY;
ALTER TABLE deleted_rehearsal ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON draft TO urnengang_scoped USING (tenant = ANY ((SELECT scoped_tenants())::integer[]));
CREATE POLICY own ON draft_row TO urnengang_scoped USING (draft IN (SELECT d.id FROM draft d));
CREATE POLICY own ON draft_proposal TO urnengang_scoped USING (draft IN (SELECT d.id FROM draft d));
CREATE POLICY own ON deleted_rehearsal TO urnengang_scoped USING (tenant = ANY ((SELECT scoped_tenants())::integer[]));

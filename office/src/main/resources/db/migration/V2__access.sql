-- Authorities as a tree: whoever has a role at one has it below, too. The first is the installation itself.
CREATE TABLE tenant (
  id     integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  parent integer REFERENCES tenant,
  key    text NOT NULL,
  name   text NOT NULL,
  kind   text NOT NULL CHECK (kind IN ('data_centre', 'county', 'municipality')),
  path   integer[] NOT NULL,
  UNIQUE NULLS NOT DISTINCT (parent, key)
);
INSERT INTO tenant (parent, key, name, kind, path) VALUES (NULL, 'wahlamt', 'Wahlamt', 'data_centre', '{1}');

CREATE TABLE person (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant   integer NOT NULL REFERENCES tenant,
  login    text NOT NULL UNIQUE,
  name     text NOT NULL,
  handle   uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  disabled boolean NOT NULL DEFAULT false,
  created  timestamptz NOT NULL DEFAULT now()
);

-- A role, for all days and elections or for one.
CREATE TABLE assignment (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person   bigint NOT NULL REFERENCES person,
  tenant   integer NOT NULL REFERENCES tenant,
  role     text NOT NULL,
  day      text,
  election text,
  CHECK (election IS NULL OR day IS NOT NULL),
  UNIQUE NULLS NOT DISTINCT (person, tenant, role, day, election)
);

-- Argon2id; the secret of the one-time codes is sealed with a key of the data folder.
CREATE TABLE password (
  person    bigint PRIMARY KEY REFERENCES person,
  hash      text NOT NULL,
  secret    bytea NOT NULL,
  last_step bigint NOT NULL
);

CREATE TABLE passkey (
  id              bytea PRIMARY KEY,
  person          bigint NOT NULL REFERENCES person,
  label           text NOT NULL,
  public_key      bytea NOT NULL,
  signatures      bigint NOT NULL,
  verified        boolean NOT NULL,
  backup_eligible boolean NOT NULL,
  backed_up       boolean NOT NULL,
  transports      text[] NOT NULL,
  attestation     bytea,
  client_data     bytea,
  created         timestamptz NOT NULL,
  used            timestamptz NOT NULL
);

-- An account elsewhere: issuer and subject are the key, never a name or an address.
CREATE TABLE foreign_account (
  issuer  text NOT NULL,
  subject text NOT NULL,
  person  bigint NOT NULL REFERENCES person,
  PRIMARY KEY (issuer, subject)
);

-- A link that lets a person choose how to log in, once. Only the hash of its word is kept.
CREATE TABLE enrolment (
  sha256  bytea PRIMARY KEY,
  person  bigint REFERENCES person,
  secret  bytea NOT NULL,
  expires timestamptz NOT NULL,
  used    timestamptz
);

-- Access is restored when a second administrator agrees.
CREATE TABLE recovery (
  person    bigint PRIMARY KEY REFERENCES person,
  requester bigint NOT NULL REFERENCES person,
  reason    text NOT NULL,
  at        timestamptz NOT NULL DEFAULT now()
);

-- What programs present; only the hash is kept.
CREATE TABLE api_token (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sha256     bytea NOT NULL UNIQUE,
  name       text NOT NULL,
  tenant     integer NOT NULL REFERENCES tenant,
  role       text NOT NULL,
  rehearsals boolean NOT NULL,
  expires    timestamptz NOT NULL
);

CREATE TABLE day_authority (
  day       text NOT NULL REFERENCES ledger,
  authority text NOT NULL,
  tenant    integer NOT NULL REFERENCES tenant,
  PRIMARY KEY (day, authority)
);

ALTER TABLE counted_district ADD tenant integer NOT NULL DEFAULT 1 REFERENCES tenant;
ALTER TABLE counted_district ALTER tenant DROP DEFAULT;
ALTER TABLE accepted_request ADD tenant integer NOT NULL DEFAULT 1 REFERENCES tenant;
ALTER TABLE accepted_request ALTER tenant DROP DEFAULT;
ALTER TABLE accepted_request DROP CONSTRAINT accepted_request_pkey;
ALTER TABLE accepted_request ADD PRIMARY KEY (day, key, tenant);

-- Who did what, in sentences. An event is numbered and chained to the one before after its commit, once.
CREATE TABLE audit (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number   bigint UNIQUE,
  at       timestamptz NOT NULL,
  tenant   integer NOT NULL,
  kind     text NOT NULL,
  actor    text NOT NULL,
  day      text NOT NULL,
  election text NOT NULL,
  district text NOT NULL,
  sentence text NOT NULL,
  hash     bytea,
  CHECK ((number IS NULL) = (hash IS NULL))
);
CREATE INDEX audit_unnumbered ON audit (id) WHERE number IS NULL;

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.number IS NULL AND NEW.number IS NOT NULL
     AND (NEW.id, NEW.at, NEW.tenant, NEW.kind, NEW.actor, NEW.day, NEW.election, NEW.district, NEW.sentence)
       = (OLD.id, OLD.at, OLD.tenant, OLD.kind, OLD.actor, OLD.day, OLD.election, OLD.district, OLD.sentence) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the audit trail is append-only';
END $$;
CREATE TRIGGER audit_rows BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_table BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

-- Tells whether a person can log in, and nothing about how.
CREATE FUNCTION can_log_in(whom bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM password WHERE person = whom) OR EXISTS (SELECT FROM passkey WHERE person = whom)
         OR EXISTS (SELECT FROM foreign_account WHERE person = whom)
$$;

-- Sessions, as Spring Session reads and writes them.
CREATE TABLE spring_session (
  primary_id            char(36) PRIMARY KEY,
  session_id            char(36) NOT NULL UNIQUE,
  creation_time         bigint NOT NULL,
  last_access_time      bigint NOT NULL,
  max_inactive_interval integer NOT NULL,
  expiry_time           bigint NOT NULL,
  principal_name        text
);
CREATE INDEX spring_session_expiry ON spring_session (expiry_time);
CREATE INDEX spring_session_principal ON spring_session (principal_name);
CREATE TABLE spring_session_attributes (
  session_primary_id char(36) NOT NULL REFERENCES spring_session ON DELETE CASCADE,
  attribute_name     text NOT NULL,
  attribute_bytes    bytea NOT NULL,
  PRIMARY KEY (session_primary_id, attribute_name)
);

-- Rate limits, as Bucket4j reads and writes them; they hold across nodes.
CREATE TABLE rate_limit (
  id         text PRIMARY KEY,
  state      bytea,
  expires_at bigint
);

-- The second wall: whoever asks as urnengang_scoped sees and writes rows of the named authorities only.
CREATE FUNCTION scoped_tenants() RETURNS integer[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(nullif(current_setting('urnengang.tenants', true), ''), '{}')::integer[] $$;
GRANT SELECT ON ledger, ledger_entry, ledger_checkpoint, day_authority, tenant TO urnengang_scoped;
GRANT INSERT ON ledger_entry TO urnengang_scoped;
GRANT SELECT, UPDATE ON counted_district TO urnengang_scoped;
GRANT SELECT, INSERT ON accepted_request, audit TO urnengang_scoped;
GRANT SELECT, INSERT, UPDATE ON person TO urnengang_scoped;
GRANT SELECT, INSERT, DELETE ON assignment TO urnengang_scoped;
ALTER TABLE tenant ENABLE ROW LEVEL SECURITY;
ALTER TABLE counted_district ENABLE ROW LEVEL SECURITY;
ALTER TABLE accepted_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE assignment ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON tenant TO urnengang_scoped USING (id = ANY ((SELECT scoped_tenants())::integer[]));
CREATE POLICY own ON counted_district TO urnengang_scoped USING (tenant = ANY ((SELECT scoped_tenants())::integer[]));
CREATE POLICY own ON accepted_request TO urnengang_scoped USING (tenant = ANY ((SELECT scoped_tenants())::integer[]));
CREATE POLICY own ON audit TO urnengang_scoped USING (tenant = ANY ((SELECT scoped_tenants())::integer[]));
CREATE POLICY own ON person TO urnengang_scoped USING (tenant = ANY ((SELECT scoped_tenants())::integer[]));
CREATE POLICY own ON assignment TO urnengang_scoped USING (tenant = ANY ((SELECT scoped_tenants())::integer[]));

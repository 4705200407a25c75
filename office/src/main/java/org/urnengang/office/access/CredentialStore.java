package org.urnengang.office.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How people log in, and the links by which they choose it. Callers see all rows. */
final class CredentialStore {
  private final JdbcClient client;

  CredentialStore(JdbcClient client) {
    this.client = client;
  }

  /**
   * A password with its one-time codes.
   *
   * @param hash Argon2id
   * @param secret the sealed secret of the codes
   * @param lastStep step of the last code that was used
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  record Password(String hash, byte[] secret, long lastStep) {}

  Optional<Password> password(long person) {
    return client
        .sql("SELECT hash, secret, last_step FROM password WHERE person = :person")
        .param("person", person)
        .query(
            (row, _) ->
                new Password(
                    row.getString("hash"), row.getBytes("secret"), row.getLong("last_step")))
        .optional();
  }

  void putPassword(long person, Password password) {
    client
        .sql(
            """
            INSERT INTO password (person, hash, secret, last_step) VALUES (:person, :hash, :secret, :step)
            ON CONFLICT (person) DO UPDATE SET
              hash = excluded.hash, secret = excluded.secret, last_step = excluded.last_step
            """)
        .param("person", person)
        .param("hash", password.hash())
        .param("secret", password.secret())
        .param("step", password.lastStep())
        .update();
  }

  /** Uses up a one-time code; of two at the same time only one succeeds. */
  boolean useStep(long person, long step) {
    return client
            .sql(
                "UPDATE password SET last_step = :step WHERE person = :person AND last_step <"
                    + " :step")
            .param("step", step)
            .param("person", person)
            .update()
        == 1;
  }

  Optional<Long> account(String issuer, String subject) {
    return client
        .sql("SELECT person FROM foreign_account WHERE issuer = :issuer AND subject = :subject")
        .param("issuer", issuer)
        .param("subject", subject)
        .query(Long.class)
        .optional();
  }

  void putAccount(long person, String issuer, String subject) {
    client
        .sql(
            """
            INSERT INTO foreign_account (issuer, subject, person) VALUES (:issuer, :subject, :person)
            ON CONFLICT (issuer, subject) DO UPDATE SET person = excluded.person
            """)
        .param("issuer", issuer)
        .param("subject", subject)
        .param("person", person)
        .update();
  }

  /** Takes every way to log in from a person. */
  void forget(long person) {
    for (String table : List.of("password", "passkey", "foreign_account", "recovery")) {
      client
          .sql("DELETE FROM " + table + " WHERE person = :person")
          .param("person", person)
          .update();
    }
  }

  /**
   * A link for enrolment.
   *
   * @param person whose, null if the first person is made by it
   * @param secret the sealed secret that it proposes for one-time codes
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  record Enrolment(byte[] sha256, @Nullable Long person, byte[] secret) {}

  void putEnrolment(Enrolment enrolment, OffsetDateTime expires) {
    client
        .sql(
            """
            WITH replaced AS (
              DELETE FROM enrolment WHERE person IS NOT DISTINCT FROM :person::bigint AND used IS NULL)
            INSERT INTO enrolment (sha256, person, secret, expires) VALUES (:hash, :person, :secret, :expires)
            """)
        .param("hash", enrolment.sha256())
        .param("person", enrolment.person())
        .param("secret", enrolment.secret())
        .param("expires", expires)
        .update();
  }

  /** A link that still opens. */
  Optional<Enrolment> enrolment(byte[] sha256, OffsetDateTime now) {
    return client
        .sql(
            """
            SELECT sha256, person, secret FROM enrolment
            WHERE sha256 = :hash AND used IS NULL AND expires > :now
            """)
        .param("hash", sha256)
        .param("now", now)
        .query(
            (row, _) ->
                new Enrolment(
                    row.getBytes("sha256"),
                    row.getObject("person", Long.class),
                    row.getBytes("secret")))
        .optional();
  }

  /** The link belongs to this person from now on. */
  boolean bindEnrolment(byte[] sha256, long person, OffsetDateTime now) {
    return client
            .sql(
                """
                UPDATE enrolment SET person = :person
                WHERE sha256 = :hash AND used IS NULL AND expires > :now
                """)
            .param("person", person)
            .param("hash", sha256)
            .param("now", now)
            .update()
        == 1;
  }

  /** Uses the link up; of two at the same time only one succeeds. */
  boolean useEnrolment(byte[] sha256, OffsetDateTime now) {
    return client
            .sql(
                """
                UPDATE enrolment SET used = :now
                WHERE sha256 = :hash AND used IS NULL AND expires > :now
                """)
            .param("hash", sha256)
            .param("now", now)
            .update()
        == 1;
  }

  /** Somebody asked to restore the access of a person. */
  record Recovery(long requester, String requesterName, String reason) {}

  void putRecovery(long person, long requester, String reason) {
    client
        .sql(
            """
            INSERT INTO recovery (person, requester, reason) VALUES (:person, :requester, :reason)
            ON CONFLICT (person) DO UPDATE SET
              requester = excluded.requester, reason = excluded.reason, at = now()
            """)
        .param("person", person)
        .param("requester", requester)
        .param("reason", reason)
        .update();
  }

  /**
   * How it stands with a person's way in.
   *
   * @param ways words for how the person can log in
   * @param authorities at which the person was given a role
   * @param recovery who asked to restore it, if somebody did
   */
  record Standing(List<String> ways, List<Integer> authorities, Optional<Recovery> recovery) {
    boolean canLogIn() {
      return !ways.isEmpty();
    }
  }

  Standing standing(long person) {
    return client
        .sql(
            """
            SELECT array(SELECT 'account' FROM foreign_account WHERE person = :person
                         UNION SELECT 'passkey' FROM passkey WHERE person = :person
                         UNION SELECT 'password' FROM password WHERE person = :person ORDER BY 1) AS ways,
                   array(SELECT DISTINCT tenant FROM assignment WHERE person = :person) AS authorities,
                   r.requester, asking.name, r.reason
            FROM (SELECT) AS one
            LEFT JOIN recovery r ON r.person = :person
            LEFT JOIN person asking ON asking.id = r.requester
            """)
        .param("person", person)
        .query((row, _) -> standing(row))
        .single();
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        List.of((String[]) row.getArray("ways").getArray()),
        List.of((Integer[]) row.getArray("authorities").getArray()),
        row.getString("name") == null
            ? Optional.empty()
            : Optional.of(
                new Recovery(
                    row.getLong("requester"), row.getString("name"), row.getString("reason"))));
  }

  /** Whether nobody can log in. */
  boolean isEmpty() {
    return client
        .sql(
            """
            SELECT NOT EXISTS (SELECT FROM password) AND NOT EXISTS (SELECT FROM passkey)
                   AND NOT EXISTS (SELECT FROM foreign_account)
            """)
        .query(Boolean.class)
        .single();
  }

  /** A secret that was sealed before, if there is any. */
  Optional<byte[]> anySecret() {
    return client
        .sql("SELECT secret FROM password UNION ALL SELECT secret FROM enrolment LIMIT 1")
        .query((row, _) -> row.getBytes("secret"))
        .optional();
  }
}

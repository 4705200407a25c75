package org.urnengang.office.access;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** Passkeys in the database, as Spring Security asks for them. */
final class PasskeyStore implements UserCredentialRepository {
  private static final String SELECT =
      """
      SELECT k.id, p.handle, k.label, k.public_key, k.signatures, k.verified, k.backup_eligible, k.backed_up,
             k.transports, k.attestation, k.client_data, k.created, k.used
      FROM passkey k JOIN person p ON p.id = k.person
      """;

  private final JdbcClient client;

  PasskeyStore(JdbcClient client) {
    this.client = client;
  }

  private static CredentialRecord passkey(ResultSet row, int number) throws SQLException {
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(new Bytes(row.getBytes("id")))
        .userEntityUserId(handle(row.getString("handle")))
        .label(row.getString("label"))
        .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
        .signatureCount(row.getLong("signatures"))
        .uvInitialized(row.getBoolean("verified"))
        .backupEligible(row.getBoolean("backup_eligible"))
        .backupState(row.getBoolean("backed_up"))
        .transports(transports((String[]) row.getArray("transports").getArray()))
        .attestationObject(bytes(row.getBytes("attestation")))
        .attestationClientDataJSON(bytes(row.getBytes("client_data")))
        .created(instant(row, "created"))
        .lastUsed(instant(row, "used"))
        .build();
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Set<AuthenticatorTransport> transports(String[] values) {
    return Arrays.stream(values)
        .map(AuthenticatorTransport::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable Bytes bytes(byte @Nullable [] bytes) {
    return bytes == null ? null : new Bytes(bytes);
  }

  private static byte @Nullable [] array(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.getBytes();
  }

  /** What an authenticator knows a person by: random, and nothing about the person. */
  static Bytes handle(String uuid) {
    return new Bytes(uuid.getBytes(StandardCharsets.US_ASCII));
  }

  static String uuid(Bytes handle) {
    return new String(handle.getBytes(), StandardCharsets.US_ASCII);
  }

  @Override
  public void delete(Bytes id) {
    client.sql("DELETE FROM passkey WHERE id = :id").param("id", id.getBytes()).update();
  }

  @Override
  public void save(CredentialRecord passkey) {
    client
        .sql(
            """
            INSERT INTO passkey (id, person, label, public_key, signatures, verified, backup_eligible,
                                 backed_up, transports, attestation, client_data, created, used)
            SELECT :id, p.id, :label, :key, :signatures, :verified, :eligible, :backed, :transports,
                   :attestation, :clientData, :created, :used
            FROM person p WHERE p.handle::text = :handle
            ON CONFLICT (id) DO UPDATE SET
              signatures = excluded.signatures, backed_up = excluded.backed_up,
              verified = excluded.verified, used = excluded.used
            """)
        .param("id", passkey.getCredentialId().getBytes())
        .param("handle", uuid(passkey.getUserEntityUserId()))
        .param("label", passkey.getLabel())
        .param("key", passkey.getPublicKey().getBytes())
        .param("signatures", passkey.getSignatureCount())
        .param("verified", passkey.isUvInitialized())
        .param("eligible", passkey.isBackupEligible())
        .param("backed", passkey.isBackupState())
        .param(
            "transports",
            passkey.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .toArray(String[]::new))
        .param("attestation", array(passkey.getAttestationObject()))
        .param("clientData", array(passkey.getAttestationClientDataJSON()))
        .param("created", passkey.getCreated().atOffset(ZoneOffset.UTC))
        .param("used", passkey.getLastUsed().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes id) {
    return client
        .sql(SELECT + "WHERE k.id = :id")
        .param("id", id.getBytes())
        .query(PasskeyStore::passkey)
        .optional()
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes handle) {
    return client
        .sql(SELECT + "WHERE p.handle::text = :handle ORDER BY k.created")
        .param("handle", uuid(handle))
        .query(PasskeyStore::passkey)
        .list();
  }
}

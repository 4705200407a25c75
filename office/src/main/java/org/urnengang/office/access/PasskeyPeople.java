package org.urnengang.office.access;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/** The people to whom passkeys belong, as Spring Security asks for them. It makes none itself. */
final class PasskeyPeople implements PublicKeyCredentialUserEntityRepository {
  private final JdbcClient client;

  PasskeyPeople(JdbcClient client) {
    this.client = client;
  }

  private @Nullable PublicKeyCredentialUserEntity find(String where, String value) {
    return client
        .sql("SELECT handle, login, name FROM person WHERE NOT disabled AND " + where + " = :value")
        .param("value", value)
        .query(
            (row, _) ->
                ImmutablePublicKeyCredentialUserEntity.builder()
                    .id(PasskeyStore.handle(row.getString("handle")))
                    .name(row.getString("login"))
                    .displayName(row.getString("name"))
                    .build())
        .optional()
        .orElse(null);
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
    return find("handle::text", PasskeyStore.uuid(handle));
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String login) {
    return find("login", login);
  }

  @Override
  public void save(PublicKeyCredentialUserEntity person) {
    throw new IllegalStateException("a passkey is made for people that are there");
  }

  @Override
  public void delete(Bytes handle) {
    throw new IllegalStateException("people are not deleted by their passkeys");
  }
}

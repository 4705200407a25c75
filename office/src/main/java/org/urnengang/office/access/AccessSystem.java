package org.urnengang.office.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.urnengang.office.platform.DataFolder;
import org.urnengang.office.platform.Database;
import org.urnengang.office.platform.KeyFolder;
import org.urnengang.office.platform.OfficeRefused;

/**
 * What log-in and roles stand on, opened before anything is served.
 *
 * @param tenants the authorities
 * @param people the people and their roles
 * @param access their ways in
 * @param tokens those of programs
 * @param audit who did what
 */
public record AccessSystem(
    Tenants tenants, People people, Access access, TokenStore tokens, Audit audit)
    implements AutoCloseable {
  /** Opens it on an office's database and data folder. */
  public static AccessSystem open(Database database, DataFolder data, InstantSource clock) {
    JdbcClient all = JdbcClient.create(database.allRows());
    JdbcClient scoped = JdbcClient.create(database.dataSource());
    TransactionTemplate transaction =
        new TransactionTemplate(new JdbcTransactionManager(database.allRows()));
    CredentialStore credentials = new CredentialStore(all);
    Sealing sealing = new Sealing(new KeyFolder(data.path()).findOrMakeBytes("access", 32));
    requireKeyOf(credentials, sealing);
    Tenants tenants = new Tenants(all);
    Access access = new Access(new PeopleStore(all), credentials, transaction, sealing, clock);
    return new AccessSystem(
        tenants,
        new People(new PeopleStore(scoped), credentials, access, tenants),
        access,
        new TokenStore(all),
        Audit.start(all, scoped, transaction, data.path()));
  }

  /** All nodes on one database hold the same key; with another one nobody could log in. */
  private static void requireKeyOf(CredentialStore credentials, Sealing sealing) {
    if (credentials.anySecret().filter(secret -> !sealing.opens(secret)).isPresent()) {
      throw new OfficeRefused(
          "Der Schlüssel keys/access.key im Datenordner gehört nicht zu dieser Datenbank. Bitte den"
              + " Ordner keys des Wahlamts übernehmen, das sie angelegt hat.");
    }
  }

  /** A fresh token for a program that reports on this machine, good for rehearsals only. */
  public String rehearsalToken(String name) {
    return tokens.make(
        name, Tenants.INSTALLATION, Role.REPORTING_PROGRAM, true, Duration.ofDays(30));
  }

  /** Leaves a token for programs of this machine until the result is closed. */
  public AutoCloseable offerRehearsalToken(int port) {
    String token = rehearsalToken("Probe");
    RehearsalToken offered = RehearsalToken.offer(port, token);
    return () -> {
      offered.close();
      tokens.revoke(token);
    };
  }

  /**
   * The word of a link for somebody with these roles in the whole installation.
   *
   * @return empty if that person can log in already
   */
  public Optional<String> invite(String login, String name, List<Role> roles) {
    Person person = access.findOrMake(login, name, roles);
    return access.ways(person.id()).isEmpty()
        ? Optional.of(access.link(person.id()))
        : Optional.empty();
  }

  /** A fresh token for a program that reports, for real days, too. */
  public String reportingToken(String name) {
    return tokens.make(
        name, Tenants.INSTALLATION, Role.REPORTING_PROGRAM, false, Duration.ofDays(30));
  }

  @Override
  public void close() {
    audit.close();
  }
}

package org.urnengang.office;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.urnengang.office.access.Accounts;
import org.urnengang.office.platform.OfficeAddress;
import org.urnengang.office.publication.PublishTarget;

/**
 * What an office is started with.
 *
 * @param address where it is reached
 * @param data folder for everything it must not lose
 * @param elections folders of the election days to open, see docs/election-folder.md
 * @param database address of a PostgreSQL 15 or newer; without it the office runs its own
 * @param publish where its ledgers are sent
 * @param accounts whose accounts may log in beside its own
 * @param roll address for the electoral roll's own role, if the operator has made one
 */
public record OfficeSettings(
    OfficeAddress address,
    Path data,
    List<Path> elections,
    Optional<String> database,
    List<PublishTarget> publish,
    Optional<Accounts> accounts,
    Optional<String> roll) {
  /** An office whose electoral roll has the role that the office makes for it. */
  public OfficeSettings(
      OfficeAddress address,
      Path data,
      List<Path> elections,
      Optional<String> database,
      List<PublishTarget> publish,
      Optional<Accounts> accounts) {
    this(address, data, elections, database, publish, accounts, Optional.empty());
  }

  /** An office on this machine that opens one day, or only those that it has. */
  public OfficeSettings(
      int port,
      Path data,
      Optional<Path> election,
      Optional<String> database,
      List<PublishTarget> publish) {
    this(port, data, election.stream().toList(), database, publish);
  }

  /** An office on this machine. */
  public OfficeSettings(
      int port,
      Path data,
      List<Path> elections,
      Optional<String> database,
      List<PublishTarget> publish) {
    this(OfficeAddress.local(port), data, elections, database, publish, Optional.empty());
  }

  public OfficeSettings {
    elections = List.copyOf(elections);
    publish = List.copyOf(publish);
  }
}

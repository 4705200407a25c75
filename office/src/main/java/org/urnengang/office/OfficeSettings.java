package org.urnengang.office;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.urnengang.office.publication.PublishTarget;

/**
 * What an office is started with. It listens on this machine only.
 *
 * @param port port of its pages and its interface, 0 for any free one
 * @param data folder for everything it must not lose
 * @param elections folders of the election days to open, see docs/election-folder.md
 * @param database address of a PostgreSQL 15 or newer; without it the office runs its own
 * @param publish where its ledgers are sent
 */
public record OfficeSettings(
    int port,
    Path data,
    List<Path> elections,
    Optional<String> database,
    List<PublishTarget> publish) {
  /** An office that opens one day, or only those that it has. */
  public OfficeSettings(
      int port,
      Path data,
      Optional<Path> election,
      Optional<String> database,
      List<PublishTarget> publish) {
    this(port, data, election.stream().toList(), database, publish);
  }

  public OfficeSettings {
    elections = List.copyOf(elections);
    publish = List.copyOf(publish);
  }
}

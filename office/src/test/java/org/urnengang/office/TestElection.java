package org.urnengang.office;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Variants of the small rehearsal. */
final class TestElection {
  private TestElection() {}

  /** The rehearsal with these words replaced in its election.json, pair by pair. */
  static Path with(String... replaced) {
    try {
      Path folder = Files.createTempDirectory("election");
      Path probe = TestOffice.election("probe");
      for (String file : List.of("election.json", "areas.csv", "ballot.csv", "certificates.csv")) {
        Files.copy(probe.resolve(file), folder.resolve(file));
      }
      String json = Files.readString(folder.resolve("election.json"));
      for (int i = 0; i < replaced.length; i += 2) {
        json = json.replace(replaced[i], replaced[i + 1]);
      }
      Files.writeString(folder.resolve("election.json"), json);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

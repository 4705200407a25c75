package org.urnengang.formats.imports;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the states of a running night come from. */
sealed interface Feed extends AutoCloseable permits FolderFeed, WebFeed {
  /** Looks once; each state is given once, unless its files change. */
  Fetch next();

  @Override
  void close();

  /** What a look brought. */
  sealed interface Fetch {
    /** Nothing that was not given before. */
    record Nothing() implements Fetch {}

    /**
     * A state.
     *
     * @param asOf when the source says it was made, if it does
     */
    record Files(String name, List<Path> files, Optional<Instant> asOf) implements Fetch {}

    /** The source does not answer as it should. */
    record Failed(String name, String reason) implements Fetch {}
  }
}

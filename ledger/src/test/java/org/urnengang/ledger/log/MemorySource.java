package org.urnengang.ledger.log;

import java.util.Optional;
import java.util.function.Function;

/** A source that a test makes up. */
record MemorySource(Function<String, Optional<byte[]>> files) implements LogSource {
  @Override
  public Optional<byte[]> read(String path) {
    return files.apply(path);
  }
}

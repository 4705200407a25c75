package org.urnengang.office.platform;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows the database shows to a thread: those of some authorities, as row-level security holds
 * it, or all. It is the second wall between authorities; the first is the check of every request.
 *
 * @param tenants the authorities as PostgreSQL writes an array; empty means no limit
 */
public record DatabaseScope(Optional<String> tenants) {
  private static final ThreadLocal<@Nullable DatabaseScope> CURRENT = new ThreadLocal<>();
  private static final DatabaseScope ALL = new DatabaseScope(Optional.empty());

  /** All rows: for what the office does as a whole, such as opening a day. */
  public static DatabaseScope all() {
    return ALL;
  }

  /** The rows of these authorities. */
  public static DatabaseScope of(Collection<Integer> tenants) {
    return new DatabaseScope(
        Optional.of(
            tenants.stream()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(",", "{", "}"))));
  }

  static DatabaseScope current() {
    DatabaseScope bound = CURRENT.get();
    return bound == null ? ALL : bound;
  }

  /** Runs something within this scope. */
  public <R> R call(Supplier<R> work) {
    try (Bound _ = bind()) {
      return work.get();
    }
  }

  /** Holds this thread in this scope until it is closed. */
  public Bound bind() {
    Bound bound = new Bound(CURRENT.get());
    CURRENT.set(this);
    return bound;
  }

  /** The scope to return to. */
  public static final class Bound implements AutoCloseable {
    private final @Nullable DatabaseScope before;

    private Bound(@Nullable DatabaseScope before) {
      this.before = before;
    }

    @Override
    public void close() {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }
}

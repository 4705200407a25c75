package org.urnengang.office.roll;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** One import of registers, all or nothing, in one transaction. */
final class RegisterImport {
  private static final int SHOWN = 1000;

  private final Connection connection;
  private final SortKeys sortKeys = new SortKeys();
  private final List<RefusedField> refused = new ArrayList<>();
  private long refusedCount;
  private long persons;

  RegisterImport(Connection connection) {
    this.connection = connection;
  }

  /** Reads a file; nothing is committed here. */
  ImportReport run(Path file, RegisterProfile profile, Set<String> registers, OffsetDateTime at)
      throws SQLException {
    PersonStore store = new PersonStore(connection);
    int version = store.begin(registers, at);
    boolean first = store.isEmpty();
    if (first) {
      store.dropIndexes();
    } else {
      store.createIncoming();
    }
    copy(first ? "person" : "incoming", version, file, profile, registers);
    if (refusedCount > 0) {
      return report(false, new Differences(0, 0, 0, 0));
    }
    Differences differences;
    if (first) {
      store.createIndexes();
      differences = new Differences(persons, 0, 0, 0);
    } else {
      differences = store.apply(version, registers);
    }
    store.end(version, persons, differences);
    return report(true, differences);
  }

  /** How the file differs from the import before. */
  record Differences(long added, long gone, long moved, long changed) {}

  private ImportReport report(boolean taken, Differences differences) {
    return new ImportReport(
        taken,
        persons,
        differences.added(),
        differences.gone(),
        differences.moved(),
        differences.changed(),
        refused,
        refusedCount);
  }

  private void copy(
      String table, int version, Path file, RegisterProfile profile, Set<String> registers)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL maintenance_work_mem = '256MB'");
      statement.execute("SET LOCAL work_mem = '128MB'");
    }
    try (CopyRows rows = new CopyRows(connection, table)) {
      new RegisterReader(profile, registers, writing(rows, version), this::refuse).read(file);
      if (refusedCount == 0) {
        rows.finish();
      }
    } catch (CopyFailed e) {
      throw e.failure;
    }
  }

  private void refuse(RefusedField field) {
    refusedCount++;
    if (refused.size() < SHOWN) {
      refused.add(field);
    }
  }

  private Consumer<RegisteredPerson> writing(CopyRows rows, int version) {
    return person -> {
      persons++;
      if (refusedCount == 0) {
        try {
          PersonStore.write(rows, version, person, sortKeys.ofName(person));
        } catch (SQLException e) {
          throw new CopyFailed(e);
        }
      }
    };
  }

  /** Carries a failure of the database through the reader. */
  private static final class CopyFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient SQLException failure;

    CopyFailed(SQLException failure) {
      this.failure = failure;
    }
  }
}

package org.urnengang.rehearsal.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The peer of the fold: DuckDB adds up the official file of the European election 2024. */
final class DuckDb implements AutoCloseable {
  private static final String FIRST_NUMBER = "Wahlberechtigte";
  private static final String AFTER_NUMBERS = "Optional";
  private static final int AREA_COLUMNS = 5;

  private final Connection connection;
  private final String read;
  private final List<String> areas;
  private final List<String> numbers;

  DuckDb(Path csv) {
    Header header = Header.of(csv);
    this.areas = header.columns.subList(0, AREA_COLUMNS);
    this.numbers =
        header.columns.stream()
            .dropWhile(column -> !column.equals(FIRST_NUMBER))
            .takeWhile(column -> !column.startsWith(AFTER_NUMBERS))
            .toList();
    this.read =
        ("read_csv('%s', delim=';', header=true, skip=%d, null_padding=true, strict_mode=false,"
                + " thousands='.', decimal_separator=',', types={%s})")
            .formatted(csv, header.line, each(numbers, name -> "'" + name + "': 'INTEGER'"));
    try {
      this.connection = DriverManager.getConnection("jdbc:duckdb:");
      run("CREATE TABLE votes AS SELECT * FROM " + read);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where the names of the columns stand. */
  private record Header(int line, List<String> columns) {
    static Header of(Path csv) {
      try (BufferedReader lines = Files.newBufferedReader(csv)) {
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.contains(";" + FIRST_NUMBER + ";")) {
            return new Header(number, List.of(line.replace("\uFEFF", "").split(";", -1)));
          }
          number++;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      throw new IllegalArgumentException(csv + " has no column " + FIRST_NUMBER);
    }
  }

  private static String each(List<String> columns, UnaryOperator<String> sql) {
    return columns.stream().map(sql).collect(Collectors.joining(", "));
  }

  private static String sum(String column) {
    return "sum(\"" + column + "\") AS \"" + column + '"';
  }

  /** Sums for every area above the districts, from the loaded table. */
  void rollUp() {
    String keys = each(areas, name -> '"' + name + '"');
    run(
        "CREATE OR REPLACE TEMP TABLE rolled AS SELECT %s, %s FROM votes GROUP BY ROLLUP (%s)"
            .formatted(keys, each(numbers, DuckDb::sum), keys));
  }

  /** The sums of the whole country, read from the file; in the order of its columns. */
  List<Long> sumOfFile() {
    List<Long> sums = new ArrayList<>();
    String sql = "SELECT " + each(numbers, DuckDb::sum) + " FROM " + read;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      for (int column = 1; column <= numbers.size(); column++) {
        sums.add(row.getLong(column));
      }
      return sums;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.urnengang.rules.seats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A data file of these tests: lines starting with # are remarks, then a header, then rows. */
public final class Table {
  private Table() {}

  /** The rows of a file beside the tests, each by column name. */
  public static List<Map<String, String>> rows(String file) {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> header = List.of();
    for (String line : text(file).lines().toList()) {
      List<String> cells = List.of(line.split(";", -1));
      if (line.startsWith("#") || line.isBlank()) {
        continue;
      }
      if (header.isEmpty()) {
        header = cells;
        continue;
      }
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), cells.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  /** The text of a file beside the tests, or anywhere on the class path if it starts with /. */
  public static String text(String file) {
    try (InputStream in = Table.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new AssertionError(file + " fehlt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

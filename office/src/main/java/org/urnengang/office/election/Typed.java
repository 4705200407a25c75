package org.urnengang.office.election;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What somebody typed into a form. */
final class Typed {
  private static final int LONGEST = 2_000;

  private Typed() {}

  /** One line of text without control characters. */
  static String text(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    String clean = value == null ? "" : TableFiles.clean(value);
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
  }

  static Optional<LocalDate> date(HttpServletRequest request, String name) {
    try {
      return Optional.of(LocalDate.parse(text(request, name)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static long number(HttpServletRequest request, String name) {
    String text = text(request, name);
    return text.matches("[0-9]{1,15}") ? Long.parseLong(text) : 0;
  }

  /**
   * The fields called {@code prefix.row.column}, by row and column.
   *
   * @param prefix {@code c} for rows that are stored, {@code n} for new ones
   */
  static Map<Long, Map<String, String>> cells(HttpServletRequest request, String prefix) {
    Map<Long, Map<String, String>> rows = new TreeMap<>();
    for (String name : request.getParameterMap().keySet()) {
      String[] parts = name.split("\\.", 3);
      if (parts.length == 3 && parts[0].equals(prefix) && parts[1].matches("[0-9]{1,15}")) {
        rows.computeIfAbsent(Long.parseLong(parts[1]), _ -> new TreeMap<>())
            .put(parts[2], text(request, name));
      }
    }
    return rows;
  }
}

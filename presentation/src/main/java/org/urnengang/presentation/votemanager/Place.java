package org.urnengang.presentation.votemanager;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an address of votemanager means. */
public sealed interface Place {
  /** The list of all publishers. */
  record Directory(String base) implements OfAllDays {}

  /** The page of a publisher. */
  record Home(String ags) implements OfAllDays {}

  /** The days of a publisher. */
  record Dates(String ags) implements OfAllDays {}

  /** The page of a publisher on a day. */
  record Presentation(String ags) implements OfOneDay {}

  /** The list of a publisher's files on a day. */
  record OpenData(String ags) implements OfOneDay {}

  /** One of these files. */
  record DataFile(String ags, String name) implements OfOneDay {}

  /** A file of the JSON interface of a publisher on a day. */
  record Api(String ags, ApiFile file) implements OfOneDay {}

  /** A place that depends on all days. */
  sealed interface OfAllDays extends Place {}

  /** A place that depends on one day. */
  sealed interface OfOneDay extends Place {
    /** The publisher's key. */
    String ags();
  }

  /**
   * A place of one day.
   *
   * @param day the day's key
   */
  record InDay(String day, OfOneDay place) {}

  /** Folder of a day: date without dashes. */
  Pattern FOLDER = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(-probe)?");

  /** The place of an address that names no day, empty if it is none. */
  static Optional<OfAllDays> outsideDays(List<String> parts) {
    if (parts.equals(List.of("behoerden.json"))) {
      return Optional.of(new Directory(""));
    }
    String ags = parts.getFirst();
    if (parts.size() == 2 && parts.get(1).equals("index.html")) {
      return Optional.of(new Home(ags));
    }
    return parts.size() == 3 && parts.get(1).equals("api") && parts.get(2).equals("termine.json")
        ? Optional.of(new Dates(ags))
        : Optional.empty();
  }

  /** The place of an address in the folder of a day, empty if it is none. */
  static Optional<InDay> insideDay(List<String> parts) {
    Matcher folder = FOLDER.matcher(parts.getFirst());
    if (!folder.matches() || parts.size() < 3) {
      return Optional.empty();
    }
    String day =
        "%s-%s-%s%s"
            .formatted(
                folder.group(1),
                folder.group(2),
                folder.group(3),
                folder.group(4) == null ? "" : folder.group(4));
    return inDay(parts.get(1), parts.subList(2, parts.size())).map(place -> new InDay(day, place));
  }

  private static Optional<OfOneDay> inDay(String ags, List<String> rest) {
    if (rest.equals(List.of("praesentation"))
        || rest.equals(List.of("praesentation", "index.html"))) {
      return Optional.of(new Presentation(ags));
    }
    if (rest.size() > 2 && rest.subList(0, 2).equals(List.of("daten", "api"))) {
      return ApiFile.of(rest.subList(2, rest.size())).map(file -> new Api(ags, file));
    }
    if (rest.size() != 3 || !rest.subList(0, 2).equals(List.of("daten", "opendata"))) {
      return Optional.empty();
    }
    String name = rest.get(2);
    return Optional.of(name.equals("open_data.json") ? new OpenData(ags) : new DataFile(ags, name));
  }
}

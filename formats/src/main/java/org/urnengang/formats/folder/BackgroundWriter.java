package org.urnengang.formats.folder;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.Outline;
import org.urnengang.rules.election.Outline.Point;
import org.urnengang.rules.election.PollingRoom;
import org.urnengang.rules.election.Previous;
import tools.jackson.databind.json.JsonMapper;

/** Writes the files of a background, or removes those for which there is nothing. */
final class BackgroundWriter {
  private BackgroundWriter() {}

  static void write(ElectionDay day, Path folder) throws IOException {
    writePrevious(day, folder);
    writeTable(folder, StreetsFile.NAME, StreetsFile.COLUMNS, streets(day));
    writeTable(folder, RoomsFile.NAME, RoomsFile.COLUMNS, rooms(day));
    Path outlines = folder.resolve(OutlinesFile.NAME);
    if (day.background().outlines().isEmpty()) {
      Files.deleteIfExists(outlines);
    } else {
      Files.writeString(outlines, geojson(List.copyOf(day.background().outlines().values())));
    }
  }

  private static List<List<String>> streets(ElectionDay day) {
    return day.background().streets().stream()
        .map(
            part ->
                List.of(
                    part.street(),
                    part.postcode(),
                    part.place(),
                    part.from().map(Object::toString).orElse(""),
                    part.to().map(Object::toString).orElse(""),
                    part.side().key(),
                    part.district()))
        .toList();
  }

  private static List<List<String>> rooms(ElectionDay day) {
    return day.background().rooms().values().stream()
        .map(
            room ->
                List.of(
                    room.district(),
                    room.name(),
                    room.address(),
                    room.access().map(PollingRoom.Access::key).orElse(""),
                    room.note()))
        .toList();
  }

  private static void writeTable(
      Path folder, String name, List<String> columns, List<List<String>> rows) throws IOException {
    if (rows.isEmpty()) {
      Files.deleteIfExists(folder.resolve(name));
      return;
    }
    try (CsvWriter csv = new ElectionFolderWriter(folder).open(name, columns)) {
      rows.forEach(csv::writeRecord);
    }
  }

  private static void writePrevious(ElectionDay day, Path folder) throws IOException {
    boolean any =
        day.background().previous().values().stream().anyMatch(p -> !p.figures().isEmpty());
    if (!any) {
      Files.deleteIfExists(folder.resolve(PreviousFile.NAME));
      return;
    }
    List<String> columns = PreviousFile.columns(day.elections());
    try (CsvWriter csv = new ElectionFolderWriter(folder).open(PreviousFile.NAME, columns)) {
      day.background()
          .previous()
          .forEach((election, previous) -> writeRows(csv, columns, election, previous));
    }
  }

  private static void writeRows(
      CsvWriter csv, List<String> columns, String election, Previous previous) {
    previous
        .figures()
        .forEach((area, figures) -> csv.writeRecord(cells(columns, election, area, figures)));
  }

  private static List<String> cells(
      List<String> columns, String election, String area, SortedMap<String, Integer> figures) {
    List<String> cells = new ArrayList<>(List.of(election, area));
    for (String letter : columns.subList(2, columns.size())) {
      Integer known = figures.get(letter);
      cells.add(known == null ? "" : known.toString());
    }
    return cells;
  }

  private static String geojson(List<Outline> outlines) {
    return outlines.stream()
        .map(
            outline ->
                "{\"type\":\"Feature\",\"properties\":{\"id\":%s},\"geometry\":%s}"
                    .formatted(
                        JsonMapper.shared().writeValueAsString(outline.area()),
                        outline.isShaped() ? polygons(outline) : place(outline)))
        .collect(
            Collectors.joining(
                ",\n", "{\"type\":\"FeatureCollection\",\"features\":[\n", "\n]}\n"));
  }

  private static String place(Outline outline) {
    return "{\"type\":\"Point\",\"coordinates\":" + point(outline.centre()) + "}";
  }

  /** Outer rings run against the clock; each takes the holes that follow it. */
  private static String polygons(Outline outline) {
    List<List<String>> polygons = new ArrayList<>();
    for (List<Point> ring : outline.rings()) {
      if (polygons.isEmpty() || area(ring) > 0) {
        polygons.add(new ArrayList<>());
      }
      polygons.getLast().add(list(ring.stream().map(BackgroundWriter::point).toList()));
    }
    List<String> all = polygons.stream().map(BackgroundWriter::list).toList();
    return all.size() == 1
        ? "{\"type\":\"Polygon\",\"coordinates\":" + all.getFirst() + "}"
        : "{\"type\":\"MultiPolygon\",\"coordinates\":" + list(all) + "}";
  }

  private static String list(List<String> items) {
    return items.stream().collect(Collectors.joining(",", "[", "]"));
  }

  /** Twice the area inside a ring, positive if it runs against the clock. */
  private static long area(List<Point> ring) {
    long area = 0;
    for (int i = 1; i < ring.size(); i++) {
      Point a = ring.get(i - 1);
      Point b = ring.get(i);
      area += (long) a.east() * b.north() - (long) b.east() * a.north();
    }
    return area;
  }

  private static String point(Point point) {
    return "[" + degrees(point.east()) + "," + degrees(point.north()) + "]";
  }

  private static String degrees(int units) {
    int size = Math.abs(units);
    return String.format(
        Locale.ROOT, "%s%d.%05d", units < 0 ? "-" : "", size / 100_000, size % 100_000);
  }
}

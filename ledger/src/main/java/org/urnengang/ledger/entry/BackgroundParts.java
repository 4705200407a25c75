package org.urnengang.ledger.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonInteger;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.rules.election.Background;
import org.urnengang.rules.election.InvalidElection;
import org.urnengang.rules.election.Outline;
import org.urnengang.rules.election.Outline.Point;
import org.urnengang.rules.election.PollingRoom;
import org.urnengang.rules.election.PollingRoom.Access;
import org.urnengang.rules.election.Previous;
import org.urnengang.rules.election.StreetPart;
import org.urnengang.rules.election.StreetPart.HouseNumber;
import org.urnengang.rules.election.StreetPart.Side;

/**
 * The {@link Background} in a definition: slices of {@code outlines}, of {@code previous} elections
 * and of their {@code figures}, of {@code streets} and of {@code rooms}.
 */
final class BackgroundParts {
  private final List<Outline> outlines = new ArrayList<>();
  private final Map<String, Head> heads = new LinkedHashMap<>();
  private final Map<String, SortedMap<String, SortedMap<String, Integer>>> figures =
      new TreeMap<>();

  private final List<StreetPart> streets = new ArrayList<>();
  private final List<PollingRoom> rooms = new ArrayList<>();

  private record Head(String name, LocalDate date, String source) {}

  /** One row of figures. */
  private record Row(String election, String area, SortedMap<String, Integer> figures) {}

  static List<JsonObject> slices(Background background) {
    List<JsonObject> slices = new ArrayList<>();
    slices.addAll(
        Definition.slices(
            "outlines", List.copyOf(background.outlines().values()), BackgroundParts::json));
    slices.addAll(
        Definition.slices(
            "previous",
            List.copyOf(background.previous().entrySet()),
            entry -> json(entry.getKey(), entry.getValue())));
    List<Row> rows = background.previous().entrySet().stream().flatMap(e -> rows(e)).toList();
    slices.addAll(Definition.slices("figures", rows, BackgroundParts::json));
    slices.addAll(Definition.slices("streets", background.streets(), BackgroundParts::json));
    slices.addAll(
        Definition.slices(
            "rooms", List.copyOf(background.rooms().values()), BackgroundParts::json));
    return slices;
  }

  private static Stream<Row> rows(Map.Entry<String, Previous> entry) {
    return entry.getValue().figures().entrySet().stream()
        .map(row -> new Row(entry.getKey(), row.getKey(), row.getValue()));
  }

  private static JsonObject json(Outline outline) {
    JsonValue.Builder o =
        JsonValue.object()
            .put("area", outline.area())
            .put("centre", numbers(List.of(outline.centre())));
    if (outline.isShaped()) {
      o.put("rings", JsonValue.of(outline.rings().stream().map(r -> numbers(r)).toList()));
    }
    return o.build();
  }

  private static JsonValue numbers(List<Point> points) {
    return JsonValue.of(
        points.stream()
            .flatMap(point -> Stream.of(point.east(), point.north()))
            .map(number -> new JsonInteger(number))
            .toList());
  }

  private static JsonObject json(String election, Previous previous) {
    return JsonValue.object()
        .put("election", election)
        .put("name", previous.name())
        .put("date", previous.date().toString())
        .put("source", previous.source())
        .build();
  }

  private static JsonObject json(Row row) {
    JsonValue.Builder letters = JsonValue.object();
    row.figures().forEach(letters::put);
    return JsonValue.object()
        .put("election", row.election())
        .put("area", row.area())
        .put("figures", letters.build())
        .build();
  }

  private static JsonObject json(StreetPart part) {
    JsonValue.Builder o =
        JsonValue.object().put("street", part.street()).put("district", part.district());
    part.from().ifPresent(from -> o.put("from", from.toString()));
    part.to().ifPresent(to -> o.put("to", to.toString()));
    if (part.side() != Side.ALL) {
      o.put("side", part.side().key());
    }
    putText(o, "postcode", part.postcode());
    putText(o, "place", part.place());
    return o.build();
  }

  private static JsonObject json(PollingRoom room) {
    JsonValue.Builder o = JsonValue.object().put("district", room.district());
    putText(o, "name", room.name());
    putText(o, "address", room.address());
    room.access().ifPresent(access -> o.put("accessible", access.key()));
    putText(o, "note", room.note());
    return o.build();
  }

  private static void putText(JsonValue.Builder o, String name, String text) {
    if (!text.isEmpty()) {
      o.put(name, text);
    }
  }

  /** Takes a slice if it is of the background. */
  boolean read(Fields f, String name) {
    switch (name) {
      case "outlines" -> outlines.addAll(f.objects(name, BackgroundParts::outline));
      case "previous" -> f.objects(name, this::previous);
      case "figures" -> f.objects(name, this::row);
      case "streets" -> streets.addAll(f.objects(name, BackgroundParts::street));
      case "rooms" -> rooms.addAll(f.objects(name, BackgroundParts::room));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Outline outline(Fields f) {
    List<Point> centre = points(f.integers("centre"));
    if (centre.size() != 1) {
      throw new InvalidEntry("Feld centre ist nicht ein Punkt");
    }
    List<List<Point>> rings =
        f.optionalLists("rings").stream().map(BackgroundParts::points).toList();
    return new Outline(f.text("area"), centre.getFirst(), rings);
  }

  private static StreetPart street(Fields f) {
    Side side =
        f.optionalText("side")
            .map(key -> Side.of(key).orElseThrow(() -> new InvalidEntry("Feld side: " + key)))
            .orElse(Side.ALL);
    return new StreetPart(
        f.text("street"),
        f.optionalText("postcode").orElse(""),
        f.optionalText("place").orElse(""),
        house(f, "from"),
        house(f, "to"),
        side,
        f.text("district"));
  }

  private static Optional<HouseNumber> house(Fields f, String name) {
    return f.optionalText(name)
        .map(
            text ->
                HouseNumber.of(text)
                    .orElseThrow(
                        () -> new InvalidEntry("Feld " + name + ": keine Hausnummer: " + text)));
  }

  private static PollingRoom room(Fields f) {
    return new PollingRoom(
        f.text("district"),
        f.optionalText("name").orElse(""),
        f.optionalText("address").orElse(""),
        access(f),
        f.optionalText("note").orElse(""));
  }

  private static Optional<Access> access(Fields f) {
    return f.optionalText("accessible")
        .map(
            key ->
                Access.of(key)
                    .orElseThrow(() -> new InvalidEntry("Feld accessible ist weder yes noch no")));
  }

  private static List<Point> points(List<Integer> numbers) {
    if (numbers.size() % 2 != 0) {
      throw new InvalidEntry("Ein Umriss hat eine ungerade Anzahl von Zahlen");
    }
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i += 2) {
      points.add(new Point(numbers.get(i), numbers.get(i + 1)));
    }
    return points;
  }

  private boolean previous(Fields f) {
    String election = f.text("election");
    Head head = new Head(f.text("name"), LocalDate.parse(f.text("date")), f.text("source"));
    if (heads.put(election, head) != null) {
      throw new InvalidEntry("Wahl " + election + " hat zwei Vergleichswahlen");
    }
    return true;
  }

  private boolean row(Fields f) {
    String area = f.text("area");
    var before =
        figures
            .computeIfAbsent(f.text("election"), _ -> new TreeMap<>())
            .put(area, f.counts("figures"));
    if (before != null) {
      throw new InvalidEntry("Gebiet " + area + " hat zwei Vergleichszahlen");
    }
    return true;
  }

  /** What all slices gave. */
  Background background() {
    Map<String, Previous> previous = new TreeMap<>();
    heads.forEach(
        (election, head) ->
            previous.put(
                election,
                new Previous(
                    head.name(),
                    head.date(),
                    head.source(),
                    figures.getOrDefault(election, new TreeMap<>()))));
    if (!previous.keySet().containsAll(figures.keySet())) {
      throw new InvalidElection("Vergleichszahlen ohne Vergleichswahl");
    }
    return Background.of(outlines, previous).with(streets, rooms);
  }
}

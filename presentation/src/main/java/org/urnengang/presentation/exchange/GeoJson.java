package org.urnengang.presentation.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonReader;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonArray;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.presentation.data.ResultJson;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.rules.election.Outline;
import org.urnengang.rules.election.Outline.Point;

/** The areas whose outlines are known, with their results (RFC 7946). */
final class GeoJson {
  private static final int DEGREE = 100_000;

  private GeoJson() {}

  static String of(AreaResult top) {
    List<JsonObject> features = new ArrayList<>();
    for (AreaResult area : top.withDescendants()) {
      top.day()
          .background()
          .outline(area.area().id())
          .ifPresent(outline -> features.add(feature(area, outline)));
    }
    return CanonicalJson.text(
        JsonValue.object()
            .put("type", "FeatureCollection")
            .put("features", JsonValue.of(features))
            .build());
  }

  private static JsonObject feature(AreaResult area, Outline outline) {
    return JsonValue.object()
        .put("type", "Feature")
        .put("id", area.area().id())
        .put("geometry", outline.isShaped() ? shape(outline.rings()) : point(outline.centre()))
        .put("properties", ResultJson.value(area))
        .build();
  }

  private static JsonObject point(Point point) {
    return geometry("Point", position(point));
  }

  private static JsonObject geometry(String type, JsonValue coordinates) {
    return JsonValue.object().put("type", type).put("coordinates", coordinates).build();
  }

  /** A ring inside another one is a hole in it. */
  private static JsonObject shape(List<List<Point>> rings) {
    List<JsonArray> polygons = new ArrayList<>();
    for (List<Point> outer : rings) {
      if (around(outer, rings).isEmpty()) {
        List<JsonArray> polygon = new ArrayList<>();
        polygon.add(ring(outer));
        rings.stream()
            .filter(inner -> around(inner, rings).filter(outer::equals).isPresent())
            .forEach(inner -> polygon.add(ring(inner)));
        polygons.add(JsonValue.of(polygon));
      }
    }
    return geometry("MultiPolygon", JsonValue.of(polygons));
  }

  private static Optional<List<Point>> around(List<Point> ring, List<List<Point>> rings) {
    return rings.stream()
        .filter(other -> !other.equals(ring) && holds(other, ring.getFirst()))
        .findFirst();
  }

  /** Whether a ray from the point crosses the ring an odd number of times. */
  private static boolean holds(List<Point> ring, Point point) {
    boolean inside = false;
    for (int i = 1; i < ring.size(); i++) {
      Point from = ring.get(i - 1);
      Point to = ring.get(i);
      if (from.north() > point.north() != to.north() > point.north()) {
        long rise = (long) to.north() - from.north();
        long cross =
            ((long) point.north() - from.north()) * ((long) to.east() - from.east())
                - ((long) point.east() - from.east()) * rise;
        inside ^= rise > 0 ? cross > 0 : cross < 0;
      }
    }
    return inside;
  }

  private static JsonArray ring(List<Point> points) {
    return JsonValue.of(points.stream().map(GeoJson::position).toList());
  }

  private static JsonArray position(Point point) {
    return JsonValue.of(List.of(degrees(point.east()), degrees(point.north())));
  }

  private static JsonValue degrees(int value) {
    return value % DEGREE == 0 ? JsonValue.of(value / DEGREE) : decimal(value);
  }

  private static JsonValue decimal(int value) {
    String text =
        String.format(
            Locale.ROOT,
            "%s%d.%05d",
            value < 0 ? "-" : "",
            Math.abs(value / DEGREE),
            Math.abs(value % DEGREE));
    return JsonReader.read(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }
}

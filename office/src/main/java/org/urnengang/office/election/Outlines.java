package org.urnengang.office.election;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Places of areas from any GeoJSON: matched by a property, turned into degrees. */
final class Outlines {
  static final int MOST_BYTES = 24 << 20;
  static final String ID = "id";
  static final String GEOMETRY = "geometry";

  /** A feature that fits no area is kept under this column, to be listed. */
  static final String UNMATCHED = "unmatched";

  private final DistrictNumbers districts;
  private final Map<String, String> byValue = new HashMap<>();

  private Outlines(List<DraftRow> areas) {
    this.districts = new DistrictNumbers(areas);
    for (DraftRow area : areas) {
      byValue.put(area.get("id"), area.get("id"));
      byValue.putIfAbsent(area.get("name"), area.get("id"));
    }
  }

  /** What came of it. */
  sealed interface Outcome {
    /**
     * Features with their area, or with why there is none.
     *
     * @param property by which they were matched
     * @param converted whether they were in metres
     */
    record Read(List<DraftRow> features, String property, boolean converted) implements Outcome {}

    /** It cannot be read; which sentence says why. */
    record Refused(String text) implements Outcome {}
  }

  /**
   * Reads a file.
   *
   * @param wanted the property that names areas, empty for the one that fits best
   */
  static Outcome read(byte[] bytes, List<DraftRow> areas, String wanted) {
    if (bytes.length > MOST_BYTES) {
      return new Outcome.Refused("setup.map.large");
    }
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(bytes);
    } catch (JacksonException e) {
      return new Outcome.Refused("setup.map.json");
    }
    JsonNode features = root.path("features");
    if (!root.path("type").asString("").equals("FeatureCollection") || features.isEmpty()) {
      return new Outcome.Refused("setup.map.collection");
    }
    Outlines outlines = new Outlines(areas);
    String property = wanted.isEmpty() ? outlines.best(features) : wanted;
    boolean metres = isInMetres(features.get(0).path(GEOMETRY).path("coordinates"));
    List<DraftRow> rows = new ArrayList<>();
    for (JsonNode feature : features) {
      Optional<DraftRow> row = outlines.row(feature, property, metres);
      if (row.isEmpty()) {
        return new Outcome.Refused("setup.map.coordinates");
      }
      rows.add(row.get());
    }
    return new Outcome.Read(rows, property, metres);
  }

  /** The names of all properties. */
  static List<String> properties(byte[] bytes) {
    TreeSet<String> names = new TreeSet<>();
    JsonMapper.shared()
        .readTree(bytes)
        .path("features")
        .forEach(feature -> names.addAll(feature.path("properties").propertyNames()));
    return List.copyOf(names);
  }

  /** The property whose values name most areas. */
  private String best(JsonNode features) {
    Map<String, Integer> hits = new HashMap<>();
    for (JsonNode feature : features) {
      for (Map.Entry<String, JsonNode> property : feature.path("properties").properties()) {
        if (find(property.getValue()).isPresent()) {
          hits.merge(property.getKey(), 1, Integer::sum);
        }
      }
    }
    return hits.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private Optional<String> find(JsonNode value) {
    String text = value.isValueNode() ? value.asString("").strip() : "";
    return Optional.ofNullable(byValue.get(text)).or(() -> districts.find(text));
  }

  private static boolean isInMetres(JsonNode coordinates) {
    JsonNode first = coordinates;
    while (first.path(0).isArray()) {
      first = first.get(0);
    }
    return Math.abs(first.path(0).asDouble(0)) > 180 || Math.abs(first.path(1).asDouble(0)) > 90;
  }

  /** Empty if its coordinates are neither degrees nor metres of the zone. */
  private Optional<DraftRow> row(JsonNode feature, String property, boolean metres) {
    JsonNode value = feature.path("properties").path(property);
    Optional<String> id = find(value);
    if (id.isEmpty()) {
      String shown = feature.path("properties").toString();
      return Optional.of(
          DraftRow.of(
              Map.of(UNMATCHED, shown.length() > 200 ? shown.substring(0, 200) + "…" : shown)));
    }
    JsonNode geometry = feature.path(GEOMETRY);
    StringBuilder coordinates = new StringBuilder();
    return write(geometry.path("coordinates"), metres, coordinates)
        ? Optional.of(
            DraftRow.of(
                Map.of(
                    ID,
                    id.get(),
                    GEOMETRY,
                    "{\"type\":%s,\"coordinates\":%s}"
                        .formatted(geometry.path("type").toString(), coordinates))))
        : Optional.empty();
  }

  private static boolean write(JsonNode node, boolean metres, StringBuilder out) {
    if (node.path(0).isNumber() && node.path(1).isNumber()) {
      double east = node.get(0).asDouble();
      double north = node.get(1).asDouble();
      if (metres && !Utm32.isInside(east, north)) {
        return false;
      }
      Utm32.Degrees degrees = metres ? Utm32.degrees(east, north) : new Utm32.Degrees(east, north);
      out.append(String.format(Locale.ROOT, "[%.6f,%.6f]", degrees.east(), degrees.north()));
      return Math.abs(degrees.east()) <= 180 && Math.abs(degrees.north()) <= 90;
    }
    out.append('[');
    for (int i = 0; i < node.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      if (!write(node.get(i), metres, out)) {
        return false;
      }
    }
    out.append(']');
    return node.isArray();
  }

  /** The file of the folder; of two features of an area the later one counts. */
  static byte[] file(List<DraftRow> features) {
    Map<String, String> byArea = new LinkedHashMap<>();
    for (DraftRow feature : features) {
      if (!feature.get(ID).isEmpty()) {
        byArea.put(feature.get(ID), feature.get(GEOMETRY));
      }
    }
    return byArea.entrySet().stream()
        .map(
            entry ->
                "{\"type\":\"Feature\",\"properties\":{\"id\":%s},\"geometry\":%s}"
                    .formatted(
                        JsonMapper.shared().writeValueAsString(entry.getKey()), entry.getValue()))
        .collect(
            Collectors.joining(",\n", "{\"type\":\"FeatureCollection\",\"features\":[\n", "\n]}\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The areas that a file of the folder places. */
  static List<DraftRow> features(byte[] file) {
    List<DraftRow> features = new ArrayList<>();
    for (JsonNode feature : JsonMapper.shared().readTree(file).path("features")) {
      features.add(
          DraftRow.of(
              Map.of(
                  ID,
                  feature.path("properties").path(ID).asString(feature.path(ID).asString("")),
                  GEOMETRY,
                  feature.path(GEOMETRY).toString())));
    }
    return features;
  }
}

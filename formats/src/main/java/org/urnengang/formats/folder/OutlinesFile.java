package org.urnengang.formats.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.Outline;
import org.urnengang.rules.election.Outline.Point;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads {@code areas.geojson} (RFC 7946), which may be absent: outlines, or only the places of
 * areas. Outlines that are finer than a page can show are simplified together, so that neighbours
 * keep a common border.
 */
final class OutlinesFile {
  static final String NAME = "areas.geojson";

  /** Hundred-thousandths of a degree. */
  static final double UNITS = 100_000;

  /** On average an outline keeps no more points: a page shows it some hundred pixels wide. */
  private static final int POINTS = 60;

  private static final double FINEST = 0.0005;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final AreaGraph areas;
  private final List<String> ids = new ArrayList<>();
  private final List<Geometry> shapes = new ArrayList<>();

  private OutlinesFile(AreaGraph areas) {
    this.areas = areas;
  }

  static List<Outline> read(Path folder, AreaGraph areas) {
    Path path = folder.resolve(NAME);
    if (!Files.exists(path)) {
      return List.of();
    }
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(StrictText.readAll(path));
    } catch (JacksonException e) {
      throw ElectionFolderException.at(
          NAME,
          Math.max(1, e.getLocation().getLineNr()),
          "Hier ist das JSON nicht lesbar oder abgeschnitten. Bitte die Datei neu ausgeben.");
    }
    OutlinesFile file = new OutlinesFile(areas);
    file.add(root);
    return file.outlines();
  }

  private static ElectionFolderException refused(String where, String text) {
    return ElectionFolderException.of(NAME, where + ": " + text);
  }

  private void add(JsonNode root) {
    JsonNode features = root.path("features");
    if (!root.path("type").asString("").equals("FeatureCollection") || !features.isArray()) {
      throw ElectionFolderException.of(NAME, "Das ist keine FeatureCollection nach RFC 7946.");
    }
    for (int i = 0; i < features.size(); i++) {
      JsonNode feature = features.get(i);
      String id = feature.path("properties").path("id").asString(feature.path("id").asString(""));
      String where = "Feature " + (i + 1) + (id.isEmpty() ? "" : " (" + id + ")");
      if (areas.index(id).isEmpty()) {
        throw refused(where, "Die Eigenschaft id nennt kein Gebiet aus " + AreasFile.NAME + ".");
      }
      if (ids.contains(id)) {
        throw refused(where, "Dieses Gebiet kommt zweimal vor. Bitte zusammenfassen.");
      }
      ids.add(id);
      shapes.add(geometry(feature.path("geometry"), where));
    }
  }

  private static Geometry geometry(JsonNode json, String where) {
    JsonNode coordinates = json.path("coordinates");
    Geometry geometry =
        switch (json.path("type").asString("")) {
          case "Point" -> FACTORY.createPoint(coordinate(coordinates, where));
          case "Polygon" -> polygon(coordinates, where);
          case "MultiPolygon" ->
              FACTORY.createMultiPolygon(
                  list(coordinates)
                      .map(part -> polygon(part, where))
                      .filter(part -> !part.isEmpty())
                      .toArray(Polygon[]::new));
          default -> throw refused(where, "Erlaubt sind Point, Polygon und MultiPolygon.");
        };
    Geometry sound = geometry.isValid() ? geometry : GeometryFixer.fix(geometry);
    if (sound.isEmpty()) {
      throw refused(where, "Die Fläche ist leer oder schmaler als ein Meter.");
    }
    return sound;
  }

  private static java.util.stream.Stream<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  /** A polygon without holes and parts that are narrower than a unit. */
  private static Polygon polygon(JsonNode rings, String where) {
    List<LinearRing> all = list(rings).map(ring -> ring(ring, where)).toList();
    if (all.isEmpty()) {
      throw refused(where, "Das Polygon hat keinen Ring.");
    }
    return FACTORY.createPolygon(
        all.getFirst(),
        all.stream().skip(1).filter(hole -> !hole.isEmpty()).toArray(LinearRing[]::new));
  }

  /** Empty if it is narrower than a unit, so that nothing is left of it. */
  private static LinearRing ring(JsonNode points, String where) {
    Coordinate[] ring =
        list(points).map(point -> coordinate(point, where)).toArray(Coordinate[]::new);
    if (ring.length < 4 || !ring[0].equals2D(ring[ring.length - 1])) {
      throw refused(where, "Ein Ring hat mindestens vier Punkte und endet, wo er beginnt.");
    }
    Coordinate[] different = CoordinateArrays.removeRepeatedPoints(ring);
    return different.length < 4 ? FACTORY.createLinearRing() : FACTORY.createLinearRing(different);
  }

  private static Coordinate coordinate(JsonNode point, String where) {
    if (!point.path(0).isNumber() || !point.path(1).isNumber()) {
      throw refused(where, "Ein Punkt besteht aus zwei Zahlen: Länge und Breite.");
    }
    double east = point.get(0).asDouble();
    double north = point.get(1).asDouble();
    if (!(Math.abs(east) <= 180 && Math.abs(north) <= 90)) {
      throw refused(
          where,
          "Die Koordinaten sind keine Grade (EPSG:4326). Umrechnen geht mit"
              + " ogr2ogr -t_srs EPSG:4326 areas.geojson QUELLE.");
    }
    return new Coordinate(Math.round(east * UNITS) / UNITS, Math.round(north * UNITS) / UNITS);
  }

  private List<Outline> outlines() {
    simplify();
    List<Outline> outlines = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      Geometry shape = shapes.get(i);
      List<List<Point>> rings = new ArrayList<>();
      for (int part = 0; part < shape.getNumGeometries(); part++) {
        if (shape.getGeometryN(part) instanceof Polygon polygon && !polygon.isEmpty()) {
          rings(polygon.norm() instanceof Polygon normal ? normal : polygon, rings);
        }
      }
      outlines.add(new Outline(ids.get(i), point(shape.getInteriorPoint().getCoordinate()), rings));
    }
    return outlines;
  }

  /** All polygons of a level together, coarser until they are light enough. */
  private void simplify() {
    List<Integer> polygons = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      if (shapes.get(i).getDimension() == 2) {
        polygons.add(i);
      }
    }
    for (double tolerance = FINEST;
        points(polygons) > (long) POINTS * polygons.size();
        tolerance *= 2) {
      Geometry[] coverage = polygons.stream().map(shapes::get).toArray(Geometry[]::new);
      Geometry[] simple = CoverageSimplifier.simplify(coverage, tolerance);
      for (int i = 0; i < simple.length; i++) {
        shapes.set(polygons.get(i), simple[i]);
      }
      if (tolerance > 1) {
        throw ElectionFolderException.of(NAME, "Die Umrisse lassen sich nicht vereinfachen.");
      }
    }
  }

  private long points(List<Integer> polygons) {
    return polygons.stream().mapToLong(i -> shapes.get(i).getNumPoints()).sum();
  }

  /** The outer ring against the clock, holes with it (RFC 7946). */
  private static void rings(Polygon polygon, List<List<Point>> rings) {
    rings.add(points(polygon.getExteriorRing().reverse()));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(points(polygon.getInteriorRingN(i).reverse()));
    }
  }

  private static List<Point> points(LinearRing ring) {
    List<Point> points = new ArrayList<>();
    for (Coordinate c : ring.getCoordinates()) {
      if (points.isEmpty() || !points.getLast().equals(point(c))) {
        points.add(point(c));
      }
    }
    return points;
  }

  private static Point point(Coordinate c) {
    return new Point((int) Math.round(c.x * UNITS), (int) Math.round(c.y * UNITS));
  }
}

package org.urnengang.presentation.exchange;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.urnengang.presentation.data.ResultCsv;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.rules.election.AreaLevel;

/** A file of an area's result in another format than that of its page. */
public enum Exchange {
  FLAT("kerg.csv", Kind.CSV, FlatFile::of),
  GEOJSON("areas.geojson", Kind.GEOJSON, GeoJson::of),
  NIST("nist.json", Kind.JSON, NistReport::of),
  PARAMETERS("owd-wahlparameter.csv", Kind.CSV, OpenElectionData::parameters),
  DIVISION("owd-wahlgebietseinteilungen.csv", Kind.CSV, OpenElectionData::division),
  BALLOTS("owd-stimmzettel.csv", Kind.CSV, OpenElectionData::ballots),
  CANDIDATES("owd-kandidaten.csv", Kind.CSV, OpenElectionData::candidates),
  RESULTS("owd-wahlergebnisse.csv", Kind.CSV, OpenElectionData::results),
  LAND("level-land.csv", Kind.CSV, result -> ResultCsv.of(result, AreaLevel.LAND)),
  CONSTITUENCY(
      "level-constituency.csv", Kind.CSV, result -> ResultCsv.of(result, AreaLevel.CONSTITUENCY)),
  COUNTY("level-county.csv", Kind.CSV, result -> ResultCsv.of(result, AreaLevel.COUNTY)),
  MUNICIPALITY(
      "level-municipality.csv", Kind.CSV, result -> ResultCsv.of(result, AreaLevel.MUNICIPALITY)),
  BOROUGH("level-borough.csv", Kind.CSV, result -> ResultCsv.of(result, AreaLevel.BOROUGH)),
  DISTRICT("level-district.csv", Kind.CSV, result -> ResultCsv.of(result, AreaLevel.DISTRICT));

  private final String file;
  private final Kind kind;

  @SuppressWarnings("ImmutableEnumChecker") // writers keep nothing
  private final Function<AreaResult, String> writer;

  /** How a file is written. */
  public enum Kind {
    CSV,
    JSON,
    GEOJSON
  }

  Exchange(String file, Kind kind, Function<AreaResult, String> writer) {
    this.file = file;
    this.kind = kind;
    this.writer = writer;
  }

  /** The format whose file has this name. */
  public static Optional<Exchange> of(String file) {
    return Arrays.stream(values()).filter(one -> one.file.equals(file)).findFirst();
  }

  public String file() {
    return file;
  }

  public Kind kind() {
    return kind;
  }

  /** The text of the file. */
  public String text(AreaResult result) {
    return writer.apply(result);
  }
}

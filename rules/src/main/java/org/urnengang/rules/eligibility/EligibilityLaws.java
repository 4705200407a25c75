package org.urnengang.rules.eligibility;

import java.time.LocalDate;
import java.util.List;
import org.urnengang.rules.election.ElectionKind;

/** Which law says who may vote, by kind of election and day. */
public final class EligibilityLaws {
  private static final LocalDate ALWAYS = LocalDate.MIN;

  /** The later row of a kind wins from its day on. */
  private static final List<Row> ROWS =
      List.of(
          new Row(ElectionKind.BUNDESTAG, ALWAYS, "bundestag-2013"),
          new Row(ElectionKind.BUNDESTAG, LocalDate.of(2019, 7, 1), "bundestag-2019"),
          new Row(ElectionKind.EUROPE, ALWAYS, "europa-2014"),
          new Row(ElectionKind.EUROPE, LocalDate.of(2024, 1, 1), "europa-2024"),
          new Row(ElectionKind.LANDTAG, ALWAYS, "landtag-nrw"),
          new Row(ElectionKind.COUNCIL, ALWAYS, "kommunal-nrw"),
          new Row(ElectionKind.MAYOR, ALWAYS, "kommunal-nrw"),
          new Row(ElectionKind.REFERENDUM, ALWAYS, "kommunal-nrw"));

  private record Row(ElectionKind kind, LocalDate since, String law) {}

  private EligibilityLaws() {}

  /** The key of the law, which is the name of its data file. */
  public static String key(ElectionKind kind, LocalDate electionDay) {
    return ROWS.stream()
        .filter(row -> row.kind() == kind && !row.since().isAfter(electionDay))
        .reduce((_, later) -> later)
        .orElseThrow()
        .law();
  }
}

package org.urnengang.office.roll;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.ElectionKind;
import org.urnengang.rules.eligibility.EligibilityLaw;
import org.urnengang.rules.eligibility.EligibilityLaws;
import org.urnengang.rules.eligibility.Poll;

/** Who may vote in the elections of a day, in their order. */
final class DayRules {
  private static final String COUNTRY = "";
  private static final int LAND = 2;

  private DayRules() {}

  static List<Poll> polls(ElectionDay day) {
    return day.elections().stream()
        .map(
            election ->
                new Poll(
                    law(EligibilityLaws.key(election.kind(), day.date())),
                    day.date(),
                    territory(day, election)))
        .toList();
  }

  /** Whose people vote: also the Wahlkreise of a Bundestag election belong to the country. */
  private static String territory(ElectionDay day, Election election) {
    ElectionKind kind = election.kind();
    if (kind == ElectionKind.BUNDESTAG || kind == ElectionKind.EUROPE) {
      return COUNTRY;
    }
    Area scope = day.areas().area(day.areas().indexOf(election.scope()));
    if (kind == ElectionKind.LANDTAG) {
      return scope.id().matches("[0-9]+") ? scope.id().substring(0, LAND) : "05";
    }
    return scope.level() == AreaLevel.MUNICIPALITY || scope.level() == AreaLevel.COUNTY
        ? scope.id()
        : COUNTRY;
  }

  private static EligibilityLaw law(String key) {
    String file = "/eligibility/law-data/" + key + ".csv";
    try (InputStream in =
        Objects.requireNonNull(EligibilityLaw.class.getResourceAsStream(file), file)) {
      return EligibilityLaw.parse(key, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

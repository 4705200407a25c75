package org.urnengang.rules.eligibility;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Staatsangehörigkeiten (§ 3 Abs. 1 Nr. 10 BMG), by ISO 3166-1 alpha-3.
 *
 * @param codes such as {@code DEU}; stateless persons have {@code XXA}
 */
public record Citizenships(Set<String> codes) {
  /** Germans (Art. 116 Abs. 1 GG). */
  public static final String GERMAN = "DEU";

  private static final LocalDate BEGINNING = LocalDate.of(1993, 11, 1);
  private static final Map<String, LocalDate> MEMBER_SINCE = members();

  /** The United Kingdom left at the end of 31 January 2020. */
  private static final Map<String, LocalDate> MEMBER_UNTIL =
      Map.of("GBR", LocalDate.of(2020, 1, 31));

  public Citizenships {
    codes = Set.copyOf(codes);
  }

  private static Map<String, LocalDate> members() {
    Map<String, LocalDate> since = new TreeMap<>();
    Map.of(
            BEGINNING,
            "BEL DNK DEU FRA GRC IRL ITA LUX NLD PRT ESP GBR",
            LocalDate.of(1995, 1, 1),
            "AUT FIN SWE",
            LocalDate.of(2004, 5, 1),
            "CYP CZE EST HUN LVA LTU MLT POL SVK SVN",
            LocalDate.of(2007, 1, 1),
            "BGR ROU",
            LocalDate.of(2013, 7, 1),
            "HRV")
        .forEach(
            (day, codes) -> Stream.of(codes.split(" ", -1)).forEach(code -> since.put(code, day)));
    return since;
  }

  /** These citizenships, written with blanks between them. */
  public static Citizenships of(String codes) {
    return new Citizenships(
        Stream.of(codes.split(" ", -1))
            .filter(code -> !code.isEmpty())
            .collect(Collectors.toSet()));
  }

  /** As {@link #of} reads them, sorted. */
  public String text() {
    return codes.size() == 1 ? codes.iterator().next() : String.join(" ", new TreeSet<>(codes));
  }

  boolean isGerman() {
    return codes.contains(GERMAN);
  }

  /** Unionsbürger (Art. 20 AEUV): citizen of a state that is a member on this day. */
  boolean isOfUnion(LocalDate on) {
    return codes.stream()
        .anyMatch(
            code ->
                MEMBER_SINCE.containsKey(code)
                    && !on.isBefore(MEMBER_SINCE.get(code))
                    && !on.isAfter(MEMBER_UNTIL.getOrDefault(code, LocalDate.MAX)));
  }
}

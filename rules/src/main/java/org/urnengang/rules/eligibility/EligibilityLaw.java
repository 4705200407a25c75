package org.urnengang.rules.eligibility;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.urnengang.rules.seats.LawData;
import org.urnengang.rules.seats.Legal;

/**
 * Die Voraussetzungen des Wahlrechts in einem Gesetz, each with its paragraph. All days count back
 * from election day and never move because of a weekend (§ 54 Abs. 1 BWahlG).
 *
 * @param age years of life to be completed
 * @param union how citizens of the Union take part
 * @param months least stay in whole months; or see {@code days}
 * @param days least stay as a number of days before election day
 * @param dwelling which dwellings count for the stay
 * @param abroad the rule for Germans abroad
 * @param exclusions which exclusions count
 * @param placeDay main dwelling on this day says which municipality enters somebody ex officio
 * @param applicationDay last day for applications
 */
public record EligibilityLaw(
    String key,
    Legal<Integer> age,
    Legal<Union> union,
    Legal<Integer> months,
    Legal<Integer> days,
    Legal<Stays> dwelling,
    Legal<Abroad> abroad,
    Legal<Set<Exclusion.Kind>> exclusions,
    Legal<Integer> placeDay,
    Legal<Integer> applicationDay,
    Paragraphs paragraphs) {

  /** How citizens of the Union take part. */
  public enum Union {
    NEVER,
    ON_APPLICATION,
    EX_OFFICIO
  }

  /** Which dwellings make a stay. */
  public enum Stays {
    ANY,
    MAIN
  }

  /** Auslandsdeutsche (§ 12 Abs. 2 BWahlG): whether they take part at all. */
  public record Abroad(boolean possible, int age, int months, int years) {}

  /** Paragraphs of decisions that do not follow from a figure. */
  public record Paragraphs(
      String entered,
      String movedHere,
      String noDwelling,
      String unionRoll,
      String abroadApplication,
      String territory) {}

  /**
   * Reads the data file of a law, which lies in {@code /eligibility/law-data}.
   *
   * @throws org.urnengang.rules.seats.InvalidSeatInput if a figure is missing or unreadable
   */
  public static EligibilityLaw parse(String key, String text) {
    LawData data = LawData.parse(key, text);
    Legal<Integer> abroadYears = data.number("abroad-years");
    return new EligibilityLaw(
        key,
        data.number("age"),
        data.constant("union", Union.class),
        data.number("months"),
        data.number("days"),
        data.constant("dwelling", Stays.class),
        new Legal<>(
            new Abroad(
                abroadYears.value() > 0,
                data.number("abroad-age").value(),
                data.number("abroad-months").value(),
                abroadYears.value()),
            abroadYears.law()),
        exclusions(data.words("exclusions")),
        data.number("place-day"),
        data.number("application-day"),
        new Paragraphs(
            data.number("entered").law(),
            data.number("moved-here").law(),
            data.number("no-dwelling").law(),
            data.number("union-roll").law(),
            data.number("abroad-application").law(),
            data.number("territory").law()));
  }

  private static Legal<Set<Exclusion.Kind>> exclusions(Legal<? extends Set<String>> words) {
    return new Legal<>(
        words.value().stream()
            .map(word -> Exclusion.Kind.of(word).orElseThrow())
            .collect(Collectors.toUnmodifiableSet()),
        words.law());
  }

  /** The last day on which a stay may begin that is long enough on election day. */
  LocalDate latestStart(LocalDate electionDay) {
    return electionDay.minusMonths(months.value()).minusDays(days.value());
  }

  /** The paragraph of the least stay. */
  String stayParagraph() {
    return months.value() > 0 ? months.law() : days.law();
  }
}

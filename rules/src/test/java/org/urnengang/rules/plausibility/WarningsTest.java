package org.urnengang.rules.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.record.Figures;

/** Every warning at its threshold, and just not. */
class WarningsTest {
  private static final List<Counted> TOWN = Town.districts(Town.ONE_VOTE, 60, 1);
  private static final List<Counted> TWO_VOTES = Town.districts(Town.TWO_VOTES, 60, 2);
  private static final String SOUND =
      "A1=1000 A2=100 B=600 B1=5 C=4 D=596 D1=214 D2=149 D3=95 D4=66 D5=48 D6=24";

  private static Plausibility of(List<Counted> town) {
    return Plausibility.of(town.getFirst().letters(), town, List.of(), Thresholds.PROPOSED);
  }

  private static String judge(Counted counted, Circumstances known) {
    return Town.words(of(TOWN).judge(counted, known).findings());
  }

  private static Counted sound(String changes) {
    return Town.changed(Town.changed(TOWN.getFirst(), SOUND), changes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                      | ''
          C=18 D=582 D1=200                       | W01(C,B)
          C=17 D=583 D1=201                       | ''
          B=0 B1=0 C=0 D=0 D1=0 D2=0 D3=0 D4=0 D5=0 D6=0 | W02(B)
          C=600 D=0 D1=0 D2=0 D3=0 D4=0 D5=0 D6=0 | W01(C,B) W02(D)
          A1=700                                  | ''
          A1=2381                                 | W07(A1,B,B1)
          A1=699                                  | W07(A1,B,B1)
          B1=30                                   | ''
          B1=31                                   | W08(B,B1)
          """)
  void totals_warn_at_their_threshold(String changes, String expected) {
    assertThat(withoutLines(judge(sound(changes), Circumstances.NONE))).isEqualTo(expected);
  }

  /** The turnout is evidence about the lines too; here only totals are looked at. */
  private static String withoutLines(String words) {
    return words.replaceAll(" ?W0[345]\\([^)]*\\)", "").strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          D2=95 D3=149                  | W04(D2,D3)
          D1=66 D4=214                  | W04(D1,D2,D3,D4)
          D1=149 D2=95 D3=66 D4=48 D5=214 | W04(D1,D2,D3,D4,D5)
          D5=0 D6=72                    | W03(D5)
          """)
  void lines_that_stand_elsewhere_are_found(String changes, String expected) {
    assertThat(judge(sound(changes), Circumstances.NONE)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          D1=428 D=810 B=814 | doppelt
          D1=21 D=403 B=407  | Ziffer
          D3=59 D=560 B=564  | Ziffern
          """)
  void a_wrong_number_is_found_with_a_guess(String changes, String guess) {
    assertThat(of(TOWN).judge(sound(changes), Circumstances.NONE).findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.code().name()).isEqualTo("W05");
              assertThat(finding.text()).contains(guess);
            });
  }

  @Test
  void fewer_than_fifty_voters_are_counted_together_with_others() {
    String few = "A1=90 A2=9 B=49 B1=0 C=0 D=49 D1=18 D2=12 D3=8 D4=5 D5=4 D6=2";
    assertThat(judge(sound(few), Circumstances.NONE)).contains("W14(B)");
    assertThat(judge(sound(few + " B=50 C=1"), Circumstances.NONE)).doesNotContain("W14");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          C=3 D=597 D1=215 E=15 F=585 F1=203 | ''
          C=3 D=597 D1=215 E=16 F=584 F1=202 | W10(C,E)
          """)
  void invalid_first_and_second_votes_are_compared(String changes, String expected) {
    assertThat(withoutLines(two(changes))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''            | false
          F1=300 F2=63  | false
          F1=314 F2=49  | true
          """)
  void first_and_second_votes_of_a_party_are_compared(String changes, boolean warned) {
    assertThat(two(changes).contains("W09(D1,F1)")).isEqualTo(warned);
  }

  private static String two(String changes) {
    Counted counted =
        Town.changed(
            TWO_VOTES.getFirst(), SOUND + " E=4 F=596 F1=214 F2=149 F3=95 F4=66 F5=48 F6=24");
    return Town.words(
        of(TWO_VOTES).judge(Town.changed(counted, changes), Circumstances.NONE).findings());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''           | false
          D1=280 D2=83 | false
          D1=294 D2=69 | true
          """)
  void the_same_district_last_time_is_compared(String changes, boolean warned) {
    Plausibility judge = Plausibility.of(Town.ONE_VOTE, TOWN, lastTime(), Thresholds.PROPOSED);
    String words = Town.words(judge.judge(sound(changes), Circumstances.NONE).findings());
    assertThat(words.contains("W06(D1)")).isEqualTo(warned);
  }

  /** The town has not changed since. */
  private static List<Counted> lastTime() {
    List<Counted> town = new ArrayList<>(TOWN);
    town.set(0, sound(""));
    return town;
  }

  @ParameterizedTest
  @CsvSource({"820, false", "1300, false", "1350, true"})
  void the_turnout_of_last_time_is_compared(int eligible, boolean warned) {
    Plausibility judge = Plausibility.of(Town.ONE_VOTE, TOWN, lastTime(), Thresholds.PROPOSED);
    String words = Town.words(judge.judge(sound("A1=" + eligible), Circumstances.NONE).findings());
    assertThat(words.contains("W06(A1,B,B1)")).isEqualTo(warned);
  }

  @Test
  void the_numbers_of_another_district_are_found_and_the_confirmed_one_is_not_blamed() {
    Counted source = TOWN.get(7);
    Counted copied =
        new Counted(TOWN.get(3).district(), source.municipality(), source.kind(), source.figures());
    Judgement judgement =
        Plausibility.judge(Town.ONE_VOTE, List.of(copied), TOWN, List.of(), Thresholds.PROPOSED)
            .getFirst();
    assertThat(Town.words(judgement.findings())).contains("W11(D1,D2,D3,D4,D5,D6)");
    assertThat(judgement.findings().getLast().text()).contains(source.district());
  }

  @Test
  void two_unconfirmed_districts_with_the_same_numbers_are_both_looked_at() {
    List<Counted> records = new ArrayList<>(TOWN);
    records.set(
        3,
        new Counted(
            TOWN.get(3).district(),
            TOWN.get(3).municipality(),
            DistrictKind.POLLING,
            TOWN.get(7).figures()));
    List<Judgement> judgements =
        Plausibility.judge(Town.ONE_VOTE, records, List.of(), List.of(), Thresholds.PROPOSED);
    assertThat(Town.words(judgements.get(3).findings())).contains("W11");
    assertThat(Town.words(judgements.get(7).findings())).contains("W11");
  }

  @Test
  void digits_in_another_order_than_at_the_first_entry_are_found() {
    Figures first = sound("D1=241 D2=122").figures();
    assertThat(judge(sound(""), known(OptionalInt.empty(), OptionalInt.empty(), first)))
        .isEqualTo("W11(D1)");
  }

  private static Circumstances known(OptionalInt issued, OptionalInt admitted, Figures firstEntry) {
    return new Circumstances(
        issued, admitted, Map.of(), OptionalInt.empty(), Optional.of(firstEntry));
  }

  @ParameterizedTest
  @CsvSource({"599, W12(B1)", "600, ''", "800, ''", "801, W12(B1)"})
  void postal_voters_are_compared_with_wahlscheine(int issued, String expected) {
    Counted postal = Town.changed(sound(""), DistrictKind.POSTAL, "A1=- A2=- B1=600");
    Circumstances known =
        new Circumstances(
            OptionalInt.of(issued),
            OptionalInt.empty(),
            Map.of(),
            OptionalInt.empty(),
            Optional.empty());
    assertThat(judge(postal, known)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"600, 600, ''", "600, 601, ''", "600, 602, W13(B)", "600, 598, W13(B)"})
  void ballots_are_compared_with_marks(int voters, int admitted, String expected) {
    Circumstances known =
        new Circumstances(
            OptionalInt.empty(),
            OptionalInt.of(admitted),
            Map.of(),
            OptionalInt.empty(),
            Optional.empty());
    assertThat(judge(sound("B=" + voters), known)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"570, ''", "569, W15(B)", "631, ''", "632, W15(B)"})
  void another_election_of_the_day_has_as_many_voters(int others, String expected) {
    Circumstances known =
        new Circumstances(
            OptionalInt.empty(),
            OptionalInt.empty(),
            Map.of("Bürgerentscheid", others),
            OptionalInt.empty(),
            Optional.empty());
    assertThat(judge(sound(""), known)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"-1, W17(B)", "0, W17(D)", "19, W17(D)", "20, ''"})
  void a_report_comes_after_the_close_and_not_too_fast(int minutes, String expected) {
    Circumstances known =
        new Circumstances(
            OptionalInt.empty(),
            OptionalInt.empty(),
            Map.of(),
            OptionalInt.of(minutes),
            Optional.empty());
    assertThat(judge(sound(""), known)).isEqualTo(expected);
  }

  @Test
  void a_municipality_reports_the_sum_of_its_districts() {
    List<Figures> districts = List.of(sound("").figures(), sound("").figures());
    Figures sum = Figures.of(Town.ONE_VOTE, Map.of("B", 1200, "C", 8, "D1", 429));
    assertThat(Town.words(AreaChecks.reportedUpward(sum, districts, new TreeSet<>())))
        .isEqualTo("W16(D1)");
    assertThat(
            AreaChecks.reportedUpward(
                Figures.of(Town.ONE_VOTE, Map.of("B", 1200)),
                districts,
                new TreeSet<>(List.of("05999001-3"))))
        .singleElement()
        .satisfies(finding -> assertThat(finding.text()).contains("05999001-3"));
  }

  @ParameterizedTest
  @CsvSource({
    "100, 90, 10, ''",
    "100, 90, 11, 'W18i(D1,D2)'",
    "90, 100, 11, 'W18i(D2,D1)'",
  })
  void a_close_race_is_worth_knowing(long first, long second, long invalid, String expected) {
    TreeMap<String, Long> votes = new TreeMap<>(Map.of("D1", first, "D2", second));
    assertThat(
            Town.words(
                AreaChecks.closeRace(votes, invalid, OptionalLong.empty(), Thresholds.PROPOSED)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"9, 'W18i(D1,D2)'", "10, ''"})
  void a_seat_that_few_votes_change_is_worth_knowing(long change, String expected) {
    TreeMap<String, Long> votes = new TreeMap<>(Map.of("D1", 6000L, "D2", 4000L));
    assertThat(
            Town.words(
                AreaChecks.closeRace(votes, 0, OptionalLong.of(change), Thresholds.PROPOSED)))
        .isEqualTo(expected);
  }
}

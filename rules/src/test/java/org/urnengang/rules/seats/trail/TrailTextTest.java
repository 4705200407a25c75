package org.urnengang.rules.seats.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.urnengang.rules.decision.ReferendumDecision;
import org.urnengang.rules.seats.Allocation.Allocated;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Distribution;
import org.urnengang.rules.seats.Fraction;
import org.urnengang.rules.seats.Lot;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.MethodKind;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.Share;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.seats.Step;
import org.urnengang.rules.seats.law.FirstImplementation;

class TrailTextTest {
  private static final TrailText TEXT =
      new TrailText(new Labels(Map.of("16", "Thüringen"), Map.of("1", "Flensburg")));

  private static String line(Step step) {
    return TEXT.sections(List.of(step)).getFirst().lines().getFirst();
  }

  private static Section distributed(
      MethodKind method, Stage stage, int seats, Lots lots, Claim... claims) {
    Distribution question = new Distribution(stage, seats, List.of(claims));
    SeatTable table =
        ((Allocated<SeatTable>) new FirstImplementation().method(method).allocate(question, lots))
            .result();
    return TEXT.sections(List.of(new Step.Distributed(question, table, "§ 6"))).getFirst();
  }

  private static Claim[] thuringia() {
    return new Claim[] {
      Claim.of("CDU", 372_258),
      Claim.of("AfD", 294_069),
      Claim.of("LINKE", 218_212),
      Claim.of("SPD", 171_032),
      Claim.of("FDP", 101_129),
      Claim.of("GRÜNE", 53_340)
    };
  }

  @Test
  void thuringia_2017_reads_like_the_official_table() {
    Section section =
        distributed(
            MethodKind.SAINTE_LAGUE,
            new Stage(Stage.Kind.LAND_LISTS, "16"),
            17,
            Lots.none(),
            thuringia());

    assertThat(section.heading())
        .isEqualTo("17 Sitze an die Landeslisten in Thüringen, Sainte-Laguë/Schepers");
    assertThat(section.lines())
        .startsWith(
            "         Stimmen  : 68.000    Sitze",
            "CDU      372.258     5,474        5",
            "AfD      294.069     4,324        4",
            "LINKE    218.212     3,209        3",
            "SPD      171.032     2,515        3",
            "FDP      101.129     1,487        1",
            "GRÜNE     53.340     0,784        1",
            "Summe  1.210.040                 17",
            "Jeder Divisor über 67.683,272 bis 68.412,800 gibt diese Sitze; hier 68.000."
                + " Ab ,5 wird aufgerundet.",
            "Sitze der Reihe nach:",
            "1. CDU      744.516,000  Höchstzahl")
        .endsWith("17. SPD      68.412,800  Höchstzahl", "nicht mehr   67.683,272");
  }

  @Test
  void hare_niemeyer_shows_shares_and_dhondt_rounds_down() {
    assertThat(
            distributed(
                    MethodKind.HARE_NIEMEYER,
                    Stage.of(Stage.Kind.SEATS),
                    17,
                    Lots.none(),
                    thuringia())
                .lines())
        .contains(
            "CDU      372.258   5,229        5",
            "Erst die ganzen Zahlen, dann die größten Bruchteile.");
    assertThat(
            distributed(
                    MethodKind.D_HONDT, Stage.of(Stage.Kind.SEATS), 17, Lots.none(), thuringia())
                .lines())
        .anySatisfy(line -> assertThat(line).endsWith("hier 58.000. Es wird abgerundet."));
  }

  @Test
  void a_lot_is_named_where_it_decided() {
    LotCase tie = new LotCase(Stage.of(Stage.Kind.SEATS), 2, List.of("A", "B"), 1);
    Lot lot = new Lot(tie, new TreeSet<>(List.of("B")));
    Section section =
        distributed(
            MethodKind.SAINTE_LAGUE,
            Stage.of(Stage.Kind.SEATS),
            2,
            Lots.of(List.of(lot)),
            Claim.of("A", 300),
            Claim.of("B", 100));

    assertThat(section.lines())
        .contains("Gleichstand bei 200,000: Über den letzten Sitz hat das Los entschieden.")
        .contains("2. B        200,000  Höchstzahl, Los");
    assertThat(line(new Step.LotApplied(lot, "§ 6")))
        .isEqualTo(
            "Gleichstand zwischen A und B; über einen Platz entscheidet das Los (seats)."
                + " Gezogen: B.");
    assertThat(
            TEXT.lot(
                new LotCase(new Stage(Stage.Kind.DISTRICT, "1"), 1, List.of("A", "B", "C"), 2)))
        .isEqualTo(
            "Gleichstand im Wahlkreis 1 Flensburg zwischen A und B und C;"
                + " über 2 Plätze entscheidet das Los (district:1).");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          62202 | 62394 | 62.300
          100 | 200 | 200
          0 | 7 | 7
          999 | 1001 | 1.000
          """)
  void the_roundest_divisor_of_a_span_is_chosen(long low, long high, String divisor) {
    SeatTable.Span span = new SeatTable.Span(Fraction.of(low), Optional.of(Fraction.of(high)));

    assertThat(Numerals.divisor(Numerals.roundest(span))).isEqualTo(divisor);
  }

  @Test
  void a_divisor_below_one_has_as_few_places_as_possible() {
    SeatTable.Span span =
        new SeatTable.Span(new Fraction(21, 100), Optional.of(new Fraction(28, 100)));

    assertThat(Numerals.divisor(Numerals.roundest(span))).isEqualTo("0,28");
  }

  @Test
  void thresholds_are_inequalities_with_their_reason() {
    assertThat(line(threshold(Step.Admission.SHARE, 4_999_449, 0)))
        .isEqualTo("P: 20 · 4.999.449 ≥ 1 · 46.515.492, nimmt teil: mindestens 5 %");
    assertThat(line(threshold(Step.Admission.DISTRICTS, 2_000_000, 3)))
        .endsWith("< 1 · 46.515.492, nimmt teil: unter 5 %, aber 3 Wahlkreise gewonnen");
    assertThat(line(threshold(Step.Admission.MINORITY, 50_000, 0)))
        .endsWith("nimmt teil: nationale Minderheit");
    assertThat(line(threshold(Step.Admission.NONE, 50_000, 0)))
        .endsWith("nimmt nicht teil: unter 5 %");
  }

  private static Step.Threshold threshold(Step.Admission admission, long votes, int won) {
    return new Step.Threshold(
        "P", votes, 46_515_492, new Share(1, 20), 20 * votes, 46_515_492, won, admission, "§ 6");
  }

  @Test
  void every_other_step_is_one_sentence() {
    assertThat(line(new Step.Subtraction("16", 22, 1, "§ 6")))
        .isEqualTo("Thüringen: 22 − 1 = 21 Sitze zu verteilen");
    assertThat(line(new Step.ListMinimum("16", "CDU", 8, 5, 8, "§ 6")))
        .isEqualTo("Thüringen, CDU: 8 Wahlkreise, 5 Sitze der ersten Verteilung, mindestens 8");
    assertThat(line(new Step.PartyClaim("CDU", 164, 36, 200, "§ 6")))
        .isEqualTo("CDU: 164 Sitze der ersten Verteilung, 36 Überhang, mindestens 200");
    assertThat(
            line(
                new Step.Enlargement(
                    599, "AfD", new Fraction(200, 3), new TreeMap<>(Map.of("CSU", 7)), "§ 6")))
        .isEqualTo("599. Sitz: AfD (Höchstzahl 66,666); noch fehlen CSU 7");
    assertThat(line(new Step.OverhangKept("CSU", 3, "§ 6"))).isEqualTo("CSU: 3 Sitze kommen hinzu");
    assertThat(
            line(
                new Step.LevelledSize(
                    "SPD", 22, 40_972, 13_609, new Fraction(901_384, 13_609), 66, "§ 33")))
        .isEqualTo(
            "SPD hat die meisten Bezirke je Stimme: 22 · 40.972 : 13.609 = 66,234;"
                + " das Haus hat damit 66 Sitze");
    assertThat(line(new Step.SizeStep(68, "§ 33"))).isEqualTo("68 Sitze");
    assertThat(line(new Step.Majority("A", 506, 1_000, 5, 10, 1, 10, "§ 33")))
        .isEqualTo(
            "A hat 506 von 1.000 Stimmen, mehr als die Hälfte, und 5 von 10 Sitzen:"
                + " 1 dazu, zusammen 10 Sitze");
    assertThat(line(new Step.SeatGivenUp("F", new Fraction(96, 100), "§ 33")))
        .isEqualTo("F gibt einen Sitz ab (niedrigster Bruchteil ab 0,5: 0,960)");
    assertThat(line(new Step.CouncilSize(97_000, 50, 4, 46, "§ 3")))
        .isEqualTo("97.000 Einwohner: 50 Mitglieder, nach der Satzung 4 weniger: 46");
    assertThat(line(new Step.DistrictWon("1", "CDU", 68_120, 170_318, "§ 5")))
        .isEqualTo("1 Flensburg: CDU mit 68.120 von 170.318 Stimmen");
  }

  @Test
  void decisions_on_persons_and_questions_are_read_too() {
    assertThat(line(new Step.HalfTested("A", 501, 1_000, true, "§ 46c")))
        .isEqualTo("A: 2 · 501 > 1.000");
    assertThat(line(new Step.ShareTested("A", 501, 3_000, new Share(1, 4), false, "§ 46c")))
        .isEqualTo("A: 4 · 501 < 1 · 3.000");
    assertThat(
            line(
                new Step.QuestionDecided(
                    "Freibad",
                    3_173,
                    1_215,
                    new ReferendumDecision(ReferendumDecision.Verdict.YES, 1_486, 0),
                    "§ 26")))
        .isEqualTo("Freibad: 3.173 Ja, 1.215 Nein: Ja");
    assertThat(
            line(
                new Step.RunOffQuestion(
                    new TreeMap<>(Map.of("A", 10L, "B", 10L)), "B", true, "§ 26")))
        .isEqualTo("A 10, B 10: B nach der Zahl der Ja-Stimmen");
  }

  @Test
  void every_winner_says_why_covered_or_not() {
    assertThat(line(coverage(Step.CoverageReason.COVERED)))
        .isEqualTo(
            "1 Flensburg: CDU, 50.838 von 191.785 Erststimmen; gedeckt (Rang 9 bei 8 Sitzen in"
                + " Thüringen)");
    assertThat(line(coverage(Step.CoverageReason.SEATS_EXHAUSTED)))
        .endsWith("NICHT gedeckt (Rang 9 bei 8 Sitzen in Thüringen)");
    assertThat(line(coverage(Step.CoverageReason.NO_LIST))).endsWith("keine Landesliste");
    assertThat(line(coverage(Step.CoverageReason.PARTY_NOT_ADMITTED))).endsWith("nicht teil");
    assertThat(line(coverage(Step.CoverageReason.INDEPENDENT))).endsWith("braucht keine Deckung");
  }

  private static Step coverage(Step.CoverageReason reason) {
    return new Step.Coverage("1", "CDU", "16", 50_838, 191_785, 9, 8, reason, "§ 6");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void every_reason_to_wait_is_a_sentence(Reason reason) {
    assertThat(TrailText.reason(reason)).endsWith(".").hasSizeGreaterThan(20);
  }

  @Test
  void steps_of_one_kind_share_a_section_with_a_number_in_the_text() {
    String text =
        TEXT.text(
            List.of(
                new Step.CouncilSize(97_000, 50, 0, 50, "§ 3"),
                new Step.SizeStep(52, "§ 33"),
                new Step.SizeStep(54, "§ 33")));

    assertThat(text)
        .isEqualTo(
            """
            1. Größe der Vertretung (§ 3)
               97.000 Einwohner: 50 Mitglieder

            2. Weitere Vergrößerung, solange ein Überhang bleibt (§ 33)
               52 Sitze
               54 Sitze

            """);
  }
}

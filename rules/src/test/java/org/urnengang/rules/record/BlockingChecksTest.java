package org.urnengang.rules.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One table per code: place, what is changed in its sound report, what is found. */
class BlockingChecksTest {
  private static void assertFound(String place, String changes, String findings) {
    assertThat(Typed.words(Typed.check(place, changes))).isEqualTo(findings);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bundestagswahl stadt-urne",
        "bundestagswahl stadt-brief",
        "bundestagswahl stadt-klinik",
        "bundestagswahl nachbar-urne",
        "rat stadt-urne",
        "rat stadt-brief",
        "buergerentscheid stadt-urne"
      })
  void a_sound_report_is_read_without_findings(String place) {
    Map<String, String> typed = Typed.figures(place, "");

    assertThat(Typed.check(place, typed))
        .isInstanceOfSatisfying(
            BlockingChecks.Sound.class,
            sound -> {
              assertThat(sound.findings()).isEmpty();
              sound
                  .figures()
                  .toMap()
                  .forEach((letter, n) -> assertThat(typed).containsEntry(letter, n.toString()));
              assertThat(sound.figures().toMap()).hasSameSizeAs(typed);
              assertThat(BlockingChecks.recheck(Typed.form(place), sound.figures())).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          bundestagswahl stadt-urne   | C=11           | F1(B,C,D)
          bundestagswahl stadt-urne   | C=9            | F1(B,C,D)
          bundestagswahl stadt-urne   | C=0            | F1(B,C,D)
          bundestagswahl stadt-urne   | B=501          | F1(B,C,D) F2(B,E,F)
          bundestagswahl stadt-brief  | C=1            | F1(B,C,D)
          bundestagswahl stadt-klinik | C=0            | F1(B,C,D)
          rat stadt-urne              | C=11           | F1(B,C,D)
          rat stadt-brief             | C=1            | F1(B,C,D)
          buergerentscheid stadt-urne | C=11           | F1(B,C,D)
          bundestagswahl stadt-urne   | C=500 D=0 D1=0 D2=0 | ''
          bundestagswahl stadt-urne   | E=6 F=494 F3=94 | ''
          """)
  void f1_invalid_and_valid_first_votes_are_the_voters(
      String place, String changes, String findings) {
    assertFound(place, changes, findings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          bundestagswahl stadt-urne   | E=6            | F2(B,E,F)
          bundestagswahl stadt-urne   | E=4            | F2(B,E,F)
          bundestagswahl stadt-brief  | E=2            | F2(B,E,F)
          bundestagswahl stadt-klinik | E=1            | F2(B,E,F)
          bundestagswahl stadt-urne   | E=500 F=0 F1=0 F2=0 F3=0 | ''
          rat stadt-urne              | C=11           | F1(B,C,D)
          buergerentscheid stadt-urne | C=9            | F1(B,C,D)
          """)
  void f2_invalid_and_valid_second_votes_are_the_voters_not_with_one_vote(
      String place, String changes, String findings) {
    assertFound(place, changes, findings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          bundestagswahl stadt-urne   | D1=291         | F3(D)
          bundestagswahl stadt-urne   | D2=0           | F3(D)
          bundestagswahl stadt-brief  | D1=41          | F3(D)
          bundestagswahl nachbar-urne | D3=4           | F3(D)
          rat stadt-urne              | D3=99          | F3(D)
          buergerentscheid stadt-urne | D1=200         | F3(D)
          bundestagswahl stadt-urne   | D1=0 D2=490    | ''
          bundestagswahl stadt-urne   | C=11 D=489     | F3(D)
          """)
  void f3_the_lines_of_the_first_vote_add_up(String place, String changes, String findings) {
    assertFound(place, changes, findings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          bundestagswahl stadt-urne   | F1=301         | F4(F)
          bundestagswahl stadt-urne   | F3=0           | F4(F)
          bundestagswahl stadt-brief  | F3=1           | F4(F)
          bundestagswahl stadt-urne   | F1=95 F3=300   | ''
          rat stadt-urne              | D3=101         | F3(D)
          buergerentscheid stadt-urne | D2=201         | F3(D)
          """)
  void f4_the_lines_of_the_second_vote_add_up_not_with_one_vote(
      String place, String changes, String findings) {
    assertFound(place, changes, findings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          bundestagswahl stadt-urne   | ''             | ''
          bundestagswahl stadt-urne   | D1=150+58+82   | ''
          bundestagswahl stadt-urne   | D1=290         | ''
          bundestagswahl stadt-urne   | D1=290+0+0 D2=0+200+0 C=0+8+2 E=0+5+0 | ''
          bundestagswahl stadt-urne   | D1=150+58+83   | F5(D1)
          bundestagswahl stadt-urne   | D1=150+58      | F5(D1)
          bundestagswahl stadt-urne   | D1=290+0+0+0   | F5(D1)
          bundestagswahl stadt-urne   | F2=1+1+1 D2=1+1+1 D1=1+1+1 | F5(D1) F5(D2) F5(F2)
          bundestagswahl stadt-urne   | D1=150+x+140   | F9(D1 ZS II)
          bundestagswahl stadt-urne   | D1=290+0+      | F9(D1 ZS III)
          bundestagswahl stadt-urne   | D3=0+0+0       | F10(D3)
          bundestagswahl stadt-urne   | G=0+0+0        | F10(G)
          bundestagswahl stadt-brief  | A1=0+0+0       | F10(A1)
          bundestagswahl stadt-brief  | D1=40+0+1      | F5(D1)
          rat stadt-urne              | D3=90+10+0     | ''
          rat stadt-urne              | D3=90+10+1     | F5(D3)
          rat stadt-urne              | F1=0+0+0       | F10(F1)
          """)
  void f5_the_subtotals_of_a_line_are_its_total_where_they_are_reported(
      String place, String subtotals, String findings) {
    assertThat(Typed.words(Typed.check(place, "", subtotals))).isEqualTo(findings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          bundestagswahl stadt-urne   | A=1000         | ''
          bundestagswahl stadt-urne   | A=1001         | F6(A1,A2,A)
          bundestagswahl stadt-urne   | A=0            | F6(A1,A2,A)
          bundestagswahl stadt-urne   | A3=7 A=1007    | ''
          bundestagswahl stadt-urne   | A3=7 A=1000    | F6(A1,A2,A)
          bundestagswahl stadt-urne   | A=             | ''
          bundestagswahl stadt-klinik | A=0            | ''
          bundestagswahl stadt-klinik | A=40           | F6(A1,A2,A)
          bundestagswahl stadt-klinik | A1=0 A2=40 A=40 | ''
          bundestagswahl stadt-brief  | A=0            | F7(A)
          rat stadt-urne              | A=999          | F6(A1,A2,A)
          """)
  void f6_all_eligible_are_their_parts_where_the_sum_is_reported(
      String place, String changes, String findings) {
    assertFound(place, changes, findings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          bundestagswahl stadt-urne   | B1=501         | F7(B,B1)
          bundestagswahl stadt-urne   | B1=500         | ''
          bundestagswahl stadt-urne   | B1=0           | ''
          bundestagswahl stadt-brief  | B1=79          | F7(B,B1)
          bundestagswahl stadt-brief  | B1=81          | F7(B,B1)
          bundestagswahl stadt-brief  | A1=0           | F7(A1)
          bundestagswahl stadt-brief  | A2=0 A3=0 A1=5 A=5 | F7(A1) F7(A2) F7(A3) F7(A)
          bundestagswahl stadt-brief  | A1=            | ''
          bundestagswahl stadt-klinik | B1=31          | F7(B,B1)
          bundestagswahl stadt-klinik | B1=29          | ''
          rat stadt-brief             | B1=0           | F7(B,B1)
          rat stadt-urne              | B1=501         | F7(B,B1)
          """)
  void f7_who_has_a_wahlschein_voted_and_by_post_everybody_has_one_and_nobody_is_on_a_roll(
      String place, String changes, String findings) {
    assertFound(place, changes, findings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          bundestagswahl stadt-urne   | A1=480         | ''
          bundestagswahl stadt-urne   | A1=479         | F8(A1,B,B1)
          bundestagswahl stadt-urne   | A1=479 B1=21   | ''
          bundestagswahl stadt-urne   | A1=0 B1=500    | ''
          bundestagswahl stadt-urne   | A1=0           | F8(A1,B,B1)
          bundestagswahl stadt-klinik | A1=0 B1=0      | ''
          rat stadt-urne              | A1=479         | F8(A1,B,B1)
          """)
  void f8_without_wahlschein_no_more_vote_than_stand_in_the_roll_only_at_polling_stations(
      String place, String changes, String findings) {
    assertFound(place, changes, findings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          bundestagswahl stadt-urne   | C=-10          | F9(C)
          bundestagswahl stadt-urne   | C=1.5 D1=x E=½ | F9(C) F9(D1) F9(E)
          bundestagswahl stadt-urne   | B=1234567890   | F9(B)
          bundestagswahl stadt-brief  | B=80,0         | F9(B)
          bundestagswahl stadt-urne   | A=viele        | F9(A)
          bundestagswahl stadt-urne   | C=x D1=-       | F9(C) F10(D1)
          bundestagswahl stadt-urne   | G=x            | F9(G) F10(G)
          """)
  void f9_a_figure_is_a_whole_number_from_0(String place, String changes, String findings) {
    assertFound(place, changes, findings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          bundestagswahl stadt-urne   | D2=-           | F10(D2)
          bundestagswahl stadt-urne   | D2=            | F10(D2)
          bundestagswahl stadt-urne   | A1=- B=- F3=-  | F10(A1) F10(B) F10(F3)
          bundestagswahl stadt-urne   | D3=0           | F10(D3)
          bundestagswahl stadt-urne   | D3=5           | F10(D3)
          bundestagswahl stadt-urne   | D3=            | ''
          bundestagswahl nachbar-urne | D2=0           | F10(D2)
          bundestagswahl stadt-urne   | D0=0 D4=0 X=1  | F10(D0) F10(D4) F10(X)
          bundestagswahl stadt-urne   | d1=290         | F10(d1)
          bundestagswahl stadt-urne   | A3=3           | ''
          bundestagswahl stadt-klinik | A1=30 A2=0     | ''
          bundestagswahl stadt-brief  | B1=-           | F10(B1)
          bundestagswahl stadt-brief  | D3=0           | F10(D3)
          rat stadt-urne              | E=0 F=0 F1=0   | F10(E) F10(F) F10(F1)
          rat stadt-brief             | D3=-           | F10(D3)
          buergerentscheid stadt-urne | D3=0           | F10(D3)
          """)
  void f10_all_lines_of_the_ballot_and_no_others(String place, String changes, String findings) {
    assertFound(place, changes, findings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          bundestagswahl stadt-urne   | 900,100,0,0    | ''
          bundestagswahl stadt-urne   | 903,97,2,1     | ''
          bundestagswahl stadt-urne   | 901,100,0,0    | F11(A1,A2)
          bundestagswahl stadt-urne   | 900,99,0,0     | F11(A1,A2)
          bundestagswahl stadt-urne   | 903,97,0,0     | F11?(A1,A2)
          bundestagswahl stadt-urne   | 903,97,2,2     | F11?(A1,A2)
          bundestagswahl stadt-urne   | 897,103,0,0    | F11?(A1,A2)
          bundestagswahl stadt-brief  | 900,100,0,0    | ''
          bundestagswahl stadt-klinik | 900,100,0,0    | ''
          rat stadt-urne              | 901,100,0,0    | F11(A1,A2)
          """)
  void f11_the_roll_is_as_long_as_its_closing_certificate_says_where_there_is_one(
      String place, String certificate, String findings) {
    List<Integer> numbers =
        List.of(certificate.split(",", -1)).stream().map(Integer::valueOf).toList();
    ClosingCertificate closed =
        new ClosingCertificate(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    Report report = new Report(Typed.figures(place, ""), Map.of());

    BlockingChecks.Outcome outcome =
        BlockingChecks.check(Typed.form(place), report, Optional.of(closed));

    assertThat(Typed.words(outcome)).isEqualTo(findings);
    assertThat(outcome instanceof BlockingChecks.Sound).isEqualTo(!findings.equals("F11(A1,A2)"));
    assertThat(Typed.words(Typed.check(place, ""))).as("without a certificate").isEmpty();
  }

  @Test
  void findings_are_sorted_by_code_and_then_by_the_order_of_the_form() {
    assertFound(
        "bundestagswahl stadt-urne",
        "B=600 A1=1 A=7 C=1 D2=1 F1=1",
        "F1(B,C,D) F2(B,E,F) F3(D) F4(F) F6(A1,A2,A) F8(A1,B,B1)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          C=11     | C + D = 501, aber B = 500 (Differenz 1).
          D1=190   | Die Zeilen D1 bis D3 ergeben 390, aber D = 490 (Differenz 100).
          A=999    | A1 + A2 + A3 = 1000, aber A = 999 (Differenz 1).
          A1=479   | 480 Wählende ohne Wahlschein (B − B1), aber nur 479 Wahlberechtigte ohne Sperrvermerk (A1).
          D1=-     | D1 fehlt. Null bitte als 0 eintragen.
          D3=0     | D3 steht nicht auf dem Vordruck dieses Bezirks.
          C=1.5    | C = „1.5“ ist keine ganze Zahl ab 0.
          C=9999999999 | C = „9999999999“ ist zu groß.
          C=123456789012345678901 | C = „123456789012345678901“ ist zu groß.
          C=12345678901234567890123456789012345678901 | C = „1234567890123456789012345678901234567890…“ ist zu groß.
          """)
  void a_finding_says_in_one_sentence_what_is_wrong(String change, String text) {
    assertThat(Typed.check("bundestagswahl stadt-urne", change).findings())
        .extracting(Finding::text)
        .containsExactly(text);
  }

  @Test
  void a_letter_as_long_as_a_page_is_not_repeated_in_the_sentence() {
    Map<String, String> figures = Typed.figures("rat stadt-urne", "X=1");
    figures.put("X".repeat(10_000), "1");

    assertThat(Typed.check("rat stadt-urne", figures).findings())
        .hasSize(2)
        .allSatisfy(finding -> assertThat(finding.text()).hasSizeLessThan(100));
  }
}

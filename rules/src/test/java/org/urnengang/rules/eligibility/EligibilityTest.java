package org.urnengang.rules.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.urnengang.rules.eligibility.Person.LEMGO;
import static org.urnengang.rules.eligibility.Person.inLemgo;
import static org.urnengang.rules.eligibility.Person.living;
import static org.urnengang.rules.eligibility.Person.poll;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urnengang.rules.election.ElectionKind;

/** One table per paragraph, with the days on both sides of each boundary. */
class EligibilityTest {
  private static final String LONG_HERE = "Lemgo main 1990-01-01";

  @ParameterizedTest
  @CsvSource({
    "1999-09-24, 2017-09-24, ENTERED, birthday on the day",
    "1999-09-25, 2017-09-24, TOO_YOUNG, birthday a day later",
    "1999-09-00, 2017-09-24, TOO_YOUNG, day unknown: the last of the month",
    "1999-08-00, 2017-09-24, ENTERED, day unknown",
    "1999-00-00, 2017-09-24, TOO_YOUNG, month unknown: 31 December",
    "1998-00-00, 2017-09-24, ENTERED, month unknown",
    "2000-02-29, 2018-02-28, TOO_YOUNG, 29 February completes a year with the end of 28 February",
    "2000-02-29, 2018-03-01, ENTERED, 29 February in a common year",
    "2004-02-29, 2022-03-01, ENTERED, 29 February",
    "2006-02-28, 2024-02-29, ENTERED, voting on 29 February",
    "2006-03-01, 2024-02-29, TOO_YOUNG, voting on 29 February"
  })
  void age_paragraph_12_section_1_number_1_bwahlg(
      String born, String day, String decision, String why) {
    Circumstances person = Person.of(born, "DEU", LONG_HERE);
    assertThat(inLemgo(poll("bundestag-2013", day, ""), person)).as(why).isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource({
    "2017-09-24, 2017-06-24, ENTERED, three months: since 24 June",
    "2017-09-24, 2017-06-25, TOO_SHORT, a day too late",
    "2025-02-23, 2024-11-23, ENTERED, since 23 November 2024",
    "2025-02-23, 2024-11-24, TOO_SHORT, a day too late",
    "2026-05-31, 2026-02-28, ENTERED, no 31 February",
    "2026-05-31, 2026-03-01, TOO_SHORT, no 31 February",
    "2027-02-28, 2026-11-28, ENTERED, month ends",
    "2027-02-28, 2026-11-29, TOO_SHORT, month ends"
  })
  void stay_of_three_months_paragraph_12_section_1_number_2_bwahlg(
      String day, String movedIn, String decision, String why) {
    // Came from abroad with a foreign past, so nothing else counts.
    assertThat(inLemgo(poll("bundestag-2019", day, ""), living("Lemgo main " + movedIn)))
        .as(why)
        .isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource({
    "Lemgo main 2017-07-01 + Berlin main 2010-01-01 to 2017-06-30, ENTERED, moved without a gap",
    "Lemgo main 2017-07-01 + Berlin main 2010-01-01 to 2017-07-01, ENTERED, moved on one day",
    "Lemgo main 2017-07-01 + Berlin side 2010-01-01, ENTERED, a side dwelling counts for the stay",
    "Berlin main 2010-01-01 + Lemgo side 2010-01-01, ELSEWHERE, main dwelling in Berlin",
    "Lemgo main 2010-01-01 to 2017-08-12 + Berlin main 2017-08-13, ELSEWHERE, moved on the key date",
    "Lemgo main 2010-01-01 to 2017-08-13 + Berlin main 2017-08-14, ENTERED, moved the day after",
    "Berlin main 2010-01-01 to 2017-08-12 + Lemgo main 2017-08-13, ENTERED, came on the key date",
    "Berlin main 2010-01-01 to 2017-08-13 + Lemgo main 2017-08-14, APPLY:MOVED_HERE, came later"
  })
  void place_of_entry_paragraph_16_bwo(String dwellings, String decision, String why) {
    assertThat(inLemgo(Person.bundestag(), living(dwellings))).as(why).isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource({
    "1960-06-15, Lemgo main 1980-01-01 to 1992-09-24, APPLY:ABROAD, 25 years ago to the day",
    "1960-06-15, Lemgo main 1980-01-01 to 1992-09-23, APPLY:ABROAD_FAMILIAR, longer ago",
    "1960-06-15, Lemgo main 2010-01-01 to 2010-03-31, APPLY:ABROAD, three whole months",
    "1960-06-15, Lemgo main 2010-01-01 to 2010-03-30, APPLY:ABROAD_FAMILIAR, a day less",
    "1990-05-01, Lemgo main 1990-05-01 to 2004-07-31, APPLY:ABROAD, three months after turning 14",
    "1990-05-01, Lemgo main 1990-05-01 to 2004-07-30, APPLY:ABROAD_FAMILIAR, a day less",
    "1960-06-15, Berlin main 1980-01-01 to 2001-01-01, ELSEWHERE, last lived in Berlin",
    "1960-06-15, Lemgo main 2001-01-01 to 2012-01-01 + Lemgo main 2017-08-01, ENTERED, back again",
    "1960-06-15, Lemgo main 2001-01-01 to 2012-01-01 + Lemgo main 2017-08-20, APPLY:MOVED_HERE, back late"
  })
  void germans_abroad_paragraph_12_section_2_bwahlg(
      String born, String dwellings, String decision, String why) {
    assertThat(inLemgo(Person.bundestag(), Person.of(born, "DEU", dwellings)))
        .as(why)
        .isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource({
    "bundestag-2013, COURT, EXCLUDED",
    "bundestag-2013, GUARDIANSHIP, EXCLUDED",
    "bundestag-2013, HOSPITAL, EXCLUDED",
    "bundestag-2019, COURT, EXCLUDED",
    "bundestag-2019, GUARDIANSHIP, ENTERED",
    "bundestag-2019, HOSPITAL, ENTERED"
  })
  void exclusion_paragraph_13_bwahlg(String law, Exclusion.Kind kind, String decision) {
    assertThat(inLemgo(poll(law, "2021-09-26", ""), excluded(kind, Optional.empty())))
        .isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource({"2017-09-24, EXCLUDED", "2017-09-23, ENTERED"})
  void an_exclusion_counts_on_its_last_day(LocalDate until, String decision) {
    assertThat(inLemgo(Person.bundestag(), excluded(Exclusion.Kind.COURT, Optional.of(until))))
        .isEqualTo(decision);
  }

  private static Circumstances excluded(Exclusion.Kind kind, Optional<LocalDate> until) {
    Circumstances person = living(LONG_HERE);
    return new Circumstances(
        person.birth(),
        person.citizenships(),
        person.dwellings(),
        Optional.of(new Exclusion(kind, until)),
        false);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-08-29, ENTERED, since the 16th day before",
    "2025-08-30, TOO_SHORT, a day too late"
  })
  void stay_of_sixteen_days_paragraph_7_kwahlg_nrw(String movedIn, String decision, String why) {
    Poll council = poll("kommunal-nrw", "2025-09-14", "Lemgo");
    assertThat(inLemgo(council, living("Lemgo main " + movedIn))).as(why).isEqualTo(decision);
    assertThat(inLemgo(council, Person.of("2009-09-14", "ITA", "Lemgo main " + movedIn)))
        .as("16 on the day, citizen of the Union")
        .isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource({
    "2009-09-15, DEU, Lemgo main 2001-01-01, TOO_YOUNG, 16 a day later",
    "1980-01-01, CHE, Lemgo main 2001-01-01, NOT_A_CITIZEN, Switzerland",
    "1980-01-01, GBR, Lemgo main 2001-01-01, NOT_A_CITIZEN, left the Union",
    "1980-01-01, TUR DEU, Lemgo main 2001-01-01, ENTERED, one of two",
    "1980-01-01, DEU, Berlin main 2001-01-01 + Lemgo side 2001-01-01, SIDE_DWELLING, main elsewhere",
    "1980-01-01, DEU, Lemgo main 2001-01-01 to 2025-09-13 + Detmold main 2025-09-14, NO_DWELLING, left",
    "1980-01-01, DEU, Lemgo main 2001-01-01 to 2010-01-01, NO_DWELLING, abroad"
  })
  void councils_and_referendums_paragraph_7_kwahlg_nrw(
      String born, String citizen, String dwellings, String decision, String why) {
    Poll council = poll("kommunal-nrw", "2025-09-14", "Lemgo");
    assertThat(inLemgo(council, Person.of(born, citizen, dwellings))).as(why).isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource({
    "Lemgo main 2001-01-01 to 2025-08-31 + Detmold main 2025-09-01, ENTERED, stays where it was",
    "Detmold main 2001-01-01 to 2025-08-31 + Lemgo main 2025-09-01, APPLY:MOVED_HERE, came later",
    "Detmold main 2001-01-01 to 2025-08-28 + Lemgo main 2025-08-29, ENTERED, newcomers until day 16"
  })
  void county_councils_know_movers_inside_the_county(
      String dwellings, String decision, String why) {
    Poll county = poll("kommunal-nrw", "2025-09-14", "05766");
    assertThat(inLemgo(county, living(dwellings))).as(why).isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource({
    "Lemgo main 2022-04-30, TOO_SHORT, came from abroad too late",
    "Lemgo main 2022-04-29, APPLY:MOVED_HERE, came from abroad in time",
    "Berlin main 2001-01-01 to 2022-03-31 + Lemgo main 2022-04-01, ENTERED, from another Land in time",
    "Berlin main 2001-01-01 to 2022-04-14 + Lemgo main 2022-04-15, APPLY:MOVED_HERE, after the key date",
    "Berlin main 2001-01-01 + Lemgo side 2001-01-01, SIDE_DWELLING, main dwelling in another Land",
    "Lemgo main 2001-01-01 to 2022-05-01 + Berlin main 2022-05-02, NO_DWELLING, left the Land"
  })
  void landtag_paragraph_1_lwahlg_nrw(String dwellings, String decision, String why) {
    Poll landtag = poll("landtag-nrw", "2022-05-15", "05");
    assertThat(inLemgo(landtag, living(dwellings))).as(why).isEqualTo(decision);
    assertThat(inLemgo(landtag, Person.of("1980-01-01", "FRA", dwellings)))
        .isEqualTo("NOT_A_CITIZEN");
  }

  @Test
  void citizens_of_the_union_apply_once_paragraphs_17a_17b_euwo() {
    Poll poll = poll("europa-2024", "2024-06-09", "");
    Circumstances first = Person.of("1980-01-01", "ITA", LONG_HERE);
    Circumstances again =
        new Circumstances(
            first.birth(), first.citizenships(), first.dwellings(), Optional.empty(), true);

    assertThat(inLemgo(poll, first)).isEqualTo("APPLY:UNION_CITIZEN");
    assertThat(Eligibility.decide(poll, again, LEMGO))
        .isEqualTo(new Decision.Entered("§ 17b EuWO"));
    assertThat(inLemgo(poll, Person.of("2008-06-09", "DEU", LONG_HERE))).isEqualTo("ENTERED");
    assertThat(inLemgo(poll, Person.of("2008-06-10", "DEU", LONG_HERE))).isEqualTo("TOO_YOUNG");
    assertThat(
            inLemgo(
                poll("europa-2014", "2019-05-26", ""), Person.of("2003-05-26", "DEU", LONG_HERE)))
        .isEqualTo("TOO_YOUNG");
    assertThat(
            inLemgo(
                poll("europa-2014", "2019-05-26", ""), Person.of("1980-01-01", "GBR", LONG_HERE)))
        .as("the United Kingdom was still a member")
        .isEqualTo("APPLY:UNION_CITIZEN");
  }

  @Test
  void who_has_no_dwelling_applies() {
    assertThat(inLemgo(Person.bundestag(), living(""))).isEqualTo("APPLY:NO_DWELLING");
    assertThat(inLemgo(poll("kommunal-nrw", "2025-09-14", "Lemgo"), living("")))
        .isEqualTo("NO_DWELLING");
  }

  @Test
  void an_application_may_come_on_the_twenty_first_day_before() {
    Decision decision =
        Eligibility.decide(
            Person.bundestag(), living("Lemgo main 2010-01-01 to 2015-01-01"), LEMGO);
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.OnApplication.class,
            application -> {
              assertThat(application.isInTime(LocalDate.of(2017, 9, 3))).isTrue();
              assertThat(application.isInTime(LocalDate.of(2017, 9, 4))).isFalse();
            });
  }

  @Test
  void every_decision_names_its_paragraph() {
    Poll poll = Person.bundestag();
    List<Circumstances> people =
        List.of(
            living(LONG_HERE),
            Person.of("2010-01-01", "DEU", LONG_HERE),
            Person.of("1980-01-01", "FRA", LONG_HERE),
            living("Lemgo main 2017-09-01"),
            living("Lemgo main 2001-01-01 to 2010-01-01"));
    assertThat(people)
        .extracting(person -> Eligibility.decide(poll, person, LEMGO).paragraph())
        .containsExactly(
            "§ 16 Abs. 1 BWO",
            "§ 12 Abs. 1 Nr. 1 BWahlG",
            "§ 12 Abs. 1 BWahlG",
            "§ 12 Abs. 1 Nr. 2, Abs. 5 BWahlG",
            "§ 16 Abs. 2 Nr. 2, § 18 Abs. 5 BWO");
  }

  @Test
  void every_kind_of_election_has_a_law_on_every_day() {
    for (ElectionKind kind : ElectionKind.values()) {
      assertThat(Person.law(EligibilityLaws.key(kind, LocalDate.of(2005, 9, 18)))).isNotNull();
    }
    assertThat(
            Arrays.stream(new int[] {2017, 2021})
                .mapToObj(
                    year -> EligibilityLaws.key(ElectionKind.BUNDESTAG, LocalDate.of(year, 9, 24))))
        .containsExactly("bundestag-2013", "bundestag-2019");
  }

  @Test
  void exactly_one_municipality_enters_a_person() {
    for (String dwellings :
        List.of(
            LONG_HERE,
            "Lemgo main 2010-01-01 to 2017-08-13 + Berlin main 2017-08-14",
            "Lemgo main 2010-01-01 to 2017-08-12 + Berlin main 2017-08-13",
            "Lemgo side 2010-01-01 + Berlin main 2010-01-01")) {
      assertThat(
              List.of(LEMGO, Person.BERLIN).stream()
                  .map(town -> Eligibility.decide(Person.bundestag(), living(dwellings), town))
                  .filter(Decision.Entered.class::isInstance))
          .as(dwellings)
          .hasSize(1);
    }
  }

  @Test
  void nothing_about_a_person_shows_in_text() {
    assertThat(living(LONG_HERE)).asString().doesNotContain("1960", LEMGO);
    assertThat(living(LONG_HERE).dwellings().getFirst()).asString().doesNotContain(LEMGO);
  }
}

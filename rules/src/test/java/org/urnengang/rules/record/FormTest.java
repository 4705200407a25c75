package org.urnengang.rules.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.urnengang.rules.Days.area;
import static org.urnengang.rules.Days.ballot;
import static org.urnengang.rules.Days.bundestag;
import static org.urnengang.rules.Days.polling;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urnengang.rules.Days;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.InvalidElection;

class FormTest {
  private static Form form(ElectionDay day, String election, String district) {
    Election chosen = day.election(election).orElseThrow();
    return Form.of(day, chosen, Letters.of(chosen), day.areas().indexOf(district));
  }

  private static String names(Form form, BitSet columns) {
    return columns.stream().mapToObj(form.letters()::name).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bundestagswahl   | stadt-urne   | A1 A2 B B1 C D D1 D2 E F F1 F2 F3 | A3
          bundestagswahl   | stadt-brief  | B B1 C D D1 D2 E F F1 F2 F3       | ''
          bundestagswahl   | stadt-klinik | B C D D1 D2 E F F1 F2 F3       | A1 A2 A3 B1
          bundestagswahl   | nachbar-urne | A1 A2 B B1 C D D1 D3 E F F1 F2 F3 | A3
          rat              | stadt-urne   | A1 A2 B B1 C D D1 D2 D3           | A3
          rat              | stadt-brief  | B B1 C D D1 D2 D3                 | ''
          buergerentscheid | stadt-urne   | A1 A2 B B1 C D D1 D2              | A3
          """)
  void a_form_has_the_lines_of_its_ballots_and_the_letters_of_its_kind(
      String election, String district, String required, String optional) {
    Form form = form(Days.town(), election, district);

    assertThat(names(form, form.required())).isEqualTo(required);
    assertThat(names(form, form.optional())).isEqualTo(optional);
    for (int column = 0; column < form.letters().size(); column++) {
      assertThat(form.requires(column)).isEqualTo(form.required().get(column));
      assertThat(form.allows(column))
          .isEqualTo(form.required().get(column) || form.optional().get(column));
    }
  }

  @Test
  void the_ballot_of_the_smallest_area_around_a_district_is_its_ballot() {
    Ballot land = ballot("second", "05", 3);
    Ballot county = ballot("second", "kreis", 2);
    Ballot town = ballot("second", "stadt", 1);
    Ballot first = ballot("first", "05", 1);
    for (List<Ballot> order : List.of(List.of(land, county, town), List.of(town, county, land))) {
      ElectionDay day =
          Days.day(
              List.of(
                  area("05", AreaLevel.LAND),
                  area("kreis", AreaLevel.COUNTY, "05"),
                  area("stadt", AreaLevel.MUNICIPALITY, "kreis"),
                  polling("tief", "stadt"),
                  polling("mitte", "kreis"),
                  polling("oben", "05")),
              bundestag("05", first, order.get(0), order.get(1), order.get(2)));

      assertThat(form(day, "bundestagswahl", "tief").ballots()).containsExactly(first, town);
      assertThat(form(day, "bundestagswahl", "mitte").ballots()).containsExactly(first, county);
      assertThat(form(day, "bundestagswahl", "oben").ballots()).containsExactly(first, land);
    }
  }

  private static ElectionDay dayWithSecondBallots(String... scopes) {
    List<Area> areas =
        List.of(
            area("05", AreaLevel.LAND),
            area("kreis", AreaLevel.COUNTY, "05"),
            area("wk-1", AreaLevel.CONSTITUENCY, "05"),
            area("stadt", AreaLevel.MUNICIPALITY, "kreis", "wk-1"),
            polling("b", "stadt"));
    Ballot[] ballots = new Ballot[scopes.length + 1];
    ballots[0] = ballot("first", "05", 1);
    for (int i = 0; i < scopes.length; i++) {
      ballots[i + 1] = ballot("second", scopes[i], 1);
    }
    return Days.day(areas, bundestag("05", ballots));
  }

  @Test
  void two_ballots_of_which_none_is_nearer_are_refused() {
    assertThatThrownBy(() -> form(dayWithSecondBallots("kreis", "wk-1"), "bundestagswahl", "b"))
        .isInstanceOf(InvalidElection.class)
        .hasMessageContaining("b: mehr als ein nächster Stimmzettel")
        .hasMessageContaining("Zweitstimmen");
    assertThat(
            form(dayWithSecondBallots("kreis", "wk-1", "stadt"), "bundestagswahl", "b")
                .ballots()
                .getLast()
                .scope())
        .isEqualTo("stadt");
  }

  @Test
  void a_district_without_a_ballot_is_refused() {
    ElectionDay day = dayWithSecondBallots();
    Election election = day.elections().getFirst();

    assertThatThrownBy(() -> form(day, "bundestagswahl", "b"))
        .isInstanceOf(InvalidElection.class)
        .hasMessageContaining("kein Stimmzettel");
    assertThatThrownBy(() -> Forms.of(day, election, Letters.of(election)))
        .isInstanceOf(InvalidElection.class)
        .hasMessageContaining("kein Stimmzettel");
  }

  @Test
  void an_area_that_is_no_district_has_no_form() {
    assertThatThrownBy(() -> form(Days.town(), "bundestagswahl", "stadt"))
        .isInstanceOf(InvalidElection.class)
        .hasMessageContaining("stadt ist kein Wahlbezirk");
  }

  @Test
  void all_forms_of_an_election_are_those_made_one_by_one() {
    ElectionDay day = Days.town();
    for (Election election : day.elections()) {
      Letters letters = Letters.of(election);
      Forms forms = Forms.of(day, election, letters);
      for (int area = 0; area < day.areas().size(); area++) {
        int here = area;
        if (day.isCounted(election, area)) {
          assertThat(forms.form(area)).isEqualTo(Form.of(day, election, letters, area));
          assertThat(forms.form(area)).isSameAs(forms.form(area));
        } else {
          assertThatThrownBy(() -> forms.form(here)).isInstanceOf(InvalidElection.class);
        }
      }
    }
  }

  @Test
  void nobody_can_change_a_form() {
    Form form = form(Days.town(), "rat", "stadt-urne");
    form.required().clear();
    form.optional().set(0, 10);

    assertThat(form.requires(Letters.A1)).isTrue();
    assertThat(form.optional().cardinality()).isEqualTo(1);
  }
}

package org.urnengang.rehearsal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.urnengang.rehearsal.demo.Official.Constituency;
import org.urnengang.rehearsal.demo.Official.PartyList;

/** Compares the figures of the demo day with the files they were taken from. */
class OfficialTest {
  private static final Path SOURCES = Path.of("..", "..", "shared", "data", "owl");
  private static final Official OFFICIAL = Official.read();

  @Test
  void the_votes_of_every_list_are_the_official_ones() throws IOException {
    List<Map<String, String>> rows = rows("btw2017_wk133_136.csv");

    assertThat(rows).hasSize(92);
    for (int i = 0; i < rows.size(); i++) {
      Map<String, String> row = rows.get(i);
      Constituency constituency = OFFICIAL.constituencies().get(i / 23);
      PartyList list = OFFICIAL.lists().get(i % 23);
      assertThat(row)
          .containsEntry("wk_no", "" + constituency.no())
          .containsEntry("wk", constituency.name())
          .containsEntry("A_eligible", "" + constituency.eligible())
          .containsEntry("B_voters", "" + constituency.voters())
          .containsEntry("C_invalid_first", "" + constituency.invalidFirst())
          .containsEntry("E_invalid_second", "" + constituency.invalidSecond())
          .containsEntry("first_votes", "" + list.first().get(i / 23))
          .containsEntry("second_votes", "" + list.second().get(i / 23));
      assertThat(List.of(list.shortName(), list.name())).contains(row.get("party"));
    }
  }

  @Test
  void the_referendums_are_the_official_ones() throws IOException {
    List<Map<String, String>> rows = rows("referendums_2017.csv");

    for (int i = 0; i < rows.size(); i++) {
      Official.Vote vote = OFFICIAL.referendums().get(i);
      assertThat(rows.get(i))
          .containsEntry("ags", vote.ags())
          .containsEntry("entitled", "" + vote.entitled())
          .containsEntry("voted", "" + vote.voters())
          .containsEntry("invalid", "" + vote.invalid())
          .containsEntry("yes", "" + vote.yes())
          .containsEntry("no", "" + vote.no());
    }
  }

  @Test
  void the_municipalities_are_the_official_ones() throws IOException {
    for (Map<String, String> row : rows("municipalities.csv")) {
      assertThat(OFFICIAL.municipalities())
          .filteredOn(town -> town.ags().equals(row.get("ags")))
          .singleElement()
          .satisfies(
              town ->
                  assertThat(row)
                      .containsEntry("name", town.name())
                      .containsEntry("wahlkreis_2017", "" + town.constituency())
                      .containsEntry("population_2017-12-31", "" + town.population()));
    }
  }

  private static List<Map<String, String>> rows(String file) throws IOException {
    Path source = SOURCES.resolve(file);
    assumeThat(source).as("the file with the official figures lies beside the project").exists();
    try (var csv =
        CsvReader.builder()
            .fieldSeparator(';')
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofNamedCsvRecord(source)) {
      return csv.stream().map(row -> row.getFieldsAsMap()).toList();
    }
  }
}

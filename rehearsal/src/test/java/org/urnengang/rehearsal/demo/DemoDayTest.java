package org.urnengang.rehearsal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.formats.folder.DistrictInElection;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.rules.decision.ReferendumDecision;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.record.BlockingChecks;
import org.urnengang.rules.record.Figures;
import org.urnengang.rules.record.Form;
import org.urnengang.rules.record.Letters;
import org.urnengang.rules.record.Report;
import org.urnengang.rules.tally.Tally;

class DemoDayTest {
  private static final Path COMMITTED = Path.of("..", "elections", "owl-2017");
  private static final ElectionFolder FOLDER = ElectionFolder.read(COMMITTED);
  private static final ElectionDay DAY = FOLDER.day();
  private static final Election BUNDESTAG = DAY.election("bundestagswahl").orElseThrow();
  private static final List<RecordedReport> RECORDS = records();
  private static final Official OFFICIAL = Official.read();

  private static List<RecordedReport> records() {
    try (Stream<RecordedReport> records = ElectionFolder.records(COMMITTED, DAY)) {
      return records.toList();
    }
  }

  @Test
  void generating_the_day_again_gives_the_committed_bytes(@TempDir Path again) throws IOException {
    DemoDay.write(again);

    try (Stream<Path> files = Files.list(COMMITTED)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder(
              "election.json",
              "areas.csv",
              "areas.geojson",
              "ballot.csv",
              "previous.csv",
              "records.csv",
              "certificates.csv");
    }
    try (Stream<Path> files = Files.list(again)) {
      for (Path file : files.toList()) {
        assertThat(file).hasSameBinaryContentAs(COMMITTED.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void both_votes_add_up_to_the_official_result_of_every_constituency() {
    Tally tally = tally(BUNDESTAG);

    for (int i = 0; i < OFFICIAL.constituencies().size(); i++) {
      Official.Constituency constituency = OFFICIAL.constituencies().get(i);
      int area = DAY.areas().indexOf(constituency.id());
      Map<String, Integer> expected = new LinkedHashMap<>();
      expected.put("B", constituency.voters());
      expected.put("C", constituency.invalidFirst());
      expected.put("D", constituency.voters() - constituency.invalidFirst());
      expected.put("E", constituency.invalidSecond());
      expected.put("F", constituency.voters() - constituency.invalidSecond());
      for (Official.PartyList list : OFFICIAL.lists()) {
        expected.put("D" + list.no(), list.first().get(i));
        expected.put("F" + list.no(), list.second().get(i));
      }
      expected.forEach(
          (letter, count) ->
              assertThat(tally.count(area, column(BUNDESTAG, letter)))
                  .as("%s in %s", letter, constituency.id())
                  .isEqualTo(count.longValue()));
      assertThat(tally.eligible(area)).isEqualTo(constituency.eligible());
      assertThat(tally.progress(area).isComplete()).isTrue();
    }
  }

  @Test
  void the_sum_of_the_four_constituencies_is_the_one_of_the_land() {
    Tally tally = tally(BUNDESTAG);
    int land = DAY.areas().indexOf("05");

    assertThat(tally.eligible(land)).isEqualTo(814_706);
    assertThat(tally.count(land, Letters.B)).isEqualTo(608_666);
    assertThat(tally.count(land, column(BUNDESTAG, "F1"))).isEqualTo(201_307);
    assertThat(tally.count(land, column(BUNDESTAG, "D2"))).isEqualTo(200_192);
  }

  @Test
  void both_referendums_add_up_to_their_official_result_and_are_decided_yes() {
    for (Official.Vote vote : OFFICIAL.referendums()) {
      Election election = DAY.election(vote.key()).orElseThrow();
      Tally tally = tally(election);
      int scope = DAY.areas().indexOf(vote.ags());

      assertThat(tally.eligible(scope)).isEqualTo(vote.entitled());
      assertThat(tally.count(scope, Letters.B)).isEqualTo(vote.voters());
      assertThat(tally.count(scope, column(election, "C"))).isEqualTo(vote.invalid());
      assertThat(tally.count(scope, column(election, "D1"))).isEqualTo(vote.yes());
      assertThat(tally.count(scope, column(election, "D2"))).isEqualTo(vote.no());
      assertThat(
              ReferendumDecision.of(
                  election.question().orElseThrow(), vote.entitled(), vote.yes(), vote.no()))
          .isEqualTo(
              new ReferendumDecision(
                  ReferendumDecision.Verdict.YES, vote.entitled() == 7428 ? 1486 : 8023, 0));
    }
  }

  @Test
  void every_record_passes_every_check_without_a_finding() {
    for (RecordedReport record : RECORDS) {
      BlockingChecks.Outcome outcome =
          BlockingChecks.check(
              form(record),
              new Report(record.figures(), Map.of()),
              Optional.ofNullable(
                  FOLDER
                      .certificates()
                      .get(new DistrictInElection(record.election(), record.district()))));

      assertThat(outcome).as("%s", record).isInstanceOf(BlockingChecks.Sound.class);
      assertThat(outcome.findings()).as("%s", record).isEmpty();
    }
  }

  @Test
  void every_district_reports_and_every_roll_is_closed() {
    Set<DistrictInElection> expected =
        DAY.elections().stream()
            .flatMap(
                election -> counted(election).map(id -> new DistrictInElection(election.key(), id)))
            .collect(Collectors.toSet());

    assertThat(last().keySet()).isEqualTo(expected);
    assertThat(FOLDER.certificates().keySet())
        .isEqualTo(
            expected.stream()
                .filter(place -> district(place.district()).kind() == DistrictKind.POLLING)
                .collect(Collectors.toSet()));
  }

  private static Stream<String> counted(Election election) {
    return IntStream.range(0, DAY.areas().size())
        .filter(area -> DAY.isCounted(election, area))
        .mapToObj(area -> DAY.areas().area(area).id());
  }

  @Test
  void a_polling_district_has_600_to_2500_eligible_and_a_fifth_or_more_with_certificates() {
    last()
        .forEach(
            (place, figures) -> {
              if (place.election().equals("bundestagswahl") && figures.has(Letters.A1)) {
                int eligible = figures.count(Letters.A1) + figures.count(Letters.A2);
                assertThat(eligible).as(place.district()).isBetween(600, 2500);
                assertThat(figures.count(Letters.A2) * 100L)
                    .as(place.district())
                    .isBetween(20L * eligible, 28L * eligible);
              }
            });
  }

  @Test
  void a_postal_district_counts_at_least_50_letters_and_no_more_than_applied() {
    Map<String, Integer> applied = new HashMap<>();
    Map<String, Integer> cast = new HashMap<>();
    last()
        .forEach(
            (place, figures) -> {
              if (place.election().equals("bundestagswahl")) {
                String town = place.district().substring(0, 8);
                applied.merge(town, figures.count(Letters.A2), Integer::sum);
                cast.merge(town, figures.count(Letters.B1), Integer::sum);
                if (!figures.has(Letters.A1)) {
                  assertThat(figures.count(Letters.B)).as(place.district()).isGreaterThan(50);
                }
              }
            });

    assertThat(applied).hasSize(46);
    applied.forEach(
        (town, letters) ->
            assertThat(cast.getOrDefault(town, 0) * 100L)
                .as(town)
                .isBetween(93L * letters, 97L * letters));
  }

  @Test
  void bad_oeynhausen_has_26_polling_districts_and_its_known_eligible_and_voters() {
    Tally tally = tally(BUNDESTAG);
    int town = DAY.areas().indexOf("05770004");

    assertThat(tally.progress(town).expectedPolling()).isEqualTo(26);
    assertThat(tally.eligible(town)).isEqualTo(37_099);
    assertThat(tally.count(town, Letters.B)).isEqualTo(27_059);
    assertThat(tally.progress(DAY.areas().indexOf("05766004")).expectedPolling()).isEqualTo(7);
  }

  @Test
  void kreis_hoexter_counts_its_own_districts() {
    for (Area area : DAY.areas().areas()) {
      area.district()
          .map(CountingDistrict::authority)
          .ifPresent(
              authority ->
                  assertThat(authority)
                      .as(area.id())
                      .isEqualTo(area.id().startsWith("05762") ? "hoexter" : "owl"));
    }
  }

  @Test
  void only_who_was_elected_stands_with_a_name() {
    assertThat(BUNDESTAG.ballots().stream().flatMap(ballot -> ballot.lines().stream()))
        .extracting(Ballot.Line::nominee)
        .filteredOn(Optional::isPresent)
        .containsExactlyInAnyOrder(
            Optional.of("Stefan Schwartze"),
            Optional.of("Achim Post"),
            Optional.of("Kerstin Vieregge"),
            Optional.of("Christian Haase"));
  }

  @Test
  void the_night_goes_from_small_towns_over_postal_votes_to_the_referendums() {
    assertThat(RECORDS.getFirst().at()).isAfter(at("18:05:00")).isBefore(at("18:20:00"));
    assertThat(RECORDS.getLast().at()).isBefore(at("22:45:00"));
    for (RecordedReport record : RECORDS) {
      if (!record.election().equals("bundestagswahl")) {
        assertThat(record.at()).isBetween(at("21:30:00"), at("22:45:00"));
      } else if (district(record.district()).kind() == DistrictKind.POSTAL) {
        assertThat(record.at()).isBetween(at("20:15:00"), at("22:00:00"));
      } else {
        assertThat(record.at()).isBefore(at("20:45:00"));
      }
    }
  }

  private static OffsetDateTime at(String time) {
    return OffsetDateTime.parse("2017-09-24T" + time + "+02:00");
  }

  @Test
  void three_mistakes_are_corrected_with_their_reasons() {
    assertThat(RECORDS.stream().flatMap(record -> record.reason().stream()))
        .containsExactly(
            "Zweitstimmen von DIE LINKE und GRÜNE vertauscht",
            "Ein Zehnerbündel der CDU lag bei der SPD",
            "Zahlendreher bei B1");
    for (RecordedReport correction : RECORDS.stream().filter(r -> r.isCorrection()).toList()) {
      assertThat(RECORDS)
          .filteredOn(record -> record.district().equals(correction.district()))
          .filteredOn(record -> record.election().equals(correction.election()))
          .hasSize(2)
          .extracting(RecordedReport::figures)
          .doesNotHaveDuplicates();
    }
  }

  private static CountingDistrict district(String id) {
    return DAY.areas().area(DAY.areas().indexOf(id)).district().orElseThrow();
  }

  private static int column(Election election, String letter) {
    return Letters.of(election).column(letter).orElseThrow();
  }

  private static Form form(RecordedReport record) {
    Election election = DAY.election(record.election()).orElseThrow();
    return Form.of(DAY, election, Letters.of(election), DAY.areas().indexOf(record.district()));
  }

  /** What each district reported in the end. */
  private static Map<DistrictInElection, Figures> last() {
    Map<DistrictInElection, Figures> last = new LinkedHashMap<>();
    for (RecordedReport record : RECORDS) {
      Map<String, Integer> figures = new HashMap<>();
      record.figures().forEach((letter, figure) -> figures.put(letter, Integer.parseInt(figure)));
      last.put(
          new DistrictInElection(record.election(), record.district()),
          Figures.of(form(record).letters(), figures));
    }
    return last;
  }

  private static Tally tally(Election election) {
    Tally tally = new Tally(DAY, election, Letters.of(election));
    last()
        .forEach(
            (place, figures) -> {
              if (place.election().equals(election.key())) {
                tally.report(DAY.areas().indexOf(place.district()), figures);
              }
            });
    return tally;
  }
}

package org.urnengang.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;

/** Every other official file: nothing is refused, and the sums are the published ones. */
class RealDataTest {
  @TempDir private Path folder = Path.of("");

  private ImportReport imported(ImportFormat format, String... names) {
    List<Path> files = Arrays.stream(names).map(SharedData::path).toList();
    ImportResult result =
        Import.run(format, files, folder.resolve("out"), ImportOptions.defaults());
    assertThat(result).as(result.text()).isInstanceOf(ImportResult.Written.class);
    return result.report();
  }

  private Checked checked() {
    return Checked.of(folder.resolve("out"));
  }

  @Test
  void bundestag_2017_has_its_ten_sums() {
    ImportReport report = imported(ImportFormat.KERG, "kerg/btw17_kerg.csv");

    assertThat(report.districts()).isEqualTo(299);
    ImportReport.Sums sums = report.sumsOf("bundestagswahl");
    assertThat(sums.of("A")).isEqualTo(61_688_485);
    assertThat(sums.of("B")).isEqualTo(46_976_341);
    assertThat(sums.of("F")).isEqualTo(46_515_492);
    assertThat(sums.ofOption("CDU")).isEqualTo(12_447_656);
    assertThat(sums.ofOption("SPD")).isEqualTo(9_539_381);
    assertThat(sums.ofOption("AfD")).isEqualTo(5_878_115);
    assertThat(sums.ofOption("FDP")).isEqualTo(4_999_449);
    assertThat(sums.ofOption("DIE LINKE")).isEqualTo(4_297_270);
    assertThat(sums.ofOption("GRÜNE")).isEqualTo(4_158_400);
    assertThat(sums.ofOption("CSU")).isEqualTo(2_869_688);
  }

  @Test
  void bundestag_2025_is_the_sum_of_its_wahlkreise() {
    ImportReport report = imported(ImportFormat.KERG2, "kerg/btw25_kerg2.csv");

    assertThat(report.rowsRead()).isEqualTo(15_617);
    assertThat(report.districts()).isEqualTo(299);
    ImportReport.Sums sums = report.sumsOf("bundestagswahl");
    assertThat(sums.of("A")).isEqualTo(60_510_631);
    assertThat(sums.of("B")).isEqualTo(49_928_653);
    assertThat(sums.ofOption("BSW")).isEqualTo(2_472_947);
    assertThat(sums.of("D30") + sums.of("D31") + sums.of("D32")).isEqualTo(70_163);
  }

  @Test
  void vaterstetten_2021_has_the_sums_of_its_own_file() {
    ImportReport report = imported(ImportFormat.VOTEMANAGER, "votemanager/vaterstetten-btw2021");

    assertThat(report.districts()).isEqualTo(27);
    ImportReport.Sums sums = report.sumsOf("bundestagswahl");
    assertThat(List.of(sums.of("A"), sums.of("B"), sums.of("B1")))
        .containsExactly(17_301L, 15_018L, 9_959L);
    assertThat(sums.ofOption("CSU")).isEqualTo(5_162);
    assertThat(checked().findings()).isEmpty();
  }

  @Test
  void the_run_off_of_vaterstetten_was_a_postal_vote() {
    ImportReport report =
        imported(
            ImportFormat.VOTEMANAGER,
            "votemanager/vaterstetten-buergermeister2020/Open-Data-Buergermeister-Stichwahl-Bayern1393.csv",
            "votemanager/vaterstetten-buergermeister2020/Open-Data-Buergermeister-Stichwahl-Bayern1396.csv");

    ImportReport.Sums sums = report.sumsOf("buergermeister-stichwahl");
    assertThat(List.of(sums.of("A"), sums.of("B"), sums.of("D1"), sums.of("D2")))
        .containsExactly(18_846L, 12_852L, 6_481L, 6_313L);
    assertThat(checked().findings()).isEmpty();
  }

  @Test
  void an_archived_mayors_election_without_figures_has_no_record() {
    ImportReport report =
        imported(
            ImportFormat.VOTEMANAGER,
            "votemanager/vaterstetten-buergermeister2020/Open-Data-Buergermeisterwahl-Bayern1173.csv",
            "votemanager/vaterstetten-buergermeister2020/Open-Data-Buergermeisterwahl-Bayern1176.csv");

    assertThat(report.districts()).isEqualTo(38);
    assertThat(report.sumsOf("buergermeister").records()).isZero();
    assertThat(checked().records()).isZero();
  }

  @Test
  void the_buergerentscheid_of_ebersberg_adds_up_to_its_kreis() {
    ImportReport report =
        imported(ImportFormat.VOTEMANAGER, "votemanager/ebersberg-buergerentscheid2021");

    ImportReport.Sums sums = report.sumsOf("buergerentscheid-ebersberg");
    assertThat(List.of(sums.of("A"), sums.of("B"), sums.of("C"), sums.of("D1"), sums.of("D2")))
        .containsExactly(110_568L, 68_437L, 208L, 35_982L, 32_247L);
    assertThat(checked().findings()).isEmpty();
  }

  @Test
  void goettingen_2025_has_139_districts() {
    ImportReport report = imported(ImportFormat.VOTEMANAGER, "votemanager/goettingen-btw2025");

    assertThat(report.districts()).isEqualTo(139);
    assertThat(report.sumsOf("bundestagswahl").of("B")).isEqualTo(70_227);
    assertThat(checked().findings()).isEmpty();
  }

  @Test
  void the_four_local_elections_of_hagen_2025_have_their_published_sums() {
    ImportReport report = imported(ImportFormat.OWD, "owd/hagen-kommunal2025");

    assertThat(report.rowsRead()).isEqualTo(4 * 183);
    assertThat(report.districts()).isEqualTo(183);
    ImportReport.Sums council = report.sumsOf("rat");
    assertThat(List.of(council.of("A"), council.of("B"), council.of("C"), council.of("D")))
        .containsExactly(142_145L, 68_133L, 871L, 67_262L);
    assertThat(council.ofOption("CDU")).isEqualTo(17_730);
    assertThat(council.ofOption("AfD")).isEqualTo(15_079);
    assertThat(council.ofOption("SPD")).isEqualTo(13_382);
    ImportReport.Sums mayor = report.sumsOf("buergermeister");
    assertThat(
            List.of(mayor.of("B"), mayor.of("D"), mayor.of("D1"), mayor.of("D4"), mayor.of("D2")))
        .containsExactly(68_136L, 67_516L, 16_930L, 14_320L, 14_169L);
    assertThat(report.sumsOf("verbandsversammlung").ofOption("CDU")).isEqualTo(17_479);
    assertThat(report.sumsOf("bezirksvertretung").of("D")).isEqualTo(67_391);
    assertThat(checked().findings()).isEmpty();
    assertThat(checked().records()).isEqualTo(4 * 183);
  }

  /** As radiohagen.de reported: the same party stands on another place of each ballot. */
  @Test
  void each_district_council_of_hagen_2025_has_its_published_leaders() {
    imported(ImportFormat.OWD, "owd/hagen-kommunal2025");

    assertThat(leaders("hagen-mitte")).startsWith("CDU");
    assertThat(leaders("hagen-nord")).startsWith("CDU");
    assertThat(leaders("hohenlimburg")).startsWith("BfHo", "CDU", "AfD");
    assertThat(leaders("haspe")).startsWith("SPD", "AfD", "CDU");
    assertThat(leaders("eilpe-dahl")).startsWith("AfD", "SPD", "CDU");
  }

  /** The parties of a Stadtbezirk by votes. */
  private List<String> leaders(String borough) {
    ElectionDay day = ElectionFolder.read(folder.resolve("out")).day();
    Election election = day.election("bezirksvertretung").orElseThrow();
    int area = day.areas().indexOf("05914000-sb-" + borough);
    Map<String, Long> votes = new HashMap<>();
    try (Stream<RecordedReport> records = ElectionFolder.records(folder.resolve("out"), day)) {
      records
          .filter(record -> record.election().equals(election.key()))
          .filter(record -> day.areas().isWithin(day.areas().indexOf(record.district()), area))
          .forEach(
              record ->
                  election
                      .options()
                      .forEach(
                          option ->
                              votes.merge(
                                  option.shortName(),
                                  Long.valueOf(
                                      record.figures().getOrDefault("D" + option.no(), "0")),
                                  Long::sum)));
    }
    return votes.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void the_bundestag_election_in_hagen_2025_has_its_published_sums() {
    ImportReport report = imported(ImportFormat.OWD, "owd/hagen-btw2025");

    ImportReport.Sums sums = report.sumsOf("bundestagswahl");
    assertThat(List.of(sums.of("A"), sums.of("B"), sums.of("D"), sums.of("F")))
        .containsExactly(123_819L, 95_191L, 94_192L, 94_504L);
    assertThat(List.of(sums.ofOption("CDU"), sums.ofOption("AfD"), sums.ofOption("SPD")))
        .containsExactly(26_259L, 20_507L, 19_875L);
    assertThat(checked().findings()).isEmpty();
  }
}

package org.urnengang.office.election;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.urnengang.office.platform.Texts;
import org.urnengang.rules.election.ElectionKind;
import org.urnengang.rules.election.ElectionLaw;
import org.urnengang.rules.seats.LawData;
import org.urnengang.rules.seats.Legal;

/** What the law says of an election, as proposals: somebody confirms or changes each of them. */
final class LawProposals {
  /** Where the numbers of a law stand, by its name in the folder. */
  private static final Map<String, String> DATA =
      Map.ofEntries(
          Map.entry("rat-nrw", "rat-nrw"),
          Map.entry("kwahlg-nrw-46c", "buergermeister-nrw"),
          Map.entry("kwahlg-nrw-46c-abs-3", "buergermeister-nrw"),
          Map.entry("go-nrw-26", "buergerentscheid-nrw"),
          Map.entry("bundestag-2013", "bundestag-2013"),
          Map.entry("bundestag-2020", "bundestag-2020"),
          Map.entry("bundestag-2023", "bundestag-2023"),
          Map.entry("landtag-nrw", "landtag-nrw"),
          Map.entry("europa", "europa"),
          Map.entry("rat-niedersachsen", "rat-niedersachsen"));

  private static final Map<ElectionKind, Proposal> BY_KIND = byKind();

  private LawProposals() {}

  /**
   * What is usual for a kind of election.
   *
   * @param word used in addresses
   * @param law that distributes seats or decides
   * @param closeLaw paragraph of the end of the polls
   */
  record Proposal(String word, ElectionLaw law, String close, String closeLaw, String votes) {}

  private static Map<ElectionKind, Proposal> byKind() {
    Map<ElectionKind, Proposal> all = new EnumMap<>(ElectionKind.class);
    String one = ElectionFields.ONE_VOTE;
    String two = ElectionFields.TWO_VOTES;
    String close = "18:00";
    all.put(
        ElectionKind.BUNDESTAG,
        new Proposal("bundestagswahl", ElectionLaw.BUNDESTAG_2023, close, "§ 47 Abs. 1 BWO", two));
    all.put(
        ElectionKind.EUROPE,
        new Proposal("europawahl", ElectionLaw.EUROPA, close, "§ 40 Abs. 1 EuWO", one));
    all.put(
        ElectionKind.LANDTAG,
        new Proposal("landtagswahl", ElectionLaw.LANDTAG_NRW, close, "", two));
    all.put(
        ElectionKind.COUNCIL,
        new Proposal("rat", ElectionLaw.RAT_NRW, close, "§ 24 Abs. 1 KWahlG NRW", one));
    all.put(
        ElectionKind.MAYOR,
        new Proposal(
            "buergermeister",
            ElectionLaw.BUERGERMEISTER_NRW,
            close,
            "§ 24 Abs. 1 KWahlG NRW",
            one));
    all.put(
        ElectionKind.REFERENDUM,
        new Proposal(
            "buergerentscheid",
            ElectionLaw.BUERGERENTSCHEID_NRW,
            close,
            "§ 26 Abs. 10 GO NRW, Satzung",
            one));
    return all;
  }

  /** What people call a law; its own word if it is none of these. */
  static String label(String law, Texts texts) {
    boolean known = Arrays.stream(ElectionLaw.values()).map(ElectionLaw::key).anyMatch(law::equals);
    return known ? texts.of("setup.law." + law) : law;
  }

  static Proposal of(ElectionKind kind) {
    return Optional.ofNullable(BY_KIND.get(kind)).orElseThrow();
  }

  /** An election of this kind with everything that is usual. */
  static DraftRow election(ElectionKind kind, String name, String key, String scope) {
    Proposal usual = of(kind);
    Map<String, String> cells = new HashMap<>();
    cells.put(ElectionFields.KEY, key);
    cells.put("name", name);
    cells.put("title", name);
    cells.put(ElectionFields.KIND, kind.key());
    cells.put(ElectionFields.LAW, usual.law().key());
    cells.put(ElectionFields.SCOPE, scope);
    cells.put(ElectionFields.POLLS_CLOSE, usual.close());
    cells.put(ElectionFields.POLLS_CLOSE_LAW, usual.closeLaw());
    cells.put(ElectionFields.VOTES, usual.votes());
    return DraftRow.of(cells);
  }

  /** The numbers that a law fixes, with their paragraphs; none for a law without data. */
  static SortedMap<String, List<Legal<String>>> numbers(String law) {
    return data(law).map(LawData::all).orElseGet(java.util.TreeMap::new);
  }

  /** The quorum of a referendum in a municipality of this size. */
  static Optional<Legal<Integer>> quorum(long inhabitants) {
    return data("go-nrw-26").map(data -> data.table("quorum")).flatMap(t -> at(t, inhabitants));
  }

  /** How many members the council of a municipality of this size has by this law. */
  static Optional<Legal<Integer>> councilSeats(String law, long inhabitants) {
    return data(law)
        .filter(data -> data.all().containsKey("municipality"))
        .map(data -> data.table("municipality"))
        .flatMap(table -> at(table, inhabitants));
  }

  private static Optional<Legal<Integer>> at(
      Legal<SortedMap<Long, Integer>> table, long inhabitants) {
    SortedMap<Long, Integer> from = table.value().tailMap(inhabitants);
    return from.isEmpty()
        ? Optional.empty()
        : Optional.of(new Legal<>(from.sequencedValues().getFirst(), table.law()));
  }

  private static Optional<LawData> data(String law) {
    String file = DATA.get(law);
    return file == null ? Optional.empty() : Optional.of(read(file));
  }

  private static LawData read(String file) {
    try (InputStream in = LawData.class.getResourceAsStream("/seats/law-data/" + file + ".csv")) {
      if (in == null) {
        throw new IllegalStateException("no data of the law " + file);
      }
      return LawData.parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.urnengang.formats.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.urnengang.formats.imports.Constituencies.AreaNo;
import org.urnengang.formats.imports.Constituencies.Figure;
import org.urnengang.formats.imports.Constituencies.Level;
import org.urnengang.formats.imports.Constituencies.Region;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.Authority;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.ElectionKind;
import org.urnengang.rules.record.Letters;

/**
 * Bundestagswahl nach Wahlkreisen: each Wahlkreis has one special district that carries its sums,
 * because nothing smaller is published.
 */
final class BundestagPlan {
  private static final String DISTRICT = "summe";

  private final Constituencies constituencies;
  private final List<String> parties;
  private final Map<Figure, Integer> numbers = new LinkedHashMap<>();
  private final List<BallotOption> options = new ArrayList<>();

  /**
   * @param parties names of all parties in their order; those that stand nowhere are left out
   */
  BundestagPlan(Constituencies constituencies, List<String> parties) {
    this.constituencies = constituencies;
    this.parties = parties;
    numberOptions();
  }

  private void numberOptions() {
    boolean counted = constituencies.all(Level.CONSTITUENCY).stream().anyMatch(Region::isCounted);
    for (String party : parties) {
      boolean stands =
          Stream.of(1, 2).anyMatch(vote -> standsAnywhere(Figure.Kind.PARTY, party, vote));
      if (stands || !counted) {
        number(party, Parties.option(options.size() + 1, party), Figure.Kind.PARTY);
      }
    }
    if (standsAnywhere(Figure.Kind.INDEPENDENTS, "", 1)) {
      number("", option("Übrige", "Einzelbewerbungen und Wählergruppen"), Figure.Kind.INDEPENDENTS);
    }
    int most =
        constituencies.all(Level.CONSTITUENCY).stream()
            .mapToInt(region -> independents(region).size())
            .max()
            .orElse(0);
    for (int i = 1; i <= most; i++) {
      number(
          String.valueOf(i),
          option("EB " + i, "Einzelbewerbung oder Wählergruppe " + i),
          Figure.Kind.INDEPENDENT);
    }
  }

  private BallotOption option(String shortName, String name) {
    return new BallotOption(options.size() + 1, shortName, name, "", "");
  }

  private void number(String label, BallotOption option, Figure.Kind kind) {
    options.add(option);
    numbers.put(new Figure(kind, label, 1), option.no());
    if (kind == Figure.Kind.PARTY) {
      numbers.put(new Figure(kind, label, 2), option.no());
    }
  }

  private boolean standsAnywhere(Figure.Kind kind, String label, int vote) {
    Figure figure = new Figure(kind, label, vote);
    return constituencies.all(Level.CONSTITUENCY).stream()
        .anyMatch(region -> region.value(figure).isPresent());
  }

  /** The candidates without a party, in a fixed order. */
  private static List<String> independents(Region region) {
    return region.figures().stream()
        .filter(figure -> figure.kind() == Figure.Kind.INDEPENDENT && figure.vote() == 1)
        .map(Figure::label)
        .sorted()
        .toList();
  }

  ElectionDay day(LocalDate date, String title, String source, ImportOptions options) {
    List<Area> areas = new ArrayList<>();
    areas.add(area(new AreaNo(Level.COUNTRY, 0), AreaLevel.COUNTRY, "Bundesgebiet", List.of()));
    for (Region land : constituencies.all(Level.LAND)) {
      areas.add(area(land.key(), AreaLevel.LAND, land.name(), List.of("de")));
    }
    for (Region constituency : constituencies.all(Level.CONSTITUENCY)) {
      String land = constituency.parent().orElseThrow().id();
      areas.add(
          area(constituency.key(), AreaLevel.CONSTITUENCY, constituency.name(), List.of(land)));
    }
    return new ElectionDay(
        date,
        options.rehearsal(),
        "Bundestagswahl " + date.getYear(),
        "Bundesgebiet, nach Wahlkreisen",
        options.ledger().orElse("bund"),
        source,
        List.of(new Authority("bund", "Bundeswahlleiter/in", Optional.empty())),
        AreaGraph.of(areas),
        List.of(election(date, title)));
  }

  private static Area area(AreaNo key, AreaLevel level, String name, List<String> parents) {
    return new Area(key.id(), level, name, parents, Optional.empty());
  }

  private Election election(LocalDate date, String title) {
    List<Ballot> ballots = new ArrayList<>();
    constituencies.all(Level.CONSTITUENCY).forEach(region -> ballots.add(first(region)));
    constituencies.all(Level.LAND).forEach(land -> ballots.add(second(land)));
    ballots.removeIf(ballot -> ballot.lines().isEmpty());
    return new Election(
        "bundestagswahl",
        "Bundestagswahl",
        title,
        ElectionKind.BUNDESTAG,
        ElectionFacts.law(ElectionKind.BUNDESTAG, "bundestagswahl", date, ""),
        "de",
        ElectionFacts.pollsClose(ElectionKind.BUNDESTAG, date),
        ElectionFacts.TWO_VOTES,
        options,
        ballots,
        Optional.empty());
  }

  /** Before a Wahlkreis is counted, every party may stand there. */
  private Ballot first(Region region) {
    List<Ballot.Line> lines = new ArrayList<>();
    lines.addAll(lines(1, figure -> !region.isCounted() || region.value(figure).isPresent()));
    List<String> independents = independents(region);
    for (int i = 0; i < independents.size(); i++) {
      Figure slot = new Figure(Figure.Kind.INDEPENDENT, String.valueOf(i + 1), 1);
      String nominee = independents.get(i).replaceFirst("^EB: *", "");
      lines.add(new Ballot.Line(no(slot).orElseThrow(), Optional.of(nominee)));
    }
    return new Ballot(ElectionFacts.TWO_VOTES.getFirst().key(), region.key().id(), lines);
  }

  private Ballot second(Region land) {
    List<Region> parts = constituencies.within(land.key());
    boolean counted = parts.stream().anyMatch(Region::isCounted);
    return new Ballot(
        ElectionFacts.TWO_VOTES.getLast().key(),
        land.key().id(),
        lines(
            2,
            figure -> !counted || parts.stream().anyMatch(part -> part.value(figure).isPresent())));
  }

  private List<Ballot.Line> lines(int vote, Predicate<Figure> stands) {
    return numbers.entrySet().stream()
        .filter(entry -> entry.getKey().vote() == vote)
        .filter(entry -> entry.getKey().kind() != Figure.Kind.INDEPENDENT)
        .filter(entry -> stands.test(entry.getKey()))
        .map(entry -> new Ballot.Line(entry.getValue(), Optional.empty()))
        .toList();
  }

  private OptionalInt no(Figure figure) {
    Integer no = numbers.get(figure);
    return no == null ? OptionalInt.empty() : OptionalInt.of(no);
  }

  /** Every Wahlkreis as one district. */
  void entries(Letters letters, Consumer<Entry> entries) {
    for (Region region : constituencies.all(Level.CONSTITUENCY)) {
      String id = region.key().id();
      Entry.Place place =
          new Entry.Place(
              id,
              DISTRICT,
              region.name() + " (alle Wahlbezirke)",
              DistrictKind.SPECIAL,
              List.of(id));
      Origin origin =
          region.figures().stream()
              .flatMap(figure -> region.value(figure).stream())
              .map(value -> value.sheet().origin(value.row()))
              .findFirst()
              .orElse(new Origin(0, 1));
      Optional<SourceFigures> figures =
          region.isCounted() ? Optional.of(figures(region, letters)) : Optional.empty();
      entries.accept(new Entry(id, 0, place, List.of(), false, figures, origin));
    }
  }

  /** All eligible stand in A1: how many of them had a Wahlschein is not published. */
  private SourceFigures figures(Region region, Letters letters) {
    SourceFigures figures = SourceFigures.none(letters);
    put(figures, Letters.A1, region, Figure.of(Figure.Kind.ELIGIBLE, 0));
    put(figures, Letters.B, region, Figure.of(Figure.Kind.VOTERS, 0));
    for (int vote = 1; vote <= 2; vote++) {
      put(figures, letters.invalid(vote - 1), region, Figure.of(Figure.Kind.INVALID, vote));
      put(figures, letters.valid(vote - 1), region, Figure.of(Figure.Kind.VALID, vote));
    }
    numbers.forEach(
        (figure, no) -> put(figures, letters.option(figure.vote() - 1, no), region, figure));
    List<String> independents = independents(region);
    for (int i = 0; i < independents.size(); i++) {
      Figure slot = new Figure(Figure.Kind.INDEPENDENT, String.valueOf(i + 1), 1);
      Figure figure = new Figure(Figure.Kind.INDEPENDENT, independents.get(i), 1);
      put(figures, letters.option(0, no(slot).orElseThrow()), region, figure);
    }
    return figures;
  }

  private static void put(SourceFigures figures, int column, Region region, Figure figure) {
    region.value(figure).ifPresent(value -> figures.put(column, value.count()));
  }
}

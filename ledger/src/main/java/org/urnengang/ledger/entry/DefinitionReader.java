package org.urnengang.ledger.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.Authority;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.CandidateList;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.ElectionKind;
import org.urnengang.rules.election.PollsClose;
import org.urnengang.rules.election.Question;
import org.urnengang.rules.election.SeatTerms;
import org.urnengang.rules.election.Vote;

/** Reads the parts of a {@link Definition} back, slice by slice. */
final class DefinitionReader {
  private static final String AREAS = "areas";

  private final Fields head;
  private final List<Authority> authorities = new ArrayList<>();
  private final List<Area> areas = new ArrayList<>();
  private final List<Supplier<Election>> elections = new ArrayList<>();
  private final List<OfElection<BallotOption>> options = new ArrayList<>();
  private final List<OfElection<Ballot>> ballots = new ArrayList<>();
  private final List<OfElection<CandidateList>> lists = new ArrayList<>();

  private final BackgroundParts background = new BackgroundParts();

  /** Something together with the key of the election it belongs to. */
  private record OfElection<T>(String election, T value) {
    private static <T> List<T> of(String election, List<OfElection<T>> all) {
      return all.stream().filter(o -> o.election.equals(election)).map(OfElection::value).toList();
    }
  }

  DefinitionReader(List<JsonObject> contents) {
    if (contents.isEmpty()) {
      throw new InvalidEntry("Die Festlegung hat keinen Teil");
    }
    this.head = new Fields(contents.getFirst());
    for (String name : List.of("authorities", "elections")) {
      if (contents.getFirst().members().containsKey(name)) {
        read(head, name);
      }
    }
    List<JsonObject> slices = contents.subList(1, contents.size());
    slices.parallelStream().map(DefinitionReader::areas).forEachOrdered(areas::addAll);
    for (JsonObject slice : slices) {
      Fields f = new Fields(slice);
      slice.members().keySet().stream().filter(n -> !n.equals(AREAS)).forEach(n -> read(f, n));
    }
  }

  /** Most of a large definition. */
  private static List<Area> areas(JsonObject slice) {
    return slice.members().containsKey(AREAS)
        ? new Fields(slice).objects(AREAS, DefinitionReader::area)
        : List.of();
  }

  private void read(Fields f, String name) {
    switch (name) {
      case "authorities" -> authorities.addAll(f.objects(name, DefinitionReader::authority));
      case "elections" -> elections.addAll(f.objects(name, this::election));
      case "options" -> options.addAll(f.objects(name, DefinitionReader::option));
      case "ballots" -> ballots.addAll(f.objects(name, DefinitionReader::ballot));
      case "lists" -> lists.addAll(f.objects(name, DefinitionReader::list));
      default -> {
        if (!background.read(f, name)) {
          throw new InvalidEntry("Feld " + name + " ist in der Festlegung unbekannt");
        }
      }
    }
  }

  ElectionDay day() {
    ElectionDay day =
        new ElectionDay(
            LocalDate.parse(head.text("date")),
            head.bool("rehearsal"),
            head.text("title"),
            head.text("subtitle"),
            head.text("ledger"),
            head.text("source"),
            authorities,
            AreaGraph.of(areas),
            elections.stream().map(Supplier::get).toList(),
            background.background());
    head.requireAllRead();
    Stream.of(options, ballots, lists)
        .flatMap(List::stream)
        .map(OfElection::election)
        .forEach(key -> requireElection(day, key));
    return day;
  }

  private static void requireElection(ElectionDay day, String key) {
    if (day.election(key).isEmpty()) {
      throw new InvalidEntry("Wahl " + key + " fehlt in der Festlegung");
    }
  }

  private static Authority authority(Fields f) {
    return new Authority(f.text("key"), f.text("name"), f.optionalText("vkey"));
  }

  /** An election is made when the slices with its options and ballots are read. */
  private Supplier<Election> election(Fields f) {
    String key = f.text("key");
    String name = f.text("name");
    String title = f.text("title");
    ElectionKind kind = constant(ElectionKind.of(f.text("kind")), "kind");
    String law = f.text("law");
    String scope = f.text("scope");
    PollsClose pollsClose = new PollsClose(f.time("polls_close"), f.text("polls_close_law"));
    List<Vote> votes = f.objects("votes", v -> new Vote(v.text("key"), v.text("name")));
    Optional<Question> question = question(f);
    SeatTerms seats =
        new SeatTerms(
            f.optionalNumbers("inhabitants"), f.optionalCount("reduction").orElse(0), List.of());
    return () ->
        new Election(
            key,
            name,
            title,
            kind,
            law,
            scope,
            pollsClose,
            votes,
            OfElection.of(key, options),
            OfElection.of(key, ballots),
            question,
            seats.withLists(OfElection.of(key, lists)));
  }

  private static Optional<Question> question(Fields f) {
    return f.optionalObject(
        "question",
        q ->
            new Question(
                q.text("text"), q.count("percent"), q.text("law"), q.optionalCount("entitled")));
  }

  private static Area area(Fields f) {
    AreaLevel level = constant(AreaLevel.of(f.text("level")), "level");
    Optional<CountingDistrict> district =
        level == AreaLevel.DISTRICT
            ? Optional.of(
                new CountingDistrict(
                    constant(DistrictKind.of(f.text("kind")), "kind"),
                    f.text("authority"),
                    f.optionalText("merged_into"),
                    Set.copyOf(f.optionalStrings("elections"))))
            : Optional.empty();
    return new Area(f.text("id"), level, f.text("name"), f.strings("parents"), district);
  }

  private static OfElection<BallotOption> option(Fields f) {
    return new OfElection<>(
        f.text("election"),
        new BallotOption(
            f.count("no"), f.text("short"), f.text("name"), f.text("color"), f.text("color_dark")));
  }

  private static OfElection<Ballot> ballot(Fields f) {
    return new OfElection<>(
        f.text("election"),
        new Ballot(
            f.text("vote"),
            f.text("scope"),
            f.objects("lines", l -> new Ballot.Line(l.count("no"), l.optionalText("nominee")))));
  }

  private static OfElection<CandidateList> list(Fields f) {
    return new OfElection<>(
        f.text("election"),
        new CandidateList(f.text("scope"), f.count("no"), f.strings("persons")));
  }

  private static <T> T constant(Optional<T> constant, String name) {
    return constant.orElseThrow(() -> new InvalidEntry("Feld " + name + " ist unbekannt"));
  }
}

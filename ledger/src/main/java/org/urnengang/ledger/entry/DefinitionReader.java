package org.urnengang.ledger.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.Authority;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.ElectionKind;
import org.urnengang.rules.election.PollsClose;
import org.urnengang.rules.election.Question;
import org.urnengang.rules.election.Vote;

/** Reads the parts of a {@link Definition} back, slice by slice. */
final class DefinitionReader {
  private final JsonObject head;
  private final List<Area> areas = new ArrayList<>();
  private final List<OfElection<BallotOption>> options = new ArrayList<>();
  private final List<OfElection<Ballot>> ballots = new ArrayList<>();

  /** Something together with the key of the election it belongs to. */
  private record OfElection<T>(String election, T value) {
    static <T> List<T> of(String election, List<OfElection<T>> all) {
      return all.stream().filter(o -> o.election.equals(election)).map(OfElection::value).toList();
    }
  }

  DefinitionReader(List<JsonObject> contents) {
    this.head = contents.getFirst();
    for (JsonObject content : contents.subList(1, contents.size())) {
      Fields f = new Fields(content);
      for (String name : content.members().keySet()) {
        switch (name) {
          case "areas" -> areas.addAll(f.objects(name, DefinitionReader::area));
          case "options" -> options.addAll(f.objects(name, DefinitionReader::option));
          case "ballots" -> ballots.addAll(f.objects(name, DefinitionReader::ballot));
          default -> throw new InvalidEntry("Feld " + name + " ist in der Festlegung unbekannt");
        }
      }
    }
  }

  ElectionDay day() {
    Fields f = new Fields(head);
    ElectionDay day =
        new ElectionDay(
            LocalDate.parse(f.text("date")),
            f.bool("rehearsal"),
            f.text("title"),
            f.text("subtitle"),
            f.text("ledger"),
            f.text("source"),
            f.objects(
                "authorities",
                a -> new Authority(a.text("key"), a.text("name"), a.optionalText("vkey"))),
            AreaGraph.of(areas),
            f.objects("elections", this::election));
    f.requireAllRead();
    return day;
  }

  private Election election(Fields f) {
    String key = f.text("key");
    return new Election(
        key,
        f.text("name"),
        f.text("title"),
        constant(ElectionKind.of(f.text("kind")), "kind"),
        f.text("law"),
        f.text("scope"),
        new PollsClose(f.time("polls_close"), f.text("polls_close_law")),
        f.objects("votes", v -> new Vote(v.text("key"), v.text("name"))),
        OfElection.of(key, options),
        OfElection.of(key, ballots),
        question(f));
  }

  private static Optional<Question> question(Fields f) {
    return f.optionalObject("question")
        .map(
            q ->
                new Question(
                    q.text("text"),
                    q.count("percent"),
                    q.text("law"),
                    q.optionalCount("entitled")));
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

  private static <T> T constant(Optional<T> constant, String name) {
    return constant.orElseThrow(() -> new InvalidEntry("Feld " + name + " ist unbekannt"));
  }
}

package org.urnengang.formats.folder;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.Authority;
import org.urnengang.rules.election.CandidateList;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.ElectionKind;
import org.urnengang.rules.election.ElectionLaw;
import org.urnengang.rules.election.InvalidElection;
import org.urnengang.rules.election.PollsClose;
import org.urnengang.rules.election.Previous;
import org.urnengang.rules.election.Question;
import org.urnengang.rules.election.SeatTerms;
import org.urnengang.rules.election.Vote;

/** Reads {@code election.json}: everything of the day but its areas and ballots. */
final class DayFile {
  static final String NAME = "election.json";
  static final String FORMAT = "urnengang-election-1";

  private static final Set<String> KEYS =
      Set.of(
          "format",
          "date",
          "rehearsal",
          "title",
          "subtitle",
          "ledger",
          "source",
          "authorities",
          "elections");
  private static final Set<String> ELECTION_KEYS =
      Set.of("key", "name", "title", "kind", "law", "scope", "polls_close", "votes");
  private static final Set<String> REFERENDUM_KEYS = Set.of("question", "quorum", "entitled");
  private static final Set<String> OPTIONAL_KEYS =
      Set.of("question", "quorum", "entitled", "previous", "inhabitants", "reduction");

  private final LocatedJson root;
  private final LocalDate date;
  private final List<Authority> authorities;
  private final List<Draft> drafts;

  private DayFile(LocatedJson root) {
    this.root = root;
    this.date = root.at("date").date(LocalDate::parse, "ist kein Datum wie 2017-09-24.");
    this.authorities = authorities(root.at("authorities"));
    this.drafts = drafts(root.at("elections"));
  }

  static DayFile read(Path folder) {
    LocatedJson root = LocatedJson.read(folder.resolve(NAME));
    LocatedJson format = root.at("format");
    if (!format.text().equals(FORMAT)) {
      throw format.refused(
          "Das Format „" + format.text() + "“ ist unbekannt, lesbar ist " + FORMAT);
    }
    return new DayFile(root.object(KEYS, Set.of()));
  }

  private static List<Authority> authorities(LocatedJson list) {
    List<Authority> authorities = new ArrayList<>();
    for (LocatedJson item : list.items()) {
      item.object(Set.of("key", "name"), Set.of("vkey"));
      authorities.add(
          new Authority(
              item.at("key").neededText(),
              item.at("name").neededText(),
              item.optional("vkey").map(LocatedJson::neededText)));
      requireUnique(item.at("key"), authorities.stream().map(Authority::key).toList());
    }
    return authorities;
  }

  private static void requireUnique(LocatedJson last, List<String> keys) {
    if (new HashSet<>(keys).size() < keys.size()) {
      throw last.refused("„" + last.text() + "“ kommt zweimal vor. Bitte eins davon ändern.");
    }
  }

  private List<Draft> drafts(LocatedJson list) {
    List<Draft> all = new ArrayList<>();
    for (LocatedJson item : list.items()) {
      item.object(ELECTION_KEYS, OPTIONAL_KEYS);
      ElectionKind kind = item.at("kind").known(ElectionKind::of, kinds());
      all.add(
          new Draft(
              item,
              kind,
              law(item.at("law"), kind),
              votes(item.at("votes")),
              pollsClose(item),
              question(item, kind),
              seats(item)));
      requireUnique(item.at("key"), all.stream().map(Draft::key).toList());
    }
    if (all.isEmpty()) {
      throw list.refused("An einem Wahltag gibt es mindestens eine Wahl.");
    }
    return all;
  }

  private static String kinds() {
    return Arrays.stream(ElectionKind.values())
        .map(ElectionKind::key)
        .collect(Collectors.joining(", "));
  }

  private static ElectionLaw law(LocatedJson law, ElectionKind kind) {
    return law.known(
        word -> ElectionLaw.of(kind, word),
        ElectionLaw.of(kind).stream().map(ElectionLaw::key).collect(Collectors.joining(", "))
            + " (für kind "
            + kind.key()
            + ")");
  }

  private static List<Vote> votes(LocatedJson list) {
    List<Vote> votes = new ArrayList<>();
    for (LocatedJson item : list.items()) {
      item.object(Set.of("key", "name"), Set.of());
      votes.add(new Vote(item.at("key").neededText(), item.at("name").neededText()));
      requireUnique(item.at("key"), votes.stream().map(Vote::key).toList());
    }
    return votes;
  }

  private PollsClose pollsClose(LocatedJson election) {
    LocatedJson close = election.at("polls_close").object(Set.of("at", "law"), Set.of());
    OffsetDateTime at =
        close.at("at").date(OffsetDateTime::parse, "ist keine Zeit wie 2017-09-24T18:00:00+02:00.");
    if (!at.toLocalDate().equals(date)) {
      throw close.at("at").refused("Die Wahlzeit endet nicht am Wahltag " + date + ".");
    }
    return new PollsClose(at, close.at("law").neededText());
  }

  private static Optional<Question> question(LocatedJson election, ElectionKind kind) {
    if (kind != ElectionKind.REFERENDUM) {
      for (String key : REFERENDUM_KEYS) {
        election.optional(key).ifPresent(field -> refuseOutsideReferendum(field, key));
      }
      return Optional.empty();
    }
    LocatedJson quorum = election.at("quorum").object(Set.of("percent", "law"), Set.of());
    return Optional.of(
        new Question(
            election.at("question").neededText(),
            quorum.at("percent").wholeNumber(0, 100),
            quorum.at("law").neededText(),
            election.optional("entitled").map(n -> n.wholeNumber(0, Integer.MAX_VALUE))));
  }

  private static SeatTerms seats(LocatedJson election) {
    SortedMap<String, Long> inhabitants = new TreeMap<>();
    for (LocatedJson item :
        election.optional("inhabitants").map(LocatedJson::items).orElse(List.of())) {
      item.object(Set.of("area", "number"), Set.of());
      long number = item.at("number").wholeNumber(0, Integer.MAX_VALUE);
      if (inhabitants.putIfAbsent(item.at("area").neededText(), number) != null) {
        throw item.at("area").refused("„" + item.at("area").text() + "“ kommt zweimal vor.");
      }
    }
    int reduction = election.optional("reduction").map(n -> n.wholeNumber(0, 99)).orElse(0);
    return new SeatTerms(inhabitants, reduction, List.of());
  }

  private static void refuseOutsideReferendum(LocatedJson field, String key) {
    throw field.refused("„" + key + "“ gehört nur zu einem Bürgerentscheid (kind referendum).");
  }

  List<Authority> authorities() {
    return authorities;
  }

  List<Draft> drafts() {
    return drafts;
  }

  ElectionDay day(AreasFile.Placed areas, List<Election> elections) {
    boolean rehearsal = root.at("rehearsal").truth();
    String title = root.at("title").neededText();
    String subtitle = root.at("subtitle").text();
    String ledger = root.at("ledger").neededText();
    String source = root.at("source").text();
    try {
      return new ElectionDay(
          date, rehearsal, title, subtitle, ledger, source, authorities, areas.graph(), elections);
    } catch (InvalidElection e) {
      throw areas.refusal(e).orElseGet(() -> root.refused(e.getMessage() + "."));
    }
  }

  /** An election whose ballots are not read yet. */
  record Draft(
      LocatedJson json,
      ElectionKind kind,
      ElectionLaw law,
      List<Vote> votes,
      PollsClose pollsClose,
      Optional<Question> question,
      SeatTerms seats) {

    String key() {
      return json.at("key").neededText();
    }

    /** The election before with these figures, empty if the file names none. */
    Optional<Previous> previous(SortedMap<String, SortedMap<String, Integer>> figures) {
      Optional<LocatedJson> named = json.optional("previous");
      if (named.isEmpty() && !figures.isEmpty()) {
        throw json.refused(
            "Für %s stehen Zahlen in %s. Bitte den Schlüssel „previous“ mit name, date und source ergänzen."
                .formatted(key(), PreviousFile.NAME));
      }
      return named.map(
          previous -> {
            previous.object(Set.of("name", "date", "source"), Set.of());
            LocalDate before =
                previous.at("date").date(LocalDate::parse, "ist kein Datum wie 2013-09-22.");
            return new Previous(
                previous.at("name").neededText(),
                before,
                previous.at("source").neededText(),
                figures);
          });
    }

    int scope(AreaGraph areas) {
      LocatedJson scope = json.at("scope");
      return areas
          .index(scope.text())
          .orElseThrow(
              () ->
                  scope.refused("Gebiet „" + scope.text() + "“ fehlt in " + AreasFile.NAME + "."));
    }

    Election election(BallotFile.Offer offer, List<CandidateList> lists) {
      String name = json.at("name").neededText();
      String title = json.at("title").neededText();
      String scope = json.at("scope").neededText();
      try {
        return new Election(
            key(),
            name,
            title,
            kind,
            law.key(),
            scope,
            pollsClose,
            votes,
            offer.options(),
            offer.ballots(),
            question,
            seats.withLists(lists));
      } catch (InvalidElection e) {
        throw json.refused(e.getMessage() + ".");
      }
    }
  }
}

package org.urnengang.presentation.result;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.urnengang.ledger.entry.Entry.Status;
import org.urnengang.ledger.fold.ElectionState;
import org.urnengang.ledger.fold.ElectionState.Fact;
import org.urnengang.ledger.seats.Outcome;
import org.urnengang.rules.decision.ReferendumDecision;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.Question;
import org.urnengang.rules.record.Figures;
import org.urnengang.rules.record.Letters;
import org.urnengang.rules.tally.Progress;
import org.urnengang.rules.tally.Tally;

/**
 * Ergebnis eines Gebiets (§ 75 BWO): one election in one area, from its top to a district. Lives as
 * long as the state is read, on one thread.
 */
public final class AreaResult {
  private final ElectionState state;
  private final Tally tally;
  private final AreaGraph areas;
  private final int area;
  private final List<List<Ballot>> ballots = new ArrayList<>();
  private final List<VoteResult> votes = new ArrayList<>();

  private AreaResult(ElectionState state, int area) {
    this.state = state;
    this.tally = state.tally();
    this.areas = state.day().areas();
    this.area = area;
  }

  /** The result of the whole election. */
  public static AreaResult top(ElectionState state) {
    return new AreaResult(state, state.day().areas().indexOf(state.election().scope()));
  }

  /** The result of the area with this id, empty if the election counts nothing there. */
  public static Optional<AreaResult> of(ElectionState state, String id) {
    AreaResult top = top(state);
    return top.areas.index(id).stream()
        .filter(found -> top.tally.covers(found) && top.areas.isWithin(found, top.area))
        .mapToObj(top::at)
        .findFirst();
  }

  private AreaResult at(int other) {
    return new AreaResult(state, other);
  }

  public ElectionDay day() {
    return state.day();
  }

  public Election election() {
    return state.election();
  }

  public Area area() {
    return areas.area(area);
  }

  /** Whether this is the whole election. */
  public boolean isTop() {
    return area().id().equals(election().scope());
  }

  /** The version in which this result last changed. */
  public long version() {
    return state.changed(area);
  }

  /** When this result last changed. */
  public OffsetDateTime at() {
    return state.changedAt(area);
  }

  public Status status() {
    return state.status(area);
  }

  public Progress progress() {
    return tally.progress(area);
  }

  /** Whether any district of the area has reported. */
  public boolean isReported() {
    return !progress().isEmpty();
  }

  public Letters letters() {
    return state.letters();
  }

  /** The district, if the area is one. */
  public Optional<CountingDistrict> district() {
    return area().district();
  }

  /** The district that counts this one. */
  public Optional<Area> mergedInto() {
    return state.mergedInto(area);
  }

  /** What the district reported. */
  public Optional<Figures> figures() {
    return state.figures(area);
  }

  /**
   * The number of a letter, empty if nothing reported it: no district yet, a letter of eligible
   * voters where only postal districts reported, an option that stands on no ballot of the area.
   */
  public OptionalLong count(int column) {
    if (district().isPresent()) {
      return figures()
          .filter(known -> known.has(column))
          .map(known -> OptionalLong.of(known.count(column)))
          .orElse(OptionalLong.empty());
    }
    long sum = tally.count(area, column);
    boolean known =
        switch (column) {
          case Letters.A1, Letters.A2 -> progress().receivedPolling() > 0;
          case Letters.A3 -> sum > 0;
          case Letters.B1 -> sum > 0 || isReportedBelow(column);
          default -> isReported() && (sum > 0 || isOnBallot(column));
        };
    return known ? OptionalLong.of(sum) : OptionalLong.empty();
  }

  /** Whether a district of the area reported this letter: sums of a Wahlkreis come without B1. */
  private boolean isReportedBelow(int column) {
    return figures().filter(known -> known.has(column)).isPresent()
        || Arrays.stream(areas.children(area))
            .filter(tally::covers)
            .anyMatch(child -> at(child).isReportedBelow(column));
  }

  /** A = A1 + A2 + A3. */
  public OptionalLong eligible() {
    return count(Letters.A1).isPresent()
        ? OptionalLong.of(tally.eligible(area))
        : OptionalLong.empty();
  }

  private boolean isOnBallot(int column) {
    for (int vote = 0; vote < letters().votes(); vote++) {
      int no = column - letters().valid(vote);
      if (no >= 1 && no <= letters().options()) {
        return ballots(vote).stream()
            .anyMatch(ballot -> ballot.lines().stream().anyMatch(line -> line.no() == no));
      }
    }
    return true;
  }

  /** The ballots of a vote that are used in the area: the nearest around, and those inside it. */
  public List<Ballot> ballots(int vote) {
    if (ballots.isEmpty()) {
      election().votes().forEach(known -> ballots.add(ballots(known.key())));
    }
    return ballots.get(vote);
  }

  private List<Ballot> ballots(String vote) {
    List<Ballot> all =
        election().ballots().stream().filter(ballot -> ballot.vote().equals(vote)).toList();
    Optional<Ballot> around = Optional.empty();
    for (Ballot ballot : all) {
      boolean nearer =
          around.stream().allMatch(other -> areas.isWithin(scope(ballot), scope(other)));
      if (nearer && areas.isWithin(area, scope(ballot))) {
        around = Optional.of(ballot);
      }
    }
    int widest = around.map(this::scope).orElse(top(state).area);
    return Stream.concat(
            around.stream(),
            all.stream()
                .filter(ballot -> scope(ballot) != widest)
                .filter(ballot -> areas.isWithin(scope(ballot), widest))
                .filter(ballot -> overlaps(scope(ballot))))
        .toList();
  }

  private int scope(Ballot ballot) {
    return areas.indexOf(ballot.scope());
  }

  /** A Kreis, say, may have districts of several constituencies without holding any of them. */
  private boolean overlaps(int scope) {
    if (areas.isWithin(scope, area)) {
      return true;
    }
    return Arrays.stream(areas.children(area))
        .filter(tally::covers)
        .anyMatch(child -> areas.isWithin(child, scope) || at(child).overlaps(scope));
  }

  /** Whether a ballot of this vote is made for exactly this area: here a person can win. */
  public boolean isBallotScope(int vote) {
    String key = election().votes().get(vote).key();
    return election().ballots().stream()
        .anyMatch(ballot -> ballot.vote().equals(key) && ballot.scope().equals(area().id()));
  }

  /** The result of each vote. */
  public List<VoteResult> votes() {
    if (votes.isEmpty()) {
      IntStream.range(0, letters().votes()).mapToObj(this::sum).forEach(votes::add);
    }
    return votes;
  }

  /** The result of the vote that decides about parties, the last of the ballot. */
  public VoteResult lastVote() {
    return votes().getLast();
  }

  /** The result of one vote. */
  public VoteResult vote(int vote) {
    return votes().get(vote);
  }

  private VoteResult sum(int vote) {
    List<Ballot> used = ballots(vote);
    long valid = tally.count(area, letters().valid(vote));
    List<OptionResult> options =
        used.stream()
            .flatMap(ballot -> ballot.lines().stream())
            .map(Ballot.Line::no)
            .distinct()
            .sorted()
            .map(no -> option(vote, used, no, valid))
            .toList();
    long invalid = tally.count(area, letters().invalid(vote));
    return new VoteResult(election().votes().get(vote), invalid, valid, options);
  }

  private OptionResult option(int vote, List<Ballot> used, int no, long valid) {
    Optional<String> nominee = used.size() == 1 ? used.getFirst().nominee(no) : Optional.empty();
    long votes = tally.count(area, letters().option(vote, no));
    return new OptionResult(election().option(no), nominee, votes, Share.of(votes, valid));
  }

  /** The decision of a referendum as the votes stand, empty below its top and without entitled. */
  public Optional<ReferendumDecision> decision() {
    if (election().question().isEmpty() || !isTop()) {
      return Optional.empty();
    }
    Question question = election().question().get();
    long yes = tally.count(area, letters().option(0, Question.YES));
    long no = tally.count(area, letters().option(0, Question.NO));
    return state.entitled().map(all -> ReferendumDecision.of(question, all, yes, no));
  }

  /** Entitled people of a referendum, empty below its top or while unknown. */
  public Optional<Long> entitled() {
    return election().question().isPresent() && isTop() ? state.entitled() : Optional.empty();
  }

  public Optional<CountedTurnout> turnout() {
    return CountedTurnout.of(state, area);
  }

  /** The areas directly below that belong to the election, in the order of the definition. */
  public List<AreaResult> children() {
    return Arrays.stream(areas.children(area)).filter(tally::covers).mapToObj(this::at).toList();
  }

  /** The areas directly below on one level. */
  public List<AreaResult> children(AreaLevel level) {
    return children().stream().filter(child -> child.area().level() == level).toList();
  }

  /** The levels of the areas directly below, from the top. */
  public List<AreaLevel> childLevels() {
    return children().stream().map(child -> child.area().level()).distinct().sorted().toList();
  }

  /** The area and everything of the election below it, in the order of the definition. */
  public List<AreaResult> withDescendants() {
    return within().mapToObj(this::at).toList();
  }

  /** The area and everything of the election below it, without their results. */
  public Stream<Area> areas() {
    return within().mapToObj(areas::area);
  }

  private IntStream within() {
    return IntStream.range(0, areas.size())
        .filter(other -> tally.covers(other) && areas.isWithin(other, area));
  }

  /**
   * The areas above within the election, from its top, along one way: of several parents the one on
   * the highest level, so that a municipality stands under its constituency.
   */
  public List<AreaResult> path() {
    List<AreaResult> path = new ArrayList<>();
    for (Optional<AreaResult> above = parent(); above.isPresent(); above = above.get().parent()) {
      path.addFirst(above.get());
    }
    return path;
  }

  private Optional<AreaResult> parent() {
    int top = top(state).area;
    return area == top
        ? Optional.empty()
        : Arrays.stream(areas.parents(area))
            .filter(above -> areas.isWithin(above, top))
            .mapToObj(this::at)
            .min(Comparator.comparing(above -> above.area().level()));
  }

  /** Everything above, whatever the number of ways up. */
  public List<Area> ancestors() {
    return Arrays.stream(areas.withAncestors(area))
        .filter(above -> above != area)
        .mapToObj(areas::area)
        .toList();
  }

  /** The municipality of a district. */
  public Optional<Area> municipality() {
    return Arrays.stream(areas.withAncestors(area))
        .mapToObj(areas::area)
        .filter(above -> above.level() == AreaLevel.MUNICIPALITY)
        .findFirst();
  }

  /** Whether this district counts postal ballots. */
  public boolean isPostal() {
    return district().filter(known -> known.kind() == DistrictKind.POSTAL).isPresent();
  }

  /** Whether the area with this id lies in this one. */
  public boolean holds(String id) {
    return areas.index(id).stream().anyMatch(other -> areas.isWithin(other, area));
  }

  /** Everything that was released of the election, in order. */
  public List<Fact> facts() {
    return state.facts();
  }

  /** What the law makes of the whole election; empty below the top. */
  public Optional<Outcome> outcome() {
    return isTop() ? state.outcome() : Optional.empty();
  }

  public ElectionState state() {
    return state;
  }
}

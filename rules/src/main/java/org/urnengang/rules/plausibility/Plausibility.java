package org.urnengang.rules.plausibility;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.urnengang.rules.record.Finding;
import org.urnengang.rules.record.FindingCode;
import org.urnengang.rules.record.Letters;

/**
 * Plausibilitätsprüfungen W01 to W15 and W17 of a report among others: what is unusual, never what
 * is impossible. Whoever accepts a warning writes down a reason.
 */
public final class Plausibility {
  /** A district with less than this unit of evidence against it teaches what is usual. */
  private static final int TRUSTED = 100;

  /** From so many reference districts on they alone say which other districts can be trusted. */
  private static final int ENOUGH = 30;

  /** So much further from what is usual is e<sup>4</sup> times less likely. */
  private static final long CLEARLY = Fixed.of(8);

  private final Thresholds limits;
  private final List<Learned> byVote;
  private final Duplicates duplicates;
  private final Set<String> confirmed;
  private final Map<String, Counted> before = new HashMap<>();
  private final List<Learned> beforeByVote;

  private Plausibility(
      Letters letters,
      Collection<Counted> usual,
      Duplicates duplicates,
      Set<String> confirmed,
      Collection<Counted> history,
      Thresholds limits) {
    this.limits = limits;
    this.byVote = learn(letters, usual);
    this.duplicates = duplicates;
    this.confirmed = confirmed;
    history.forEach(counted -> before.putIfAbsent(counted.district(), counted));
    this.beforeByVote =
        history.isEmpty() ? List.of() : learn(history.iterator().next().letters(), history);
  }

  private static List<Learned> learn(Letters letters, Collection<Counted> usual) {
    return IntStream.range(0, letters.votes())
        .mapToObj(vote -> new Learned(usual, vote, letters.options()))
        .toList();
  }

  /**
   * What accepted reports of an election teach about the next one.
   *
   * @param accepted reports that count as right
   * @param history the same districts last time, with the same options; may be empty
   */
  public static Plausibility of(
      Letters letters,
      Collection<Counted> accepted,
      Collection<Counted> history,
      Thresholds limits) {
    return new Plausibility(
        letters, accepted, new Duplicates(accepted), ids(accepted), history, limits);
  }

  /**
   * Judges many reports against reference districts, against each other and against last time.
   * Those that look wrong by themselves do not teach what is usual.
   *
   * @return one judgement of each record, in the same order
   */
  public static List<Judgement> judge(
      Letters letters,
      Collection<Counted> records,
      Collection<Counted> reference,
      Collection<Counted> history,
      Thresholds limits) {
    Set<String> confirmed = ids(reference);
    List<Counted> all = new ArrayList<>(reference);
    records.stream().filter(c -> !confirmed.contains(c.district())).forEach(all::add);
    List<Counted> known = new ArrayList<>(records);
    known.addAll(reference);
    Duplicates duplicates = new Duplicates(known);
    Thresholds strict = limits.withEvidence(Math.min(TRUSTED, limits.evidence()));
    Plausibility first =
        new Plausibility(
            letters,
            reference.size() < ENOUGH ? all : reference,
            duplicates,
            confirmed,
            List.of(),
            strict);
    List<Counted> usual = new ArrayList<>(reference);
    usual.addAll(
        records.parallelStream()
            .filter(c -> !confirmed.contains(c.district()) && first.isUsual(c))
            .toList());
    Plausibility second = new Plausibility(letters, usual, duplicates, confirmed, history, limits);
    return records.parallelStream()
        .map(counted -> second.judge(counted, Circumstances.NONE))
        .toList();
  }

  private static Set<String> ids(Collection<Counted> districts) {
    Set<String> ids = new HashSet<>();
    districts.forEach(counted -> ids.add(counted.district()));
    return ids;
  }

  /** What is unusual about a report. */
  public Judgement judge(Counted counted, Circumstances known) {
    List<Expectation> expected = byVote.stream().map(vote -> vote.expect(counted)).toList();
    List<Finding> findings = new ArrayList<>(TotalChecks.of(counted, expected, limits));
    long evidence = Long.MIN_VALUE;
    for (int vote = 0; vote < byVote.size(); vote++) {
      Optional<Suspicion> suspicion = suspicion(counted, vote, expected.get(vote));
      findings.addAll(LineChecks.of(counted, vote, expected.get(vote), suspicion, limits));
      evidence = Math.max(evidence, suspicion.map(Suspicion::evidence).orElse(Long.MIN_VALUE));
    }
    findings.addAll(TwoVotes.of(counted, expected, limits));
    findings.addAll(lastTime(counted, expected));
    findings.addAll(sameNumbers(counted));
    findings.addAll(OfficeChecks.of(counted, known, limits));
    findings.sort(Comparator.comparing(Finding::code));
    return new Judgement(findings, Suspicion.hundredths(evidence));
  }

  private Optional<Suspicion> suspicion(Counted counted, int vote, Expectation expected) {
    Learned learned = byVote.get(vote);
    return learned.knows(counted)
        ? Optional.of(learned.suspect(counted, expected, limits))
        : Optional.empty();
  }

  private boolean isUsual(Counted counted) {
    return IntStream.range(0, byVote.size())
        .mapToObj(vote -> suspicion(counted, vote, byVote.get(vote).expect(counted)))
        .flatMap(Optional::stream)
        .noneMatch(suspicion -> suspicion.isStrong(limits));
  }

  private List<Finding> lastTime(Counted counted, List<Expectation> expected) {
    Counted last = before.get(counted.district());
    if (last == null) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    int votes = Math.min(byVote.size(), beforeByVote.size());
    for (int vote = 0; vote < votes; vote++) {
      if (!beforeByVote.get(vote).knows(last)) {
        continue;
      }
      findings.addAll(
          HistoryChecks.of(
              counted,
              last,
              vote,
              expected.get(vote),
              beforeByVote.get(vote).expect(last),
              limits));
    }
    return findings;
  }

  /** W11. Of two equal districts only the other is warned of if it clearly fits less. */
  private List<Finding> sameNumbers(Counted counted) {
    List<Finding> findings = new ArrayList<>();
    for (Counted other : duplicates.of(counted)) {
      String text =
          "Dieselben Zahlen wie %s, Zeile für Zeile. Ist es der richtige Bezirk?"
              .formatted(other.district());
      List<String> lines =
          IntStream.rangeClosed(1, counted.letters().options())
              .mapToObj(no -> counted.letters().name(counted.letters().option(0, no)))
              .toList();
      findings.add(
          mayBeWrong(counted, other)
              ? Amounts.warning(FindingCode.W11, lines, text)
              : Amounts.info(FindingCode.W11, lines, text));
    }
    return findings;
  }

  private boolean mayBeWrong(Counted counted, Counted other) {
    if (confirmed.contains(other.district()) != confirmed.contains(counted.district())) {
      return confirmed.contains(other.district());
    }
    return distance(counted) + CLEARLY > distance(other);
  }

  private long distance(Counted counted) {
    long distance = 0;
    for (int vote = 0; vote < byVote.size(); vote++) {
      distance +=
          suspicion(counted, vote, byVote.get(vote).expect(counted))
              .map(Suspicion::distance)
              .orElse(0L);
    }
    return distance;
  }
}

package org.urnengang.rehearsal.demo;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.urnengang.formats.folder.RecordedReport;

/** Invents when each district reported, and the three mistakes that were corrected. */
final class Night {
  private static final String DATE = "2017-09-24T";
  private static final String OFFSET = "+02:00";
  private static final double LARGE_TOWN = 60_000;

  private final List<RecordedReport> records = new ArrayList<>();
  private final List<Mistake> mistakes = new ArrayList<>(MISTAKES);

  private Night() {}

  /**
   * A report that was wrong although it passes every check.
   *
   * @param where in which election and municipality; the first fitting district has it
   * @param fits whether the mistake is possible and visible in these figures
   * @param wrong what was reported first
   */
  private record Mistake(
      Predicate<Counted> where,
      Predicate<Counted> fits,
      UnaryOperator<Map<String, Integer>> wrong,
      int minutes,
      String reason) {}

  private static final List<Mistake> MISTAKES =
      List.of(
          new Mistake(
              counted -> isPolling(counted, Definition.BUNDESTAG, "05766020"),
              counted -> counted.figure("F4") - counted.figure("F3") >= 10,
              figures -> swapped(figures, "F3", "F4"),
              16,
              "Zweitstimmen von DIE LINKE und GRÜNE vertauscht"),
          new Mistake(
              counted -> isPolling(counted, Definition.BUNDESTAG, "05758024"),
              counted -> counted.figure("D1") - counted.figure("D2") >= 20,
              figures -> moved(figures, "D1", "D2", 10),
              23,
              "Ein Zehnerbündel der CDU lag bei der SPD"),
          new Mistake(
              counted -> isPolling(counted, "buergerentscheid-bad-oeynhausen", "05770004"),
              counted -> counted.figure("B1") / 10 % 10 > counted.figure("B1") % 10,
              Night::transposed,
              9,
              "Zahlendreher bei B1"));

  private static boolean isPolling(Counted counted, String election, String ags) {
    return counted.election().equals(election)
        && counted.station().municipality().ags().equals(ags)
        && !counted.station().postal();
  }

  private static Map<String, Integer> swapped(
      Map<String, Integer> figures, String one, String other) {
    return moved(
        figures, one, other, figures.getOrDefault(one, 0) - figures.getOrDefault(other, 0));
  }

  private static Map<String, Integer> moved(
      Map<String, Integer> figures, String from, String to, int votes) {
    figures.merge(from, -votes, Integer::sum);
    figures.merge(to, votes, Integer::sum);
    return figures;
  }

  /** The last two digits of B1 in the wrong order; the tens were the larger one. */
  private static Map<String, Integer> transposed(Map<String, Integer> figures) {
    int right = figures.getOrDefault("B1", 0);
    int tens = right / 10 % 10;
    int ones = right % 10;
    figures.put("B1", right - 9 * (tens - ones));
    return figures;
  }

  /** All reports of the night in the order they came. */
  static List<RecordedReport> of(List<Counted> bundestag, List<List<Counted>> referendums) {
    Night night = new Night();
    List<Counted> polling = bundestag.stream().filter(c -> !c.station().postal()).toList();
    List<Counted> postal = bundestag.stream().filter(c -> c.station().postal()).toList();
    night.add(polling, "18:14:40", "20:44:10", 0.07, 8);
    night.add(postal, "20:15:20", "21:58:30", 0.02, 11);
    night.add(referendums.getFirst(), "21:30:10", "22:08:30", 0.02, 5);
    night.add(referendums.getLast(), "21:47:30", "22:33:20", 0.02, 8);
    night.records.sort(
        Comparator.comparing(RecordedReport::at)
            .thenComparing(RecordedReport::election)
            .thenComparing(RecordedReport::district));
    return night.records;
  }

  /**
   * Adds reports between two times: small districts early, large towns late.
   *
   * @param minutesPerVoter how long counting takes
   * @param luck deviation of the time in minutes
   */
  private void add(
      List<Counted> counted, String first, String last, double minutesPerVoter, double luck) {
    double[] minutes = new double[counted.size()];
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    for (int i = 0; i < minutes.length; i++) {
      Counted count = counted.get(i);
      Chance chance = Chance.of(count.station().id() + ' ' + count.election() + " time");
      minutes[i] =
          minutesPerVoter * count.figure("B")
              + 28 * Math.min(1, count.station().townEligible() / LARGE_TOWN)
              + luck * chance.normal();
      least = Math.min(least, minutes[i]);
      most = Math.max(most, minutes[i]);
    }
    OffsetDateTime from = OffsetDateTime.parse(DATE + first + OFFSET);
    long seconds =
        java.time.Duration.between(from, OffsetDateTime.parse(DATE + last + OFFSET)).toSeconds();
    for (int i = 0; i < minutes.length; i++) {
      long after = Math.round(seconds * (minutes[i] - least) / (most - least));
      report(counted.get(i), from.plusSeconds(after));
    }
  }

  private void report(Counted counted, OffsetDateTime at) {
    Optional<Mistake> made =
        mistakes.stream()
            .filter(mistake -> mistake.where().test(counted) && mistake.fits().test(counted))
            .findFirst();
    if (made.isEmpty()) {
      records.add(record(counted, at, Optional.empty(), counted.figures()));
      return;
    }
    Mistake mistake = made.get();
    mistakes.remove(mistake);
    records.add(record(counted, at, Optional.empty(), counted.changed(mistake.wrong())));
    records.add(
        record(
            counted,
            at.plusMinutes(mistake.minutes()).plusSeconds(37),
            Optional.of(mistake.reason()),
            counted.figures()));
  }

  private static RecordedReport record(
      Counted counted, OffsetDateTime at, Optional<String> reason, Map<String, Integer> figures) {
    Map<String, String> text = new LinkedHashMap<>();
    figures.forEach((letter, number) -> text.put(letter, number.toString()));
    return new RecordedReport(counted.election(), counted.station().id(), at, reason, text);
  }
}

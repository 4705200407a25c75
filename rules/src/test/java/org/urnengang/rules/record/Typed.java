package org.urnengang.rules.record;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.urnengang.rules.Days;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;

/** Sound reports of every kind of district, and what the checks say after a change. */
final class Typed {
  private static final ElectionDay DAY = Days.town();

  private static final Map<String, String> SOUND =
      Map.of(
          "bundestagswahl stadt-urne",
          "A1=900 A2=100 B=500 B1=20 C=10 D=490 D1=290 D2=200 E=5 F=495 F1=300 F2=100 F3=95",
          "bundestagswahl stadt-brief",
          "B=80 B1=80 C=0 D=80 D1=40 D2=40 E=1 F=79 F1=40 F2=39 F3=0",
          "bundestagswahl stadt-klinik",
          "B=30 B1=30 C=1 D=29 D1=20 D2=9 E=0 F=30 F1=10 F2=10 F3=10",
          "bundestagswahl nachbar-urne",
          "A1=9 A2=1 B=5 B1=0 C=0 D=5 D1=2 D3=3 E=0 F=5 F1=5 F2=0 F3=0",
          "rat stadt-urne",
          "A1=900 A2=100 B=500 B1=20 C=10 D=490 D1=290 D2=100 D3=100",
          "rat stadt-brief",
          "B=80 B1=80 C=0 D=80 D1=40 D2=40 D3=0",
          "buergerentscheid stadt-urne",
          "A1=900 A2=100 B=500 B1=20 C=10 D=490 D1=290 D2=200");

  private Typed() {}

  static Form form(String place) {
    String[] words = place.split(" ", -1);
    Election election = DAY.election(words[0]).orElseThrow();
    return Form.of(DAY, election, Letters.of(election), DAY.areas().indexOf(words[1]));
  }

  /** The sound report of this place with changes such as {@code C=11 D1=-}; - takes a line away. */
  static Map<String, String> figures(String place, String changes) {
    String sound = Optional.ofNullable(SOUND.get(place)).orElseThrow();
    Map<String, String> figures = new LinkedHashMap<>(assignments(sound));
    assignments(changes)
        .forEach(
            (letter, number) -> {
              if (number.equals("-")) {
                figures.remove(letter);
              } else {
                figures.put(letter, number);
              }
            });
    return figures;
  }

  private static Map<String, String> assignments(String text) {
    return Arrays.stream(text.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> word.split("=", 2))
        .collect(Collectors.toMap(w -> w[0], w -> w[1], (a, b) -> b, LinkedHashMap::new));
  }

  /** Subtotals written as {@code D1=150+58+82}. */
  static Map<String, List<String>> subtotals(String text) {
    return assignments(text).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue().split("\\+", -1))));
  }

  static BlockingChecks.Outcome check(String place, Map<String, String> figures) {
    return BlockingChecks.check(form(place), new Report(figures, Map.of()), Optional.empty());
  }

  static BlockingChecks.Outcome check(String place, String changes, String subtotals) {
    return BlockingChecks.check(
        form(place), new Report(figures(place, changes), subtotals(subtotals)), Optional.empty());
  }

  static BlockingChecks.Outcome check(String place, String changes) {
    return check(place, changes, "");
  }

  /** Findings as {@code F1(B,C,D) F11?(A1,A2)}: a warning has a question mark. */
  static String words(BlockingChecks.Outcome outcome) {
    return outcome.findings().stream()
        .map(
            f ->
                f.code()
                    + (f.severity() == Severity.ERROR ? "" : "?")
                    + "("
                    + String.join(",", f.fields())
                    + ")")
        .collect(Collectors.joining(" "));
  }
}

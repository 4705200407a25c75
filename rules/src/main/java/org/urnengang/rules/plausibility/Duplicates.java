package org.urnengang.rules.plausibility;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.urnengang.rules.record.Letters;

/** W11: districts whose numbers are the same, line by line. */
final class Duplicates {
  /** So many lines with votes do not agree by chance; with fewer, the totals have to agree too. */
  private static final int TELLING_LINES = 5;

  private final Map<List<Integer>, List<Counted>> byNumbers = new HashMap<>();

  Duplicates(Collection<Counted> districts) {
    for (Counted counted : districts) {
      List<Integer> numbers = numbers(counted);
      if (!numbers.isEmpty()) {
        byNumbers.computeIfAbsent(numbers, any -> new ArrayList<>()).add(counted);
      }
    }
  }

  /** The others with the same numbers. */
  List<Counted> of(Counted counted) {
    return byNumbers.getOrDefault(numbers(counted), List.of()).stream()
        .filter(other -> !other.district().equals(counted.district()))
        .toList();
  }

  /** What must agree; nothing if nobody voted. */
  private static List<Integer> numbers(Counted counted) {
    Letters letters = counted.letters();
    List<Integer> numbers = new ArrayList<>();
    int telling = 0;
    for (int vote = 0; vote < letters.votes(); vote++) {
      for (int no = 1; no <= letters.options(); no++) {
        numbers.add(counted.line(vote, no));
        telling += counted.line(vote, no) > 0 ? 1 : 0;
      }
    }
    if (telling == 0) {
      return List.of();
    }
    if (telling < TELLING_LINES) {
      numbers.addAll(List.of(counted.at(Letters.A1), counted.at(Letters.B), counted.invalid(0)));
    }
    return numbers;
  }
}

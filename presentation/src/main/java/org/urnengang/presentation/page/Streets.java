package org.urnengang.presentation.page;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.urnengang.rules.election.PollingRoom;
import org.urnengang.rules.election.StreetPart;

/** Parts of streets and polling rooms in words. */
final class Streets {
  private Streets() {}

  /** Which houses of the street, empty for all of them. */
  static String range(Words words, StreetPart part) {
    if (part.isWhole()) {
      return "";
    }
    String side = words.text("street.side." + part.side().key());
    String from = part.from().map(Object::toString).orElse("");
    String to = part.to().map(Object::toString).orElse("");
    String numbers =
        from.isEmpty() && to.isEmpty()
            ? ""
            : from.isEmpty()
                ? words.text("street.to", to)
                : to.isEmpty() ? words.text("street.from", from) : from + '–' + to;
    return Stream.of(numbers, side).filter(s -> !s.isEmpty()).collect(Collectors.joining(" "));
  }

  /** Where voters of a district vote. */
  static String room(Words words, PollingRoom room) {
    String access = room.access().map(known -> words.text("room.access." + known.key())).orElse("");
    return Stream.of(room.name(), room.address(), access, room.note())
        .filter(s -> !s.isEmpty())
        .collect(Collectors.joining(", "));
  }
}

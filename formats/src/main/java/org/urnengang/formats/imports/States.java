package org.urnengang.formats.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.urnengang.formats.folder.DistrictInElection;

/** The states of a night that were taken over; says of another one whether it can be the next. */
final class States {
  private final Set<String> seen = new HashSet<>();
  private Set<String> districts = Set.of();
  private Set<DistrictInElection> counted = Set.of();
  private Optional<Instant> asOf = Optional.empty();
  private String last = "";

  void accept(Snapshot snapshot, Optional<Instant> time) {
    last = fingerprint(snapshot);
    seen.add(last);
    districts = snapshot.districts();
    counted = new HashSet<>(snapshot.reports().keySet());
    asOf = time.or(() -> asOf);
  }

  /** Why this state comes before the last one, or is only a part of it. */
  Optional<String> whyNotNext(Snapshot snapshot, Optional<Instant> time) {
    boolean timed = time.isPresent() && asOf.isPresent();
    int order = timed ? time.get().compareTo(asOf.get()) : 0;
    if (order < 0) {
      return Optional.of(
          "Der Stand ist von %s, der letzte war von %s."
              .formatted(time.orElseThrow(), asOf.orElseThrow()));
    }
    return lost(snapshot).or(() -> order > 0 ? Optional.empty() : again(snapshot));
  }

  private Optional<String> lost(Snapshot snapshot) {
    Set<String> missing = new TreeSet<>(districts);
    missing.removeAll(snapshot.districts());
    if (!missing.isEmpty()) {
      return Optional.of(
          "Der Stand ist abgeschnitten oder älter: %d von %d Bezirken fehlen, zuerst %s."
              .formatted(missing.size(), districts.size(), missing.iterator().next()));
    }
    return counted.stream()
        .filter(place -> !snapshot.reports().containsKey(place))
        .map(DistrictInElection::district)
        .sorted()
        .findFirst()
        .map("Der Stand ist älter: %s hatte schon gemeldet und hat hier keine Zahlen."::formatted);
  }

  private Optional<String> again(Snapshot snapshot) {
    String print = fingerprint(snapshot);
    return seen.contains(print) && !print.equals(last)
        ? Optional.of("Dieser Stand war schon da; seitdem kam ein neuerer.")
        : Optional.empty();
  }

  private static String fingerprint(Snapshot snapshot) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      snapshot
          .reports()
          .forEach(
              (place, judged) ->
                  digest.update(
                      (place + " " + judged.figures() + '\n').getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

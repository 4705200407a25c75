package org.urnengang.app;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.urnengang.formats.imports.Poll;
import org.urnengang.formats.imports.RefusedRow;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonValue;

/** What a look at a followed night brought, in words or as a line of JSON. */
final class FollowText {
  private FollowText() {}

  static String of(Poll.Skipped skipped) {
    return "%s ausgelassen: %s%n".formatted(skipped.snapshot(), skipped.reason());
  }

  static String of(Poll.Changed changed) {
    return Stream.concat(
            Stream.of(
                "%s: %d neue Meldungen, %d Berichtigungen, %d nicht angenommen"
                    .formatted(
                        changed.snapshot(),
                        changed.reports(),
                        changed.corrections(),
                        changed.refused().size())),
            changed.refused().stream().map(RefusedRow::sentence).map("  "::concat))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  static String json(Poll.Skipped skipped) {
    return line(
        JsonValue.object()
            .put("snapshot", skipped.snapshot())
            .put("skipped", skipped.reason())
            .build());
  }

  static String json(Poll.Changed changed) {
    return line(
        JsonValue.object()
            .put("snapshot", changed.snapshot())
            .put("reports", changed.reports())
            .put("corrections", changed.corrections())
            .put("refused", JsonValue.of(changed.refused().stream().map(ImportJson::row).toList()))
            .build());
  }

  private static String line(JsonValue json) {
    return CanonicalJson.text(json) + '\n';
  }
}

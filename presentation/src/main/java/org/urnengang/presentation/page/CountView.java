package org.urnengang.presentation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.urnengang.presentation.graphic.Counted;
import org.urnengang.presentation.graphic.Graphic;
import org.urnengang.presentation.graphic.Icon;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.CountedTurnout;
import org.urnengang.rules.tally.Progress;

/**
 * How far the count of an area is, polling stations and postal districts apart.
 *
 * @param rows polling stations, then postal districts, as far as there are any
 * @param note what the missing districts mean for the result
 * @param turnout the turnout, or why there is none
 * @param base what the turnout is about
 * @param outstanding the list of the missing districts, empty if none is missing
 */
public record CountView(
    List<Row> rows, Note note, String turnout, String base, Optional<Link> outstanding) {

  /** A kind of districts with its strokes. */
  public record Row(String name, String counted, Graphic strokes, Graphic bar) {}

  static CountView of(Context context, AreaResult result) {
    Words words = context.words();
    Progress progress = result.progress();
    List<Row> rows = new ArrayList<>();
    row(rows, words, "count.polling", progress.receivedPolling(), progress.expectedPolling());
    row(rows, words, "count.postal", progress.receivedPostal(), progress.expectedPostal());
    Optional<CountedTurnout> turnout = result.turnout();
    return new CountView(
        rows,
        note(words, result),
        turnout
            .map(counted -> words.text("turnout", words.percent(counted.share())))
            .orElseGet(() -> words.text("turnout.none")),
        turnout
            .map(counted -> base(words, counted))
            .orElseGet(() -> words.text("turnout.none.why")),
        outstanding(context, result));
  }

  private static Optional<Link> outstanding(Context context, AreaResult result) {
    int open = result.progress().expected() - result.progress().received();
    String area = result.isTop() ? "" : "?area=" + result.area().id();
    return open == 0 || result.district().isPresent()
        ? Optional.empty()
        : Optional.of(
            new Link(
                context.words().text("outstanding.link", open),
                context.address() + "outstanding" + area));
  }

  private static void row(List<Row> rows, Words words, String name, int received, int expected) {
    if (expected > 0) {
      rows.add(
          new Row(
              words.text(name),
              words.text("count.of", received, expected),
              Counted.ticks(received, expected),
              Counted.mini(received, expected)));
    }
  }

  private static String base(Words words, CountedTurnout turnout) {
    String people = words.text("turnout.people", turnout.voters(), turnout.entitled());
    return turnout.of() == 0
        ? people
        : people + ' ' + words.text("turnout.base", turnout.municipalities(), turnout.of());
  }

  /** What is missing, and how much that matters: postal votes often differ from the others. */
  static Note note(Words words, AreaResult result) {
    Progress progress = result.progress();
    int open = progress.expected() - progress.received();
    if (progress.isComplete()) {
      String key = progress.expectedPostal() > 0 ? "count.complete" : "count.complete.polling";
      return note(words, "ok", Icon.TICK, key, open);
    }
    if (!result.isReported()) {
      return note(words, "info", Icon.CLOCK, "count.none", open);
    }
    if (2 * progress.receivedPostal() < progress.expectedPostal()) {
      return note(words, "warn", Icon.WARNING, "count.postal.missing", open);
    }
    boolean postal = progress.receivedPostal() < progress.expectedPostal();
    return note(
        words, "warn", Icon.WARNING, postal ? "count.postal.some" : "count.polling.some", open);
  }

  private static Note note(Words words, String tone, Icon icon, String key, int open) {
    return new Note(tone, icon, words.text(key), words.text(key + ".rest", open));
  }
}

package org.urnengang.presentation.page;

import java.time.OffsetDateTime;
import java.util.List;
import org.urnengang.presentation.graphic.Icon;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.Changes;

/**
 * The page of an election day.
 *
 * @param frame what stands around it
 * @param key of the day
 * @param crumbs the way to it
 * @param name the day
 * @param badge whether the count is running
 * @param counted how many reports have come
 * @param at time of the last one for machines
 * @param time time of the last one
 * @param elections the elections of parties and persons
 * @param referendums the referendums
 * @param latest the last facts
 * @param search the search
 */
public record DayView(
    Frame frame,
    String key,
    List<Link> crumbs,
    String name,
    Badge badge,
    String counted,
    String at,
    String time,
    List<ElectionCard> elections,
    List<ReferendumCard> referendums,
    List<FactLine> latest,
    FindView search) {
  private static final int LATEST = 10;

  static DayView of(Context context, long version, OffsetDateTime at) {
    Words words = context.words();
    List<AreaResult> tops =
        context.state().result().elections().stream().map(AreaResult::top).toList();
    int received = tops.stream().mapToInt(top -> top.progress().received()).sum();
    int expected = tops.stream().mapToInt(top -> top.progress().expected()).sum();
    String day = words.weekday(context.day().date());
    String counted = words.text("day.counted", received, expected);
    return new DayView(
        Frame.of(context, words.text("title.day", day), context.address(), version, counted),
        context.day().key(),
        Crumbs.ofDay(context),
        day,
        badge(words, received, expected),
        counted,
        at.toString(),
        words.second(at),
        tops.stream()
            .filter(top -> top.election().question().isEmpty())
            .map(top -> ElectionCard.of(context, top))
            .toList(),
        tops.stream().flatMap(top -> ReferendumCard.of(context, top).stream()).toList(),
        Changes.latest(context.state().result(), LATEST).stream()
            .map(change -> FactLine.brief(context, change))
            .toList(),
        FindView.of(context, ""));
  }

  private static Badge badge(Words words, int received, int expected) {
    return received == 0
        ? Badge.none(words)
        : received < expected
            ? new Badge("", Icon.HALF, words.text("day.running"))
            : new Badge("ok", Icon.TICK, words.text("day.complete"));
  }
}

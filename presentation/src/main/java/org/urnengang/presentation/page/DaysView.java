package org.urnengang.presentation.page;

import java.util.List;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.DayState;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.web.Assets;

/**
 * The list of all days of a node.
 *
 * @param frame what stands around it
 * @param days the days, the latest first
 */
public record DaysView(Frame frame, List<Row> days) {

  /** A day with its elections. */
  public record Row(Link day, String title, boolean rehearsal, String elections, String counted) {}

  static DaysView of(Words words, Assets assets, List<DayState> days) {
    return new DaysView(
        Frame.plain(words, assets, "/", words.text("title.days")),
        days.stream()
            .filter(state -> state.result().day().isPresent())
            .map(state -> row(words, state, state.result().day().orElseThrow()))
            .toList());
  }

  private static Row row(Words words, DayState state, ElectionDay day) {
    List<AreaResult> tops = state.result().elections().stream().map(AreaResult::top).toList();
    return new Row(
        new Link(words.weekday(day.date()), words.prefix() + "/" + day.key() + "/"),
        day.title(),
        day.rehearsal(),
        String.join(" · ", day.elections().stream().map(election -> election.name()).toList()),
        words.text(
            "day.counted",
            tops.stream().mapToInt(top -> top.progress().received()).sum(),
            tops.stream().mapToInt(top -> top.progress().expected()).sum()));
  }
}

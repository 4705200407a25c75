package org.urnengang.presentation.page;

import java.util.Optional;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.Comparison;

/**
 * One graphic of a result page for the pages of others.
 *
 * @param frame what belongs to every page
 * @param page address of the whole page
 * @param name of the area
 * @param sub of which election
 * @param badge how sure the result is
 * @param counted how many districts are counted
 * @param at time of the version for machines
 * @param time time of the version
 * @param what the graphic
 */
public record EmbedView(
    Frame frame,
    String page,
    String name,
    String sub,
    Badge badge,
    String counted,
    String at,
    String time,
    What what) {

  /** A graphic that can be embedded. */
  public sealed interface What {
    /** The bars of one vote. */
    record Votes(VoteTable table) implements What {}

    /** The answers of a referendum. */
    record Answers(ReferendumView view) implements What {}

    /** Gains and losses. */
    record Changes(ChangeView view) implements What {}

    /** The course of the count. */
    record Course(CourseView view) implements What {}

    /** How far the count is. */
    record Count(CountView view) implements What {}

    /** The areas below. */
    record Areas(AreasTable table) implements What {}
  }

  /** The view, empty if the page has no such graphic. */
  static Optional<EmbedView> of(Context context, AreaResult result, String graphic) {
    Words words = context.words();
    String title = Context.name(result) + ": " + result.election().name();
    return what(context, result, graphic)
        .map(
            what ->
                new EmbedView(
                    Frame.of(context, title, context.address(result), result.version(), ""),
                    context.address(result),
                    result.isTop() ? result.area().name() : Context.name(result),
                    words.text(
                        "card.sub", result.election().name(), words.longDate(context.day().date())),
                    Badge.of(words, result),
                    AreaView.counted(words, result.progress()),
                    result.at().toString(),
                    words.second(result.at()),
                    what));
  }

  private static Optional<What> what(Context context, AreaResult result, String graphic) {
    Optional<Comparison> comparison = Comparison.of(result);
    return switch (graphic) {
      case "count" -> Optional.of(new What.Count(CountView.of(context, result)));
      case "answers" ->
          result
              .election()
              .question()
              .map(question -> new What.Answers(ReferendumView.of(context, result, question)));
      case "change" -> ChangeView.of(context, result, comparison).map(What.Changes::new);
      case "course" -> CourseView.of(context, result).map(What.Course::new);
      case "areas" -> AreasTable.of(context, result).stream().findFirst().map(What.Areas::new);
      default ->
          VoteTable.of(context, result, comparison).stream()
              .filter(table -> table.id().equals(graphic))
              .findFirst()
              .map(What.Votes::new);
    };
  }
}

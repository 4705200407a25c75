package org.urnengang.presentation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.urnengang.presentation.graphic.CourseLines;
import org.urnengang.presentation.graphic.CourseLines.Line;
import org.urnengang.presentation.graphic.Graphic;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.Course;
import org.urnengang.presentation.result.Course.Point;
import org.urnengang.presentation.result.OptionResult;
import org.urnengang.presentation.result.VoteResult;

/**
 * The course of the count, with the way back to earlier versions.
 *
 * @param base which votes it is about
 * @param sub what the hatched part means
 * @param graphic the lines
 * @param names head of the table
 * @param rows the same as a table, some moments of it
 * @param slider the way back
 */
public record CourseView(
    String base, String sub, Graphic graphic, List<String> names, List<Row> rows, Slider slider) {
  private static final int LINES = 4;
  private static final int POINTS = 90;
  private static final int ROWS = 12;
  private static final int MARKS = 30;

  /** A moment. */
  public record Row(Link time, String counted, List<String> shares) {}

  /**
   * Every version between the first report and the last change of the area.
   *
   * @param action address of the page
   * @param shown the version that is shown
   * @param time its time
   * @param marks some versions with their times, for the label that follows the finger
   * @param before address of the page before its last change
   */
  public record Slider(
      String action,
      long first,
      long last,
      long shown,
      String time,
      String marks,
      Optional<Link> before) {}

  static Optional<CourseView> of(Context context, AreaResult result) {
    if (!result.isReported() || result.district().isPresent()) {
      return Optional.empty();
    }
    VoteResult vote = result.lastVote();
    List<OptionResult> lines = vote.ranked().stream().limit(LINES).toList();
    List<Integer> numbers = lines.stream().map(OptionResult::no).toList();
    Course course = Course.of(result, result.letters().votes() - 1, numbers, POINTS);
    return course.points().isEmpty()
        ? Optional.empty()
        : Optional.of(new Writer(context, result, lines, course.points()).view());
  }

  /** Writes the view from the points. */
  private record Writer(
      Context context, AreaResult result, List<OptionResult> options, List<Point> points) {
    private Words words() {
      return context.words();
    }

    CourseView view() {
      int expected = result.progress().expected();
      int open = expected - result.progress().received();
      List<Line> lines = IntStream.range(0, options.size()).mapToObj(this::line).toList();
      String list =
          lines.stream()
              .map(line -> line.name() + ' ' + line.percent())
              .collect(Collectors.joining(", "));
      return new CourseView(
          words().text("course.base", result.lastVote().vote().name()),
          open == 0 ? words().text("course.sub.complete") : words().text("course.sub", open),
          CourseLines.draw(
              lines,
              points.stream().map(Point::received).toList(),
              expected,
              words().text("course.description", list)),
          lines.stream().map(Line::name).toList(),
          rows(),
          slider());
    }

    private Line line(int option) {
      OptionResult result = options.get(option);
      return new Line(
          context.colours().of(this.result.election(), result.option()),
          Context.label(this.result.election(), result.option()),
          words().tenths(points.getLast().tenths(option)) + "\u00a0%",
          points.stream().map(point -> point.tenths(option)).toList());
    }

    private List<Row> rows() {
      List<Row> rows = new ArrayList<>();
      for (Point point : some(ROWS)) {
        rows.add(
            new Row(
                new Link(words().minute(point.at()), context.address(result, point.version())),
                words().number(point.received()),
                IntStream.range(0, options.size())
                    .mapToObj(option -> words().tenths(point.tenths(option)))
                    .toList()));
      }
      return rows;
    }

    private List<Point> some(int most) {
      int all = points.size();
      return all <= most
          ? points
          : IntStream.range(0, most).mapToObj(i -> points.get((all - 1) * i / (most - 1))).toList();
    }

    private Slider slider() {
      String marks =
          some(MARKS).stream()
              .map(point -> point.version() + " " + words().second(point.at()))
              .collect(Collectors.joining(","));
      Optional<Link> before =
          points.size() < 2
              ? Optional.empty()
              : Optional.of(
                  new Link(
                      words().text("course.before"),
                      context.address(result, points.getLast().version() - 1)));
      return new Slider(
          context.address(result),
          points.getFirst().version(),
          result.version(),
          result.version(),
          words().second(result.at()),
          marks,
          before);
    }
  }
}

package org.urnengang.presentation.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.urnengang.presentation.graphic.Counted;
import org.urnengang.presentation.graphic.Graphic;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.OptionResult;
import org.urnengang.presentation.result.Share;
import org.urnengang.presentation.result.VoteResult;
import org.urnengang.rules.election.AreaLevel;

/**
 * The areas below an area, with the strongest option of the last vote in each.
 *
 * @param id of the section
 * @param title what kind of areas they are
 * @param base how many, and what is compared
 * @param area head of the first column
 * @param rows the areas: counted ones by the strongest share, districts by name
 */
public record AreasTable(String id, String title, String base, String area, List<Row> rows) {

  /**
   * An area.
   *
   * @param colour class of the strongest option, {@code open} where nothing is counted, else empty
   */
  public record Row(
      String colour,
      Link area,
      boolean postal,
      String strongest,
      String share,
      String lead,
      String counted,
      Graphic mini) {
    public boolean isOpen() {
      return colour.equals("open");
    }
  }

  private static final Comparator<AreaResult> BY_STRONGEST =
      Comparator.comparing(AreaResult::isReported)
          .thenComparing(result -> strongest(result).map(Share::tenths).orElse(0L))
          .reversed()
          .thenComparing(result -> result.area().name())
          .thenComparing(result -> result.area().id());

  private static Optional<Share> strongest(AreaResult result) {
    return result.lastVote().leading().flatMap(OptionResult::share);
  }

  /** One table for each level of the areas directly below. */
  static List<AreasTable> of(Context context, AreaResult result) {
    return result.childLevels().stream().map(level -> of(context, result, level)).toList();
  }

  private static AreasTable of(Context context, AreaResult result, AreaLevel level) {
    Words words = context.words();
    List<AreaResult> children = result.children(level);
    if (level != AreaLevel.DISTRICT) {
      children = children.stream().sorted(BY_STRONGEST).toList();
    }
    return new AreasTable(
        "areas-" + level.key(),
        words.text("levels." + level.key()),
        base(words, result, children.size(), level),
        words.text("level." + level.key()),
        children.stream().map(child -> row(context, child)).toList());
  }

  private static String base(Words words, AreaResult result, int number, AreaLevel level) {
    String name = words.text((number == 1 ? "level." : "levels.") + level.key());
    return result.letters().votes() == 1
        ? words.text("areas.base", number, name)
        : words.text("areas.base.vote", number, name, result.lastVote().vote().name());
  }

  private static Row row(Context context, AreaResult result) {
    Words words = context.words();
    VoteResult vote = result.lastVote();
    Optional<OptionResult> leading = vote.leading();
    int received = result.progress().received();
    int expected = result.progress().expected();
    String none = words.text("no.value");
    return new Row(
        colour(context, result, leading),
        new Link(result.area().name(), context.address(result)),
        result.isPostal(),
        leading
            .map(option -> Context.label(result.election(), option.option()))
            .orElseGet(() -> words.text(result.isReported() ? "areas.tie" : "areas.open")),
        leading.flatMap(OptionResult::share).map(words::percent).orElse(none),
        vote.second()
            .map(
                second ->
                    words.text(
                        "areas.lead",
                        words.tenths(vote.leadTenths()),
                        Context.label(result.election(), second.option())))
            .orElse(none),
        received + "/" + expected,
        Counted.mini(received, expected));
  }

  private static String colour(Context context, AreaResult result, Optional<OptionResult> leading) {
    return result.isReported()
        ? leading.map(option -> context.colours().of(result.election(), option.option())).orElse("")
        : "open";
  }
}

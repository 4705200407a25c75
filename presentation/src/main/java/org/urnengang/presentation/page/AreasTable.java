package org.urnengang.presentation.page;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.urnengang.presentation.graphic.Counted;
import org.urnengang.presentation.graphic.Graphic;
import org.urnengang.presentation.page.Shading.Shade;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.Comparison;
import org.urnengang.presentation.result.OptionResult;
import org.urnengang.presentation.result.VoteResult;
import org.urnengang.rules.election.AreaLevel;

/**
 * The areas below an area: as a map, and as a table that says the same.
 *
 * @param id of the section
 * @param title what kind of areas they are
 * @param base how many, and what is compared
 * @param area head of the first column
 * @param heads heads of the columns of the figure and of what explains it
 * @param modes the ways to see them
 * @param votes the votes to see
 * @param options the options to see, none for the strongest
 * @param map the map, empty if there are too many areas
 * @param rows the areas: counted ones by their figure, districts by name
 */
public record AreasTable(
    String id,
    String title,
    String base,
    String area,
    Heads heads,
    List<Link> modes,
    List<Link> votes,
    List<Link> options,
    Optional<MapView> map,
    List<Row> rows) {
  /** As many options can be chosen for a map. */
  private static final int OPTIONS = 7;

  /** Heads of columns. */
  public record Heads(String who, String value, String more) {}

  /**
   * An area.
   *
   * @param colour classes of its colour, {@code open} where nothing is counted, else empty
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

  /** One table for each level of the areas directly below. */
  static List<AreasTable> of(Context context, AreaResult result) {
    return result.childLevels().stream()
        .map(level -> new Writer(context, result, level).table())
        .toList();
  }

  /** Writes one table. */
  private static final class Writer {
    private final Context context;
    private final Words words;
    private final AreaResult result;
    private final AreaLevel level;
    private final int vote;
    private final MapMode mode;
    private final boolean comparable;

    Writer(Context context, AreaResult result, AreaLevel level) {
      this.context = context;
      this.words = context.words();
      this.result = result;
      this.level = level;
      this.vote = vote(context, result);
      int options = result.election().options().size();
      this.mode = MapMode.of(context.view().choice("map"), options);
      this.comparable = Comparison.isPossible(result);
    }

    /** The vote that was chosen, else the last of the ballot. */
    private static int vote(Context context, AreaResult result) {
      String chosen = context.view().choice("vote");
      for (int i = 0; i < result.letters().votes(); i++) {
        if (result.vote(i).vote().key().equals(chosen)) {
          return i;
        }
      }
      return result.letters().votes() - 1;
    }

    AreasTable table() {
      List<AreaResult> children = result.children(level);
      Shading shading = new Shading(context, mode, vote, children);
      List<Row> rows = new ArrayList<>();
      sorted(children, shading).forEach(child -> rows.add(row(child, shading.of(child))));
      return new AreasTable(
          "areas-" + level.key(),
          words.text("levels." + level.key()),
          base(children.size()),
          words.text("level." + level.key()),
          heads(),
          modes(),
          votes(),
          options(),
          MapView.of(context, result, children, shading),
          rows);
    }

    private List<AreaResult> sorted(List<AreaResult> children, Shading shading) {
      return level == AreaLevel.DISTRICT
          ? children
          : children.stream()
              .sorted(
                  Comparator.comparingLong((AreaResult child) -> shading.of(child).order())
                      .reversed()
                      .thenComparing(child -> child.area().name())
                      .thenComparing(child -> child.area().id()))
              .toList();
    }

    private String base(int number) {
      String name = words.text((number == 1 ? "level." : "levels.") + level.key());
      return result.letters().votes() == 1
          ? words.text("areas.base", number, name)
          : words.text("areas.base.vote", number, name, result.vote(vote).vote().name());
    }

    private Heads heads() {
      return switch (mode) {
        case MapMode.Winner _ -> heads("areas.strongest", "areas.share", "areas.ahead");
        case MapMode.ShareOf _ -> heads("areas.of", "areas.share", "vote.votes");
        case MapMode.ChangeOf _ -> heads("areas.of", "change.head", "areas.share");
      };
    }

    private Heads heads(String who, String value, String more) {
      return new Heads(words.text(who), words.text(value), words.text(more));
    }

    private Link link(String text, MapMode other, int otherVote) {
      boolean here = other.equals(mode) && otherVote == vote;
      String address =
          context.address(result)
              + "?map="
              + other.choice()
              + (result.letters().votes() > 1 ? "&vote=" + result.vote(otherVote).vote().key() : "")
              + context.view().all("with").stream().map(no -> "&with=" + no).collect(joining())
              + (context.view().isPinned() ? "&v=" + context.view().version().getAsLong() : "");
      return new Link(text, address, here);
    }

    private List<Link> modes() {
      if (result.election().question().isPresent()) {
        return List.of();
      }
      int no = chosen();
      List<Link> modes = new ArrayList<>();
      modes.add(kind("areas.mode.winner", new MapMode.Winner()));
      modes.add(kind("areas.mode.share", new MapMode.ShareOf(no)));
      if (comparable) {
        modes.add(kind("areas.mode.change", new MapMode.ChangeOf(no)));
      }
      return modes;
    }

    private Link kind(String key, MapMode other) {
      Link link = link(words.text(key), other, vote);
      return new Link(link.text(), link.href(), other.getClass().equals(mode.getClass()));
    }

    /** The option that is shown, else the strongest of the whole area. */
    private int chosen() {
      return switch (mode) {
        case MapMode.ShareOf(int no) -> no;
        case MapMode.ChangeOf(int no) -> no;
        case MapMode.Winner _ -> ranked().stream().findFirst().map(OptionResult::no).orElse(1);
      };
    }

    private List<OptionResult> ranked() {
      VoteResult votes = result.vote(vote);
      return result.isReported() ? votes.ranked() : votes.options();
    }

    private List<Link> votes() {
      List<Link> votes = new ArrayList<>();
      for (int i = 0; i < result.letters().votes() && result.letters().votes() > 1; i++) {
        votes.add(link(result.vote(i).vote().name(), mode, i));
      }
      return votes;
    }

    private List<Link> options() {
      if (mode instanceof MapMode.Winner) {
        return List.of();
      }
      return ranked().stream()
          .limit(OPTIONS)
          .map(
              option ->
                  link(
                      Context.label(result.election(), option.option()),
                      mode instanceof MapMode.ShareOf
                          ? new MapMode.ShareOf(option.no())
                          : new MapMode.ChangeOf(option.no()),
                      vote))
          .toList();
    }

    private Row row(AreaResult child, Shade shade) {
      int received = child.progress().received();
      int expected = child.progress().expected();
      return new Row(
          shade.classes(),
          new Link(child.area().name(), context.address(child)),
          child.isPostal(),
          shade.who(),
          shade.value(),
          shade.more(),
          received + "/" + expected,
          Counted.mini(received, expected));
    }
  }
}

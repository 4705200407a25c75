package org.urnengang.presentation.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.Comparison;
import org.urnengang.presentation.result.OptionResult;
import org.urnengang.presentation.result.Share;
import org.urnengang.presentation.result.VoteResult;
import org.urnengang.rules.election.Election;

/**
 * How areas are coloured beside each other: in which colour, how strong, with which pattern, and
 * what the legend says.
 */
public final class Shading {
  /** Steps of half a point more or less are no change. */
  private static final long NO_CHANGE = 5;

  private static final int WINNER_STEPS = 3;
  private static final int SHARE_STEPS = 4;
  private static final long ROUND = 50;

  private final Context context;
  private final Words words;
  private final MapMode mode;
  private final int vote;
  private final List<Long> limits;
  private final long widest;
  private final Map<String, Shade> shades = new HashMap<>();
  private final Map<String, OptionalLong> changes = new HashMap<>();

  /**
   * An area in its colour.
   *
   * @param classes of its colour, strength and pattern; {@code open} where nothing is counted,
   *     empty where nobody is ahead
   * @param who what it is coloured for
   * @param value its figure
   * @param more what explains the figure
   * @param order the greater, the further up in the list
   */
  record Shade(String classes, String who, String value, String more, long order) {
    boolean isOpen() {
      return classes.equals("open");
    }
  }

  /** A line of the legend. */
  public record Legend(String classes, String text) {}

  Shading(Context context, MapMode mode, int vote, List<AreaResult> areas) {
    this.context = context;
    this.words = context.words();
    this.mode = mode;
    this.vote = vote;
    if (mode instanceof MapMode.ChangeOf(int no)) {
      areas.forEach(
          area ->
              changes.put(
                  area.area().id(),
                  Comparison.of(area).map(c -> c.change(vote, no)).orElse(OptionalLong.empty())));
    }
    this.limits = limits(areas);
    this.widest =
        changes.values().stream()
            .flatMapToLong(OptionalLong::stream)
            .map(Math::abs)
            .max()
            .orElse(0);
  }

  /** The shares, in tenths, from which on a colour is stronger. */
  private List<Long> limits(List<AreaResult> areas) {
    int steps = mode instanceof MapMode.Winner ? WINNER_STEPS : SHARE_STEPS;
    List<Long> shares =
        areas.stream().filter(AreaResult::isReported).flatMap(a -> share(a).stream()).toList();
    long least = shares.stream().mapToLong(l -> l).min().orElse(0);
    long most = shares.stream().mapToLong(l -> l).max().orElse(0);
    long unit = most - least > ROUND * steps ? ROUND : 10;
    TreeSet<Long> limits = new TreeSet<>();
    for (int i = 1; i < steps; i++) {
      limits.add((least + (most - least) * i / steps + unit / 2) / unit * unit);
    }
    limits.removeIf(limit -> limit <= least || limit > most);
    return List.copyOf(limits);
  }

  private Optional<Long> share(AreaResult area) {
    return option(area).flatMap(OptionResult::share).map(Share::tenths);
  }

  /** The option that an area is coloured for. */
  private Optional<OptionResult> option(AreaResult area) {
    VoteResult result = area.vote(vote);
    return switch (mode) {
      case MapMode.Winner _ -> result.leading();
      case MapMode.ShareOf(int no) -> find(result, no);
      case MapMode.ChangeOf(int no) -> find(result, no);
    };
  }

  private static Optional<OptionResult> find(VoteResult result, int no) {
    return result.options().stream().filter(option -> option.no() == no).findFirst();
  }

  Shade of(AreaResult area) {
    return shades.computeIfAbsent(area.area().id(), _ -> shade(area));
  }

  private Shade shade(AreaResult area) {
    if (!area.isReported()) {
      return open("areas.open");
    }
    Optional<OptionResult> option = option(area);
    if (option.isEmpty()) {
      String key = mode instanceof MapMode.Winner ? "areas.tie" : "areas.nobody";
      return new Shade("", words.text(key), none(), none(), -1);
    }
    return mode instanceof MapMode.ChangeOf
        ? change(area, option.get())
        : share(area, option.get());
  }

  private Shade open(String key) {
    return new Shade("open", words.text(key), none(), none(), Long.MIN_VALUE);
  }

  private String none() {
    return words.text("no.value");
  }

  private Shade share(AreaResult area, OptionResult option) {
    long tenths = option.share().map(Share::tenths).orElse(0L);
    Election election = area.election();
    VoteResult result = area.vote(vote);
    String lead =
        mode instanceof MapMode.Winner
            ? result
                .second()
                .map(
                    second ->
                        words.text(
                            "areas.lead",
                            words.tenths(result.leadTenths()),
                            Context.label(election, second.option())))
                .orElse(none())
            : words.text("areas.votes", option.votes());
    return new Shade(
        classes(election, option, step(tenths)),
        Context.label(election, option.option()),
        option.share().map(words::percent).orElse(none()),
        lead,
        tenths);
  }

  /** The strongest step is the plain colour. */
  private int step(long tenths) {
    int above = (int) limits.stream().filter(limit -> tenths >= limit).count();
    return limits.size() - above;
  }

  private String classes(Election election, OptionResult option, int weaker) {
    String colour = context.colours().of(election, option.option());
    String pattern = context.colours().pattern(option.option());
    return colour + (weaker > 0 ? " w" + weaker : "") + (pattern.isEmpty() ? "" : " " + pattern);
  }

  private Shade change(AreaResult area, OptionResult option) {
    OptionalLong change = changes.getOrDefault(area.area().id(), OptionalLong.empty());
    if (change.isEmpty()) {
      return open("areas.incomparable");
    }
    long tenths = change.getAsLong();
    return new Shade(
        changeClass(tenths),
        Context.label(area.election(), option.option()),
        ChangeView.signed(words, tenths),
        option.share().map(words::percent).orElse(none()),
        tenths);
  }

  private String changeClass(long tenths) {
    String size = 2 * Math.abs(tenths) > widest ? "2" : "1";
    return Math.abs(tenths) < NO_CHANGE ? "same" : (tenths > 0 ? "up" : "down") + size;
  }

  /** What the colours mean, for those that occur. */
  List<Legend> legend(List<AreaResult> areas) {
    List<Legend> legend =
        mode instanceof MapMode.ChangeOf ? changeLegend(areas) : shareLegend(areas);
    if (areas.stream().anyMatch(area -> !area.isReported())) {
      legend.add(new Legend("open", words.text("areas.legend.open")));
    }
    return legend;
  }

  private List<Legend> shareLegend(List<AreaResult> areas) {
    List<Legend> legend = new ArrayList<>();
    areas.stream()
        .filter(AreaResult::isReported)
        .flatMap(area -> option(area).map(option -> entry(area, option)).stream())
        .distinct()
        .sorted(Comparator.comparingInt(Entry::no).thenComparingInt(Entry::step))
        .forEach(entry -> legend.add(new Legend(entry.classes(), text(entry))));
    return legend;
  }

  private record Entry(int no, String name, int step, String classes) {}

  private Entry entry(AreaResult area, OptionResult option) {
    int step = step(option.share().map(Share::tenths).orElse(0L));
    return new Entry(
        option.no(),
        Context.label(area.election(), option.option()),
        step,
        classes(area.election(), option, step));
  }

  private String text(Entry entry) {
    if (limits.isEmpty()) {
      return entry.name();
    }
    int at = limits.size() - entry.step();
    return at == 0
        ? words.text("areas.legend.below", entry.name(), limit(limits.getFirst()))
        : words.text("areas.legend.from", entry.name(), limit(limits.get(at - 1)));
  }

  private String limit(long tenths) {
    return tenths % 10 == 0 ? words.number(tenths / 10) : words.tenths(tenths);
  }

  private List<Legend> changeLegend(List<AreaResult> areas) {
    List<Legend> legend = new ArrayList<>();
    List<String> used = areas.stream().map(area -> of(area).classes()).toList();
    String half = words.tenths(widest / 2);
    for (String kind : List.of("up2", "up1", "same", "down1", "down2")) {
      if (used.contains(kind)) {
        legend.add(new Legend(kind, words.text("areas.legend." + kind, half)));
      }
    }
    return legend;
  }
}

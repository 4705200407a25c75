package org.urnengang.presentation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.urnengang.presentation.graphic.Counted;
import org.urnengang.presentation.graphic.Graphic;
import org.urnengang.presentation.graphic.Stack;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.OptionResult;
import org.urnengang.presentation.result.Share;
import org.urnengang.presentation.result.VoteResult;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.tally.Progress;

/**
 * An election of parties or persons on the page of its day, with a row for each of its areas.
 *
 * @param key of the election
 * @param name of the election
 * @param sub full name
 * @param badge how sure the result is
 * @param area head of the first column
 * @param shares head of the last column
 * @param rows the areas
 * @param note what is missing
 */
public record ElectionCard(
    String key,
    Link name,
    String sub,
    Badge badge,
    String area,
    String shares,
    List<Row> rows,
    Note note) {
  private static final List<AreaLevel> ROWS =
      List.of(AreaLevel.LAND, AreaLevel.REGION, AreaLevel.CONSTITUENCY, AreaLevel.COUNTY);

  /**
   * An area: who is ahead, how far the count is, all shares.
   *
   * @param colour class of the option that is ahead, {@code open} where nothing is counted
   * @param who is ahead
   * @param lead by how much
   */
  public record Row(
      Link area,
      String colour,
      String who,
      String lead,
      List<Counter> counted,
      Graphic stack,
      List<Stack.Part> legend) {}

  /** A kind of districts and how far it is counted. */
  public record Counter(String name, Graphic mini, String counted) {}

  static ElectionCard of(Context context, AreaResult top) {
    Words words = context.words();
    List<AreaResult> areas = rows(top);
    String level = words.text("level." + areas.getFirst().area().level().key());
    return new ElectionCard(
        top.election().key(),
        new Link(top.election().name(), context.address(top)),
        sub(words, top, areas),
        Badge.of(words, top),
        words.text("day.area", level, top.vote(0).vote().name()),
        words.text("day.shares", top.lastVote().vote().name()),
        areas.stream().map(area -> row(context, area)).toList(),
        CountView.note(words, top));
  }

  private static String sub(Words words, AreaResult top, List<AreaResult> areas) {
    AreaLevel level = areas.getFirst().area().level();
    return areas.size() == 1
        ? words.text("day.election.sub", top.election().title(), areas.getFirst().area().name())
        : words.text(
            "day.election.areas",
            top.election().title(),
            areas.size(),
            words.text("levels." + level.key()));
  }

  private static List<AreaResult> rows(AreaResult top) {
    return ROWS.stream()
        .map(top::children)
        .filter(children -> !children.isEmpty())
        .findFirst()
        .orElse(List.of(top));
  }

  private static Row row(Context context, AreaResult area) {
    List<Stack.Part> parts = parts(context, area);
    return new Row(
        new Link(area.area().name(), context.address(area)),
        colour(context, area),
        who(context.words(), area),
        lead(context.words(), area),
        counters(context.words(), area.progress()),
        stack(context.words(), area, parts),
        parts.stream().filter(part -> !part.isLabelled()).toList());
  }

  private static String colour(Context context, AreaResult area) {
    Optional<OptionResult> leading = area.vote(0).leading();
    return leading
        .map(option -> context.colours().of(area.election(), option.option()))
        .orElse(area.isReported() ? "" : "open");
  }

  private static String who(Words words, AreaResult area) {
    return area.vote(0)
        .leading()
        .map(
            option ->
                option
                    .nominee()
                    .map(name -> words.text("lead.person", name, option.option().shortName()))
                    .orElse(option.option().shortName()))
        .orElseGet(() -> words.text(area.isReported() ? "lead.tie" : "day.leader.none"));
  }

  private static String lead(Words words, AreaResult area) {
    VoteResult vote = area.vote(0);
    Optional<Share> share = vote.leading().flatMap(OptionResult::share);
    String key = "day.lead." + Lead.state(words, area);
    return share
        .map(s -> words.text(key, words.percent(s), words.tenths(vote.leadTenths())))
        .orElse("");
  }

  private static List<Counter> counters(Words words, Progress progress) {
    List<Counter> counters = new ArrayList<>();
    add(counters, words, "day.polling", progress.receivedPolling(), progress.expectedPolling());
    add(counters, words, "day.postal", progress.receivedPostal(), progress.expectedPostal());
    return counters;
  }

  private static void add(
      List<Counter> counters, Words words, String name, int received, int expected) {
    if (expected > 0) {
      counters.add(
          new Counter(
              words.text(name),
              Counted.mini(received, expected),
              words.text("count.of", received, expected)));
    }
  }

  private static List<Stack.Part> parts(Context context, AreaResult area) {
    if (!area.isReported()) {
      return List.of();
    }
    VoteResult vote = area.lastVote();
    Ranking ranking = Ranking.of(vote, true);
    List<Stack.Part> parts = new ArrayList<>();
    for (OptionResult option : ranking.named()) {
      String colour = context.colours().of(area.election(), option.option());
      option
          .share()
          .ifPresent(share -> parts.add(part(context, colour, option.option().shortName(), share)));
    }
    ranking
        .restShare(vote)
        .filter(_ -> !ranking.rest().isEmpty())
        .ifPresent(
            share ->
                parts.add(
                    part(context, PartyColours.others(), context.words().text("others"), share)));
    return parts;
  }

  private static Stack.Part part(Context context, String colour, String name, Share share) {
    return new Stack.Part(colour, name, context.words().tenths(share.tenths()), share.tenths());
  }

  private static Graphic stack(Words words, AreaResult area, List<Stack.Part> parts) {
    if (parts.isEmpty()) {
      return Stack.open(words.text("day.leader.none"));
    }
    String list =
        parts.stream()
            .map(part -> part.label() + ' ' + part.percent())
            .collect(Collectors.joining(", "));
    return Stack.draw(
        parts, words.text("day.stack", area.lastVote().vote().name(), area.area().name(), list));
  }
}

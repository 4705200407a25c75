package org.urnengang.presentation.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.urnengang.ledger.fold.ElectionState;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.Changes;
import org.urnengang.presentation.result.Comparison;
import org.urnengang.presentation.result.DayState;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.web.Assets;

/**
 * One picture of the screen in the town hall, and the way to the next.
 *
 * @param words the language
 * @param files what the page loads
 * @param colours stylesheet of the party colours
 * @param rehearsal whether the figures are those of a rehearsal
 * @param live what the script listens to
 * @param at time of the version for machines
 * @param time time of the version
 * @param title name of the area
 * @param sub which election, what kind of area, how sure
 * @param lead who is ahead, empty for a referendum
 * @param votes the bars of the vote that decides about parties
 * @param referendum the answers of a referendum
 * @param latest the last reports of the area
 * @param count how far the count is
 * @param next address of the next picture
 * @param before address of the one before
 * @param seconds how long a picture stays
 */
public record TvView(
    Words words,
    Files files,
    String colours,
    boolean rehearsal,
    Frame.Live live,
    String at,
    String time,
    String title,
    String sub,
    Optional<Lead> lead,
    Optional<VoteTable> votes,
    Optional<ReferendumView> referendum,
    List<FactLine> latest,
    CountView count,
    String next,
    String before,
    int seconds) {
  private static final int LATEST = 4;
  private static final int MOST_ITEMS = 60;
  private static final int USUAL_SECONDS = 20;
  private static final int FEWEST_SECONDS = 5;
  private static final List<AreaLevel> PARTS =
      List.of(AreaLevel.LAND, AreaLevel.CONSTITUENCY, AreaLevel.COUNTY, AreaLevel.BOROUGH);

  /** Addresses of the files of the page. */
  public record Files(String css, String script, String logo) {}

  /** A picture of the playlist: an area of an election of a day. */
  private record Item(String address, DayState state, AreaResult result) {}

  /** The picture that the view asks for, empty if there is nothing to show. */
  static Optional<TvView> of(Words words, View view, Assets assets, List<DayState> days) {
    List<Item> items =
        view.choice("playlist").isEmpty() ? usual(days) : chosen(view.choice("playlist"), days);
    if (items.isEmpty()) {
      return Optional.empty();
    }
    int at = Math.floorMod(number(view.choice("at"), 0), items.size());
    return Optional.of(new Writer(words, view, assets, items, at).picture());
  }

  private static int number(String text, int otherwise) {
    return text.isEmpty() ? otherwise : Integer.parseInt(text);
  }

  private static List<Item> chosen(String playlist, List<DayState> days) {
    return Arrays.stream(playlist.split(","))
        .limit(MOST_ITEMS)
        .flatMap(address -> item(address, days).stream())
        .toList();
  }

  private static Optional<Item> item(String address, List<DayState> days) {
    List<String> parts = Arrays.stream(address.split("/")).filter(part -> !part.isEmpty()).toList();
    return days.stream()
        .filter(state -> parts.size() > 1)
        .filter(state -> state.result().day().filter(d -> d.key().equals(parts.get(0))).isPresent())
        .findFirst()
        .flatMap(
            state ->
                state
                    .result()
                    .election(parts.get(1))
                    .flatMap(election -> result(election, parts))
                    .map(result -> new Item(address, state, result)));
  }

  private static Optional<AreaResult> result(ElectionState election, List<String> parts) {
    return parts.size() == 2
        ? Optional.of(AreaResult.top(election))
        : AreaResult.of(election, parts.get(2));
  }

  /** All elections of the latest day, each followed by its largest parts. */
  private static List<Item> usual(List<DayState> days) {
    List<Item> items = new ArrayList<>();
    days.stream()
        .filter(state -> state.result().day().isPresent())
        .findFirst()
        .ifPresent(
            state ->
                state.result().elections().forEach(election -> addUsual(items, state, election)));
    return items.stream().limit(MOST_ITEMS).toList();
  }

  private static void addUsual(List<Item> items, DayState state, ElectionState election) {
    AreaResult top = AreaResult.top(election);
    List<AreaResult> all = new ArrayList<>(List.of(top));
    if (top.election().question().isEmpty()) {
      PARTS.stream()
          .map(top::children)
          .filter(parts -> !parts.isEmpty())
          .findFirst()
          .ifPresent(all::addAll);
    }
    String day = top.day().key() + '/' + top.election().key();
    all.forEach(
        result ->
            items.add(
                new Item(result.isTop() ? day : day + '/' + result.area().id(), state, result)));
  }

  /** Writes one picture. */
  private record Writer(Words words, View view, Assets assets, List<Item> items, int at) {
    TvView picture() {
      Item item = items.get(at);
      AreaResult result = item.result();
      Context context = Context.of(words, view, assets, "", item.state());
      Optional<ReferendumView> referendum =
          result.election().question().map(q -> ReferendumView.of(context, result, q));
      Optional<Comparison> comparison = Comparison.of(result);
      int seconds = Math.max(FEWEST_SECONDS, number(view.choice("sek"), USUAL_SECONDS));
      return new TvView(
          words,
          new Files(
              "/assets/" + assets.path("tv.css"),
              "/assets/" + assets.path("tv.js"),
              "/assets/" + assets.path("logo.svg")),
          context.colours().address(context.day()),
          context.day().rehearsal(),
          new Frame.Live(context.files() + "events", result.version()),
          result.at().toString(),
          words.second(result.at()),
          result.isTop() ? result.area().name() : Context.name(result),
          sub(result),
          referendum.isPresent() ? Optional.empty() : Optional.of(Lead.brief(context, result)),
          referendum.isPresent()
              ? Optional.empty()
              : Optional.of(VoteTable.of(context, result, comparison).getLast()),
          referendum,
          latest(context, result),
          CountView.of(context, result),
          address(at + 1, seconds),
          address(at + items.size() - 1, seconds),
          seconds);
    }

    private String sub(AreaResult result) {
      String level = words.text("level." + result.area().level().key());
      String status = Badge.of(words, result).text();
      return String.join(
          " · ",
          result.isTop()
              ? List.of(result.election().name(), status)
              : List.of(result.election().name(), level, status));
    }

    private static List<FactLine> latest(Context context, AreaResult result) {
      return result.facts().reversed().stream()
          .filter(fact -> Changes.place(fact.entry()).filter(result::holds).isPresent())
          .limit(LATEST)
          .map(fact -> FactLine.shortest(context, new Changes.Change(result.state(), fact)))
          .toList();
    }

    private String address(int other, int seconds) {
      String list = items.stream().map(Item::address).collect(Collectors.joining(","));
      return words.prefix()
          + "/tv?playlist="
          + list
          + "&sek="
          + seconds
          + "&at="
          + Math.floorMod(other, items.size());
    }
  }
}

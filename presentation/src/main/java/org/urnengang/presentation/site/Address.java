package org.urnengang.presentation.site;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.urnengang.presentation.exchange.Exchange;
import org.urnengang.presentation.follow.FollowedDays;
import org.urnengang.presentation.page.View;
import org.urnengang.presentation.votemanager.Place;

/** What a public address means. Whatever is not written exactly so means nothing. */
public sealed interface Address {

  /** An address whose answer is a function of the versions of ledgers. */
  sealed interface OfContent extends Address {}

  /** An address of one day. */
  sealed interface OfDay extends OfContent {
    /** The day's key. */
    String day();
  }

  /** An address that is shown in another way than usual. */
  record InView(OfContent address, View view) implements OfContent {}

  /** How a result is written. */
  enum Format {
    HTML,
    JSON,
    CSV,
    SVG,
    PNG
  }

  /** All days, for readers or for programs. */
  record Days(Format format) implements OfContent {}

  /** The screen in the town hall. */
  record Tv() implements OfContent {}

  /** What search engines may visit. */
  record Robots() implements OfContent {}

  /** The elections of a day. */
  record Day(String day, Format format) implements OfDay {}

  /**
   * A result.
   *
   * @param area the area's id, empty for the whole election
   */
  record Result(String day, String election, Optional<String> area, Format format)
      implements OfDay {}

  /** What the numbers of the options mean. */
  record Options(String day, String election) implements OfDay {}

  /** One graphic of a result for the pages of others. */
  record Embed(Result result, String graphic) implements OfDay {
    @Override
    public String day() {
      return result.day();
    }
  }

  /** A result in a format that others have defined. */
  record Exchanged(Result result, Exchange format) implements OfDay {
    @Override
    public String day() {
      return result.day();
    }
  }

  /** The page that explains the data. */
  record OpenData() implements OfContent {}

  /** The description of the interface for programs. */
  record Description() implements OfContent {}

  /** The newest facts of a day as a feed. */
  record Feed(String day) implements OfDay {}

  /** The districts of a day that have not reported yet. */
  record Outstanding(String day) implements OfDay {}

  /** The areas of a day by name. */
  record Search(String day) implements OfDay {}

  /** A page about the pages. */
  record Legal(String name) implements OfContent {}

  /** All corrections of a day. */
  record Corrections(String day) implements OfDay {}

  /** A place of votemanager that depends on all days. */
  record Newsroom(Place.OfAllDays place) implements OfContent {}

  /** A place of votemanager in the folder of a day. */
  record NewsroomFile(String day, Place.OfOneDay place) implements OfDay {}

  /** The party colours of a day, under the hash of their content. */
  record Colours(String day, String hash) implements OfDay {}

  /** The stream of a day's versions. */
  record Events(String day) implements Address {}

  /** A file of a day's log. */
  record LogFile(String day, String path) implements Address {
    /** Whether it is a tile, not the checkpoint or the key. */
    public boolean isTile() {
      return path.startsWith("tile/");
    }

    /** Whether it is a tile to which nothing is added any more. */
    public boolean isFullTile() {
      return isTile() && !path.contains(".p/");
    }
  }

  /** Where entries of a day are pushed to. */
  record Push(String day) implements Address {}

  /** A file that pages load. */
  record AssetFile(String name) implements Address {}

  /** Whether this node can serve. */
  record Ready() implements Address {}

  /** Letters that occur in addresses; nothing is ever percent-encoded. */
  Pattern PLAIN = Pattern.compile("/|(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+/?");

  /** Characters of the longest address. */
  int LONGEST = 300;

  /** How an address of data ends. */
  String JSON = ".json";

  /** Name of a day's stylesheet. */
  Pattern COLOURS = Pattern.compile("parties\\.([0-9a-f]{8})\\.css");

  /** The meaning of a path, empty if it has none. */
  static Optional<Address> parse(String path) {
    if (path.length() > LONGEST || !PLAIN.matcher(path).matches()) {
      return Optional.empty();
    }
    List<String> parts = Arrays.asList(path.substring(1).split("/"));
    String first = parts.getFirst();
    return switch (first) {
      case "" -> Optional.of(new Days(Format.HTML));
      case "robots.txt" -> exactly(1, parts, new Robots());
      case "embed" -> embed(parts.subList(1, parts.size()));
      case "ueber", "impressum", "datenschutz", "barrierefreiheit" ->
          exactly(1, parts, new Legal(first));
      case "tv" -> exactly(1, parts, new Tv());
      case "health" -> exactly(2, parts, "ready", new Ready());
      case "opendata" -> exactly(1, parts, new OpenData());
      case "openapi.yaml" -> exactly(1, parts, new Description());
      case "api" -> api(parts);
      case "assets" ->
          parts.size() == 2 ? Optional.of(new AssetFile(parts.get(1))) : Optional.empty();
      default -> ofDay(first, parts).or(() -> ofNewsroom(parts));
    };
  }

  private static Optional<Address> api(List<String> parts) {
    return parts.size() > 2 && parts.get(1).equals("v1")
        ? ApiAddress.parse(parts.subList(2, parts.size())).map(found -> found)
        : exactly(1, parts, new OpenData());
  }

  /** Day, election, perhaps area, and the name of a graphic. */
  private static Optional<Address> embed(List<String> parts) {
    boolean fits = parts.size() == 3 || parts.size() == 4;
    if (!fits || !FollowedDays.DAY.matcher(parts.getFirst()).matches()) {
      return none();
    }
    List<String> place = parts.subList(0, parts.size() - 1);
    return ofElection(place.get(0), place.get(1), place)
        .filter(found -> found instanceof Result result && result.format() == Format.HTML)
        .map(found -> new Embed((Result) found, parts.getLast()));
  }

  private static Optional<Address> none() {
    return Optional.empty();
  }

  private static Optional<Address> exactly(int size, List<String> parts, Address address) {
    return parts.size() == size ? Optional.of(address) : none();
  }

  private static Optional<Address> exactly(
      int size, List<String> parts, String last, Address address) {
    return parts.getLast().equals(last) ? exactly(size, parts, address) : none();
  }

  private static Optional<Address> ofNewsroom(List<String> parts) {
    return Place.outsideDays(parts)
        .<Address>map(Newsroom::new)
        .or(() -> Place.insideDay(parts).map(in -> new NewsroomFile(in.day(), in.place())));
  }

  private static Optional<Address> ofDay(String day, List<String> parts) {
    if (parts.size() == 1) {
      return day(day);
    }
    if (!FollowedDays.DAY.matcher(day).matches()) {
      return none();
    }
    String second = parts.get(1);
    return switch (second) {
      case "events" -> exactly(2, parts, new Events(day));
      case "outstanding" -> exactly(2, parts, new Outstanding(day));
      case "search" -> exactly(2, parts, new Search(day));
      case "feed.atom" -> exactly(2, parts, new Feed(day));
      case "corrections" -> exactly(2, parts, new Corrections(day));
      case "log" -> ofLog(day, String.join("/", parts.subList(2, parts.size())));
      default -> parts.size() > 3 ? none() : ofElection(day, second, parts);
    };
  }

  private static Optional<Address> day(String last) {
    boolean json = last.endsWith(JSON);
    String day = json ? last.substring(0, last.length() - JSON.length()) : last;
    return FollowedDays.DAY.matcher(day).matches()
        ? Optional.of(new Day(day, json ? Format.JSON : Format.HTML))
        : none();
  }

  private static Optional<Address> ofLog(String day, String path) {
    if (path.equals("push")) {
      return Optional.of(new Push(day));
    }
    return path.matches("checkpoint|vkey|tile/(entries|\\d)/(x\\d{3}/)*\\d{3}(\\.p/\\d{1,3})?")
        ? Optional.of(new LogFile(day, path))
        : none();
  }

  private static Optional<Address> ofElection(String day, String second, List<String> parts) {
    if (parts.size() == 2) {
      Matcher colours = COLOURS.matcher(second);
      return colours.matches()
          ? Optional.of(new Colours(day, colours.group(1)))
          : result(day, second, Optional.empty(), second);
    }
    String third = parts.get(2);
    return third.equals("options.csv")
        ? Optional.of(new Options(day, second))
        : result(day, second, Optional.of(third), third);
  }

  /** A result whose last part may carry a format. */
  private static Optional<Address> result(
      String day, String election, Optional<String> area, String last) {
    int dot = last.lastIndexOf('.');
    String stem = dot < 0 ? last : last.substring(0, dot);
    Format format =
        switch (dot < 0 ? "" : last.substring(dot)) {
          case "" -> Format.HTML;
          case JSON -> Format.JSON;
          case ".csv" -> Format.CSV;
          case ".svg" -> Format.SVG;
          case ".png" -> Format.PNG;
          default -> null;
        };
    if (format == null || stem.contains(".")) {
      return none();
    }
    return Optional.of(
        area.isEmpty()
            ? new Result(day, stem, area, format)
            : new Result(day, election, Optional.of(stem), format));
  }
}

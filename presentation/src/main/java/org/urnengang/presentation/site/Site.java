package org.urnengang.presentation.site;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.urnengang.ledger.fold.ElectionState;
import org.urnengang.ledger.fold.ElectionState.Fact;
import org.urnengang.presentation.data.DaysJson;
import org.urnengang.presentation.data.ResultCsv;
import org.urnengang.presentation.data.ResultJson;
import org.urnengang.presentation.exchange.Exchange;
import org.urnengang.presentation.follow.FollowedDays;
import org.urnengang.presentation.page.Operator;
import org.urnengang.presentation.page.Pages;
import org.urnengang.presentation.page.PartyColours;
import org.urnengang.presentation.page.View;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.Changes;
import org.urnengang.presentation.result.Changes.Change;
import org.urnengang.presentation.result.DayState;
import org.urnengang.presentation.site.Address.Colours;
import org.urnengang.presentation.site.Address.Corrections;
import org.urnengang.presentation.site.Address.Day;
import org.urnengang.presentation.site.Address.Embed;
import org.urnengang.presentation.site.Address.Exchanged;
import org.urnengang.presentation.site.Address.Feed;
import org.urnengang.presentation.site.Address.Format;
import org.urnengang.presentation.site.Address.NewsroomFile;
import org.urnengang.presentation.site.Address.OfDay;
import org.urnengang.presentation.site.Address.Options;
import org.urnengang.presentation.site.Address.Outstanding;
import org.urnengang.presentation.site.Address.Result;
import org.urnengang.presentation.site.Address.Search;
import org.urnengang.presentation.site.Document.MediaType;
import org.urnengang.presentation.votemanager.Place;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.web.Assets;

/**
 * The public site: what stands at an address at a version, and nothing but that. No clock, no host
 * name and no order of a hash table enters a document, so every node writes the same bytes.
 */
public final class Site {
  private static final String NOTHING = "Unter dieser Adresse steht nichts.";

  private final Pages pages;
  private final NewsroomDocuments newsroom;
  private final OpenDataDocument openData;

  /**
   * The site.
   *
   * @param outside what absolute addresses begin with, empty if that is not known
   */
  public Site(Assets assets, String outside, Operator operator) {
    this.pages = new Pages(assets, outside, operator);
    this.newsroom = new NewsroomDocuments(pages);
    this.openData = new OpenDataDocument(pages);
  }

  /** What stands at an address of a day, empty if nothing does. */
  public Optional<Document> document(OfDay address, View view, DayState state) {
    return state.result().day().flatMap(day -> document(address, view, day, state));
  }

  private Optional<Document> document(OfDay address, View view, ElectionDay day, DayState state) {
    return switch (address) {
      case Day(_, Format format) ->
          format == Format.HTML ? day(view, state) : Optional.of(dayJson(day, state));
      case Feed _ ->
          Optional.of(
              new Document(
                  state.result().version(),
                  state.result().lastAt(),
                  MediaType.ATOM,
                  () -> pages.feed(view, state)));
      case Embed(Result result, String graphic) ->
          area(result, state).flatMap(area -> embed(graphic, view, area, state));
      case Exchanged(Result result, Exchange format) ->
          area(result, state).map(area -> exchanged(format, area));
      case Outstanding _ ->
          Optional.of(live(state, version -> pages.outstanding(view, state, version)));
      case Search _ -> Optional.of(live(state, version -> pages.search(view, state, version)));
      case Corrections _ -> Optional.of(corrections(view, state));
      case Colours colours -> colours(colours.hash(), day);
      case NewsroomFile file -> newsroom.file(file.place(), state);
      case Options options ->
          day.election(options.election()).map(election -> options(day, election));
      case Result result ->
          area(result, state).map(area -> result(result.format(), view, area, state));
    };
  }

  private static Optional<AreaResult> area(Result address, DayState state) {
    Optional<ElectionState> election = state.result().election(address.election());
    return address.area().isEmpty()
        ? election.map(AreaResult::top)
        : election.flatMap(found -> AreaResult.of(found, address.area().get()));
  }

  private Optional<Document> day(View view, DayState state) {
    return state.result().elections().stream()
        .map(AreaResult::top)
        .max(Comparator.comparingLong(AreaResult::version))
        .map(last -> day(view, state, last.version(), last.at()));
  }

  private Document day(View view, DayState state, long version, OffsetDateTime at) {
    return new Document(
        version, Optional.of(at), MediaType.HTML, () -> pages.day(view, state, version, at));
  }

  private static Document dayJson(ElectionDay day, DayState state) {
    return new Document(
        state.result().version(),
        state.result().lastAt(),
        MediaType.JSON,
        () -> DaysJson.of(state, day));
  }

  /** A page that every report may change. */
  private static Document live(DayState state, LongFunction<String> page) {
    long version = state.result().version();
    return new Document(
        version, state.result().lastAt(), MediaType.HTML, () -> page.apply(version));
  }

  /** A report does not change the corrections. */
  private Document corrections(View view, DayState state) {
    Optional<Fact> last =
        Changes.corrections(state.result()).stream().findFirst().map(Change::fact);
    long version = last.map(Fact::version).orElse(Document.UNCHANGED);
    Optional<OffsetDateTime> at = last.map(fact -> fact.entry().at());
    return new Document(version, at, MediaType.HTML, () -> pages.corrections(view, state, version));
  }

  private static Optional<Document> colours(String hash, ElectionDay day) {
    PartyColours colours = new PartyColours(day);
    return colours.hash().equals(hash)
        ? Optional.of(Document.unchanged(MediaType.CSS, colours::stylesheet))
        : Optional.empty();
  }

  private static Document exchanged(Exchange format, AreaResult result) {
    MediaType type =
        switch (format.kind()) {
          case CSV -> MediaType.CSV;
          case JSON -> MediaType.JSON;
          case GEOJSON -> MediaType.GEOJSON;
        };
    return new Document(
        result.version(), Optional.of(result.at()), type, () -> format.text(result));
  }

  private static Document options(ElectionDay day, Election election) {
    return Document.unchanged(MediaType.CSV, () -> ResultCsv.options(day, election));
  }

  private Document result(Format format, View view, AreaResult result, DayState state) {
    Optional<OffsetDateTime> at = Optional.of(result.at());
    long version = result.version();
    return switch (format) {
      case HTML -> new Document(version, at, MediaType.HTML, () -> pages.area(view, state, result));
      case JSON -> new Document(version, at, MediaType.JSON, () -> ResultJson.of(result));
      case SVG -> new Document(version, at, MediaType.SVG, () -> pages.card(view, state, result));
      case PNG -> new Document(version, at, MediaType.PNG, () -> pages.card(view, state, result));
      case CSV -> new Document(version, at, MediaType.CSV, () -> ResultCsv.of(result));
    };
  }

  private Optional<Document> embed(String graphic, View view, AreaResult area, DayState state) {
    return pages
        .embed(view, state, area, graphic)
        .map(
            text ->
                new Document(area.version(), Optional.of(area.at()), MediaType.EMBED, () -> text));
  }

  /** The list of all days, the latest first. */
  public Document days(Format format, View view, List<DayState> days) {
    long version = days.stream().mapToLong(state -> state.result().version()).sum();
    return format == Format.HTML
        ? new Document(version, Optional.empty(), MediaType.HTML, () -> pages.days(view, days))
        : new Document(version, Optional.empty(), MediaType.JSON, () -> DaysJson.of(days));
  }

  /** What stands at an address of votemanager that depends on all days. */
  public Optional<Document> newsroom(Place.OfAllDays place, List<DayState> days) {
    return newsroom.ofAllDays(place, days);
  }

  /** The page that explains the data. */
  public Document openData(View view, List<DayState> days) {
    return openData.page(view, days);
  }

  /** The description of the interface for programs. */
  public Document description() {
    return openData.yaml();
  }

  /** A page about the pages, empty if there is none of this name. */
  public Optional<Document> legal(View view, String name) {
    return pages.legal(view, name).map(text -> Document.unchanged(MediaType.HTML, () -> text));
  }

  /** One picture of the screen in the town hall. */
  public Document tv(View view, List<DayState> days) {
    long version = days.stream().mapToLong(state -> state.result().version()).sum();
    return new Document(
        version,
        Optional.empty(),
        MediaType.HTML,
        () -> pages.tv(view, days).orElseGet(pages::missing));
  }

  /** What search engines may visit: no rehearsal. */
  public Document robots(List<String> days) {
    StringBuilder text = new StringBuilder("User-agent: *\nDisallow: /health/\n");
    days.stream()
        .filter(FollowedDays::isRehearsal)
        .forEach(day -> text.append("Disallow: /").append(day).append("/\n"));
    return new Document(days.size(), Optional.empty(), MediaType.TEXT, text::toString);
  }

  /** Who asked for an address, as far as the address tells. */
  public enum Reader {
    /** Reads pages. */
    PERSON,
    /** Reads JSON. */
    PROGRAM,
    /** Reads another file, such as a table, a picture or a part of the log. */
    FILE;

    /** Pages have neither an ending nor a place in the log. */
    public static Reader of(String path) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      if (path.startsWith("/api/") || name.matches(".+\\.(geo)?json")) {
        return PROGRAM;
      }
      return name.contains(".") || path.contains("/log/") ? FILE : PERSON;
    }
  }

  /** What stands where nothing is. */
  public Document missing(Reader reader) {
    return switch (reader) {
      case PERSON -> Document.unchanged(MediaType.HTML, pages::missing);
      case PROGRAM ->
          Document.unchanged(
              MediaType.JSON, () -> "{\"code\":\"NOT_FOUND\",\"text\":\"%s\"}".formatted(NOTHING));
      case FILE -> Document.unchanged(MediaType.TEXT, () -> NOTHING + '\n');
    };
  }
}

package org.urnengang.presentation.votemanager;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonArray;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.DayState;
import org.urnengang.presentation.votemanager.Place.Api;
import org.urnengang.presentation.votemanager.Place.DataFile;
import org.urnengang.presentation.votemanager.Place.OfOneDay;
import org.urnengang.presentation.votemanager.Place.OpenData;
import org.urnengang.presentation.votemanager.Place.Presentation;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.ElectionDay;

/** What stands at the addresses of votemanager. */
public final class Votemanager {
  private Votemanager() {}

  /** How a text is written. */
  public enum Kind {
    CSV,
    JSON
  }

  /**
   * A file.
   *
   * @param version the version in which its figures last changed
   * @param at the time of that version
   */
  public record Found(Kind kind, long version, OffsetDateTime at, Supplier<String> text) {}

  /** A name and where it leads. */
  public record Reference(String name, String address) {}

  /** What the page of a publisher says. */
  public record About(String ags, String name, List<Reference> references) {}

  /** A file of a day, empty if there is none or if it is a page. */
  public static Optional<Found> file(OfOneDay place, DayState state) {
    Optional<Publisher> publisher = Publisher.of(state, place.ags());
    return switch (place) {
      case Presentation _ -> Optional.empty();
      case OpenData _ -> publisher.flatMap(one -> openData(one, state));
      case DataFile(_, String name) -> publisher.flatMap(one -> dataFile(one, name, state));
      case Api(_, ApiFile file) -> publisher.flatMap(one -> api(one, file, state));
    };
  }

  private static Optional<Found> openData(Publisher publisher, DayState state) {
    List<AreaResult> results = publisher.results(state);
    return newest(results)
        .map(last -> json(last, () -> OpenDataJson.of(publisher, results, last.at())));
  }

  private static Optional<Found> api(Publisher publisher, ApiFile file, DayState state) {
    List<AreaResult> results = publisher.results(state);
    ElectionDay day = state.result().day().orElseThrow();
    return switch (file) {
      case ApiFile.Day _ ->
          newest(results).map(last -> json(last, () -> ApiDayJson.day(publisher, day, results)));
      case ApiFile.Config _ ->
          newest(results).map(last -> json(last, () -> ApiDayJson.config(publisher, last.at())));
      case ApiFile.OneElection(int election) ->
          ApiLinks.result(publisher, state, election)
              .map(top -> json(top, () -> ApiDayJson.election(top)));
      case ApiFile.Overview(int election, AreaLevel level, int vote) ->
          ApiLinks.result(publisher, state, election)
              .filter(top -> vote < top.letters().votes() && ApiLinks.levels(top).contains(level))
              .map(top -> json(top, () -> ApiOverviewJson.of(top, level, vote)));
      case ApiFile.OneArea area ->
          ApiLinks.result(publisher, state, area.election())
              .flatMap(
                  top ->
                      ApiLinks.within(top, area)
                          .map(
                              result ->
                                  json(result, () -> ApiResultJson.of(top, result, area.vote()))));
    };
  }

  private static Found json(AreaResult result, Supplier<String> text) {
    return new Found(Kind.JSON, result.version(), result.at(), text);
  }

  /** The addresses of all JSON files of a day, which no page leads to. */
  public static Stream<String> interfaceAddresses(DayState state) {
    ElectionDay day = state.result().day().orElseThrow();
    return Publisher.of(state).stream()
        .flatMap(
            publisher ->
                ApiLinks.all(publisher, state)
                    .map(
                        file ->
                            "/%s/%s/daten/api/%s"
                                .formatted(Names.folder(day), publisher.ags(), file.name())));
  }

  private static Optional<AreaResult> newest(List<AreaResult> results) {
    return results.stream().max(Comparator.comparingLong(AreaResult::version));
  }

  private static Optional<Found> dataFile(Publisher publisher, String name, DayState state) {
    List<AreaResult> results = publisher.results(state);
    if (name.equals(DistrictFiles.PLACES) || name.equals(DistrictFiles.STREETS)) {
      Supplier<String> text =
          name.equals(DistrictFiles.PLACES)
              ? () -> DistrictFiles.places(state, publisher)
              : () -> DistrictFiles.streets(state, publisher);
      return newest(results).map(last -> new Found(Kind.CSV, last.version(), last.at(), text));
    }
    return results.stream()
        .flatMap(result -> ResultFile.of(publisher, result).stream())
        .filter(file -> file.name().equals(name))
        .findFirst()
        .map(
            file ->
                new Found(
                    Kind.CSV,
                    file.top().version(),
                    file.top().at(),
                    () -> file.text(Publisher.keysByArea(state))));
  }

  /** The list of all publishers of these days: three texts a row, the first one a link. */
  public static String directory(String base, List<DayState> days) {
    Map<String, Publisher> all = new TreeMap<>();
    days.forEach(day -> Publisher.of(day).forEach(one -> all.putIfAbsent(one.ags(), one)));
    List<JsonArray> rows = new ArrayList<>();
    for (Publisher one : all.values()) {
      String name = one.area().name();
      String link = "<a href=\"%s/%s/index.html\" >%s</a>".formatted(base, one.ags(), html(name));
      rows.add(
          JsonValue.of(List.of(JsonValue.of(link), JsonValue.of(name), JsonValue.of(one.land()))));
    }
    return CanonicalJson.text(JsonValue.object().put("data", JsonValue.of(rows)).build());
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** The days of a publisher, the latest first; empty if nothing is known of it. */
  public static Optional<String> dates(String ags, List<DayState> days) {
    List<JsonObject> dates = new ArrayList<>();
    for (DayState state : days) {
      if (Publisher.of(state, ags).isPresent()) {
        ElectionDay day = state.result().day().orElseThrow();
        dates.add(
            JsonValue.object()
                .put("date", Names.date(day.date()))
                .put("name", Names.marked(day, day.title()))
                .put("url", "../%s/%s/praesentation/".formatted(Names.folder(day), ags))
                .build());
      }
    }
    return dates.isEmpty()
        ? Optional.empty()
        : Optional.of(
            CanonicalJson.text(JsonValue.object().put("termine", JsonValue.of(dates)).build()));
  }

  /** What the page of a publisher says: its days, and the address that programs read. */
  public static Optional<About> home(String ags, List<DayState> days) {
    List<Reference> references = new ArrayList<>();
    Optional<Publisher> known = Optional.empty();
    for (DayState state : days) {
      Optional<Publisher> here = Publisher.of(state, ags);
      if (here.isPresent()) {
        ElectionDay day = state.result().day().orElseThrow();
        known = known.or(() -> here);
        references.add(
            new Reference(
                Names.date(day.date()) + ": " + Names.marked(day, day.title()),
                "/%s/%s/praesentation/".formatted(Names.folder(day), ags)));
      }
    }
    references.add(new Reference("termine.json", "/" + ags + "/api/termine.json"));
    return known.map(one -> new About(ags, one.area().name(), references));
  }

  /** What the page of a publisher on a day says: its elections, and its files. */
  public static Optional<About> presentation(String ags, DayState state) {
    return Publisher.of(state, ags).map(one -> presentation(one, state));
  }

  private static About presentation(Publisher publisher, DayState state) {
    ElectionDay day = state.result().day().orElseThrow();
    String data = "/%s/%s/daten/opendata/".formatted(Names.folder(day), publisher.ags());
    List<Reference> references = new ArrayList<>();
    List<AreaResult> results = publisher.results(state);
    for (AreaResult result : results) {
      String page = "/" + day.key() + "/" + result.election().key() + "/";
      references.add(
          new Reference(
              Names.election(day, result.election()),
              result.isTop() ? page : page + result.area().id()));
    }
    references.add(new Reference("open_data.json", data + "open_data.json"));
    for (AreaResult result : results) {
      ResultFile.of(publisher, result)
          .forEach(file -> references.add(new Reference(file.name(), data + file.name())));
    }
    references.add(new Reference(DistrictFiles.PLACES, data + DistrictFiles.PLACES));
    references.add(new Reference(DistrictFiles.STREETS, data + DistrictFiles.STREETS));
    return new About(publisher.ags(), publisher.area().name(), references);
  }
}

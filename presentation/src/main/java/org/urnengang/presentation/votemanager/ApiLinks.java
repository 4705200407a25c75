package org.urnengang.presentation.votemanager;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.urnengang.ledger.fold.ElectionState;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.DayState;
import org.urnengang.presentation.votemanager.ApiFile.OneArea;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaLevel;

/** Elections and areas by the numbers that they have in votemanager's JSON. */
final class ApiLinks {
  private ApiLinks() {}

  /** The number of an election on its day, from 1. */
  static int number(AreaResult result) {
    return result.day().elections().indexOf(result.election()) + 1;
  }

  /** An area by its level and its place in the definition. */
  static String id(AreaResult result) {
    return ApiFile.areaId(result.area().level(), place(result));
  }

  private static int place(AreaResult result) {
    return result.day().areas().indexOf(result.area().id()) + 1;
  }

  /** Where the result of an area stands. */
  static JsonObject link(AreaResult result) {
    return link(id(result), "ergebnis", Names.text(result.area().name()));
  }

  static JsonObject link(String id, String type, String title) {
    return JsonValue.object().put("id", id).put("type", type).put("title", title).build();
  }

  /** The result of an election in the area of a publisher. */
  static Optional<AreaResult> result(Publisher publisher, DayState state, int election) {
    List<ElectionState> all = List.copyOf(state.result().elections());
    return election <= all.size()
        ? AreaResult.of(all.get(election - 1), publisher.area().id())
        : Optional.empty();
  }

  /** The result that a file shows, if its area lies in this one. */
  static Optional<AreaResult> within(AreaResult top, OneArea file) {
    if (file.vote() >= top.letters().votes() || file.area() > top.day().areas().size()) {
      return Optional.empty();
    }
    Area area = top.day().areas().area(file.area() - 1);
    return area.level() == file.level() && top.holds(area.id())
        ? AreaResult.of(top.state(), area.id())
        : Optional.empty();
  }

  /** The levels below an area, from the top. */
  static List<AreaLevel> levels(AreaResult top) {
    return top.withDescendants().stream()
        .map(result -> result.area().level())
        .filter(level -> level != top.area().level())
        .distinct()
        .sorted()
        .toList();
  }

  /** Every file of a publisher. */
  static Stream<ApiFile> all(Publisher publisher, DayState state) {
    return Stream.concat(
        Stream.of(new ApiFile.Day(), new ApiFile.Config()),
        publisher.results(state).stream().flatMap(ApiLinks::all));
  }

  private static Stream<ApiFile> all(AreaResult top) {
    int election = number(top);
    return Stream.concat(
        Stream.of(new ApiFile.OneElection(election)),
        IntStream.range(0, top.letters().votes())
            .boxed()
            .flatMap(
                vote ->
                    Stream.concat(
                        levels(top).stream()
                            .map(level -> new ApiFile.Overview(election, level, vote)),
                        top.withDescendants().stream()
                            .map(
                                result ->
                                    new OneArea(
                                        election, result.area().level(), place(result), vote)))));
  }
}

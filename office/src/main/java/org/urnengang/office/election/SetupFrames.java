package org.urnengang.office.election;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.urnengang.office.platform.Texts;

/** Tells how far each step of a day in preparation has come. */
@Component
final class SetupFrames {
  static final String DAY = "day";
  static final String MAP = "map";
  static final String CHECK = "check";

  private static final List<Sheet> TABLES =
      List.of(
          Sheet.ELECTIONS,
          Sheet.AREAS,
          Sheet.BALLOT,
          Sheet.LISTS,
          Sheet.ROOMS,
          Sheet.STREETS,
          Sheet.PREVIOUS);

  private final DraftStore store;
  private final DraftCheck check;
  private final Texts texts;

  SetupFrames(DraftStore store, DraftCheck check, Texts texts) {
    this.store = store;
    this.check = check;
    this.texts = texts;
  }

  SetupFrame of(Draft draft, String current) {
    DraftCheck.Result result = check.of(draft);
    Map<Sheet, Integer> counts = store.counts(draft.id());
    String base = "/vorbereitung/" + draft.id();
    List<SetupFrame.Step> steps = new ArrayList<>();
    steps.add(step(DAY, base, dayState(result), 0));
    for (Sheet sheet : TABLES) {
      int count = counts.getOrDefault(sheet, 0);
      String address =
          sheet == Sheet.ELECTIONS ? base + "/wahlen" : base + "/tabelle/" + sheet.slug();
      steps.add(step(sheet.slug(), address, state(sheet, count, result), count));
      if (sheet == Sheet.STREETS) {
        steps.add(step(MAP, base + "/karte", mapState(draft, result), 0));
      }
    }
    String all = result.isComplete() ? "done" : "missing";
    steps.add(step(CHECK, base + "/pruefen", all, result.problems().size()));
    return new SetupFrame(
        draft.id(),
        texts.date(draft.facts().date()),
        draft.facts().title(),
        draft.facts().rehearsal(),
        draft.opened(),
        steps,
        current);
  }

  private SetupFrame.Step step(String key, String address, String state, int count) {
    return new SetupFrame.Step(key, address, texts.of("setup.step." + key), state, count);
  }

  private static String dayState(DraftCheck.Result result) {
    boolean here =
        result.problems().stream()
            .anyMatch(
                problem ->
                    problem.place() instanceof DraftProblem.Place.Day
                        || problem.sheet().filter(s -> s == Sheet.AUTHORITIES).isPresent());
    return here ? "missing" : "done";
  }

  private static String state(Sheet sheet, int count, DraftCheck.Result result) {
    Set<Sheet> wrong =
        result.problems().stream()
            .flatMap(problem -> problem.sheet().stream())
            .collect(Collectors.toSet());
    if (wrong.contains(sheet) || (count == 0 && !sheet.isOptional())) {
      return count == 0 ? "empty" : "missing";
    }
    return count == 0 ? "optional" : result.isSound(sheet.file()) ? "done" : "entered";
  }

  private String mapState(Draft draft, DraftCheck.Result result) {
    if (store.outlines(draft.id()).isEmpty()) {
      return "optional";
    }
    String file = "areas.geojson";
    return result.file().equals(file) ? "missing" : result.isSound(file) ? "done" : "entered";
  }
}

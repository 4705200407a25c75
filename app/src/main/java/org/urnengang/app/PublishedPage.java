package org.urnengang.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.urnengang.ledger.fold.ElectionState;
import org.urnengang.ledger.fold.ResultState;
import org.urnengang.ledger.json.JsonReader;
import org.urnengang.ledger.json.JsonSyntaxException;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonArray;
import org.urnengang.ledger.json.JsonValue.JsonInteger;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.ledger.json.JsonValue.JsonString;
import org.urnengang.ledger.seats.OutcomeJson;
import org.urnengang.ledger.verify.Verification.Problem;
import org.urnengang.rules.record.Letters;

/**
 * What a public node shows of one area.
 *
 * @param path where it was read
 * @param election the key of the election
 * @param area index of the area
 * @param version the version in which it last changed, as it says itself
 * @param shown the figures
 */
record PublishedPage(String path, String election, int area, long version, JsonObject shown) {

  /**
   * Reads a page.
   *
   * @throws JsonSyntaxException if it is no JSON object
   */
  static PublishedPage read(String path, String election, int area, byte[] answer) {
    if (JsonReader.read(answer) instanceof JsonObject shown) {
      return new PublishedPage(path, election, area, number(shown, "version"), shown);
    }
    throw new JsonSyntaxException(0, "kein Objekt");
  }

  /** How it differs from a state of its own version or of a later one. */
  List<Problem> against(ResultState state) {
    Optional<ElectionState> recounted = state.election(election);
    List<Problem> problems = new ArrayList<>();
    if (recounted.isEmpty()) {
      problems.add(new Problem(path, "Diese Wahl ist in diesem Stand noch nicht eröffnet."));
    } else if (recounted.get().changed(area) != version) {
      problems.add(
          new Problem(
              path,
              "Gezeigt ist Stand %d, zuletzt geändert ist das Gebiet in Stand %d."
                  .formatted(version, recounted.get().changed(area))));
    }
    recounted.ifPresent(found -> new Comparison(this, found, problems).run());
    return problems;
  }

  private static long number(JsonObject object, String name) {
    return object.members().get(name) instanceof JsonInteger(long value) ? value : 0;
  }

  private record Comparison(PublishedPage page, ElectionState election, List<Problem> problems) {
    void run() {
      JsonObject shown = page.shown();
      compare(shown, "A1", Letters.A1);
      compare(shown, "A2", Letters.A2);
      compare(shown, "B", Letters.B);
      if (!(shown.members().get("votes") instanceof JsonArray(List<JsonValue> votes))) {
        problem("Das Feld votes fehlt.");
        return;
      }
      compareSeats();
      Letters letters = election.letters();
      for (int vote = 0; vote < votes.size() && vote < letters.votes(); vote++) {
        if (votes.get(vote) instanceof JsonObject of) {
          compare(of, "invalid", letters.invalid(vote));
          compare(of, "valid", letters.valid(vote));
          compareOptions(of, vote);
        }
      }
    }

    private void problem(String what) {
      problems.add(new Problem(page.path(), what));
    }

    /** Seats stand at the top area of an election that has reports; elsewhere there are none. */
    private void compareSeats() {
      boolean top = page.area() == election.day().areas().indexOf(election.election().scope());
      boolean reported = JsonValue.of(true).equals(page.shown().members().get("reported"));
      Optional<JsonObject> recomputed =
          top && reported ? election.outcome().map(OutcomeJson::of) : Optional.empty();
      PublishedSeats.differences(page.shown().members().get("seats"), recomputed)
          .forEach(this::problem);
    }

    private void compareOptions(JsonObject vote, int index) {
      if (vote.members().get("options") instanceof JsonArray(List<JsonValue> options)) {
        for (JsonValue value : options) {
          if (value instanceof JsonObject option) {
            compareOption(option, index);
          }
        }
      }
    }

    private void compareOption(JsonObject option, int vote) {
      long no = number(option, "no");
      if (no < 1 || no > election.letters().options()) {
        problem("Einen Wahlvorschlag %d gibt es nicht.".formatted(no));
      } else {
        compare(option, "votes", election.letters().option(vote, (int) no));
      }
    }

    /** Nothing published is nothing to compare: an area without a report shows no number. */
    private void compare(JsonObject object, String name, int column) {
      if (object.members().get(name) instanceof JsonInteger(long published)) {
        long recomputed = election.tally().count(page.area(), column);
        if (published != recomputed) {
          String what =
              object.members().get("short") instanceof JsonString(String option) ? option : name;
          problem("%s ist %d, nachgerechnet %d.".formatted(what, published, recomputed));
        }
      }
    }
  }
}

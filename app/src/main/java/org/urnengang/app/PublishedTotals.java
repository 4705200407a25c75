package org.urnengang.app;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.urnengang.ledger.fold.ElectionState;
import org.urnengang.ledger.fold.ResultState;
import org.urnengang.ledger.json.JsonReader;
import org.urnengang.ledger.json.JsonSyntaxException;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonArray;
import org.urnengang.ledger.json.JsonValue.JsonInteger;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.ledger.json.JsonValue.JsonString;
import org.urnengang.ledger.log.HttpSource;
import org.urnengang.ledger.log.LogException;
import org.urnengang.ledger.log.LogSource;
import org.urnengang.ledger.seats.OutcomeJson;
import org.urnengang.ledger.verify.Verification.Problem;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.record.Letters;

/**
 * The totals that a public node shows, held against those recomputed from its ledger.
 *
 * @param compared areas that were compared
 * @param newer areas that the node has counted further meanwhile
 * @param problems totals that differ
 */
record PublishedTotals(int compared, int newer, List<Problem> problems) {
  /** Where nothing is published, nothing is compared. */
  static final PublishedTotals NONE = new PublishedTotals(0, 0, List.of());

  PublishedTotals {
    problems = List.copyOf(problems);
  }

  /**
   * Compares every area above the districts; nothing if the place is no public node.
   *
   * @param signed asked afterwards how many entries are signed: what is counted further must be
   */
  static PublishedTotals compare(
      HttpClient client, String place, ResultState state, LongSupplier signed) {
    return place.matches("(?i)https?://.*")
        ? new Comparison(new HttpSource(client, URI.create(place).resolve("/")), state).run(signed)
        : NONE;
  }

  private static final class Comparison {
    private final LogSource node;
    private final ResultState state;
    private final List<Problem> problems = new ArrayList<>();
    private int compared;
    private int newer;
    private long newest;

    Comparison(LogSource node, ResultState state) {
      this.node = node;
      this.state = state;
    }

    PublishedTotals run(LongSupplier signed) {
      for (ElectionState election : state.elections()) {
        for (int area = 0; area < election.day().areas().size(); area++) {
          boolean above = election.day().areas().area(area).level() != AreaLevel.DISTRICT;
          if (above && election.tally().covers(area)) {
            compare(election, area);
          }
        }
      }
      requireSigned(signed);
      return new PublishedTotals(compared, newer, problems);
    }

    /** A version that nobody signed would excuse any figure. */
    private void requireSigned(LongSupplier signed) {
      if (newer > 0 && newest > signed.getAsLong()) {
        problems.add(
            new Problem(
                LogSource.CHECKPOINT,
                "Veröffentlicht ist Stand %d, so viele Einträge sind nicht unterschrieben."
                    .formatted(newest)));
      }
    }

    private void compare(ElectionState election, int area) {
      String path =
          "%s/%s/%s.json"
              .formatted(
                  election.day().key(),
                  election.election().key(),
                  election.day().areas().area(area).id());
      try {
        Optional<byte[]> answer = node.read(path);
        if (answer.isEmpty()) {
          return;
        }
        if (!(JsonReader.read(answer.get()) instanceof JsonObject published)) {
          problems.add(new Problem(path, "Die Antwort ist kein JSON-Objekt."));
        } else if (number(published, "version") > state.version()) {
          newer++;
          newest = Math.max(newest, number(published, "version"));
        } else {
          compared++;
          compare(election, area, published, path);
        }
      } catch (LogException | JsonSyntaxException e) {
        problems.add(new Problem(path, String.valueOf(e.getMessage())));
      }
    }

    private void compare(ElectionState election, int area, JsonObject published, String path) {
      compare(election, area, path, published, "A1", Letters.A1);
      compare(election, area, path, published, "A2", Letters.A2);
      compare(election, area, path, published, "B", Letters.B);
      if (!(published.members().get("votes") instanceof JsonArray(List<JsonValue> votes))) {
        problems.add(new Problem(path, "Das Feld votes fehlt."));
        return;
      }
      compareSeats(election, area, published, path);
      Letters letters = election.letters();
      for (int vote = 0; vote < votes.size() && vote < letters.votes(); vote++) {
        if (votes.get(vote) instanceof JsonObject of) {
          compare(election, area, path, of, "invalid", letters.invalid(vote));
          compare(election, area, path, of, "valid", letters.valid(vote));
          compareOptions(election, area, path, of, vote);
        }
      }
    }

    /** Seats stand at the top area of an election that has reports; elsewhere there are none. */
    private void compareSeats(ElectionState election, int area, JsonObject published, String path) {
      boolean top = area == election.day().areas().indexOf(election.election().scope());
      boolean reported = JsonValue.of(true).equals(published.members().get("reported"));
      Optional<JsonObject> recomputed =
          top && reported ? election.outcome().map(OutcomeJson::of) : Optional.empty();
      PublishedSeats.differences(published.members().get("seats"), recomputed)
          .forEach(what -> problems.add(new Problem(path, what)));
    }

    private void compareOptions(
        ElectionState election, int area, String path, JsonObject vote, int index) {
      if (vote.members().get("options") instanceof JsonArray(List<JsonValue> options)) {
        for (JsonValue value : options) {
          if (value instanceof JsonObject option) {
            int no = Math.toIntExact(number(option, "no"));
            compare(election, area, path, option, "votes", election.letters().option(index, no));
          }
        }
      }
    }

    /** Nothing published is nothing to compare: an area without a report shows no number. */
    private void compare(
        ElectionState election, int area, String path, JsonObject object, String name, int column) {
      if (object.members().get(name) instanceof JsonInteger(long published)) {
        long recomputed = election.tally().count(area, column);
        if (published != recomputed) {
          String what =
              object.members().get("short") instanceof JsonString(String option) ? option : name;
          problems.add(
              new Problem(
                  path, "%s ist %d, nachgerechnet %d.".formatted(what, published, recomputed)));
        }
      }
    }

    private static long number(JsonObject object, String name) {
      return object.members().get(name) instanceof JsonInteger(long value) ? value : 0;
    }
  }
}

package org.urnengang.office.election;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.Previous;
import org.urnengang.rules.election.Question;
import org.urnengang.rules.election.Vote;

/** An election of the day as texts that people fill in, and as it stands in the folder. */
final class ElectionFields {
  static final String KEY = "key";
  static final String KIND = "kind";
  static final String LAW = "law";
  static final String SCOPE = "scope";
  static final String POLLS_CLOSE = "polls_close";
  static final String POLLS_CLOSE_LAW = "polls_close_law";
  static final String VOTES = "votes";
  static final String QUESTION = "question";
  static final String QUORUM = "quorum";
  static final String QUORUM_LAW = "quorum_law";
  static final String ENTITLED = "entitled";
  static final String INHABITANTS = "inhabitants";
  static final String REDUCTION = "reduction";
  static final String PREVIOUS_NAME = "previous_name";
  static final String PREVIOUS_DATE = "previous_date";
  static final String PREVIOUS_SOURCE = "previous_source";

  static final List<String> KEYS =
      List.of(
          KEY,
          "name",
          "title",
          KIND,
          LAW,
          SCOPE,
          POLLS_CLOSE,
          POLLS_CLOSE_LAW,
          VOTES,
          QUESTION,
          QUORUM,
          QUORUM_LAW,
          ENTITLED,
          INHABITANTS,
          REDUCTION,
          PREVIOUS_NAME,
          PREVIOUS_DATE,
          PREVIOUS_SOURCE);

  static final String ONE_VOTE = "vote Stimmen";
  static final String TWO_VOTES = "first Erststimmen, second Zweitstimmen";

  /** Where a value of the folder is filled in. */
  private static final Map<String, String> FIELD_OF_WAY =
      Map.of(
          "polls_close/at", POLLS_CLOSE,
          "polls_close/law", POLLS_CLOSE_LAW,
          "quorum/percent", QUORUM,
          "quorum/law", QUORUM_LAW,
          "previous/name", PREVIOUS_NAME,
          "previous/date", PREVIOUS_DATE,
          "previous/source", PREVIOUS_SOURCE);

  private static final ZoneId LEGAL_TIME = ZoneId.of("Europe/Berlin");

  private ElectionFields() {}

  /** The field behind the way to a value of an election, such as {@code polls_close/at}. */
  static String fieldOf(String way) {
    String first = way.contains("/") ? way.substring(0, way.indexOf('/')) : way;
    return FIELD_OF_WAY.getOrDefault(way, first);
  }

  /** The letters of the votes of an election. */
  static List<Vote> votes(DraftRow row) {
    List<Vote> votes = new ArrayList<>();
    for (String vote : row.get(VOTES).split(",", -1)) {
      String[] words = vote.strip().split(" ", 2);
      if (!words[0].isEmpty()) {
        votes.add(new Vote(words[0], words.length > 1 ? words[1].strip() : words[0]));
      }
    }
    return votes;
  }

  /** The election as it stands in {@code election.json}. */
  static JsonValue json(DraftRow row, LocalDate date) {
    JsonValue.Builder json = JsonValue.object();
    for (String key : List.of(KEY, "name", "title", KIND, LAW, SCOPE)) {
      json.put(key, row.get(key));
    }
    json.put(
        POLLS_CLOSE,
        JsonValue.object()
            .put("at", close(row.get(POLLS_CLOSE), date))
            .put("law", row.get(POLLS_CLOSE_LAW))
            .build());
    json.put(
        VOTES,
        JsonValue.of(
            votes(row).stream()
                .map(v -> JsonValue.object().put("key", v.key()).put("name", v.name()).build())
                .toList()));
    putQuestion(json, row);
    putPrevious(json, row);
    putSeats(json, row);
    return json.build();
  }

  /** A time that is none is left for the check to refuse. */
  private static String close(String typed, LocalDate date) {
    return typed.matches("([01][0-9]|2[0-3]):[0-5][0-9]")
        ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            date.atTime(LocalTime.parse(typed)).atZone(LEGAL_TIME))
        : typed;
  }

  private static void putQuestion(JsonValue.Builder json, DraftRow row) {
    if (!row.get(QUESTION).isEmpty() || !row.get(QUORUM).isEmpty()) {
      json.put(QUESTION, row.get(QUESTION));
      json.put(
          QUORUM,
          JsonValue.object()
              .put("percent", number(row.get(QUORUM)))
              .put("law", row.get(QUORUM_LAW))
              .build());
    }
    if (!row.get(ENTITLED).isEmpty()) {
      json.put(ENTITLED, number(row.get(ENTITLED)));
    }
  }

  private static void putPrevious(JsonValue.Builder json, DraftRow row) {
    if (!row.get(PREVIOUS_NAME).isEmpty()) {
      json.put(
          "previous",
          JsonValue.object()
              .put("name", row.get(PREVIOUS_NAME))
              .put("date", row.get(PREVIOUS_DATE))
              .put("source", row.get(PREVIOUS_SOURCE))
              .build());
    }
  }

  private static void putSeats(JsonValue.Builder json, DraftRow row) {
    List<JsonValue> inhabitants = new ArrayList<>();
    for (String line : row.get(INHABITANTS).split("[,;\n]", -1)) {
      String[] words = line.strip().split("[ :]+", -1);
      if (!words[0].isEmpty()) {
        boolean alone = words.length == 1;
        inhabitants.add(
            JsonValue.object()
                .put("area", alone ? row.get(SCOPE) : words[0])
                .put("number", number(words[words.length - 1]))
                .build());
      }
    }
    if (!inhabitants.isEmpty()) {
      json.put(INHABITANTS, JsonValue.of(inhabitants));
    }
    if (!row.get(REDUCTION).isEmpty()) {
      json.put(REDUCTION, number(row.get(REDUCTION)));
    }
  }

  /** A number, or the text that is none, which the check refuses. */
  private static JsonValue number(String typed) {
    String digits = typed.replace(".", "").replace("\u00a0", "").strip();
    return digits.matches("[0-9]{1,9}")
        ? JsonValue.of(Long.parseLong(digits))
        : JsonValue.of(typed);
  }

  /** The texts of an election that stands in a folder. */
  static DraftRow row(Election election, Optional<Previous> previous) {
    Map<String, String> cells = new TreeMap<>();
    cells.put(KEY, election.key());
    cells.put("name", election.name());
    cells.put("title", election.title());
    cells.put(KIND, election.kind().key());
    cells.put(LAW, election.law());
    cells.put(SCOPE, election.scope());
    OffsetDateTime at = election.pollsClose().at();
    cells.put(POLLS_CLOSE, at.atZoneSameInstant(LEGAL_TIME).toLocalTime().toString());
    cells.put(POLLS_CLOSE_LAW, election.pollsClose().law());
    cells.put(
        VOTES,
        election.votes().stream()
            .map(vote -> vote.key() + " " + vote.name())
            .collect(Collectors.joining(", ")));
    election.question().ifPresent(question -> put(cells, question));
    cells.put(
        INHABITANTS,
        election.seats().inhabitants().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", ")));
    if (election.seats().reduction() > 0) {
      cells.put(REDUCTION, Integer.toString(election.seats().reduction()));
    }
    previous.ifPresent(
        before -> {
          cells.put(PREVIOUS_NAME, before.name());
          cells.put(PREVIOUS_DATE, before.date().toString());
          cells.put(PREVIOUS_SOURCE, before.source());
        });
    return DraftRow.of(cells);
  }

  private static void put(Map<String, String> cells, Question question) {
    cells.put(QUESTION, question.text());
    cells.put(QUORUM, Integer.toString(question.quorumPercent()));
    cells.put(QUORUM_LAW, question.quorumLaw());
    question.entitled().ifPresent(number -> cells.put(ENTITLED, number.toString()));
  }
}

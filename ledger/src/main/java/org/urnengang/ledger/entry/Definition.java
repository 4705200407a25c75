package org.urnengang.ledger.entry;

import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.urnengang.ledger.entry.Entry.DefinitionPart;
import org.urnengang.ledger.entry.Entry.ElectionOpened;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.ledger.log.Hash;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.Authority;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.CandidateList;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.InvalidElection;
import org.urnengang.rules.election.Question;
import org.urnengang.rules.election.SeatTerms;

/**
 * Festlegung eines Wahltags: an {@link ElectionDay} in parts that each fit an entry. The first part
 * holds the day itself with its {@code authorities} and {@code elections}, the others hold slices
 * of {@code areas}, {@code options} and {@code ballots}, then of the background; where the first
 * would be too long, of authorities and elections too.
 */
public final class Definition {
  /** Leaves room for the frame of the entry and the names of the members. */
  private static final int LARGEST_SLICE = EntryCodec.LONGEST - 4_000;

  private Definition() {}

  /**
   * The entries that open a day: its definition in parts, then each election.
   *
   * @throws InvalidEntry if a single ballot is longer than an entry may be
   */
  public static List<Entry> entries(ElectionDay day, OffsetDateTime at) {
    List<JsonObject> contents = new ArrayList<>();
    contents.addAll(heads(day));
    contents.addAll(slices("areas", day.areas().areas(), Definition::area));
    for (Election election : day.elections()) {
      contents.addAll(slices("options", election.options(), option -> option(election, option)));
      contents.addAll(slices("ballots", election.ballots(), ballot -> ballot(election, ballot)));
      contents.addAll(slices("lists", election.seats().lists(), list -> list(election, list)));
    }
    contents.addAll(BackgroundParts.slices(day.background()));
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < contents.size(); i++) {
      entries.add(new DefinitionPart(at, i + 1, contents.size(), contents.get(i)));
    }
    String sha256 = sha256(entries.stream().map(EntryCodec::encode).toList());
    for (Election election : day.elections()) {
      entries.add(
          new ElectionOpened(
              at, election.key(), election.law(), parameters(election), contents.size(), sha256));
    }
    return entries;
  }

  /** SHA-256 over the payloads of all parts, hexadecimal. */
  public static String sha256(Collection<byte[]> parts) {
    MessageDigest digest = Hash.sha256();
    parts.forEach(digest::update);
    return HexFormat.of().formatHex(digest.digest());
  }

  /** What the law leaves to this election, as its opening names it. */
  public static SortedMap<String, String> parameters(Election election) {
    SortedMap<String, String> parameters = new TreeMap<>();
    parameters.put(
        "polls_close",
        EntryTime.text(election.pollsClose().at()) + " " + election.pollsClose().law());
    election
        .question()
        .ifPresent(
            question ->
                parameters.put("quorum", question.quorumPercent() + " % " + question.quorumLaw()));
    SeatTerms seats = election.seats();
    seats
        .inhabitants()
        .forEach((area, number) -> parameters.put("inhabitants " + area, number.toString()));
    if (seats.reduction() > 0) {
      parameters.put("reduction", String.valueOf(seats.reduction()));
    }
    return parameters;
  }

  static <T> List<JsonObject> slices(String name, List<T> items, Function<T, JsonObject> json) {
    List<JsonObject> slices = new ArrayList<>();
    List<JsonObject> open = new ArrayList<>();
    int size = 0;
    for (T item : items) {
      JsonObject object = json.apply(item);
      int length = CanonicalJson.bytes(object).length + 1;
      if (size + length > LARGEST_SLICE) {
        slices.add(JsonValue.object().put(name, JsonValue.of(open)).build());
        open.clear();
        size = 0;
      }
      open.add(object);
      size += length;
    }
    if (!open.isEmpty()) {
      slices.add(JsonValue.object().put(name, JsonValue.of(open)).build());
    }
    return slices;
  }

  /** The day with its authorities and elections, in further parts where one is not enough. */
  private static List<JsonObject> heads(ElectionDay day) {
    List<JsonObject> slices = new ArrayList<>(List.of(head(day).build()));
    slices.addAll(slices("authorities", day.authorities(), Definition::authority));
    slices.addAll(slices("elections", day.elections(), Definition::election));
    JsonObject whole =
        head(day)
            .put("authorities", array(day.authorities(), Definition::authority))
            .put("elections", array(day.elections(), Definition::election))
            .build();
    return CanonicalJson.bytes(whole).length <= LARGEST_SLICE ? List.of(whole) : slices;
  }

  private static JsonValue.Builder head(ElectionDay day) {
    return JsonValue.object()
        .put("date", day.date().toString())
        .put("rehearsal", JsonValue.of(day.rehearsal()))
        .put("title", day.title())
        .put("subtitle", day.subtitle())
        .put("ledger", day.ledger())
        .put("source", day.source());
  }

  private static <T> JsonValue array(Collection<T> items, Function<T, JsonValue> json) {
    return JsonValue.of(items.stream().map(json).toList());
  }

  private static JsonObject authority(Authority authority) {
    JsonValue.Builder o =
        JsonValue.object().put("key", authority.key()).put("name", authority.name());
    authority.verificationKey().ifPresent(vkey -> o.put("vkey", vkey));
    return o.build();
  }

  private static JsonObject election(Election election) {
    JsonValue.Builder o =
        JsonValue.object()
            .put("key", election.key())
            .put("name", election.name())
            .put("title", election.title())
            .put("kind", election.kind().key())
            .put("law", election.law())
            .put("scope", election.scope())
            .put("polls_close", EntryTime.text(election.pollsClose().at()))
            .put("polls_close_law", election.pollsClose().law())
            .put(
                "votes",
                array(
                    election.votes(),
                    vote ->
                        JsonValue.object()
                            .put("key", vote.key())
                            .put("name", vote.name())
                            .build()));
    election.question().ifPresent(question -> o.put("question", question(question)));
    SeatTerms seats = election.seats();
    if (!seats.inhabitants().isEmpty()) {
      JsonValue.Builder inhabitants = JsonValue.object();
      seats.inhabitants().forEach(inhabitants::put);
      o.put("inhabitants", inhabitants.build());
    }
    if (seats.reduction() > 0) {
      o.put("reduction", seats.reduction());
    }
    return o.build();
  }

  private static JsonObject question(Question question) {
    JsonValue.Builder o =
        JsonValue.object()
            .put("text", question.text())
            .put("percent", question.quorumPercent())
            .put("law", question.quorumLaw());
    question.entitled().ifPresent(entitled -> o.put("entitled", entitled));
    return o.build();
  }

  private static JsonObject area(Area area) {
    JsonValue.Builder o =
        JsonValue.object()
            .put("id", area.id())
            .put("level", area.level().key())
            .put("name", area.name())
            .put("parents", array(area.parents(), JsonValue::of));
    area.district()
        .ifPresent(
            district -> {
              o.put("kind", district.kind().key()).put("authority", district.authority());
              district.mergedInto().ifPresent(into -> o.put("merged_into", into));
              if (!district.elections().isEmpty()) {
                o.put("elections", array(new TreeSet<>(district.elections()), JsonValue::of));
              }
            });
    return o.build();
  }

  private static JsonObject option(Election election, BallotOption option) {
    return JsonValue.object()
        .put("election", election.key())
        .put("no", option.no())
        .put("short", option.shortName())
        .put("name", option.name())
        .put("color", option.color())
        .put("color_dark", option.colorDark())
        .build();
  }

  private static JsonObject ballot(Election election, Ballot ballot) {
    return JsonValue.object()
        .put("election", election.key())
        .put("vote", ballot.vote())
        .put("scope", ballot.scope())
        .put("lines", array(ballot.lines(), Definition::line))
        .build();
  }

  private static JsonObject list(Election election, CandidateList list) {
    return JsonValue.object()
        .put("election", election.key())
        .put("scope", list.scope())
        .put("no", list.no())
        .put("persons", array(list.persons(), JsonValue::of))
        .build();
  }

  private static JsonObject line(Ballot.Line line) {
    JsonValue.Builder o = JsonValue.object().put("no", line.no());
    line.nominee().ifPresent(nominee -> o.put("nominee", nominee));
    return o.build();
  }

  /**
   * The day that these parts define.
   *
   * @param contents the contents of all parts in their order
   * @throws InvalidEntry if they define none
   */
  public static ElectionDay day(List<JsonObject> contents) {
    try {
      return new DefinitionReader(contents).day();
    } catch (InvalidElection | DateTimeException e) {
      throw new InvalidEntry(String.valueOf(e.getMessage()), e);
    }
  }
}

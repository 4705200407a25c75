package org.urnengang.ledger.entry;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.urnengang.ledger.entry.Entry.Adopted;
import org.urnengang.ledger.entry.Entry.Amendable;
import org.urnengang.ledger.entry.Entry.Amended;
import org.urnengang.ledger.entry.Entry.Corrected;
import org.urnengang.ledger.entry.Entry.Declared;
import org.urnengang.ledger.entry.Entry.DefinitionPart;
import org.urnengang.ledger.entry.Entry.DistrictReported;
import org.urnengang.ledger.entry.Entry.ElectionOpened;
import org.urnengang.ledger.entry.Entry.Estimate;
import org.urnengang.ledger.entry.Entry.LotDrawn;
import org.urnengang.ledger.entry.Entry.Merged;
import org.urnengang.ledger.entry.Entry.OfCount;
import org.urnengang.ledger.entry.Entry.OfElection;
import org.urnengang.ledger.entry.Entry.Status;
import org.urnengang.ledger.entry.Entry.Turnout;
import org.urnengang.ledger.entry.Entry.Withdrawn;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonReader;
import org.urnengang.ledger.json.JsonSyntaxException;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonObject;

/**
 * Entries as bytes: canonical JSON of at most {@value #LONGEST} bytes, its kind in {@code type}.
 */
public final class EntryCodec {
  /** The longest entry in bytes; tlog-tiles allows 65,535. */
  public static final int LONGEST = 60_000;

  private EntryCodec() {}

  /**
   * The bytes of an entry.
   *
   * @throws InvalidEntry if it is longer than {@value #LONGEST} bytes, or its time finer than a
   *     second
   */
  public static byte[] encode(Entry entry) {
    byte[] bytes = CanonicalJson.bytes(json(entry));
    if (bytes.length > LONGEST) {
      throw new InvalidEntry("Der Eintrag hat " + bytes.length + " statt höchstens " + LONGEST);
    }
    return bytes;
  }

  private static JsonObject json(Entry entry) {
    JsonValue.Builder o = JsonValue.object().put("at", EntryTime.text(entry.at()));
    return switch (entry) {
      case DefinitionPart e ->
          o.put("type", "definition")
              .put("part", e.part())
              .put("of", e.of())
              .put("content", e.content())
              .build();
      case Adopted e ->
          o.put("type", "adopted")
              .put("origin", e.origin())
              .put("index", e.index())
              .put("checkpoint", e.checkpoint())
              .put("proof", strings(e.proof()))
              .put("entry", json(e.entry()))
              .build();
      case OfCount e -> ofCount(e, o.put("election", e.election()));
      case OfElection e -> ofElection(e, o.put("election", e.election()));
    };
  }

  private static JsonObject ofElection(OfElection entry, JsonValue.Builder o) {
    return switch (entry) {
      case ElectionOpened e ->
          o.put("type", "opened")
              .put("law", e.law())
              .put("parameters", texts(e.parameters()))
              .put("parts", e.parts())
              .put("sha256", e.sha256())
              .build();
      case Merged e ->
          o.put("type", "merged")
              .put("district", e.district())
              .put("into", e.into())
              .put("reason", e.reason())
              .build();
      case Turnout e ->
          o.put("type", "turnout").put("area", e.area()).put("voters", e.voters()).build();
      case Amended e ->
          o.put("type", "amended")
              .put("what", word(e.what()))
              .put("before", e.before())
              .put("after", e.after())
              .put("reason", e.reason())
              .build();
      case OfCount e -> ofCount(e, o);
    };
  }

  private static JsonObject ofCount(OfCount entry, JsonValue.Builder o) {
    switch (entry) {
      case DistrictReported e ->
          o.put("type", "reported")
              .put("district", e.district())
              .put("figures", counts(e.figures()));
      case Corrected e ->
          o.put("type", "corrected")
              .put("district", e.district())
              .put("before", counts(e.before()))
              .put("after", counts(e.after()))
              .put("reason", e.reason());
      case Withdrawn e ->
          o.put("type", "withdrawn").put("district", e.district()).put("reason", e.reason());
      case Estimate e ->
          o.put("type", "estimate")
              .put("district", e.district())
              .put("figures", counts(e.figures()))
              .put("reason", e.reason());
      case LotDrawn e ->
          o.put("type", "lot")
              .put("area", e.area())
              .put("about", e.about())
              .put("candidates", strings(e.candidates()))
              .put("drawn", e.drawn())
              .put("by", e.by());
      case Declared e ->
          o.put("type", "declared").put("status", word(e.status())).put("by", e.by());
    }
    return o.build();
  }

  private static JsonObject counts(Map<String, Integer> counts) {
    JsonValue.Builder object = JsonValue.object();
    counts.forEach(object::put);
    return object.build();
  }

  private static JsonObject texts(Map<String, String> texts) {
    JsonValue.Builder object = JsonValue.object();
    texts.forEach(object::put);
    return object.build();
  }

  private static JsonValue strings(List<String> strings) {
    return JsonValue.of(strings.stream().map(JsonValue::of).toList());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The entry that these bytes spell.
   *
   * @throws InvalidEntry if they spell none
   */
  public static Entry decode(byte[] bytes) {
    if (bytes.length > LONGEST) {
      throw new InvalidEntry("länger als " + LONGEST + " Bytes");
    }
    Optional<DistrictReported> report = ReportReader.read(bytes);
    return report.isPresent() ? report.get() : decodeAny(bytes);
  }

  /**
   * Whether these bytes, which spell an entry, are the only ones that {@link #encode} would write.
   *
   * @throws InvalidEntry if they spell none
   */
  public static boolean isCanonical(byte[] bytes) {
    return ReportReader.read(bytes).isPresent() || Arrays.equals(encode(decodeAny(bytes)), bytes);
  }

  /** By way of a tree, whatever the entry is and however it is spelt. */
  static Entry decodeAny(byte[] bytes) {
    try {
      if (JsonReader.read(bytes) instanceof JsonObject object) {
        return entry(object);
      }
    } catch (JsonSyntaxException e) {
      throw new InvalidEntry(String.valueOf(e.getMessage()), e);
    }
    throw new InvalidEntry("kein JSON-Objekt");
  }

  private static Entry entry(JsonObject object) {
    Fields f = new Fields(object);
    Entry entry = entry(f);
    f.requireAllRead();
    return entry;
  }

  private static Entry entry(Fields f) {
    var at = f.time("at");
    return switch (f.text("type")) {
      case "definition" ->
          new DefinitionPart(at, f.count("part"), f.count("of"), f.object("content"));
      case "adopted" ->
          new Adopted(
              at,
              f.text("origin"),
              f.number("index"),
              f.text("checkpoint"),
              f.strings("proof"),
              adopted(f.object("entry")));
      case String type -> ofElection(type, f);
    };
  }

  private static OfElection adopted(JsonObject object) {
    if (entry(object) instanceof OfElection inner) {
      return inner;
    }
    throw new InvalidEntry("Übernommen werden nur Einträge einer Wahl");
  }

  private static OfElection ofElection(String type, Fields f) {
    var at = f.time("at");
    String election = f.text("election");
    return switch (type) {
      case "opened" ->
          new ElectionOpened(
              at,
              election,
              f.text("law"),
              f.texts("parameters"),
              f.count("parts"),
              f.text("sha256"));
      case "merged" ->
          new Merged(at, election, f.text("district"), f.text("into"), f.text("reason"));
      case "turnout" -> new Turnout(at, election, f.text("area"), f.count("voters"));
      case "amended" ->
          new Amended(
              at,
              election,
              constant(Amendable.class, f.text("what")),
              f.text("before"),
              f.text("after"),
              f.text("reason"));
      default -> ofCount(type, at, election, f);
    };
  }

  private static OfCount ofCount(String type, OffsetDateTime at, String election, Fields f) {
    return switch (type) {
      case "reported" ->
          new DistrictReported(at, election, f.text("district"), f.counts("figures"));
      case "corrected" ->
          new Corrected(
              at,
              election,
              f.text("district"),
              f.counts("before"),
              f.counts("after"),
              f.text("reason"));
      case "withdrawn" -> new Withdrawn(at, election, f.text("district"), f.text("reason"));
      case "estimate" ->
          new Estimate(at, election, f.text("district"), f.counts("figures"), f.text("reason"));
      case "lot" ->
          new LotDrawn(
              at,
              election,
              f.text("area"),
              f.text("about"),
              f.strings("candidates"),
              f.text("drawn"),
              f.text("by"));
      case "declared" ->
          new Declared(at, election, constant(Status.class, f.text("status")), f.text("by"));
      default -> throw new InvalidEntry("die Art „" + type + "“ ist unbekannt");
    };
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word) {
    for (E constant : type.getEnumConstants()) {
      if (word(constant).equals(word)) {
        return constant;
      }
    }
    throw new InvalidEntry("„" + word + "“ ist hier unbekannt");
  }
}

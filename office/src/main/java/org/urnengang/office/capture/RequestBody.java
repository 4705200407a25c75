package org.urnengang.office.capture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonReader;
import org.urnengang.ledger.json.JsonSyntaxException;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonArray;
import org.urnengang.ledger.json.JsonValue.JsonBoolean;
import org.urnengang.ledger.json.JsonValue.JsonDouble;
import org.urnengang.ledger.json.JsonValue.JsonInteger;
import org.urnengang.ledger.json.JsonValue.JsonNull;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.ledger.json.JsonValue.JsonString;
import org.urnengang.rules.record.Report;

/**
 * The body of a request as it was sent.
 *
 * @param authority who reports, empty if the body does not say
 * @param report letters and numbers as written
 * @param reason the reason of a correction, empty if the body gives none
 */
record RequestBody(Optional<String> authority, Report report, Optional<String> reason) {
  private static final Set<String> MEMBERS = Set.of("authority", "figures", "subtotals", "reason");
  private static final int MOST_LETTERS = 500;
  private static final int MOST_SUBTOTALS = 3;
  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_KEY = 200;
  private static final char DELETE = 0x7f;

  /** The body is not what the interface describes; the message says where. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  /**
   * Reads a body.
   *
   * @param withFigures whether figures belong into it
   */
  static RequestBody read(byte[] bytes, boolean withFigures) throws Unreadable {
    JsonObject object = object(bytes);
    for (String member : object.members().keySet()) {
      boolean known = MEMBERS.contains(member) && (withFigures || member.equals("authority"));
      if (!known) {
        throw new Unreadable("„" + shortened(member) + "“ gehört nicht in diese Anfrage.");
      }
    }
    return new RequestBody(
        text(object, "authority"),
        new Report(
            withFigures ? figures(object) : Map.of(), withFigures ? subtotals(object) : Map.of()),
        text(object, "reason"));
  }

  private static JsonObject object(byte[] bytes) throws Unreadable {
    try {
      if (JsonReader.read(bytes) instanceof JsonObject object) {
        return object;
      }
    } catch (JsonSyntaxException e) {
      throw new Unreadable(shortened(String.valueOf(e.getMessage())) + '.');
    }
    throw new Unreadable("Erwartet wird ein JSON-Objekt.");
  }

  private static Optional<String> text(JsonObject object, String name) throws Unreadable {
    JsonValue value = object.members().get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof JsonString(String text) && isPlain(text)) {
      return Optional.of(text.strip());
    }
    throw new Unreadable(
        "„%s“ muss ein Text von höchstens %d Zeichen ohne Steuerzeichen sein."
            .formatted(name, LONGEST_TEXT));
  }

  /** Whether a text is short and can be shown: no control characters, no half surrogate pairs. */
  static boolean isPlain(String text) {
    return text.length() <= LONGEST_TEXT
        && text.codePoints()
            .noneMatch(
                c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }

  /** Whether an idempotency key has 1 to 200 visible ASCII characters. */
  static boolean isKey(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_KEY
        && text.chars().allMatch(c -> c > ' ' && c < DELETE);
  }

  private static Map<String, String> figures(JsonObject object) throws Unreadable {
    if (!(object.members().get("figures") instanceof JsonObject figures)) {
      throw new Unreadable("„figures“ fehlt oder ist kein Objekt.");
    }
    requireLetters(figures, "figures");
    Map<String, String> typed = HashMap.newHashMap(figures.members().size());
    figures.members().forEach((letter, value) -> typed.put(letter, written(value)));
    return typed;
  }

  private static Map<String, List<String>> subtotals(JsonObject object) throws Unreadable {
    JsonValue value = object.members().get("subtotals");
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof JsonObject subtotals)) {
      throw new Unreadable("„subtotals“ ist kein Objekt.");
    }
    requireLetters(subtotals, "subtotals");
    Map<String, List<String>> typed = new HashMap<>();
    for (Map.Entry<String, JsonValue> line : subtotals.members().entrySet()) {
      typed.put(line.getKey(), parts(line.getKey(), line.getValue()));
    }
    return typed;
  }

  private static List<String> parts(String letter, JsonValue value) throws Unreadable {
    if (value instanceof JsonArray(List<JsonValue> items) && items.size() <= MOST_SUBTOTALS) {
      return items.stream().map(RequestBody::written).toList();
    }
    throw new Unreadable("Die Zwischensummen von " + letter + " sind bis zu drei Zahlen.");
  }

  private static void requireLetters(JsonObject object, String name) throws Unreadable {
    if (object.members().size() > MOST_LETTERS) {
      throw new Unreadable("„" + name + "“ hat mehr als " + MOST_LETTERS + " Zeilen.");
    }
    for (String letter : object.members().keySet()) {
      if (!isLetter(letter)) {
        throw new Unreadable(
            "„"
                + shortened(letter)
                + "“ in „"
                + name
                + "“ ist kein Kennbuchstabe wie A1 oder D12.");
      }
    }
  }

  /** One capital and up to three digits. */
  private static boolean isLetter(String name) {
    boolean fits = !name.isEmpty() && name.length() <= 4 && isIn(name.charAt(0), 'A', 'Z');
    for (int i = 1; fits && i < name.length(); i++) {
      fits = isIn(name.charAt(i), '0', '9');
    }
    return fits;
  }

  private static boolean isIn(char c, char first, char last) {
    return c >= first && c <= last;
  }

  /** A value in the form in which it can be judged and shown; only whole numbers pass as digits. */
  private static String written(JsonValue value) {
    return switch (value) {
      case JsonInteger(long number) -> Long.toString(number);
      case JsonDouble(_, String digits) -> digits;
      case JsonString(String text) -> isPlain(text) ? '"' + text + '"' : "\"…\"";
      case JsonArray _ -> "[…]";
      case JsonObject _ -> "{…}";
      case JsonBoolean _, JsonNull _ -> CanonicalJson.text(value);
    };
  }

  private static String shortened(String text) {
    String plain = isPlain(text) ? text : "…";
    return plain.length() <= 60 ? plain : plain.substring(0, plain.offsetByCodePoints(0, 50)) + "…";
  }
}

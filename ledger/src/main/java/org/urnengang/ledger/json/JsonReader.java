package org.urnengang.ledger.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.urnengang.ledger.json.JsonValue.JsonArray;
import org.urnengang.ledger.json.JsonValue.JsonDouble;
import org.urnengang.ledger.json.JsonValue.JsonInteger;
import org.urnengang.ledger.json.JsonValue.JsonNull;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.ledger.json.JsonValue.JsonString;

/**
 * Reads JSON (RFC 8259) strictly: valid UTF-8, no duplicate names, no more than {@value #DEEPEST}
 * levels, nothing behind the value.
 */
public final class JsonReader {
  private static final int DEEPEST = 64;

  /** 2^53 has 16 digits. */
  private static final int LONGEST_INTEGER = 16;

  private final byte[] in;
  private int at;

  private JsonReader(byte[] in) {
    this.in = in;
  }

  /**
   * The value that these bytes spell.
   *
   * @throws JsonSyntaxException if they do not
   */
  public static JsonValue read(byte[] bytes) {
    JsonReader reader = new JsonReader(bytes);
    reader.skipBlanks();
    JsonValue value = reader.value(0);
    reader.skipBlanks();
    if (reader.at < bytes.length) {
      throw reader.error("hinter dem Wert steht noch etwas");
    }
    return value;
  }

  private JsonSyntaxException error(String what) {
    return new JsonSyntaxException(at, what);
  }

  private int peek() {
    if (at >= in.length) {
      throw error("hier bricht der Text ab");
    }
    return in[at];
  }

  private void skipBlanks() {
    while (at < in.length
        && (in[at] == ' ' || in[at] == '\n' || in[at] == '\r' || in[at] == '\t')) {
      at++;
    }
  }

  private void expect(char c) {
    if (peek() != c) {
      throw error("erwartet wird " + c);
    }
    at++;
  }

  private JsonValue value(int depth) {
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> new JsonString(string());
      case 't' -> word("true", JsonValue.of(true));
      case 'f' -> word("false", JsonValue.of(false));
      case 'n' -> word("null", JsonNull.NULL);
      default -> number();
    };
  }

  private JsonValue word(String word, JsonValue value) {
    for (int i = 0; i < word.length(); i++) {
      expect(word.charAt(i));
    }
    return value;
  }

  private int deeper(int depth) {
    if (depth == DEEPEST) {
      throw error("mehr als " + DEEPEST + " Ebenen");
    }
    return depth + 1;
  }

  private JsonObject object(int depth) {
    Members.Collector members = new Members.Collector();
    int inside = deeper(depth);
    expect('{');
    skipBlanks();
    if (peek() == '}') {
      at++;
      return new JsonObject(members.members());
    }
    while (true) {
      skipBlanks();
      int start = at;
      String name = name();
      skipBlanks();
      expect(':');
      skipBlanks();
      if (!members.add(name, value(inside))) {
        throw new JsonSyntaxException(start, "„" + name + "“ kommt zweimal vor");
      }
      if (isEnd('}')) {
        return new JsonObject(members.members());
      }
    }
  }

  private JsonArray array(int depth) {
    List<JsonValue> items = new ArrayList<>();
    int inside = deeper(depth);
    expect('[');
    skipBlanks();
    if (peek() == ']') {
      at++;
      return new JsonArray(items);
    }
    while (true) {
      skipBlanks();
      items.add(value(inside));
      if (isEnd(']')) {
        return new JsonArray(items);
      }
    }
  }

  private boolean isEnd(char end) {
    skipBlanks();
    if (peek() == end) {
      at++;
      return true;
    }
    expect(',');
    return false;
  }

  /** Names recur in every entry, so one string serves them all. */
  private String name() {
    int start = at + 1;
    int end = start;
    while (end < in.length && in[end] > '"' && in[end] != '\\') {
      end++;
    }
    if (peek() != '"' || end == in.length || in[end] != '"') {
      return string();
    }
    at = end + 1;
    return Names.of(in, start, end);
  }

  private String string() {
    expect('"');
    int start = at;
    boolean ascii = true;
    while (peek() != '"' && peek() != '\\') {
      ascii &= in[at] >= 0;
      requirePrintable();
      at++;
    }
    if (in[at] == '"') {
      String plain = ascii ? ascii(start) : utf8(start, at);
      at++;
      return plain;
    }
    return escaped(start);
  }

  private void requirePrintable() {
    if (in[at] >= 0 && in[at] < ' ') {
      throw error("Steuerzeichen in einer Zeichenkette");
    }
  }

  private String ascii(int start) {
    return new String(in, start, at - start, StandardCharsets.ISO_8859_1);
  }

  private String utf8(int start, int end) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(in, start, end - start))
          .toString();
    } catch (CharacterCodingException e) {
      throw new JsonSyntaxException(start, "kein gültiges UTF-8");
    }
  }

  private String escaped(int start) {
    StringBuilder text = new StringBuilder();
    int plain = start;
    while (peek() != '"') {
      if (in[at] == '\\') {
        text.append(utf8(plain, at));
        at++;
        text.append(escape());
        plain = at;
      } else {
        requirePrintable();
        at++;
      }
    }
    text.append(utf8(plain, at));
    at++;
    return wellFormed(text.toString(), start);
  }

  /** I-JSON (RFC 7493, 2.1), on which RFC 8785 builds, has no half surrogate pairs. */
  private static String wellFormed(String text, int start) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(text.charAt(i))) {
        throw new JsonSyntaxException(start, "ein halbes Surrogatpaar");
      }
    }
    return text;
  }

  private char escape() {
    int c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> (char) c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hex();
      default -> throw error("unbekannte Maskierung");
    };
  }

  private char hex() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0) {
        throw error("keine Hexadezimalziffer");
      }
      value = value * 16 + digit;
      at++;
    }
    return (char) value;
  }

  private JsonValue number() {
    int start = at;
    if (peek() == '-') {
      at++;
    }
    int first = at;
    digits();
    if (in[first] == '0' && at - first > 1) {
      throw new JsonSyntaxException(first, "führende Null");
    }
    if (at - first <= LONGEST_INTEGER && !continues()) {
      return integer(start, first);
    }
    fraction();
    exponent();
    return number(start);
  }

  private boolean continues() {
    return at < in.length && (in[at] == '.' || in[at] == 'e' || in[at] == 'E');
  }

  /** The digits from {@code first} on, at most {@value #LONGEST_INTEGER}. */
  private JsonValue integer(int start, int first) {
    long value = 0;
    for (int i = first; i < at; i++) {
      value = value * 10 + (in[i] - '0');
    }
    return value <= JsonInteger.LARGEST
        ? new JsonInteger(start == first ? value : -value)
        : number(start);
  }

  private void fraction() {
    if (at < in.length && in[at] == '.') {
      at++;
      digits();
    }
  }

  private void exponent() {
    if (at == in.length || (in[at] != 'e' && in[at] != 'E')) {
      return;
    }
    at++;
    if (peek() == '+' || peek() == '-') {
      at++;
    }
    digits();
  }

  private JsonValue number(int start) {
    try {
      String written = ascii(start);
      return new JsonDouble(Double.parseDouble(written), written);
    } catch (IllegalArgumentException e) {
      throw new JsonSyntaxException(start, "die Zahl ist nicht darstellbar");
    }
  }

  private void digits() {
    int start = at;
    while (at < in.length && in[at] >= '0' && in[at] <= '9') {
      at++;
    }
    if (at == start) {
      throw error("hier fehlt eine Ziffer");
    }
  }
}

package org.urnengang.ledger.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.urnengang.ledger.json.JsonValue.JsonArray;
import org.urnengang.ledger.json.JsonValue.JsonBoolean;
import org.urnengang.ledger.json.JsonValue.JsonDouble;
import org.urnengang.ledger.json.JsonValue.JsonInteger;
import org.urnengang.ledger.json.JsonValue.JsonNull;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.ledger.json.JsonValue.JsonString;

/** JSON Canonicalization Scheme (RFC 8785): one value has exactly one sequence of bytes. */
public final class CanonicalJson {
  private static final int FIRST_PRINTABLE = 0x20;

  private final StringBuilder out = new StringBuilder(256);

  private CanonicalJson() {}

  /** The canonical bytes of a value, UTF-8. */
  public static byte[] bytes(JsonValue value) {
    return text(value).getBytes(StandardCharsets.UTF_8);
  }

  /** The canonical text of a value. */
  public static String text(JsonValue value) {
    CanonicalJson writer = new CanonicalJson();
    writer.write(value);
    return writer.out.toString();
  }

  private void write(JsonValue value) {
    switch (value) {
      case JsonObject object -> writeObject(object);
      case JsonArray array -> writeArray(array);
      case JsonString string -> writeString(string.value());
      case JsonInteger integer -> out.append(integer.value());
      case JsonDouble number -> out.append(ecmaScript(number.value()));
      case JsonBoolean bool -> out.append(bool.value());
      case JsonNull _ -> out.append("null");
    }
  }

  private void writeObject(JsonObject object) {
    FixedMap<JsonValue> members = object.members();
    out.append('{');
    for (int i = 0; i < members.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      writeString(members.nameAt(i));
      out.append(':');
      write(members.valueAt(i));
    }
    out.append('}');
  }

  private void writeArray(JsonArray array) {
    out.append('[');
    for (Iterator<JsonValue> items = array.items().iterator(); items.hasNext(); ) {
      write(items.next());
      if (items.hasNext()) {
        out.append(',');
      }
    }
    out.append(']');
  }

  private void writeString(String value) {
    out.append('"');
    int written = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < FIRST_PRINTABLE || c == '"' || c == '\\' || Character.isSurrogate(c)) {
        out.append(value, written, i);
        writeUnusual(value, i, c);
        written = i + 1;
      }
    }
    if (written == 0) {
      out.append(value);
    } else {
      out.append(value, written, value.length());
    }
    out.append('"');
  }

  private void writeUnusual(String value, int at, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> {
        if (c < FIRST_PRINTABLE) {
          out.append("\\u00").append(hexDigit(c >> 4)).append(hexDigit(c & 0xF));
        } else {
          writeSurrogate(value, at, c);
        }
      }
    }
  }

  private void writeSurrogate(String value, int at, char c) {
    boolean loneHigh =
        Character.isHighSurrogate(c)
            && (at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1)));
    boolean loneLow =
        Character.isLowSurrogate(c)
            && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
    if (loneHigh || loneLow) {
      throw new IllegalArgumentException("Zeichen " + at + " ist ein halbes Surrogatpaar");
    }
    out.append(c);
  }

  private static char hexDigit(int value) {
    return Character.forDigit(value, 16);
  }

  /** Number::toString of ECMAScript (ECMA-262, 6.1.6.1.20), as RFC 8785, 3.2.2.3 asks. */
  static String ecmaScript(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(value + " ist in JSON nicht darstellbar");
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal shortest = shortest(Math.abs(value));
    String digits = shortest.unscaledValue().toString();
    int point = digits.length() - shortest.scale();
    String sign = value < 0 ? "-" : "";
    return sign + (-6 < point && point <= 21 ? plain(digits, point) : scientific(digits, point));
  }

  /** Double.toString has at least two digits even where one would do, as in 5e-324. */
  private static BigDecimal shortest(double value) {
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (digits.precision() == 2) {
      BigDecimal single = new BigDecimal(value).round(new MathContext(1, RoundingMode.HALF_EVEN));
      if (single.doubleValue() == value) {
        return single.stripTrailingZeros();
      }
    }
    return digits;
  }

  private static String plain(String digits, int point) {
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    if (digits.length() <= point) {
      return digits + "0".repeat(point - digits.length());
    }
    return digits.substring(0, point) + '.' + digits.substring(point);
  }

  private static String scientific(String digits, int point) {
    int exponent = point - 1;
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return mantissa + 'e' + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }
}

package org.urnengang.ledger.json;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A JSON value (RFC 8259) without duplicate names. */
public sealed interface JsonValue {

  /** An object; its names are kept in the order of RFC 8785 (UTF-16 code units). */
  record JsonObject(FixedMap<JsonValue> members) implements JsonValue {
    /** An object with these members. */
    public static JsonObject of(SortedMap<String, JsonValue> members) {
      return new JsonObject(Members.copyOf(members));
    }
  }

  /** An array. */
  record JsonArray(List<JsonValue> items) implements JsonValue {
    public JsonArray {
      items = List.copyOf(items);
    }
  }

  /** A string. */
  record JsonString(String value) implements JsonValue {}

  /** A whole number that a double holds exactly: its magnitude is at most 2^53. */
  record JsonInteger(long value) implements JsonValue {
    /** 2^53: beyond it, readers that use doubles lose digits. */
    public static final long LARGEST = 1L << 53;

    public JsonInteger {
      if (value > LARGEST || value < -LARGEST) {
        throw new IllegalArgumentException(value + " ist größer als 2^53");
      }
    }
  }

  /**
   * A number with a fraction or an exponent, or one beyond 2^53.
   *
   * @param value the nearest double
   * @param written its digits as they were read
   */
  record JsonDouble(double value, String written) implements JsonValue {
    public JsonDouble {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(value + " ist in JSON nicht darstellbar");
      }
    }

    /** A number in the digits of canonical JSON. */
    public JsonDouble(double value) {
      this(value, CanonicalJson.ecmaScript(value));
    }
  }

  /** True or false. */
  record JsonBoolean(boolean value) implements JsonValue {}

  /** Null. */
  enum JsonNull implements JsonValue {
    NULL
  }

  static JsonString of(String value) {
    return new JsonString(value);
  }

  static JsonInteger of(long value) {
    return new JsonInteger(value);
  }

  static JsonBoolean of(boolean value) {
    return new JsonBoolean(value);
  }

  static JsonArray of(List<? extends JsonValue> items) {
    return new JsonArray(List.copyOf(items));
  }

  /** An empty object to be filled by {@link Builder#put}. */
  static Builder object() {
    return new Builder();
  }

  /** Collects the members of an object. */
  final class Builder {
    private final TreeMap<String, JsonValue> members = new TreeMap<>();

    private Builder() {}

    public Builder put(String name, JsonValue value) {
      members.put(name, value);
      return this;
    }

    public Builder put(String name, String value) {
      return put(name, of(value));
    }

    public Builder put(String name, long value) {
      return put(name, of(value));
    }

    public JsonObject build() {
      return JsonObject.of(members);
    }
  }
}

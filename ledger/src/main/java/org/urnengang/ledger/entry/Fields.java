package org.urnengang.ledger.entry;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.urnengang.ledger.json.FixedMap;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonArray;
import org.urnengang.ledger.json.JsonValue.JsonBoolean;
import org.urnengang.ledger.json.JsonValue.JsonInteger;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.ledger.json.JsonValue.JsonString;

/** Reads the members of an object one by one and in the end refuses what nobody asked for. */
final class Fields {
  private final FixedMap<JsonValue> members;
  private final boolean[] read;

  Fields(JsonObject object) {
    this.members = object.members();
    this.read = new boolean[members.size()];
  }

  private InvalidEntry error(String name, String what) {
    return new InvalidEntry("Feld " + name + " " + what);
  }

  private Optional<JsonValue> member(String name) {
    int at = members.indexOf(name);
    if (at < 0) {
      return Optional.empty();
    }
    read[at] = true;
    return Optional.of(members.valueAt(at));
  }

  private JsonValue require(String name) {
    return member(name).orElseThrow(() -> error(name, "fehlt"));
  }

  String text(String name) {
    return text(name, require(name));
  }

  private String text(String name, JsonValue value) {
    if (value instanceof JsonString(String text)) {
      return text;
    }
    throw error(name, "ist kein Text");
  }

  /** Text that is left out when there is none. */
  Optional<String> optionalText(String name) {
    return member(name).map(value -> text(name, value));
  }

  boolean bool(String name) {
    if (require(name) instanceof JsonBoolean(boolean value)) {
      return value;
    }
    throw error(name, "ist weder true noch false");
  }

  long number(String name) {
    if (require(name) instanceof JsonInteger(long value)) {
      return value;
    }
    throw error(name, "ist keine ganze Zahl");
  }

  int count(String name) {
    return count(name, require(name));
  }

  Optional<Integer> optionalCount(String name) {
    return member(name).map(value -> count(name, value));
  }

  private int count(String name, JsonValue value) {
    if (value instanceof JsonInteger(long n) && n >= 0 && n <= Integer.MAX_VALUE) {
      return (int) n;
    }
    throw error(name, "ist keine Zahl ab 0");
  }

  OffsetDateTime time(String name) {
    return EntryTime.of(text(name));
  }

  SortedMap<String, Integer> counts(String name) {
    FixedMap<JsonValue> byLetter = object(name).members();
    String[] letters = new String[byLetter.size()];
    int[] counts = new int[letters.length];
    for (int at = 0; at < letters.length; at++) {
      letters[at] = byLetter.nameAt(at);
      counts[at] = count(letters[at], byLetter.valueAt(at));
    }
    return FigureMap.of(letters, counts);
  }

  /** Whole numbers from 0 on by name; none if the object is left out. */
  SortedMap<String, Long> optionalNumbers(String name) {
    SortedMap<String, Long> numbers = new TreeMap<>();
    if (member(name).isPresent()) {
      object(name).members().forEach((key, value) -> numbers.put(key, (long) count(key, value)));
    }
    return numbers;
  }

  SortedMap<String, String> texts(String name) {
    SortedMap<String, String> texts = new TreeMap<>();
    object(name).members().forEach((key, value) -> texts.put(key, text(key, value)));
    return Collections.unmodifiableSortedMap(texts);
  }

  JsonObject object(String name) {
    if (require(name) instanceof JsonObject object) {
      return object;
    }
    throw error(name, "ist kein Objekt");
  }

  <T> List<T> list(String name, Function<JsonValue, T> item) {
    if (!(require(name) instanceof JsonArray(List<JsonValue> items))) {
      throw error(name, "ist keine Liste");
    }
    List<T> list = new ArrayList<>(items.size());
    items.forEach(value -> list.add(item.apply(value)));
    return list;
  }

  List<String> strings(String name) {
    return list(name, value -> text(name, value));
  }

  List<String> optionalStrings(String name) {
    return members.containsKey(name) ? strings(name) : List.of();
  }

  private int integer(String name, JsonValue value) {
    if (value instanceof JsonInteger(long n) && n == (int) n) {
      return (int) n;
    }
    throw error(name, "ist keine ganze Zahl");
  }

  List<Integer> integers(String name) {
    return list(name, value -> integer(name, value));
  }

  /** Lists of whole numbers, none if the field is left out. */
  List<List<Integer>> optionalLists(String name) {
    if (!members.containsKey(name)) {
      return List.of();
    }
    return list(
        name,
        value -> {
          if (!(value instanceof JsonArray(List<JsonValue> items))) {
            throw error(name, "hat etwas anderes als Listen");
          }
          return items.stream().map(item -> integer(name, item)).toList();
        });
  }

  <T> Optional<T> optionalObject(String name, Function<Fields, T> reading) {
    return members.containsKey(name) ? Optional.of(whole(object(name), reading)) : Optional.empty();
  }

  private static <T> T whole(JsonObject object, Function<Fields, T> reading) {
    Fields fields = new Fields(object);
    T result = reading.apply(fields);
    fields.requireAllRead();
    return result;
  }

  <T> List<T> objects(String name, Function<Fields, T> item) {
    return list(
        name,
        value -> {
          if (!(value instanceof JsonObject o)) {
            throw error(name, "hat etwas anderes als Objekte");
          }
          return whole(o, item);
        });
  }

  /** Nothing may stand there that was not read. */
  void requireAllRead() {
    for (int at = 0; at < read.length; at++) {
      if (!read[at]) {
        throw error(members.nameAt(at), "ist unbekannt");
      }
    }
  }
}

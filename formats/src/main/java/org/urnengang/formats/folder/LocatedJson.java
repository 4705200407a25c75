package org.urnengang.formats.folder;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.json.JsonMapper;

/** A value of a JSON file that knows its place, so that a refusal can name line and column. */
final class LocatedJson {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final String file;
  private final int line;
  private final int column;
  private final String way;
  private final Value value;

  private LocatedJson(String file, TokenStreamLocation place, String way, Value value) {
    this.file = file;
    this.line = place.getLineNr();
    this.column = place.getColumnNr();
    this.way = way;
    this.value = value;
  }

  private sealed interface Value {}

  private record Text(String text) implements Value {}

  private record Whole(int number) implements Value {}

  private record Truth(boolean holds) implements Value {}

  private record Items(List<LocatedJson> items) implements Value {}

  private record Fields(Map<String, LocatedJson> byKey, Map<String, TokenStreamLocation> places)
      implements Value {}

  static LocatedJson read(Path path) {
    String file = StrictText.nameOf(path);
    try (JsonParser parser = MAPPER.createParser(StrictText.readAll(path))) {
      if (parser.nextToken() == null) {
        throw ElectionFolderException.at(file, 1, "Die Datei ist leer.");
      }
      LocatedJson root = read(file, parser, "");
      if (parser.nextToken() != null) {
        throw at(file, parser.currentTokenLocation(), "Nach der letzten Klammer steht noch etwas.");
      }
      return root;
    } catch (UnexpectedEndOfInputException e) {
      throw at(file, e.getLocation(), "Die Datei ist abgeschnitten: Es fehlen Klammern am Ende.");
    } catch (JacksonException e) {
      throw at(
          file,
          e.getLocation(),
          "Hier ist das JSON nicht lesbar. Bitte Klammern, Anführungszeichen und Kommas prüfen.");
    }
  }

  private static LocatedJson read(String file, JsonParser parser, String way) {
    TokenStreamLocation place = parser.currentTokenLocation();
    Value value =
        switch (parser.currentToken()) {
          case VALUE_STRING -> new Text(visible(file, place, parser.getString()));
          case VALUE_TRUE -> new Truth(true);
          case VALUE_FALSE -> new Truth(false);
          case VALUE_NUMBER_INT -> new Whole(wholeNumber(file, parser));
          case START_ARRAY -> items(file, parser, way);
          case START_OBJECT -> fields(file, parser, way);
          default -> throw at(file, place, "„" + parser.getString() + "“ kann hier nicht stehen.");
        };
    return new LocatedJson(file, place, way, value);
  }

  private static String visible(String file, TokenStreamLocation place, String text) {
    VisibleText.objection(text)
        .ifPresent(
            why -> {
              throw at(file, place, why);
            });
    return text;
  }

  private static int wholeNumber(String file, JsonParser parser) {
    try {
      return Integer.parseInt(parser.getString());
    } catch (NumberFormatException e) {
      throw at(file, parser.currentTokenLocation(), parser.getString() + " ist als Zahl zu groß.");
    }
  }

  private static Items items(String file, JsonParser parser, String way) {
    List<LocatedJson> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(read(file, parser, way + "/" + items.size()));
    }
    return new Items(items);
  }

  private static Fields fields(String file, JsonParser parser, String way) {
    Map<String, LocatedJson> byKey = new LinkedHashMap<>();
    Map<String, TokenStreamLocation> places = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      TokenStreamLocation place = parser.currentTokenLocation();
      String key = visible(file, place, parser.currentName());
      places.put(key, place);
      parser.nextToken();
      if (byKey.putIfAbsent(key, read(file, parser, way.isEmpty() ? key : way + "/" + key))
          != null) {
        throw at(file, place, "„" + key + "“ kommt zweimal vor. Bitte eins davon entfernen.");
      }
    }
    return new Fields(byKey, places);
  }

  private static ElectionFolderException at(String file, TokenStreamLocation place, String text) {
    return ElectionFolderException.at(
        file, place.getLineNr(), String.valueOf(place.getColumnNr()), "", text);
  }

  ElectionFolderException refused(String text) {
    return ElectionFolderException.at(file, line, String.valueOf(column), way, text);
  }

  /** Requires an object that has all needed keys and no other ones than those and the optional. */
  LocatedJson object(Set<String> needed, Set<String> optional) {
    fields()
        .places()
        .forEach(
            (key, place) -> {
              if (!needed.contains(key) && !optional.contains(key)) {
                throw at(
                    file, place, "Der Schlüssel „" + key + "“ ist unbekannt. Bitte entfernen.");
              }
            });
    for (String key : needed) {
      if (!fields().byKey().containsKey(key)) {
        throw refused("Der Schlüssel „" + key + "“ fehlt. Bitte ergänzen.");
      }
    }
    return this;
  }

  private Fields fields() {
    if (value instanceof Fields fields) {
      return fields;
    }
    throw refused("Hier gehört ein Objekt in geschweiften Klammern hin.");
  }

  /** A field that {@link #object} required. */
  LocatedJson at(String key) {
    return optional(key)
        .orElseThrow(() -> refused("Der Schlüssel „" + key + "“ fehlt. Bitte ergänzen."));
  }

  Optional<LocatedJson> optional(String key) {
    return Optional.ofNullable(fields().byKey().get(key));
  }

  List<LocatedJson> items() {
    if (value instanceof Items(var items)) {
      return items;
    }
    throw refused("Hier gehört eine Liste in eckigen Klammern hin.");
  }

  /** A text, maybe empty. */
  String text() {
    if (value instanceof Text(var text)) {
      return text;
    }
    throw refused("Hier gehört ein Text in Anführungszeichen hin.");
  }

  String neededText() {
    String text = text();
    if (text.isBlank()) {
      throw refused("Der Text ist leer. Bitte ausfüllen.");
    }
    return text;
  }

  int wholeNumber(int least, int most) {
    if (value instanceof Whole(var number) && number >= least && number <= most) {
      return number;
    }
    throw refused("Hier gehört eine ganze Zahl von " + least + " bis " + most + " hin.");
  }

  boolean truth() {
    if (value instanceof Truth(var holds)) {
      return holds;
    }
    throw refused("Hier gehört true oder false hin.");
  }

  /** The text as a date or time, refused with this sentence if it is none. */
  <T> T date(Function<String, T> reading, String otherwise) {
    String text = neededText();
    try {
      return reading.apply(text);
    } catch (DateTimeException e) {
      throw refused("„" + text + "“ " + otherwise);
    }
  }

  /** The text as one of the known words. */
  <T> T known(Function<String, Optional<T>> reading, String allowed) {
    String text = neededText();
    return reading
        .apply(text)
        .orElseThrow(() -> refused("„" + text + "“ ist unbekannt. Erlaubt: " + allowed + "."));
  }
}

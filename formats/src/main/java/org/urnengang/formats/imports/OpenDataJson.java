package org.urnengang.formats.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** open_data.json of votemanager: names of parties, of the area, and of the CSV files. */
final class OpenDataJson {
  private static final Pattern FIELD = Pattern.compile("[DF]([0-9]{1,3})( / F[0-9]{1,3})?");

  private final JsonNode root;

  private OpenDataJson(JsonNode root) {
    this.root = root;
  }

  /**
   * Reads the file.
   *
   * @throws BadFile if it is no JSON
   */
  static OpenDataJson read(SourceFile file) {
    try (GuardedBytes bytes = file.open()) {
      return new OpenDataJson(JsonMapper.shared().readTree(bytes.readText()));
    } catch (JacksonException e) {
      throw BadFile.of(file.name(), "Die Datei ist kein vollständiges JSON. Bitte neu laden.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of the parties of an election by their number; empty if the file does not say. */
  Map<Integer, String> parties(String election) {
    Map<Integer, String> names = new HashMap<>();
    for (JsonNode party : electionNode(election).path("parteien")) {
      Matcher field = FIELD.matcher(party.path("feld").asString(""));
      String name = party.path("wert").asString("").strip();
      if (field.matches() && !name.isEmpty()) {
        names.putIfAbsent(Integer.parseInt(field.group(1)), name);
      }
    }
    return names;
  }

  private JsonNode electionNode(String election) {
    JsonNode all = root.path("dateifelder");
    for (JsonNode one : all) {
      if (one.path("name").asString("").equals(election)) {
        return one;
      }
    }
    return all.size() == 1 ? all.path(0) : all.path(-1);
  }

  /** What the result graphics call the whole area. */
  Optional<String> areaTitle() {
    for (JsonNode graphic : root.path("ergebnisgrafiken")) {
      String title = graphic.path("link").path("title").asString("").strip();
      if (!title.isEmpty()) {
        return Optional.of(title);
      }
    }
    return Optional.empty();
  }

  /** The bare names of the CSV files. */
  List<String> files() {
    List<String> files = new ArrayList<>();
    for (JsonNode csv : root.path("csvs")) {
      String name = csv.path("url").asString("");
      if (name.matches("[A-Za-z0-9_.()-]+\\.csv")) {
        files.add(name);
      }
    }
    return files;
  }
}

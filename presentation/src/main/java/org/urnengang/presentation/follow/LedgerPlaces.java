package org.urnengang.presentation.follow;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.urnengang.ledger.json.JsonReader;
import org.urnengang.ledger.json.JsonSyntaxException;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonArray;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.ledger.json.JsonValue.JsonString;
import org.urnengang.ledger.log.FolderSource;
import org.urnengang.ledger.log.HttpSource;
import org.urnengang.ledger.log.LogException;
import org.urnengang.ledger.log.LogSource;

/** Finds the ledgers that an address or a folder holds. */
public final class LedgerPlaces {
  private static final List<String> HERE = List.of("", "log/");
  private static final int DEEPEST = 3;

  private final HttpClient client;

  public LedgerPlaces(HttpClient client) {
    this.client = client;
  }

  /**
   * The ledgers at a place: the log itself, a day, any page of a day, a node with all its days; or
   * a folder that is a log or holds some.
   *
   * @param place an {@code http} or {@code https} address, else a folder
   * @throws LogException if the place cannot be reached
   */
  public List<LogSource> find(String place) {
    return place.matches("(?i)https?://.*") ? at(address(place)) : in(Path.of(place), 0);
  }

  /** An address without query, ending with a slash. */
  private static URI address(String place) {
    try {
      URI address = URI.create(place);
      if (address.getHost() != null) {
        String path = address.getRawPath() + (address.getRawPath().endsWith("/") ? "" : "/");
        return URI.create(address.getScheme() + "://" + address.getRawAuthority() + path);
      }
    } catch (IllegalArgumentException e) {
      throw new LogException("„" + place + "“ ist keine Adresse", e);
    }
    throw new LogException("„" + place + "“ ist keine Adresse");
  }

  private List<LogSource> at(URI address) {
    for (URI base = address; ; base = base.resolve("..")) {
      for (String below : HERE) {
        LogSource source = new HttpSource(client, base.resolve(below));
        if (source.read(LogSource.CHECKPOINT).isPresent()) {
          return List.of(source);
        }
      }
      if (base.getPath().equals("/")) {
        return days(base);
      }
    }
  }

  private List<LogSource> days(URI root) {
    Optional<byte[]> answer = new HttpSource(client, root).read("api/v1/days");
    List<LogSource> logs = new ArrayList<>();
    for (String day : answer.map(LedgerPlaces::keys).orElse(List.of())) {
      logs.add(new HttpSource(client, root.resolve(day + "/log/")));
    }
    return logs;
  }

  private static List<String> keys(byte[] json) {
    List<String> keys = new ArrayList<>();
    try {
      if (JsonReader.read(json) instanceof JsonObject object
          && object.members().get("days") instanceof JsonArray(List<JsonValue> days)) {
        for (JsonValue day : days) {
          if (day instanceof JsonObject(var members)
              && members.get("key") instanceof JsonString(String key)
              && FollowedDays.DAY.matcher(key).matches()) {
            keys.add(key);
          }
        }
      }
    } catch (JsonSyntaxException e) {
      throw new LogException(
          "Die Liste der Wahltage ist nicht lesbar: " + new String(json, StandardCharsets.UTF_8),
          e);
    }
    return keys;
  }

  private static List<LogSource> in(Path folder, int depth) {
    for (String below : HERE) {
      Path log = folder.resolve(below);
      if (Files.isRegularFile(log.resolve(LogSource.CHECKPOINT))) {
        return List.of(new FolderSource(log));
      }
    }
    List<LogSource> logs = new ArrayList<>();
    if (depth < DEEPEST) {
      for (Path inner : folders(folder)) {
        logs.addAll(in(inner, depth + 1));
      }
    }
    return logs;
  }

  private static Iterable<Path> folders(Path folder) {
    TreeSet<Path> inner = new TreeSet<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, Files::isDirectory)) {
      found.forEach(inner::add);
    } catch (AccessDeniedException e) {
      return inner;
    } catch (IOException e) {
      throw new LogException(folder + " ist nicht lesbar", e);
    }
    return inner;
  }
}

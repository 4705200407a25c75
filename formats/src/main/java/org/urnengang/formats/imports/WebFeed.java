package org.urnengang.formats.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A state behind web addresses, fetched again only when it changed. */
final class WebFeed implements Feed {
  private static final long MOST_BYTES = 64L << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String JSON = "open_data.json";
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  private final List<URI> addresses;
  private final Path temporary;
  private final HttpClient client;
  private final Map<URI, Cached> cache = new HashMap<>();

  /** Whether a file changed since a state was given, maybe before another one failed. */
  private boolean changed;

  /** A file that was fetched, and how to ask whether it is still the same. */
  private record Cached(Path file, Optional<String> etag, Optional<String> lastModified) {}

  /** The server's answer cannot be used. */
  private static final class BadAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    BadAnswer(String reason) {
      super(reason);
    }
  }

  /**
   * @throws IllegalArgumentException if an address is not http or https
   */
  WebFeed(List<URI> addresses) {
    for (URI address : addresses) {
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      if (!List.of("http", "https").contains(scheme) || address.getHost() == null) {
        throw new IllegalArgumentException(
            address + ": Gefolgt wird nur Adressen, die mit http:// oder https:// beginnen.");
      }
    }
    this.addresses = List.copyOf(addresses);
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    try {
      this.temporary = Files.createTempDirectory("urnengang-night-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Fetch next() {
    String name = String.valueOf(addresses.getFirst());
    try {
      List<Path> files = new ArrayList<>();
      for (URI address : addresses) {
        fetch(address, files);
        if (fileName(address).equals(JSON)) {
          fetchListed(address, files);
        }
      }
      if (!changed) {
        return new Fetch.Nothing();
      }
      changed = false;
      return new Fetch.Files(name, files, newest());
    } catch (BadAnswer | BadFile e) {
      return new Fetch.Failed(name, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return new Fetch.Failed(
          name, "Die Quelle antwortet nicht oder bricht ab (" + e.getMessage() + ").");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Fetch.Failed(name, "Beim Warten auf die Quelle unterbrochen.");
    }
  }

  /** The CSV files that open_data.json lists, which lie beside it. */
  private void fetchListed(URI json, List<Path> files)
      throws IOException, InterruptedException, BadAnswer {
    OpenDataJson list = OpenDataJson.read(SourceFile.on(files.getLast()));
    for (String file : list.files()) {
      fetch(json.resolve(file), files);
    }
  }

  /** Fetches a file into the list and notices whether it is another one than last time. */
  private void fetch(URI address, List<Path> files)
      throws IOException, InterruptedException, BadAnswer {
    Optional<Cached> before = Optional.ofNullable(cache.get(address));
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE).GET();
    before.flatMap(Cached::etag).ifPresent(tag -> request.header("If-None-Match", tag));
    before
        .flatMap(Cached::lastModified)
        .ifPresent(time -> request.header("If-Modified-Since", time));
    HttpResponse<InputStream> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() == NOT_MODIFIED && before.isPresent()) {
        files.add(before.get().file());
        return;
      }
      if (response.statusCode() != OK) {
        throw new BadAnswer(
            "%s antwortet mit %d%s."
                .formatted(
                    address,
                    response.statusCode(),
                    response
                        .headers()
                        .firstValue("Location")
                        .map(place -> " und verweist auf " + place)
                        .orElse("")));
      }
      files.add(stored(address, response, body));
      changed = true;
    }
  }

  private Path stored(URI address, HttpResponse<InputStream> response, InputStream body)
      throws IOException, BadAnswer {
    Path folder = Files.createDirectories(temporary.resolve(String.valueOf(place(address))));
    Path file = folder.resolve(fileName(address));
    byte[] block = new byte[1 << 14];
    long total = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int size = body.read(block); size >= 0; size = body.read(block)) {
        total += size;
        if (total > MOST_BYTES) {
          throw new BadAnswer(
              "%s liefert mehr als %d MB. Das ist keine Ergebnisdatei."
                  .formatted(address, MOST_BYTES >> 20));
        }
        out.write(block, 0, size);
      }
    }
    cache.put(
        address,
        new Cached(
            file,
            response.headers().firstValue("ETag"),
            response.headers().firstValue("Last-Modified")));
    return file;
  }

  /** Files of one directory lie together, as they do at the source. */
  private int place(URI address) {
    List<String> known = new ArrayList<>();
    for (URI one : addresses) {
      known.add(String.valueOf(one.resolve(".")));
    }
    return known.indexOf(String.valueOf(address.resolve(".")));
  }

  private static String fileName(URI address) {
    String path = Optional.ofNullable(address.getPath()).orElse("");
    String name = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^\\p{L}0-9_.()-]+", "-");
    return name.replace(".", "").isEmpty() ? "daten.csv" : name;
  }

  private Optional<Instant> newest() {
    return cache.values().stream()
        .flatMap(cached -> cached.lastModified().stream())
        .flatMap(text -> time(text).stream())
        .max(Comparator.naturalOrder());
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    client.close();
    try (Stream<Path> walk = Files.walk(temporary)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.urnengang.presentation.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.urnengang.presentation.exchange.Exchange;
import org.urnengang.presentation.follow.FollowedDay;
import org.urnengang.presentation.follow.FollowedDays;
import org.urnengang.presentation.follow.LedgerPlaces;
import org.urnengang.presentation.follow.SourceFollower;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.site.Address;
import org.urnengang.presentation.site.Address.AssetFile;
import org.urnengang.presentation.site.Address.OfContent;
import org.urnengang.presentation.site.Query;
import org.urnengang.presentation.votemanager.Votemanager;
import org.urnengang.web.Assets;

/**
 * The whole public site of the newest versions as files for any web server or object store: what
 * pages lead to, the data of every area, and the logs. A page is the {@code index.html} of a folder
 * with its name, data without an ending its {@code index.json}, so addresses stay the same.
 */
public final class StaticSite {
  private static final String DIRECTORY = "/behoerden.json";
  private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"#?]*)[^\"]*\"");

  private final FollowedDays days;
  private final Library library;
  private final Outside outside;
  private final Path out;
  private final Set<String> seen = new HashSet<>();
  private final Deque<String> open = new ArrayDeque<>();
  private int files;

  private StaticSite(PublicNodeSettings settings, FollowedDays days, Path out) {
    this.days = days;
    this.outside = new Outside(settings.publicUrl());
    this.out = out;
    this.library =
        new Library(
            days,
            Assets.load(),
            outside.base(""),
            settings.operator(),
            settings.pageBytes(),
            Runnable::run,
            Runnable::run);
  }

  /**
   * Reads the ledgers once, verifies them and writes everything.
   *
   * @param settings what a node would follow; its port is not used
   * @param out a folder that is empty or not there yet
   * @return number of files
   * @throws org.urnengang.ledger.log.LogException if a ledger cannot be read or does not verify
   */
  public static int write(PublicNodeSettings settings, Path out) {
    FollowedDays days = FollowedDays.load(settings.data(), settings.keys());
    try (HttpClient client = HttpClient.newHttpClient()) {
      LedgerPlaces places = new LedgerPlaces(client);
      settings.ledgers().forEach(place -> SourceFollower.once(places, place, days));
    }
    return new StaticSite(settings, days, out).write();
  }

  private int write() {
    Stream.of("/", "/opendata", "/openapi.yaml", "/robots.txt", DIRECTORY, "/api/v1/days")
        .forEach(this::see);
    Assets assets = Assets.load();
    assets.names().forEach(name -> see("/assets/" + assets.path(name)));
    for (FollowedDay day : days.all()) {
      seeDay(day);
      copyLog(day);
    }
    while (!open.isEmpty()) {
      write(open.remove());
    }
    return files;
  }

  private void see(String address) {
    if (seen.add(address)) {
      open.add(address);
    }
  }

  /** The data of every area, and for programs alone: no page leads to them one by one. */
  private void seeDay(FollowedDay day) {
    String root = "/" + day.day();
    Stream.of("/", ".json", "/corrections", "/outstanding", "/feed.atom")
        .forEach(end -> see(root + end));
    day.read(
        state -> {
          state
              .result()
              .elections()
              .forEach(
                  election -> {
                    String key = root + "/" + election.election().key();
                    Stream.of("/", ".json", ".csv", ".svg", "/options.csv")
                        .forEach(end -> see(key + end));
                    String api = "/api/v1" + key + "/" + election.election().scope() + "/";
                    Stream.of(Exchange.values()).forEach(format -> see(api + format.file()));
                    for (AreaResult area : AreaResult.top(election).withDescendants()) {
                      Stream.of("", ".json", ".csv", ".svg")
                          .forEach(end -> see(key + "/" + area.area().id() + end));
                    }
                  });
          Votemanager.interfaceAddresses(state).forEach(this::see);
          return files;
        });
  }

  private void write(String address) {
    Optional<Prepared> found =
        switch (Query.parse(address, "").orElse(null)) {
          case OfContent content -> library.prepared(outside.seen(content, "")).join();
          case AssetFile asset -> library.asset(asset.name());
          case null, default -> Optional.empty();
        };
    if (found.isEmpty()) {
      return;
    }
    Reply reply = found.get().reply(null, null);
    String type = type(reply);
    save(file(address, type), reply.body());
    if (type.startsWith("text/html") || address.equals(DIRECTORY)) {
      follow(address, new String(reply.body(), StandardCharsets.UTF_8));
    }
  }

  private static String type(Reply reply) {
    return reply.headers().stream()
        .filter(header -> header.name().equals("content-type"))
        .map(Reply.Header::value)
        .findFirst()
        .orElse("");
  }

  private static String file(String address, String type) {
    String path = address.substring(1).replaceAll("/$", "");
    if (path.substring(path.lastIndexOf('/') + 1).contains(".")) {
      return path;
    }
    String index = type.startsWith("text/html") ? "index.html" : "index.json";
    return path.isEmpty() ? index : path + "/" + index;
  }

  private void follow(String address, String text) {
    String plain = text.replace("\\\"", "\"").replace(outside.base(""), "");
    Matcher link = LINK.matcher(plain);
    while (link.find()) {
      String target = link.group(1).replace("&amp;", "&");
      if (target.startsWith("/") && !target.startsWith("//")) {
        see(target);
      } else if (target.matches("[A-Za-z0-9._-]+")) {
        see(address.substring(0, address.lastIndexOf('/') + 1) + target);
      }
    }
  }

  private void save(String path, byte[] bytes) {
    try {
      Path file = out.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      files++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The log itself, so that the files can be verified and followed like a node. */
  private void copyLog(FollowedDay day) {
    try (Stream<Path> log = Files.walk(day.folder())) {
      for (Path file : log.filter(Files::isRegularFile).toList()) {
        String path = day.folder().relativize(file).toString().replace('\\', '/');
        if (Address.parse("/" + day.day() + "/log/" + path).isPresent()) {
          save(day.day() + "/log/" + path, Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

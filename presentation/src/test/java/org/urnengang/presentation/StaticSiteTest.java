package org.urnengang.presentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.ledger.log.FolderSource;
import org.urnengang.ledger.log.VerifiedLog;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;
import org.urnengang.presentation.node.StaticSite;

/** The whole site as files: the same bytes as a node serves, and no link that leads nowhere. */
@Timeout(120)
class StaticSiteTest {
  private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"(/[^\"#?]*)");

  @TempDir Path folder;

  private Path export() {
    TestLog log = SmallDay.log().append(SmallDay.night());
    Path tiles = folder.resolve("tiles");
    log.writeTo(tiles);
    Path out = folder.resolve("out");
    PublicNodeSettings settings =
        PublicNodeSettings.of(0, folder.resolve("data")).following(List.of(tiles.toString()));
    assertThat(StaticSite.write(settings, out)).isGreaterThan(60);
    return out;
  }

  /** As web servers find a file: itself, or the index of a folder. */
  private static boolean isFound(Path root, String address) {
    Path path = root.resolve(address.substring(1));
    return Stream.of(path, path.resolve("index.html"), path.resolve("index.json"))
        .anyMatch(Files::isRegularFile);
  }

  @Test
  void every_link_of_every_page_leads_to_a_file() throws IOException {
    Path out = export();
    List<String> missing = new ArrayList<>();
    try (Stream<Path> pages = Files.walk(out)) {
      for (Path page : pages.filter(file -> file.toString().endsWith(".html")).toList()) {
        Matcher link = LINK.matcher(Files.readString(page, UTF_8));
        while (link.find()) {
          String target = link.group(1);
          if (!isFound(out, target) && !isFunction(target)) {
            missing.add(out.relativize(page) + " -> " + target);
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /** What only a running node can do: listen, search, draw a picture anew. */
  private static boolean isFunction(String target) {
    return target.endsWith("/events");
  }

  @Test
  void files_are_what_a_node_serves_and_the_log_verifies() throws IOException {
    Path out = export();
    TestLog log = SmallDay.log().append(SmallDay.night());
    String day = "/" + SmallDay.KEY;
    try (PublicNode node =
        PublicNode.start(PublicNodeSettings.of(0, folder.resolve("node")).onHost("127.0.0.1"))) {
      node.accept(log.key(), log.note(), 0, log.from(0));
      Http http = new Http(node);
      for (String path :
          List.of(
              day + "/bundestagswahl.json",
              day + "/bundestagswahl/wk-1.csv",
              "/20300505-probe/land/daten/opendata/Open-Data-land-Bundestagswahl-Land.csv",
              "/api/v1" + day + "/bundestagswahl/land/kerg.csv")) {
        assertThat(Files.readString(out.resolve(path.substring(1)), UTF_8))
            .as(path)
            .isEqualTo(http.text(path));
      }
    }
    FolderSource source = new FolderSource(out.resolve(SmallDay.KEY).resolve("log"));
    assertThat(VerifiedLog.entries(source, 0, log.size())).hasSize(log.size());
  }
}

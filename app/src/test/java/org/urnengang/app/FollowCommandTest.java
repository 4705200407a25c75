package org.urnengang.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.urnengang.app.SmallMayorNight.ONE;
import static org.urnengang.app.SmallMayorNight.ONE_CORRECTED;
import static org.urnengang.app.SmallMayorNight.OPEN;
import static org.urnengang.app.SmallMayorNight.TWO;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.office.Office;
import org.urnengang.office.OfficeSettings;

/** A neighbour's files are followed into a real office, through a restart and bad deliveries. */
class FollowCommandTest {
  @TempDir private Path root = Path.of("");

  @Test
  void a_neighbours_night_arrives_in_the_office() throws Exception {
    state("1800", OPEN, OPEN);
    importFirst("1800");
    try (Office office = OfficeCommand.start(settings())) {
      assertThat(follow(office)).isEqualTo(new Cli(0, "", ""));

      state("1810", ONE, OPEN);
      assertThat(follow(office).out()).contains("1810: 1 neue Meldungen, 0 Berichtigungen");
      assertThat(district(office, "01")).contains("\"state\":\"released\"", "\"D1\":300");
      assertThat(district(office, "02")).contains("\"state\":\"missing\"");

      SmallMayorNight.write(
          states(), "1820", SmallMayorNight.file(ONE_CORRECTED, TWO).substring(0, 220));
      Cli truncated = follow(office);
      assertThat(truncated.exit()).isEqualTo(1);
      assertThat(truncated.out()).contains("1820 ausgelassen", "abgeschnitten");
      assertThat(district(office, "01")).contains("\"D1\":300");

      state("1820", ONE_CORRECTED, TWO);
      assertThat(follow(office))
          .isEqualTo(
              new Cli(0, "1820: 1 neue Meldungen, 1 Berichtigungen, 0 nicht angenommen\n", ""));
      assertThat(follow(office)).as("nothing new after a restart").isEqualTo(new Cli(0, "", ""));
      assertThat(district(office, "01")).contains("\"D1\":200");
      assertThat(district(office, "02")).contains("\"D1\":250");

      String before = district(office, "01");
      state("1830", ONE, OPEN);
      state("1840", ONE_CORRECTED, TWO);
      assertThat(follow(office).out()).contains("1830 ausgelassen", "02 hatte schon gemeldet");
      assertThat(district(office, "01")).isEqualTo(before).contains("\"entry\":");

      Path folder = election().resolve("election.json");
      Files.writeString(folder, Files.readString(folder).replace("2020-03-29", "2020-03-22"));
      Cli elsewhere = follow(office, "--format", "json");
      assertThat(elsewhere.exit()).isEqualTo(1);
      assertThat(elsewhere.out()).contains("\"reports\":0", "DAY_UNKNOWN");
    }
  }

  @Test
  void wrong_use_is_explained_with_exit_2() {
    state("1810", ONE, TWO);
    importFirst("1810");
    String place = states().toString();
    String day = election().toString();

    assertThat(Cli.run("follow", "votemanager", place, "--election", root + "/nix"))
        .matches(run -> run.exit() == 2);
    assertThat(Cli.run("follow", "votemanager", place, place, "--election", day))
        .matches(run -> run.exit() == 2 && run.err().contains("nur einen Ordner"));
    assertThat(Cli.run("follow", "votemanager", "ftp://host/x.csv", "--election", day))
        .matches(run -> run.exit() == 2 && run.err().contains("http://"));
    assertThat(Cli.run("follow", "votemanager", place, "--election", day, "--every", "0"))
        .matches(run -> run.exit() == 2 && run.err().contains("--every"));
  }

  private void importFirst(String state) {
    String file = states().resolve(state).toString();
    Cli run = Cli.run("import", "votemanager", file, "--out", election().toString(), "--rehearsal");
    assertThat(run.exit()).as(run.out()).isZero();
  }

  private Path states() {
    return root.resolve("states");
  }

  private Path election() {
    return root.resolve("election");
  }

  private void state(String name, String first, String second) {
    SmallMayorNight.write(states(), name, SmallMayorNight.file(first, second));
  }

  private OfficeSettings settings() {
    return new OfficeSettings(
        0, root.resolve("office"), Optional.of(election()), Optional.empty(), List.of());
  }

  private Cli follow(Office office, String... more) {
    List<String> args =
        new ArrayList<>(List.of("follow", "votemanager", states().toString(), "--once"));
    args.addAll(List.of("--election", election().toString()));
    args.addAll(List.of("--office", "http://127.0.0.1:" + office.port()));
    args.addAll(List.of(more));
    return Cli.run(args.toArray(String[]::new));
  }

  private static String district(Office office, String number)
      throws IOException, InterruptedException {
    URI address =
        URI.create(
            "http://127.0.0.1:%d/api/2020-03-29-probe/buergermeister/09999132-%s"
                .formatted(office.port(), number));
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .header("Authorization", "Bearer " + office.rehearsalToken("Test"))
              .build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }
}

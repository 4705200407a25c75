package org.urnengang.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private static Stream<CommandLine> commands() {
    return Main.commandLine().getSubcommands().values().stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void every_command_explains_itself_and_each_option_in_german(CommandLine command) {
    assertThat(run(command.getCommandName(), "--help")).isZero();
    assertThat(out.toString()).startsWith("Aufruf: ").contains("Zeigt diese Hilfe.");
    assertThat(command.getCommandSpec().args())
        .allSatisfy(argument -> assertThat(argument.description()).isNotEmpty());
  }

  /** The list of commands shows the first line of each description. */
  @ParameterizedTest
  @MethodSource("commands")
  void a_description_begins_with_a_whole_sentence(CommandLine command) {
    assertThat(command.getCommandSpec().usageMessage().description()[0]).endsWith(".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          '' => Welcher Befehl?
          nix => „nix“ gibt es hier nicht.
          nix --help => „nix“ gibt es hier nicht.
          verify --nix --help => „--nix“ gibt es hier nicht.
          verify => URL|ORDNER fehlt.
          verify . --key => --key fehlt.
          night --election . --office a --office b => --office kann nur einmal angegeben werden.
          night --election . --clients 0 => --clients: „0“ passt nicht. Wie viele zugleich melden
          office --office-port abc => --office-port: „abc“ passt nicht. Port der Seiten
          presentation --public-port 65536 => --public-port: „65536“ passt nicht. Port der
          demo --speed 0 => --speed „0“: erlaubt sind
          office --election nix/da => --election: nix/da: Diesen Ordner gibt es nicht. Bitte den Pfad
          night --election nix/da => --election: nix/da: Diesen Ordner gibt es nicht.
          night --election pom.xml => --election: pom.xml ist kein Ordner.
          seats --law europa --data nix/da => nix/da: Den Ordner gibt es nicht.
          verify nix/da => URL|ORDNER: nix/da: Diesen Ordner gibt es nicht.
          verify ftp://x => URL|ORDNER: „ftp://x“ ist keine Adresse eines Protokolls. Erlaubt sind
          presentation --ledger nix/da => --ledger: nix/da: Diesen Ordner gibt es nicht.
          presentation --ledger ftp://x => --ledger: „ftp://x“ ist keine Adresse eines Protokolls.
          presentation --ledger http:///x => --ledger: „http:///x“ ist keine Adresse
          presentation --ledger . --operator nix => --operator: nix: Diese Datei gibt es nicht.
          export --ledger nix/da --out x => --ledger: nix/da: Diesen Ordner gibt es nicht.
          plausibility --records nix/da => --records: nix/da: Diese Datei gibt es nicht.
          import kerg nix/da --out x => nix/da gibt es nicht.
          follow kerg . --election nix/da => --election: nix/da: Diesen Ordner gibt es nicht.
          night --election . --office ftp://x => --office: „ftp://x“ ist keine Adresse
          bench fast => NAME: „fast“ passt nicht.
          """)
  void wrong_use_gets_a_sentence_and_ends_with_2(String arguments, String sentence) {
    assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).startsWith(sentence);
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "demo, --public-port",
    "demo, --office-port",
    "office, --office-port",
    "presentation, --public-port"
  })
  void a_port_in_use_is_named_before_anything_is_begun(
      String command, String option, @TempDir Path folder) throws IOException {
    Path data = folder.resolve("data");
    try (ServerSocket other = new ServerSocket(0)) {
      String port = Integer.toString(other.getLocalPort());
      String follow = command.equals("presentation") ? "--ledger=" + folder : "--speed=max";
      String[] arguments =
          command.equals("office")
              ? new String[] {command, option, port, "--data", data.toString()}
              : new String[] {command, option, port, "--data", data.toString(), follow};
      assertThat(run(arguments)).isEqualTo(2);
      assertThat(err.toString()).contains("Port " + port + " ist belegt").contains(option);
    }
    assertThat(Files.exists(data)).isFalse();
  }

  @Test
  void a_night_says_that_it_waits_for_a_silent_office_and_ends_with_1() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String office = "http://127.0.0.1:" + silent.getLocalPort();
      String day = Home.demoElection().toString();
      assertThat(run("night", "--election", day, "--office", office, "--patience", "4"))
          .isEqualTo(1);
      assertThat(err.toString())
          .contains("Das Wahlamt " + office + " antwortet nicht. Warten bis 4 s nach dem Start;")
          .contains("hat in 4 s nicht geantwortet, nichts wurde gesendet");
    }
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void the_version_is_told() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).startsWith("Urnengang ");
  }
}

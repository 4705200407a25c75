package org.urnengang.app;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.ElectionFolderException;
import org.urnengang.formats.imports.ImportFormat;
import org.urnengang.formats.imports.ImportOptions;
import org.urnengang.formats.imports.NightFollower;
import org.urnengang.formats.imports.Poll;
import org.urnengang.rehearsal.night.OfficeFeed;
import org.urnengang.rehearsal.night.Patience;
import org.urnengang.rules.election.ElectionDay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "follow",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Folgt der laufenden Nacht eines Nachbarn, der amtliche Dateien veröffentlicht.",
      "Neue Zahlen meldet es einem laufenden Wahlamt, andere als Berichtigung."
    })
final class FollowCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FORMAT", description = "Wie bei import.")
  private String format = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "ORDNER|URL",
      description = "Ein Ordner mit Ständen, oder Adressen, die zusammen ein Stand sind.")
  private List<String> places = new ArrayList<>();

  @Option(
      names = "--election",
      required = true,
      converter = Existing.Folder.class,
      paramLabel = "ORDNER",
      description = "Der Wahltag, wie ihn das Wahlamt hat (docs/election-folder.md).")
  private Path election = Path.of("");

  @Option(
      names = "--office",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "Adresse des Wahlamts (${DEFAULT-VALUE}).")
  private URI office = URI.create("");

  @Option(
      names = "--every",
      paramLabel = "SEKUNDEN",
      defaultValue = "10",
      description = "Pause, wenn es nichts Neues gibt (${DEFAULT-VALUE}).")
  private int every;

  @Option(
      names = "--once",
      description = "Nimmt, was jetzt da ist, und endet; mit 1, wenn etwas nicht ging.")
  private boolean once;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "Für Menschen oder für Programme (${DEFAULT-VALUE}).")
  private OutputFormat output = OutputFormat.TEXT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (every < 1) {
      throw Refusal.wrongUse("--every " + every + ": erlaubt sind Sekunden ab 1.");
    }
    ImportFormat known = ImportCommand.format(format);
    ElectionDay day = day();
    Account account = new Account(spec.commandLine().getOut(), output);
    try (OfficeFeed feed = new OfficeFeed(day, office, Patience.usual(), OfficeToken.find(office));
        NightFollower follower =
            follower(
                    known,
                    new NightFollower.Follow(day, clock(day), ImportOptions.defaults()),
                    feed)
                .fromLatest()) {
      follower.follow(Duration.ofSeconds(every), once ? account.untilSeen() : account::write);
    } catch (OfficeFeed.OfficeSilent e) {
      throw Refusal.failed("Das Wahlamt " + office + " antwortet nicht: " + e.getMessage());
    }
    return account.problems == 0 ? 0 : 1;
  }

  private ElectionDay day() {
    try {
      return ElectionFolder.read(election).day();
    } catch (ElectionFolderException e) {
      throw Refusal.wrongUse(String.valueOf(e.getMessage()));
    }
  }

  private NightFollower follower(ImportFormat known, NightFollower.Follow follow, OfficeFeed feed) {
    if (places.stream().noneMatch(place -> place.matches("(?i)[a-z]+://.*"))) {
      if (places.size() > 1) {
        throw Refusal.wrongUse("Bitte nur einen Ordner angeben; die Stände liegen darin.");
      }
      return NightFollower.ofFolder(known, Path.of(places.getFirst()), follow, feed);
    }
    try {
      return NightFollower.ofUrls(known, places.stream().map(URI::create).toList(), follow, feed);
    } catch (IllegalArgumentException e) {
      throw Refusal.wrongUse(String.valueOf(e.getMessage()));
    }
  }

  /** A rehearsal goes on from the close of its polls, as fast as real time. */
  private static InstantSource clock(ElectionDay day) {
    if (!day.rehearsal()) {
      return InstantSource.system();
    }
    Instant closed =
        day.elections().stream()
            .map(one -> one.pollsClose().at().toInstant())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    long start = System.nanoTime();
    return () -> closed.plusNanos(System.nanoTime() - start);
  }

  /** Writes what every look brought, a line each. */
  private static final class Account {
    private final PrintWriter out;
    private final OutputFormat output;
    private int problems;

    private Account(PrintWriter out, OutputFormat output) {
      this.out = out;
      this.output = output;
    }

    private boolean write(Poll poll) {
      switch (poll) {
        case Poll.Unchanged nothing -> {}
        case Poll.Same same -> {}
        case Poll.Skipped skipped -> {
          problems++;
          out.print(
              output == OutputFormat.JSON ? FollowText.json(skipped) : FollowText.of(skipped));
        }
        case Poll.Changed changed -> {
          problems += changed.refused().size();
          out.print(
              output == OutputFormat.JSON ? FollowText.json(changed) : FollowText.of(changed));
        }
      }
      out.flush();
      return true;
    }

    /** Until there is nothing that was not looked at: the same again means the same problem. */
    private Predicate<Poll> untilSeen() {
      return new Predicate<>() {
        private Poll before = new Poll.Same("");

        @Override
        public boolean test(Poll poll) {
          boolean more = !(poll instanceof Poll.Unchanged) && !poll.equals(before);
          before = poll;
          return more && write(poll);
        }
      };
    }
  }
}

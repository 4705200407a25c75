package org.urnengang.rehearsal.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.urnengang.formats.seats.BundestagFiles;
import org.urnengang.formats.seats.SeatFolder;
import org.urnengang.ledger.seats.LawBook;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.BundestagElection;
import org.urnengang.rules.seats.BundestagRules;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.SeatLaw;
import org.urnengang.rules.seats.SeatResult;
import org.urnengang.rules.seats.law.FirstImplementation;

/**
 * The Bundestag law of 2013 on the votes of 2017, one core: the whole calculation with its trail,
 * beside {@link SortedQuotients}. JMH measures; rounds alternate.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SeatsBench {
  private static final String DATA = "urnengang.bench.seats";
  private static final String PREFIX = "btw2017";

  private final BundestagElection election = read(Path.of(System.getProperty(DATA, "")));

  private final SeatLaw<BundestagElection, SeatResult> law =
      new FirstImplementation().law(Laws.BUNDESTAG_2013).orElseThrow();

  /** Reads the votes once; fails early where both do not come to the same. */
  @Setup
  public void check() {
    if (!(ours() instanceof Allocation.Allocated<SeatResult> allocated)
        || !allocated.result().parties().equals(peer())) {
      throw new IllegalStateException("the peer distributes other seats: " + peer());
    }
  }

  private static BundestagElection read(Path folder) {
    BundestagRules rules = BundestagRules.of(LawBook.data(Laws.BUNDESTAG_2013));
    return BundestagFiles.read(new SeatFolder(folder, Optional.of(PREFIX)), rules, true).election();
  }

  /** The law. */
  @Benchmark
  public Allocation<SeatResult> ours() {
    return law.calculate(election, Lots.none());
  }

  /** Sorted quotients. */
  @Benchmark
  public Object peer() {
    return SortedQuotients.parties(election);
  }

  /**
   * Runs the comparison.
   *
   * @param folder where the files of the election lie
   * @throws org.urnengang.formats.seats.SeatFileException if they cannot be read
   */
  public static BenchResult run(int rounds, Path folder) {
    read(folder);
    List<Double> ours = new ArrayList<>();
    List<Double> peer = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      ours.add(measure("ours", folder));
      peer.add(measure("peer", folder));
    }
    return new BenchResult("seats", "µs/calculation", ours, peer);
  }

  private static double measure(String method, Path folder) {
    try {
      RunResult result =
          new Runner(
                  new OptionsBuilder()
                      .include(
                          SeatsBench.class.getName().replace(".", "\\.") + "\\." + method + "$")
                      .jvmArgsAppend("-D" + DATA + "=" + folder.toAbsolutePath())
                      .forks(1)
                      .threads(1)
                      .warmupIterations(3)
                      .warmupTime(TimeValue.seconds(1))
                      .measurementIterations(3)
                      .measurementTime(TimeValue.seconds(1))
                      .verbosity(VerboseMode.SILENT)
                      .build())
              .runSingle();
      return result.getPrimaryResult().getScore();
    } catch (RunnerException e) {
      throw new IllegalStateException(e);
    }
  }
}

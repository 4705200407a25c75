package org.urnengang.rehearsal.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.urnengang.formats.imports.Import;
import org.urnengang.formats.imports.ImportFormat;
import org.urnengang.formats.imports.ImportOptions;
import org.urnengang.formats.imports.ImportResult;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.ledger.fold.ElectionState;
import org.urnengang.ledger.fold.Replay;
import org.urnengang.ledger.fold.ResultState;
import org.urnengang.ledger.log.FolderSource;
import org.urnengang.ledger.log.Hash;
import org.urnengang.ledger.log.VerifiedLog;
import org.urnengang.ledger.verify.Verification;
import org.urnengang.ledger.verify.Verifier;
import org.urnengang.rules.record.Letters;

/**
 * {@code bench fold} and {@code bench verify}: the ledger of all 91,753 districts of the European
 * election 2024, folded beside DuckDB, and verified beside the pure cost of hashing its bytes.
 */
public final class CountryBench {
  private static final String RESULTS = "Wbz_EW24_Ergebnisse.csv";
  private static final double MEGA = 1e6;
  private static final int WARM_UP = 10;

  private final Path archive;
  private final CountryLedger ledger;
  private final List<byte[]> payloads;

  /** An archive that cannot be made a ledger of. */
  public static final class UnusableData extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableData(String reason) {
      super(reason);
    }
  }

  /**
   * Imports the official archive and writes its ledger.
   *
   * @param archive {@code ew24_wbz.zip} of the Bundeswahlleiterin
   * @param work an empty folder
   * @throws UnusableData if the archive is refused
   */
  public CountryBench(Path archive, Path work) {
    this.archive = archive;
    Path election = imported(archive, work);
    this.ledger = CountryLedger.write(election, work.resolve("log"));
    this.payloads = VerifiedLog.entries(source(), 0, ledger.size());
  }

  /**
   * The election folder of the official archive.
   *
   * @param work an empty folder
   * @throws UnusableData if the archive is refused
   */
  public static Path imported(Path archive, Path work) {
    Path election = work.resolve("election");
    ImportResult result =
        Import.run(ImportFormat.EW24, List.of(archive), election, ImportOptions.defaults());
    if (result instanceof ImportResult.Refused) {
      throw new UnusableData(result.text());
    }
    return election;
  }

  private FolderSource source() {
    return new FolderSource(ledger.folder());
  }

  /** The worse of two: from decoded entries beside a rollup, from bytes beside the file. */
  public BenchResult fold(int rounds) {
    Path csv = unpacked();
    try (DuckDb peer = new DuckDb(csv)) {
      requireSameSums(peer);
      Measured decoded = Measured.of(rounds, this::foldDecoded, () -> time(peer::rollUp));
      Measured bytes = Measured.of(rounds, this::foldBytes, () -> time(peer::sumOfFile));
      Measured worse = decoded.ratio() >= bytes.ratio() ? decoded : bytes;
      return new BenchResult("fold", "ms", worse.ours, worse.peer)
          .with("decoded", BenchResult.median(decoded.ours))
          .with("rollup", BenchResult.median(decoded.peer))
          .with("decoded_ratio", decoded.ratio())
          .with("bytes", BenchResult.median(bytes.ours))
          .with("csv", BenchResult.median(bytes.peer))
          .with("bytes_ratio", bytes.ratio())
          .with("state_mb", stateSize());
    }
  }

  /** Full verification from the disk beside hashing the same bytes. */
  public BenchResult verify(int rounds) {
    Measured measured =
        Measured.of(
            rounds, () -> time(this::verifyAll), () -> time(() -> payloads.forEach(Hash::leaf)));
    return new BenchResult("verify", "ms", measured.ours, measured.peer)
        .with("entries", ledger.size());
  }

  private void verifyAll() {
    Verification verification = Verifier.verify(source(), Optional.of(ledger.key()));
    if (!verification.isSound()) {
      throw new IllegalStateException("not sound: " + verification.problems());
    }
  }

  private double foldDecoded() {
    List<Entry> entries = payloads.parallelStream().map(EntryCodec::decode).toList();
    return time(() -> requireAll(new ResultState().applyAll(entries)));
  }

  private double foldBytes() {
    return time(() -> requireAll(Replay.onto(new ResultState(), payloads)));
  }

  private void requireAll(int applied) {
    if (applied < payloads.size()) {
      throw new IllegalStateException("entry " + applied + " is refused");
    }
  }

  /** Both must have the same figures before their times mean anything. */
  private void requireSameSums(DuckDb peer) {
    ResultState state = new ResultState();
    requireAll(Replay.onto(state, payloads));
    ElectionState election = state.elections().iterator().next();
    int top = election.day().areas().indexOf(election.election().scope());
    List<Long> sums = peer.sumOfFile();
    long voters = election.tally().count(top, Letters.B);
    boolean same = sums.getFirst() == election.tally().eligible(top) && sums.contains(voters);
    for (int no = 1; no <= election.letters().options(); no++) {
      same &= sums.contains(election.tally().count(top, election.letters().option(0, no)));
    }
    if (!same) {
      throw new IllegalStateException("DuckDB adds up to something else: " + sums);
    }
  }

  /** Megabytes that a folded state keeps. */
  private double stateSize() {
    long before = used();
    ResultState state = new ResultState();
    requireAll(Replay.onto(state, payloads));
    double size = (used() - before) / MEGA;
    return state.version() == payloads.size() ? size : Double.NaN;
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static double time(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / MEGA;
  }

  /** DuckDB reads a plain file. */
  private Path unpacked() {
    Path csv = ledger.folder().resolveSibling(RESULTS);
    try (InputStream file = Files.newInputStream(archive);
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(RESULTS)) {
          Files.copy(zip, csv);
          return csv;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new UnusableData(archive + " enthält keine Datei " + RESULTS);
  }

  /** Milliseconds of both, in alternating rounds after some that warm up. */
  private record Measured(List<Double> ours, List<Double> peer) {
    static Measured of(int rounds, DoubleSupplier ours, DoubleSupplier peer) {
      List<Double> ourTimes = new ArrayList<>();
      List<Double> peerTimes = new ArrayList<>();
      for (int round = -WARM_UP; round < rounds; round++) {
        double our = ours.getAsDouble();
        double other = peer.getAsDouble();
        if (round >= 0) {
          ourTimes.add(our);
          peerTimes.add(other);
        }
      }
      return new Measured(ourTimes, peerTimes);
    }

    double ratio() {
      return BenchResult.median(ours) / BenchResult.median(peer);
    }
  }
}

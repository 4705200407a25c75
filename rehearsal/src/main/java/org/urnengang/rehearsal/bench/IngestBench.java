package org.urnengang.rehearsal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code bench ingest}: reports per second through HTTP, checks, commit and ledger, beside pgbench
 * inserting a row of the same size per transaction into the same server with the same durability.
 */
public final class IngestBench {
  /** Clients at the same time, for both. */
  public static final int CLIENTS = 32;

  private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

  private final OfficeUnderLoad office;
  private final String database;
  private final int reportsPerRound;
  private int next;

  /**
   * A benchmark of a running office.
   *
   * @param database JDBC address of the office's PostgreSQL, with user and password
   */
  public IngestBench(OfficeUnderLoad office, String database, int reportsPerRound) {
    this.office = office;
    this.database = database;
    this.reportsPerRound = reportsPerRound;
  }

  /** Districts that a run needs. */
  public static int districts(int rounds, int reportsPerRound) {
    return (rounds + 1) * reportsPerRound;
  }

  /** Alternating rounds after one that warms both up. */
  public BenchResult run(int rounds) {
    prepareTable();
    reportRound();
    pgbenchRound();
    List<Double> ours = new ArrayList<>();
    List<Double> peer = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      ours.add(reportRound());
      peer.add(pgbenchRound());
    }
    return new BenchResult("ingest", "reports/s", ours, peer);
  }

  private double reportRound() {
    int end = next + reportsPerRound;
    AtomicInteger district = new AtomicInteger(next);
    next = end;
    long start = System.nanoTime();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        running.add(clients.submit(() -> send(district, end)));
      }
      for (Future<?> client : running) {
        client.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a report was not accepted", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return reportsPerRound * 1e9 / (System.nanoTime() - start);
  }

  private void send(AtomicInteger district, int end) {
    try (LoadClient client = office.connect()) {
      for (int number = district.getAndIncrement();
          number < end;
          number = district.getAndIncrement()) {
        int status = SyntheticElection.send(client, office.token(), number);
        if (status != 201) {
          throw new IllegalStateException(
              SyntheticElection.district(number) + " is answered by " + status);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void prepareTable() {
    psqlScript(
        "DROP TABLE IF EXISTS bench_row",
        "CREATE TABLE bench_row(id bigserial PRIMARY KEY,"
            + " district text NOT NULL, payload text NOT NULL)");
  }

  private void psqlScript(String... statements) {
    List<String> command = new ArrayList<>(List.of("pgbench"));
    command.addAll(List.of("-n", "-c", "1", "-t", "1"));
    pgbench(command, String.join(";\n", statements) + ";\n");
  }

  private double pgbenchRound() {
    String row = SyntheticElection.report(next);
    String insert =
        "\\set d random(1, 1000000)\nINSERT INTO bench_row(district, payload) VALUES (:d, '"
            + row
            + "');\n";
    List<String> command =
        List.of(
            "pgbench",
            "-n",
            "-M",
            "prepared",
            "-c",
            "" + CLIENTS,
            "-j",
            "2",
            "-t",
            "" + reportsPerRound / CLIENTS);
    Matcher tps = TPS.matcher(pgbench(command, insert));
    if (!tps.find()) {
      throw new IllegalStateException("pgbench printed no tps");
    }
    return Double.parseDouble(tps.group(1));
  }

  private String pgbench(List<String> command, String script) {
    try {
      Path file = Files.createTempFile("bench", ".sql");
      Files.writeString(file, script);
      List<String> full = new ArrayList<>(command);
      full.addAll(List.of("-f", file.toString(), database.substring("jdbc:".length())));
      Process process = new ProcessBuilder(full).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Files.delete(file);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("pgbench: " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException("pgbench (package postgresql-contrib) is needed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

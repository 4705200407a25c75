package org.urnengang.rehearsal.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.urnengang.rehearsal.people.People;

/**
 * {@code bench roll}: from the file of a fictional register to finished rolls of a Bundestag
 * election, beside PostgreSQL itself taking the same file into a plain table by COPY, in the same
 * server.
 */
public final class RollBench {
  private static final int TOWNS = 36;
  private static final int DISTRICTS = 25;
  private static final int STREETS = 8;

  private final String server;
  private final Path work;
  private final int persons;
  private int databases;

  /**
   * A benchmark in a running server.
   *
   * @param server JDBC address of a database of its superuser, who reads the peer's file
   */
  public RollBench(String server, Path work, int persons) {
    this.server = server;
    this.work = work;
    this.persons = persons;
  }

  /** What is measured: a register becomes rolls in a fresh database. */
  public interface Taking {
    /** Answers how many persons are entered. */
    long take(String database, Path register, Path election);
  }

  /** Alternating rounds after one that warms both up. */
  public BenchResult run(int rounds, Taking taking) throws IOException {
    Path election = work.resolve("election");
    writeElection(election);
    Path register = work.resolve("register.csv");
    new People(
            work.resolve("towns.csv"),
            Optional.of(election.resolve("streets.csv")),
            persons,
            8,
            LocalDate.of(2017, 8, 13))
        .write(register);
    Files.setPosixFilePermissions(register, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
    List<Double> ours = new ArrayList<>();
    List<Double> peer = new ArrayList<>();
    long entered = 0;
    for (int round = 0; round <= rounds; round++) {
      String database = fresh();
      long start = System.nanoTime();
      entered = taking.take(database, register, election);
      double took = (System.nanoTime() - start) / 1e6;
      double copied = copy(register);
      if (round > 0) {
        ours.add(took);
        peer.add(copied);
      }
    }
    return new BenchResult("roll", "ms", ours, peer)
        .with("persons", persons)
        .with("entered", (double) entered)
        .with("heap_limit_mb", Runtime.getRuntime().maxMemory() / 1048576.0);
  }

  private void execute(String address, String... statements) {
    try (Connection connection = DriverManager.getConnection(address);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String fresh() {
    if (databases > 0) {
      execute(server, "DROP DATABASE rollbench" + databases + " WITH (FORCE)");
    }
    databases++;
    execute(server, "CREATE DATABASE rollbench" + databases, "CHECKPOINT");
    return server.replaceFirst("/[^/?]+\\?", "/rollbench" + databases + "?");
  }

  private double copy(Path register) {
    String columns =
        Stream.of(People.HEADER.strip().split(";", -1))
            .map(name -> name + " text")
            .collect(Collectors.joining(", "));
    execute(
        server, "DROP TABLE IF EXISTS plain", "CREATE TABLE plain (" + columns + ")", "CHECKPOINT");
    long start = System.nanoTime();
    execute(
        server, "COPY plain FROM '" + register + "' WITH (FORMAT csv, DELIMITER ';', HEADER true)");
    return (System.nanoTime() - start) / 1e6;
  }

  /** Towns with districts, each with streets of which two districts share every second. */
  private void writeElection(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("election.json"), ELECTION);
    Files.writeString(
        folder.resolve("ballot.csv"),
        """
        election;vote;scope;no;short;name;nominee;color;color_dark
        bundestagswahl;first;05;1;A;Liste A;Eva Beispiel;#000000;#ffffff
        bundestagswahl;second;05;1;A;Liste A;;#000000;#ffffff
        """);
    try (BufferedWriter areas = Files.newBufferedWriter(folder.resolve("areas.csv"));
        BufferedWriter streets = Files.newBufferedWriter(folder.resolve("streets.csv"));
        BufferedWriter towns = Files.newBufferedWriter(work.resolve("towns.csv"))) {
      areas.write(
          "id;level;name;parents;kind;authority;merged_into;elections\n05;land;Land;;;;;\n");
      streets.write("street;postcode;place;from;to;side;district\n");
      towns.write("ags;name;population\n");
      for (int town = 0; town < TOWNS; town++) {
        String ags = "057%05d".formatted(58000 + 4 * town);
        areas.write(ags + ";municipality;Ort " + town + ";05;;;;\n");
        towns.write(ags + ";Ort " + town + ";" + (5000 + 2000 * town) + '\n');
        for (int district = 0; district < DISTRICTS; district++) {
          String id = ags + "-%02d".formatted(district);
          areas.write(id + ";district;Bezirk " + district + ';' + ags + ";polling;amt;;\n");
          streets.write(streets(district, id));
        }
      }
    }
  }

  private static String streets(int district, String id) {
    return IntStream.range(0, STREETS)
        .mapToObj(
            street ->
                street % 2 == 0
                    ? "Straße %d-%d;;;;;all;%s\n".formatted(district, street, id)
                    : "Allee %d-%d;;;1;99;%s;%s\n"
                        .formatted(district / 2, street, district % 2 == 0 ? "even" : "odd", id))
        .collect(Collectors.joining());
  }

  private static final String ELECTION =
      """
      {"format":"urnengang-election-1","date":"2017-09-24","rehearsal":true,"title":"Probe",
       "subtitle":"","ledger":"bench","source":"erfunden",
       "authorities":[{"key":"amt","name":"Wahlamt"}],
       "elections":[{"key":"bundestagswahl","name":"Bundestagswahl","title":"Bundestagswahl",
        "kind":"bundestag","law":"bundestag-2013","scope":"05",
        "polls_close":{"at":"2017-09-24T18:00:00+02:00","law":"§ 47 Abs. 1 BWO"},
        "votes":[{"key":"first","name":"Erststimmen"},{"key":"second","name":"Zweitstimmen"}]}]}
      """;
}

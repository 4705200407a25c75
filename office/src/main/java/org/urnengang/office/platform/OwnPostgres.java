package org.urnengang.office.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The office's own PostgreSQL server: durable, on this machine only, with a random password, its
 * data kept in the data folder. The programs come from io.zonky; its launcher is not used because
 * it switches fsync off, trusts every user of the machine and knows no orphans.
 */
final class OwnPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OwnPostgres.class);
  private static final String USER = "urnengang";
  private static final int PORT_LINE = 3;
  private static final List<String> DURABLE =
      List.of("fsync=on", "full_page_writes=on", "synchronous_commit=on", "wal_level=replica");
  private static final List<String> PRIVATE =
      List.of("listen_addresses=127.0.0.1", "unix_socket_directories=", "log_timezone=UTC");

  private final Path home;
  private final Path programs;
  private final ServerUser user;
  private int port;

  private OwnPostgres(Path home, ServerUser user) {
    this.home = home;
    this.programs = PostgresBinaries.unpacked(home).resolve("bin");
    this.user = user;
  }

  /** Starts the server of a data folder, creating its data at first. Stops an orphan before. */
  static OwnPostgres start(DataFolder folder, ServerUser user) {
    OwnPostgres server = new OwnPostgres(folder.path(), user);
    if (!exists(folder.path())) {
      server.create();
    }
    user.own(server.data());
    server.stopOrphan();
    server.start();
    return server;
  }

  /** Whether a data folder holds a database. */
  static boolean exists(Path home) {
    return Files.exists(home.resolve("postgres").resolve("PG_VERSION"));
  }

  /** The address of the server that runs on this data folder now. */
  static Optional<String> running(Path home) {
    Path pidFile = home.resolve("postgres").resolve("postmaster.pid");
    try {
      List<String> lines = Files.readAllLines(pidFile);
      if (lines.size() <= PORT_LINE || !isAlive(lines.getFirst())) {
        return Optional.empty();
      }
      return Optional.of(address(home, Integer.parseInt(lines.get(PORT_LINE).strip())));
    } catch (IOException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static boolean isAlive(String pid) {
    return ProcessHandle.of(Long.parseLong(pid.strip())).filter(ProcessHandle::isAlive).isPresent();
  }

  private static String address(Path home, int port) throws IOException {
    String password = Files.readString(home.resolve("keys").resolve("postgres.secret")).strip();
    return "jdbc:postgresql://127.0.0.1:%d/postgres?user=%s&password=%s"
        .formatted(port, USER, password);
  }

  String address() {
    try {
      return address(home, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path data() {
    return home.resolve("postgres");
  }

  private Path log() {
    return home.resolve("postgres.log");
  }

  private void create() {
    try {
      Path secret = Secrets.create(home.resolve("keys").resolve("postgres.secret"), password());
      Files.createDirectories(
          data(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      user.own(data());
      run(
          "initdb",
          "--pgdata=" + data(),
          "--username=" + USER,
          "--pwfile=" + secret,
          "--auth=scram-sha-256",
          "--encoding=UTF8",
          "--locale=C",
          "--no-instructions");
    } catch (IOException e) {
      throw new OfficeRefused("In " + data() + " ist keine Datenbank anzulegen: " + e, e);
    }
  }

  private static String password() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** An office that was killed leaves its server running; nobody else may use this folder. */
  private void stopOrphan() {
    if (running(home).isPresent()) {
      LOG.warn("Ein verwaister Datenbankserver in {} wird beendet.", data());
      stop();
    }
  }

  private void start() {
    port = freePort();
    List<String> options = new ArrayList<>(List.of("-p " + port));
    DURABLE.forEach(setting -> options.add("-c " + setting));
    PRIVATE.forEach(setting -> options.add("-c " + setting));
    run(
        "pg_ctl",
        "--pgdata=" + data(),
        "--log=" + log(),
        "--wait",
        "--timeout=120",
        "--options=" + String.join(" ", options),
        "start");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void stop() {
    run("pg_ctl", "--pgdata=" + data(), "--mode=fast", "--wait", "--timeout=60", "stop");
  }

  private void run(String program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(programs.resolve(program).toString()));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(user.command(command))
              .directory(home.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
              .start();
      int exit = process.waitFor();
      if (exit != 0) {
        throw new OfficeRefused(
            "PostgreSQL: %s endet mit %d. Näheres steht in %s.".formatted(program, exit, log()));
      }
    } catch (IOException e) {
      throw new OfficeRefused("PostgreSQL: " + program + " ist nicht zu starten: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OfficeRefused("Der Start von PostgreSQL wurde abgebrochen", e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}

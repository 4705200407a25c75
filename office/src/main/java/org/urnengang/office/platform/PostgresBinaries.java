package org.urnengang.office.platform;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.urnengang.ledger.log.Hash;

/** The programs of PostgreSQL, unpacked once per user and version. */
final class PostgresBinaries {
  private PostgresBinaries() {}

  /**
   * The folder with {@code bin/postgres} and its like.
   *
   * @param fallback used when the user has no folder for such things
   */
  static Path unpacked(Path fallback) {
    byte[] archive = archive();
    String name =
        "postgres-" + HexFormat.of().formatHex(Hash.sha256().digest(archive)).substring(0, 12);
    for (Path parent : List.of(userCache(), fallback)) {
      try {
        Path folder = parent.resolve(name);
        if (!Files.isDirectory(folder)) {
          Files.createDirectories(parent);
          unpack(archive, parent, folder);
        }
        return folder;
      } catch (IOException e) {
        if (parent.equals(fallback)) {
          throw new OfficeRefused("PostgreSQL ist nicht auszupacken: " + e, e);
        }
      }
    }
    throw new IllegalStateException("the fallback returns or throws");
  }

  private static Path userCache() {
    String configured = System.getenv("XDG_CACHE_HOME");
    Path base =
        configured == null || configured.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(configured);
    return base.resolve("urnengang");
  }

  private static byte[] archive() {
    String system =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
    String machine =
        switch (System.getProperty("os.arch")) {
          case "aarch64", "arm64" -> "arm_64";
          default -> "x86_64";
        };
    String name = "/postgres-" + system + '-' + machine + ".txz";
    try (InputStream in = PostgresBinaries.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new OfficeRefused(
            "Für dieses Betriebssystem ist kein PostgreSQL beigelegt."
                + " Bitte eines installieren und seine Adresse in URNENGANG_DB_URL nennen.");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whoever is first to move the complete folder to its place wins. */
  private static void unpack(byte[] archive, Path parent, Path folder) throws IOException {
    Path fresh = Files.createTempDirectory(parent, "postgres");
    try (InputStream raw = new BufferedInputStream(new ByteArrayInputStream(archive));
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(raw))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpackEntry(tar, entry, fresh);
      }
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      delete(fresh);
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new FileAlreadyExistsException(entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
    } else if (entry.isSymbolicLink()) {
      Files.createDirectories(target.getParent());
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.createDirectories(target.getParent());
      Files.copy(tar, target);
      if (entry.getName().contains("bin/") && !target.toFile().setExecutable(true, false)) {
        throw new IOException(target + " cannot be made executable");
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

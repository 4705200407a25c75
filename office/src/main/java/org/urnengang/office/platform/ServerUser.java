package org.urnengang.office.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * As whom the programs of PostgreSQL run, which refuse to run as root: as the user of the office;
 * for root in a user name space of their own, or where that is forbidden as nobody.
 *
 * @param prefix what stands before a command
 * @param owner who must own the data then, if not the user of the office
 */
record ServerUser(List<String> prefix, Optional<String> owner) {
  private static final String NOBODY = "65534";

  private static final String NO_WAY =
      "PostgreSQL läuft nicht als root. Dafür braucht es eigene Namensräume („unshare --user“) oder"
          + " „setpriv“ mit CAP_SETUID, CAP_SETGID, CAP_SETPCAP, CAP_CHOWN und CAP_DAC_OVERRIDE;"
          + " beides geht hier nicht. Bitte Urnengang als anderer Benutzer starten, im Container"
          + " etwa mit --user 1000, oder mit URNENGANG_DB_URL eine Datenbank nennen.";

  static final ServerUser SELF = new ServerUser(List.of(), Optional.empty());
  static final ServerUser OWN_NAME_SPACE =
      new ServerUser(List.of("unshare", "--user"), Optional.empty());

  /**
   * Nobody, with the one capability that lets it reach data below folders of root. It is past every
   * file permission with that, so this only keeps PostgreSQL from being root; where it can be
   * chosen, a user of its own for the whole office is better.
   */
  static final ServerUser UNPRIVILEGED =
      new ServerUser(
          List.of(
              "setpriv",
              "--reuid=" + NOBODY,
              "--regid=" + NOBODY,
              "--clear-groups",
              "--securebits=+no_setuid_fixup",
              "--inh-caps=-all,+dac_override",
              "--ambient-caps=-all,+dac_override",
              "--bounding-set=-all,+dac_override"),
          Optional.of(NOBODY));

  static ServerUser find() {
    return find(
        String.valueOf(System.getProperty("user.name")), List.of(OWN_NAME_SPACE, UNPRIVILEGED));
  }

  /** The first of these ways that works for root; anybody else needs none. */
  static ServerUser find(String user, List<ServerUser> ways) {
    if (!user.equals("root")) {
      return SELF;
    }
    return ways.stream()
        .filter(ServerUser::works)
        .findFirst()
        .orElseThrow(() -> new OfficeRefused(NO_WAY));
  }

  private boolean works() {
    try {
      Process process =
          new ProcessBuilder(command(List.of("true")))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  List<String> command(List<String> command) {
    return Stream.concat(prefix.stream(), command.stream()).toList();
  }

  /** Hands the data over to whom the server runs as. */
  void own(Path data) {
    try (Stream<Path> files = Files.walk(data)) {
      UserPrincipal user =
          data.getFileSystem()
              .getUserPrincipalLookupService()
              .lookupPrincipalByName(owner.orElse(System.getProperty("user.name")));
      for (Path file : files.toList()) {
        if (!Files.getOwner(file).equals(user)) {
          Files.setOwner(file, user);
        }
      }
    } catch (IOException e) {
      throw new OfficeRefused(
          "Die Daten in %s können dem Benutzer der Datenbank nicht übergeben werden (%s). Nötig ist"
                  .formatted(data, e)
              + " CAP_CHOWN, oder Urnengang läuft als anderer Benutzer.",
          e);
    }
  }
}

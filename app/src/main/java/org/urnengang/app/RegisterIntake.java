package org.urnengang.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.ElectionFolderException;
import org.urnengang.office.platform.OfficeRefused;
import org.urnengang.office.roll.ImportReport;
import org.urnengang.office.roll.RegisterProfile;
import org.urnengang.office.roll.Roll;
import org.urnengang.office.roll.RollOrder;
import org.urnengang.office.roll.RollReport;
import org.urnengang.rules.election.ElectionDay;

/**
 * {@code import register}: takes a register into the office's database and builds the rolls of a
 * day.
 *
 * @param file the register, docs/register.md
 * @param data the office's data folder
 * @param election the day whose rolls are built; its municipalities are those of the register
 * @param profile how the register's product names its columns
 */
record RegisterIntake(
    Path file, Path data, Path election, Optional<Path> profile, boolean dryRun, boolean byStreet) {
  /** What was done, for people or for programs. */
  record Done(ImportReport report, Optional<RollReport> rolls) {
    int exitCode() {
      return report.refusedCount() == 0 ? 0 : 1;
    }
  }

  Done run() {
    try (RollOfOffice office = RollOfOffice.open(data)) {
      ElectionDay day = ElectionFolder.read(election).day();
      return into(office.roll(), day);
    } catch (OfficeRefused | ElectionFolderException e) {
      throw Refusal.wrongUse(String.valueOf(e.getMessage()));
    }
  }

  Done into(Roll roll, ElectionDay day) {
    RegisterProfile columns = profile.map(RegisterProfile::read).orElseGet(RegisterProfile::own);
    ImportReport report =
        roll.take(file, columns, Roll.registers(day), OffsetDateTime.now(ZoneOffset.UTC), dryRun);
    if (!report.taken()) {
      return new Done(report, Optional.empty());
    }
    RollOrder order = byStreet ? RollOrder.STREET : RollOrder.NAME;
    return new Done(report, Optional.of(roll.of(day).build(order)));
  }

  static void requireFiles(List<Path> files) {
    if (files.size() != 1) {
      throw Refusal.wrongUse("Ein Register ist eine einzige Datei; bitte genau eine angeben.");
    }
    if (!Files.isRegularFile(files.getFirst())) {
      throw Refusal.wrongUse(files.getFirst() + " gibt es nicht.");
    }
  }

  /** A number as people write it. */
  static String number(long number) {
    return String.format(Locale.GERMAN, "%,d", number);
  }
}

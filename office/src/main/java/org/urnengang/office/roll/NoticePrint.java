package org.urnengang.office.roll;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.urnengang.office.roll.NoticeStore.Printed;
import org.urnengang.rules.election.ElectionDay;

/**
 * Prints batches of notices into a folder. A batch is written as a whole: its letters (PDF), what
 * the print service needs to sort and check them (CSV) and what the application page may know
 * (hashes of tokens and codes, in their own order).
 */
final class NoticePrint {
  private final ElectionDay day;
  private final NoticeText text;
  private final Path folder;
  private final String register;

  NoticePrint(ElectionDay day, NoticeText text, Path folder, String register) {
    this.day = day;
    this.text = text;
    this.folder = folder;
    this.register = register;
  }

  /** Makes the folder, which only its owner enters. */
  static void prepare(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Printed print(int batch, List<NoticeLetter> letters) {
    String name = "%s-%04d".formatted(register, batch);
    try (NoticePaper paper = new NoticePaper(day, text)) {
      letters.forEach(paper::add);
      byte[] pdf = paper.bytes();
      write(name + ".pdf", pdf);
      write(name + ".csv", index(letters));
      write(name + ".sha256", hashes(letters));
      return new Printed(
          batch, letters.size(), paper.pages(), pdf.length, HexFormat.of().formatHex(sha256(pdf)));
    }
  }

  /** The check sheet: every batch with its pages and the hash of its file. */
  void check(List<Printed> batches) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("batch", "file", "letters", "pages", "bytes", "sha256"));
    for (Printed batch : batches) {
      rows.add(
          List.of(
              Integer.toString(batch.batch()),
              "%s-%04d.pdf".formatted(register, batch.batch()),
              Integer.toString(batch.letters()),
              Integer.toString(batch.pages()),
              Integer.toString(batch.bytes()),
              batch.sha256()));
    }
    write(register + "-pruefblatt.csv", csv(rows));
  }

  private static byte[] index(List<NoticeLetter> letters) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("sheet", "first_page", "postcode", "district", "number", "recipient_sha256"));
    for (NoticeLetter letter : letters) {
      byte[] recipient = String.join("\n", letter.address()).getBytes(StandardCharsets.UTF_8);
      rows.add(
          List.of(
              Integer.toString(letter.sheet()),
              Integer.toString(2 * letter.sheet() - 1),
              letter.person().home().here().map(Residence::postcode).orElse(""),
              letter.district(),
              Integer.toString(letter.number()),
              HexFormat.of().formatHex(sha256(recipient))));
    }
    return csv(rows);
  }

  private static byte[] csv(List<List<String>> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(bytes)) {
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] hashes(List<NoticeLetter> letters) {
    List<String> hashes = new ArrayList<>();
    for (NoticeLetter letter : letters) {
      hashes.add(
          HexFormat.of().formatHex(NoticeKey.hash(letter.token()))
              + ' '
              + HexFormat.of().formatHex(NoticeKey.hash(letter.code().letters())));
    }
    hashes.sort(String::compareTo);
    return (String.join("\n", hashes) + '\n').getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Under its name there is nothing or all of it. */
  private void write(String name, byte[] bytes) {
    Path part = folder.resolve(name + ".part");
    try {
      Files.write(part, bytes);
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(
          part,
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

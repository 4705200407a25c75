package org.urnengang.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files and archives that are no result files, for every format. */
class BadFileOfEveryFormatTest extends AfterSoundDelivery {
  private static final String SAMPLES = "org.urnengang.formats.imports.SmallDelivery#ofEveryFormat";

  @ParameterizedTest
  @MethodSource(SAMPLES)
  void a_sparse_file_of_10_gigabytes_is_refused_at_once(SmallDelivery delivery) throws IOException {
    Path big = workspace.file("gross.csv", delivery.text());
    try (RandomAccessFile file = new RandomAccessFile(big.toFile(), "rw")) {
      file.setLength(10L << 30);
    }
    Instant start = Instant.now();

    RefusedRow refused = refused(delivery, big).getFirst();

    assertThat(refused.file()).isEqualTo("gross.csv");
    assertThat(refused.reason()).contains("10240 MB");
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
  }

  @ParameterizedTest
  @MethodSource(SAMPLES)
  void a_file_that_is_not_there_is_named(SmallDelivery delivery) {
    RefusedRow refused = refused(delivery, Path.of("gibt-es-nicht.csv")).getFirst();

    assertThat(refused.sentence()).startsWith("gibt-es-nicht.csv: Diese Datei gibt es nicht.");
  }

  @ParameterizedTest
  @MethodSource(SAMPLES)
  void a_zip_is_read_like_its_files(SmallDelivery delivery) throws IOException {
    Map<String, String> before = imported(delivery);
    Map<String, String> files = new TreeMap<>(delivery.beside());
    files.put("ordner/" + SmallDelivery.NAME, delivery.text());

    workspace.written(delivery.format(), workspace.file("alles.zip", zip(files)));

    assertThat(Workspace.content(workspace.out())).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource(SAMPLES)
  void a_zip_with_a_path_outside_is_refused(SmallDelivery delivery) throws IOException {
    for (String path : new String[] {"../a.csv", "b/../../a.csv", "/etc/a.csv", "c:\\a.csv"}) {
      Path zip = workspace.file("boese.zip", zip(Map.of(path, delivery.text())));

      RefusedRow refused = refused(delivery, zip).getFirst();

      assertThat(refused.file()).isEqualTo("boese.zip");
      assertThat(refused.value()).isEqualTo(path);
      assertThat(refused.reason()).contains("hinausführt");
    }
  }

  @ParameterizedTest
  @MethodSource(SAMPLES)
  void a_zip_that_is_packed_too_densely_is_refused(SmallDelivery delivery) throws IOException {
    String text = delivery.text() + (delivery.rows().getFirst() + "\n").repeat(100_000);
    Path zip = workspace.file("dicht.zip", zip(Map.of(SmallDelivery.NAME, text)));

    RefusedRow refused = refused(delivery, zip).getFirst();

    assertThat(refused.file()).isEqualTo("dicht.zip/" + SmallDelivery.NAME);
    assertThat(refused.reason()).contains("100-fach");
  }

  @ParameterizedTest
  @MethodSource(SAMPLES)
  void a_damaged_zip_is_refused(SmallDelivery delivery) throws IOException {
    byte[] zip = zip(Map.of(SmallDelivery.NAME, delivery.text()));
    Path half = workspace.file("halb.zip", Arrays.copyOf(zip, zip.length / 2));

    RefusedRow refused = refused(delivery, half).getFirst();

    assertThat(refused.sentence()).startsWith("halb.zip: ").contains("beschädigt");
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}

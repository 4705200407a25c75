package org.urnengang.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class BadZipTest extends AfterSoundImport {
  private static final String FIRST = SmallEw24.rows().getFirst();

  @Test
  void a_zip_is_read_like_its_files() throws IOException {
    Path zip =
        workspace.file(
            "alles.zip",
            zip(
                Map.of(
                    "a/ergebnisse.csv", SmallEw24.results(), "leitband.csv", SmallEw24.areas())));

    workspace.written(ImportFormat.EW24, zip);

    assertThat(Workspace.content(workspace.out())).isEqualTo(before);
  }

  @Test
  void a_zip_with_a_path_outside_is_refused() throws IOException {
    for (String name :
        List.of("../boese.csv", "a/../../boese.csv", "/etc/boese.csv", "c:\\x.csv")) {
      RefusedRow refused =
          refused(workspace.file("boese.zip", zip(Map.of(name, SmallEw24.results()))));

      assertThat(refused.value()).isEqualTo(name);
      assertThat(refused.reason()).contains("hinausführt");
    }
  }

  @Test
  void a_zip_that_is_packed_too_densely_is_refused() throws IOException {
    String dense = SmallEw24.HEADER + "\r\n" + (FIRST + "\r\n").repeat(200_000);

    RefusedRow refused = refused(workspace.file("dicht.zip", zip(Map.of("dicht.csv", dense))));

    assertThat(refused.file()).isEqualTo("dicht.zip/dicht.csv");
    assertThat(refused.reason()).contains("100-fach");
  }

  @Test
  void a_damaged_zip_is_refused() throws IOException {
    byte[] zip = zip(Map.of("ergebnisse.csv", SmallEw24.results()));

    Path half = workspace.file("halb.zip", java.util.Arrays.copyOf(zip, zip.length / 2));

    assertThat(refused(half).reason()).contains("beschädigt oder abgeschnitten");
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

package org.urnengang.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that begin with an imported election, which a refused import must not touch. */
abstract class AfterSoundImport {
  Workspace workspace = new Workspace(Path.of(""));
  Map<String, String> before = Map.of();

  @BeforeEach
  void import_a_sound_election(@TempDir Path folder) {
    workspace = new Workspace(folder);
    assertThat(workspace.runEw24(SmallEw24.rows())).isInstanceOf(ImportResult.Written.class);
    before = Workspace.content(workspace.out());
  }

  Path areas() {
    return workspace.file("leitband.csv", SmallEw24.areas());
  }

  RefusedRow refused(Path... files) {
    ImportReport report = workspace.refused(ImportFormat.EW24, files);
    assertThat(report.files()).isEmpty();
    assertThat(Workspace.content(workspace.out())).isEqualTo(before);
    assertThat(Workspace.list(workspace.out().resolveSibling(".")))
        .noneMatch(file -> file.toString().contains(".import-"));
    return report.refused().getFirst();
  }
}

package org.urnengang.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that bring a changed delivery of any format after a sound one. */
abstract class AfterSoundDelivery {
  Workspace workspace = new Workspace(Path.of(""));

  @BeforeEach
  void open(@TempDir Path folder) {
    workspace = new Workspace(folder);
  }

  /** What the sound delivery became. */
  Map<String, String> imported(SmallDelivery delivery) {
    workspace.written(delivery.format(), delivery.files(workspace, delivery.text()));
    return Workspace.content(workspace.out());
  }

  /** What is refused of a changed delivery, which leaves the folder as it was. */
  List<RefusedRow> refused(SmallDelivery delivery, Path results) {
    Map<String, String> before = imported(delivery);
    ImportResult result = run(delivery, results);
    assertThat(result).as(result.text()).isInstanceOf(ImportResult.Refused.class);
    assertThat(result.report().files()).isEmpty();
    assertThat(Workspace.content(workspace.out())).isEqualTo(before);
    assertThat(Workspace.list(workspace.out().resolveSibling(".")))
        .noneMatch(file -> file.toString().contains(".import-"));
    return result.report().refused();
  }

  private ImportResult run(SmallDelivery delivery, Path results) {
    return workspace.run(delivery.format(), delivery.files(workspace, List.of(results)));
  }

  /**
   * A changed delivery is refused, or it becomes the same: never another election.
   *
   * @param before what the sound one became
   */
  void assertRefusedOrSame(
      SmallDelivery delivery, Map<String, String> before, String text, String change) {
    ImportResult result = run(delivery, workspace.file(SmallDelivery.NAME, text));
    assertThat(Workspace.content(workspace.out()))
        .as("%s: %s", change, result.text())
        .isEqualTo(before);
    assertThat(result.report().refused())
        .as(change)
        .allSatisfy(row -> assertThat(row.sentence()).contains(SmallDelivery.NAME));
  }
}

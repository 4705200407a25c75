package org.urnengang.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urnengang.presentation.graphic.ChangeColumns;
import org.urnengang.presentation.graphic.ChangeColumns.Column;
import org.urnengang.presentation.graphic.CourseLines;
import org.urnengang.presentation.graphic.CourseLines.Line;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;

/**
 * Graphics as somebody once looked at them and found them good. A wanted change is written with
 * {@code -Durnengang.golden=write}, looked at, and committed.
 */
@Timeout(60)
class GoldenPicturesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @TempDir Path folder;

  private static void assertGolden(String name, String drawn) throws IOException {
    Path golden = GOLDEN.resolve(name);
    if ("write".equals(System.getProperty("urnengang.golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, drawn + "\n");
    }
    assertThat(drawn + "\n").as(name).isEqualTo(Files.readString(golden));
  }

  @Test
  void gains_and_losses() throws IOException {
    List<Column> columns =
        List.of(
            new Column("p1", "CDU", "\u22128,7", -87),
            new Column("p2", "SPD", "\u22125,0", -50),
            new Column("p3", "FDP", "+7,4", 74),
            new Column("other", "Sonstige", "±0,0", 0));
    assertGolden("changes.svg", ChangeColumns.draw(columns, "Veränderung").markup());
    List<Column> losses = columns.subList(0, 2);
    assertGolden("changes-only-losses.svg", ChangeColumns.draw(losses, "Verluste").markup());
  }

  @Test
  void the_course_of_the_count() throws IOException {
    List<Line> lines =
        List.of(
            new Line("p1", "ROT", "41,0 %", List.of(380L, 402L, 410L)),
            new Line("p2", "GELB", "12,1 %", List.of(130L, 119L, 121L)),
            new Line("p3", "BLAU", "12,0 %", List.of(110L, 121L, 120L)));
    assertGolden("course.html", CourseLines.draw(lines, List.of(1, 40, 131), 214, "x").markup());
  }

  @ParameterizedTest
  @CsvSource({"0, open", "50, counting", "100, complete"})
  void the_card_of_a_constituency(int percent, String name) throws IOException {
    TestLog log = DemoDay.log(percent);
    try (PublicNode node = PublicNode.start(PublicNodeSettings.of(0, folder).onHost("127.0.0.1"))) {
      node.accept(log.key(), log.note(), 0, log.from(0));
      String card = "/2017-09-24-probe/bundestagswahl/wk-136";
      Http http = new Http(node);
      assertGolden("card-" + name + ".svg", http.text(card + ".svg"));
      var picture = ImageIO.read(new ByteArrayInputStream(http.get(card + ".png").body()));
      assertThat(picture.getWidth()).isEqualTo(1_200);
      assertThat(picture.getHeight()).isEqualTo(630);
      assertThat(http.get(card + ".png").headers().firstValue("Content-Type"))
          .contains("image/png");
      assertThat(colours(picture)).as("letters and bars are drawn").isGreaterThan(20);
    }
  }

  private static long colours(java.awt.image.BufferedImage picture) {
    return java.util.stream.IntStream.range(0, 1_200)
        .flatMap(x -> java.util.stream.IntStream.range(0, 63).map(y -> picture.getRGB(x, 10 * y)))
        .distinct()
        .count();
  }
}

package org.urnengang.presentation.page;

import java.util.List;
import org.urnengang.presentation.graphic.Icon;
import org.urnengang.presentation.result.AreaResult;

/**
 * A file with the same figures as the page.
 *
 * @param icon its sign
 * @param name what it is
 * @param href where it lies
 * @param text what is in it
 * @param size how far it reaches
 */
public record FileLink(Icon icon, String name, String href, String text, String size) {

  static List<FileLink> of(Context context, AreaResult result) {
    Words words = context.words();
    String election = context.files() + result.election().key();
    String page = result.isTop() ? election : election + "/" + result.area().id();
    String reach = words.text(result.district().isPresent() ? "file.here" : "file.below");
    return List.of(
        new FileLink(Icon.TABLE, "CSV", page + ".csv", words.text("file.csv"), reach),
        new FileLink(
            Icon.TABLE,
            "CSV",
            election + "/options.csv",
            words.text("file.options"),
            words.text("file.election")),
        new FileLink(
            Icon.BRACES, "JSON", page + ".json", words.text("file.json"), words.text("file.here")),
        new FileLink(
            Icon.CHAIN,
            words.text("file.log"),
            context.files() + "log/checkpoint",
            words.text("file.log.text"),
            words.text("file.log.size", result.version())));
  }
}

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

  /** Where the files of a result begin. */
  static String page(Context context, AreaResult result) {
    String election = context.files() + result.election().key();
    return result.isTop() ? election : election + "/" + result.area().id();
  }

  private static String embed(Context context, AreaResult result) {
    String graphic =
        result.election().question().isPresent() ? "answers" : result.lastVote().vote().key();
    return context.words().prefix() + "/embed" + page(context, result) + "/" + graphic;
  }

  static List<FileLink> of(Context context, AreaResult result) {
    Words words = context.words();
    String election = context.files() + result.election().key();
    String page = page(context, result);
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
            Icon.PICTURE, "SVG", page + ".svg", words.text("file.svg"), words.text("file.here")),
        new FileLink(
            Icon.PICTURE, "PNG", page + ".png", words.text("file.png"), words.text("file.here")),
        new FileLink(
            Icon.SHARE,
            words.text("file.embed"),
            embed(context, result),
            words.text("file.embed.text"),
            words.text("file.embed.size")),
        new FileLink(
            Icon.CLOCK,
            words.text("file.feed"),
            context.address() + "feed.atom",
            words.text("file.feed.text"),
            words.text("file.day")),
        new FileLink(
            Icon.CHAIN,
            words.text("file.log"),
            context.files() + "log/checkpoint",
            words.text("file.log.text"),
            words.text("file.log.size", result.version())));
  }
}

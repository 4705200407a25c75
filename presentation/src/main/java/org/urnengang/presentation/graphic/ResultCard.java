package org.urnengang.presentation.graphic;

import java.util.List;
import java.util.Optional;

/**
 * A result as one picture that stands alone: for newsrooms, for links that are shared, for paper.
 * Everything is an attribute of the drawing, so that it looks the same wherever it is shown.
 */
public final class ResultCard {
  private static final int WIDTH = 1_200;
  private static final int HEIGHT = 630;
  private static final int LEFT = 56;
  private static final int BARS = 330;
  private static final int BAR_WIDTH = 560;
  private static final int ROWS_FROM = 200;
  private static final int ROWS_TO = 540;

  /** Each weight is a family of its own where no browser draws. */
  private static final String PLAIN = "Fira Sans, Arial, sans-serif";

  private static final String STRONG = "Fira Sans SemiBold, Fira Sans, Arial, sans-serif";
  private static final String INK = "#131525";
  private static final String DIM = "#555866";
  private static final String EDGE = "#4a4d5e";

  private ResultCard() {}

  /**
   * What stands on it.
   *
   * @param rehearsal what marks a rehearsal, empty on a real day
   * @param title name of the area
   * @param sub which election
   * @param status how sure it is, how far the count is, its time
   * @param head what the bars show
   * @param rows the options
   * @param before what the strokes show, empty if there are none
   * @param foot what is missing, and the source
   */
  public record Text(
      Optional<String> rehearsal,
      String title,
      String sub,
      String status,
      String head,
      List<Row> rows,
      String before,
      List<String> foot) {}

  /**
   * An option.
   *
   * @param colour its colour, {@code #RRGGBB}
   * @param name short name
   * @param share its share in tenths of a percent, negative while nothing is counted
   * @param before its share last time, negative if it has none
   * @param percent its share as it is written
   * @param more change or votes
   */
  public record Row(
      String colour, String name, long share, long before, String percent, String more) {}

  /** The picture. */
  public static String draw(Text text) {
    Markup markup = new Markup();
    markup.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + WIDTH + ' ' + HEIGHT,
        "width",
        px(WIDTH),
        "height",
        px(HEIGHT),
        "role",
        "img",
        "fill",
        INK);
    markup.open("title").text(text.title() + ". " + text.status()).close();
    markup.open("desc").text(description(text)).close();
    rect(markup, 0, 0, WIDTH, HEIGHT, "#ffffff");
    int top = text.rehearsal().isPresent() ? 40 : 0;
    text.rehearsal().ifPresent(words -> rehearsal(markup, words));
    int size = text.title().length() > 34 ? 36 : 50;
    text(markup, LEFT, top + 66, size, true, INK, "start", text.title());
    text(markup, LEFT, top + 102, 24, false, DIM, "start", text.sub());
    text(markup, LEFT, top + 138, 24, true, INK, "start", text.status());
    text(markup, WIDTH - LEFT, top + 138, 20, false, DIM, "end", text.head());
    rect(markup, LEFT, top + 152, WIDTH - 2 * LEFT, 3, INK);
    rows(markup, text.rows());
    int y = HEIGHT - 24 - 24 * (text.foot().size() - 1);
    for (String line : text.foot()) {
      text(markup, LEFT, y, 18, false, DIM, "start", line);
      y += 24;
    }
    text(markup, WIDTH - LEFT, HEIGHT - 24, 18, false, DIM, "end", text.before());
    return markup.graphic().markup();
  }

  private static String description(Text text) {
    StringBuilder all = new StringBuilder(text.head()).append(": ");
    text.rows()
        .forEach(row -> all.append(row.name()).append(' ').append(row.percent()).append("; "));
    return all.toString().strip();
  }

  private static void rehearsal(Markup markup, String words) {
    rect(markup, 0, 0, WIDTH, 40, "#ffd84a");
    for (int x = WIDTH - 180; x < WIDTH; x += 24) {
      markup.empty("path", "d", "M" + x + " 40l40-40h12l-40 40z", "fill", INK);
    }
    text(markup, LEFT, 28, 22, true, INK, "start", words);
  }

  private static void rows(Markup markup, List<Row> rows) {
    long scale =
        Math.max(
            50,
            rows.stream().mapToLong(row -> Math.max(row.share(), row.before())).max().orElse(50));
    int step = Math.min(64, (ROWS_TO - ROWS_FROM) / Math.max(1, rows.size()));
    for (int i = 0; i < rows.size(); i++) {
      row(markup, rows.get(i), ROWS_FROM + i * step, step, scale);
    }
  }

  private static void row(Markup markup, Row row, int y, int step, long scale) {
    int middle = y + step / 2;
    int height = step * 3 / 5;
    text(markup, LEFT, middle + 9, 25, true, INK, "start", row.name());
    if (row.share() >= 0) {
      int width = length(row.share(), scale);
      markup.empty(
          "rect",
          "x",
          px(BARS),
          "y",
          px(middle - height / 2),
          "width",
          px(Math.max(2, width)),
          "height",
          px(height),
          "fill",
          row.colour(),
          "stroke",
          EDGE);
    } else {
      hatch(markup, middle - height / 2, height);
    }
    if (row.before() >= 0) {
      int x = BARS + length(row.before(), scale);
      rect(markup, x - 3, middle - height / 2 - 5, 6, height + 10, "#ffffff");
      rect(markup, x - 2, middle - height / 2 - 4, 4, height + 8, INK);
    }
    text(markup, 1_030, middle + 10, 29, true, INK, "end", row.percent());
    text(markup, WIDTH - LEFT, middle + 9, 22, false, DIM, "end", row.more());
  }

  private static int length(long share, long scale) {
    return Math.toIntExact(share * BAR_WIDTH / scale);
  }

  private static void hatch(Markup markup, int y, int height) {
    markup.empty(
        "rect",
        "x",
        px(BARS),
        "y",
        px(y),
        "width",
        px(BAR_WIDTH),
        "height",
        px(height),
        "fill",
        "none",
        "stroke",
        "#87857e");
    for (int x = BARS; x < BARS + BAR_WIDTH - height; x += 12) {
      markup.empty(
          "path",
          "d",
          "M" + x + ' ' + (y + height) + 'l' + height + '-' + height,
          "stroke",
          "#87857e");
    }
  }

  private static String px(int value) {
    return Integer.toString(value);
  }

  private static void rect(Markup markup, int x, int y, int width, int height, String fill) {
    markup.empty(
        "rect", "x", px(x), "y", px(y), "width", px(width), "height", px(height), "fill", fill);
  }

  private static void text(
      Markup markup,
      int x,
      int y,
      int size,
      boolean strong,
      String fill,
      String anchor,
      String text) {
    markup
        .open(
            "text",
            "x",
            px(x),
            "y",
            px(y),
            "font-size",
            px(size),
            "font-weight",
            strong ? "600" : "400",
            "font-family",
            strong ? STRONG : PLAIN,
            "fill",
            fill,
            "text-anchor",
            anchor)
        .text(text)
        .close();
  }
}

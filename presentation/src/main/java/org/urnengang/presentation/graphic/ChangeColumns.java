package org.urnengang.presentation.graphic;

import java.util.List;
import org.urnengang.presentation.result.Share;

/** Gains and losses: columns up and down from a common line, in the order of strength. */
public final class ChangeColumns {
  private static final int HEIGHT = 190;

  /** Room for a value or a name above the highest column. */
  private static final int LABELS = 26;

  private ChangeColumns() {}

  /**
   * A column.
   *
   * @param colour class of its colour
   * @param name short name
   * @param text the change as it is written
   * @param tenths the change in tenths of a point
   */
  public record Column(String colour, String name, String text, long tenths) {}

  /** The graphic. */
  public static Graphic draw(List<Column> columns, String description) {
    long most = columns.stream().mapToLong(Column::tenths).max().orElse(0);
    long least = columns.stream().mapToLong(Column::tenths).min().orElse(0);
    long up = Math.max(0, most);
    long span = Math.max(10, up - Math.min(0, least));
    int zero = LABELS + Math.toIntExact(up * HEIGHT / span);
    String line = Integer.toString(zero);
    Markup markup =
        new Markup().open("svg", "class", "changes", "role", "img", "aria-label", description);
    int all = columns.size();
    for (int i = 0; i < all; i++) {
      column(markup, columns.get(i), i, all, zero, span);
    }
    return markup.empty("line", "class", "axis", "x2", "100%", "y1", line, "y2", line).graphic();
  }

  private static void column(Markup markup, Column column, int at, int all, int zero, long span) {
    int length = Math.toIntExact(Math.abs(column.tenths()) * HEIGHT / span);
    boolean down = column.tenths() < 0;
    int top = down ? zero : zero - length;
    String middle = Share.width(2L * at + 1, 2L * all);
    markup.open("g", "class", column.colour());
    markup.empty(
        "rect",
        "class",
        "party",
        "x",
        Share.width(20L * at + 3, 20L * all),
        "y",
        Integer.toString(top),
        "width",
        Share.width(14, 20L * all),
        "height",
        Integer.toString(Math.max(1, length)));
    label(markup, "value", middle, down ? zero + length + 18 : top - 8, column.text());
    label(markup, "name", middle, down ? zero - 9 : zero + 18, column.name());
    markup.close();
  }

  private static void label(Markup markup, String kind, String x, int y, String text) {
    markup
        .open("text", "class", kind, "x", x, "y", Integer.toString(y), "text-anchor", "middle")
        .text(text)
        .close();
  }
}

package org.urnengang.presentation.page;

/** What of the areas a map shows. */
sealed interface MapMode {
  /** Who is strongest. */
  record Winner() implements MapMode {}

  /** The share of one option. */
  record ShareOf(int no) implements MapMode {}

  /** What one option won or lost since last time. */
  record ChangeOf(int no) implements MapMode {}

  /** The mode that the reader chose; the strongest if it names no option on the ballot. */
  static MapMode of(String choice, int options) {
    int dash = choice.indexOf('-');
    int no = dash < 0 ? 0 : Integer.parseInt(choice.substring(dash + 1));
    if (no < 1 || no > options) {
      return new Winner();
    }
    return choice.startsWith("share") ? new ShareOf(no) : new ChangeOf(no);
  }

  /** As it is written in addresses. */
  default String choice() {
    return switch (this) {
      case Winner _ -> "winner";
      case ShareOf(int no) -> "share-" + no;
      case ChangeOf(int no) -> "change-" + no;
    };
  }
}

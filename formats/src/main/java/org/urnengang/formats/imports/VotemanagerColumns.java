package org.urnengang.formats.imports;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The figure columns of votemanager: one vote, two votes, or a Bürgerentscheid in Bavaria. */
record VotemanagerColumns(List<String> names) {
  private static final List<String> REFERENDUM = List.of("C01", "C02", "C03", "C04");
  private static final List<String> ALWAYS = List.of("A1", "A2", "A3", "A", "B");
  private static final List<String> PLAIN =
      List.of("A1", "A2", "A3", "A", "B", "B1", "B2", "C", "D", "E", "F");
  private static final Pattern OPTION = Pattern.compile("([DF])([0-9]{1,3})");
  private static final Pattern PERSONS =
      Pattern.compile("([DH][0-9]*_.*)|C[12]|E[12]|Summe_.*|D[0-9]+_.*");

  VotemanagerColumns {
    names = List.copyOf(names);
  }

  /**
   * The figure columns of a table.
   *
   * @throws BadFile if there is one that means nothing here
   */
  static VotemanagerColumns of(Sheet sheet) {
    List<String> names =
        sheet.columns().names().stream()
            .filter(name -> !name.isEmpty() && !sheet.layout().columns().contains(name))
            .toList();
    for (String name : names) {
      if (!PLAIN.contains(name) && !REFERENDUM.contains(name) && !isOption(name)) {
        throw unknown(sheet, name);
      }
    }
    VotemanagerColumns columns = new VotemanagerColumns(names);
    sheet.columns().require(ALWAYS);
    sheet.columns().require(columns.isReferendum() ? REFERENDUM : List.of("C", "D"));
    sheet.columns().requireAny(List.of("B1", "B2"));
    return columns;
  }

  private static BadFile unknown(Sheet sheet, String name) {
    boolean persons = PERSONS.matcher(name).matches();
    return sheet
        .columns()
        .header()
        .refused(
            name,
            "",
            persons
                ? "Die Spalte gehört zu einer Wahl mit Stimmen für einzelne Personen. Solche Wahlen liest der Import nicht."
                : "Diese Spalte kennt der Import nicht.");
  }

  private static boolean isOption(String name) {
    return OPTION.matcher(name).matches();
  }

  boolean isReferendum() {
    return REFERENDUM.stream().anyMatch(names::contains);
  }

  boolean hasTwoVotes() {
    return names.contains("F");
  }

  int index(String name) {
    return names.indexOf(name);
  }

  /** The numbers of the parties, in order; a run-off has gaps. */
  List<Integer> optionNumbers() {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (String name : names) {
      Matcher option = OPTION.matcher(name);
      if (option.matches()) {
        numbers.add(Integer.parseInt(option.group(2)));
      }
    }
    return List.copyOf(numbers);
  }

  /** The column of a letter that is not that of an option. */
  String columnOf(String letter) {
    if (isReferendum()) {
      return switch (letter) {
        case "C" -> "C03";
        case "D" -> "C04";
        case "D1" -> "C01";
        case "D2" -> "C02";
        default -> letter;
      };
    }
    return letter.equals("B1") && !names.contains("B1") && names.contains("B2") ? "B2" : letter;
  }
}

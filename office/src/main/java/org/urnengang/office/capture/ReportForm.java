package org.urnengang.office.capture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.urnengang.office.election.OpenElection;
import org.urnengang.office.platform.Texts;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.record.Form;
import org.urnengang.rules.record.Letters;

/** Lays a district's form out in the order of the paper (Anlage 28 BWO). */
final class ReportForm {
  private final Texts texts;
  private final OpenElection election;
  private final Form form;
  private final Map<String, String> values;
  private final Map<String, String> errors = new HashMap<>();
  private final Set<String> invalid = new HashSet<>();

  ReportForm(
      Texts texts,
      OpenElection election,
      Form form,
      Map<String, String> values,
      List<Problem> problems) {
    this.texts = texts;
    this.election = election;
    this.form = form;
    this.values = values;
    for (Problem problem : problems) {
      invalid.addAll(problem.fields());
      if (!problem.fields().isEmpty()) {
        errors.merge(problem.fields().getFirst(), problem.text(), (a, b) -> a + ' ' + b);
      }
    }
  }

  /** The letters that a form may send. */
  static List<String> letters(Form form) {
    return form.letters().names();
  }

  List<ReportPage.Section> sections() {
    List<ReportPage.Section> sections = new ArrayList<>();
    sections.add(new ReportPage.Section(texts.of("form.voters"), voters()));
    for (int vote = 0; vote < form.ballots().size(); vote++) {
      sections.add(
          new ReportPage.Section(election.election().votes().get(vote).name(), lines(vote)));
    }
    return sections;
  }

  private List<ReportPage.Line> voters() {
    List<ReportPage.Line> lines = new ArrayList<>();
    if (form.kind() != DistrictKind.POSTAL) {
      lines.add(plain(Letters.A1));
      lines.add(plain(Letters.A2));
      if (values.containsKey("A3")) {
        lines.add(plain(Letters.A3));
      }
      sumOfEligible().ifPresent(sum -> lines.add(shown(sum)));
    }
    lines.add(plain(Letters.B));
    lines.add(plain(Letters.B1));
    return lines;
  }

  private OptionalLong sumOfEligible() {
    long sum = 0;
    for (String letter : List.of("A1", "A2")) {
      String value = values.getOrDefault(letter, "");
      if (!value.matches("[0-9]{1,9}")) {
        return OptionalLong.empty();
      }
      sum += Long.parseLong(value);
    }
    return OptionalLong.of(sum);
  }

  private ReportPage.Line shown(long sum) {
    return new ReportPage.Line(
        "A", texts.of("form.A"), "", texts.number(sum), true, true, "", false);
  }

  private ReportPage.Line plain(int column) {
    String letter = form.letters().name(column);
    return line(letter, texts.of("form." + letter), hint(letter), false);
  }

  private String hint(String letter) {
    return switch (letter) {
      case "B" -> texts.of("form.B.hint");
      case "A1", "A2" -> form.kind() == DistrictKind.SPECIAL ? texts.of("form.special.hint") : "";
      default -> "";
    };
  }

  private List<ReportPage.Line> lines(int vote) {
    Letters letters = form.letters();
    String name = election.election().votes().get(vote).name();
    List<ReportPage.Line> lines = new ArrayList<>();
    lines.add(line(letters.name(letters.invalid(vote)), texts.of("form.invalid", name), "", false));
    for (Ballot.Line line : form.ballots().get(vote).lines()) {
      BallotOption option = election.election().option(line.no());
      lines.add(
          line(
              letters.name(letters.option(vote, line.no())),
              line.nominee().orElse(option.shortName()),
              line.nominee().isPresent() ? option.shortName() : nameIfOther(option),
              false));
    }
    lines.add(line(letters.name(letters.valid(vote)), texts.of("form.valid", name), "", true));
    return lines;
  }

  private static String nameIfOther(BallotOption option) {
    return option.name().equalsIgnoreCase(option.shortName()) ? "" : option.name();
  }

  private ReportPage.Line line(String letter, String label, String hint, boolean sum) {
    return new ReportPage.Line(
        letter,
        label,
        hint,
        values.getOrDefault(letter, ""),
        sum,
        false,
        errors.getOrDefault(letter, ""),
        invalid.contains(letter));
  }
}

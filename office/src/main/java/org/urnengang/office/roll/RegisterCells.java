package org.urnengang.office.roll;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.urnengang.office.roll.RefusedField.Reason;
import org.urnengang.rules.eligibility.BirthDate;
import org.urnengang.rules.eligibility.Dwelling;
import org.urnengang.rules.eligibility.Exclusion;

/** The cells of a row, read as what they mean; what cannot be read is refused with its column. */
final class RegisterCells {
  private static final Set<String> KINDS = Set.of("sole", "main", "side");

  private final RegisterProfile profile;
  private final Map<RegisterField, Map<String, String>> translations;
  private final DateTimeFormatter dates;
  private final Consumer<RefusedField> refused;
  private final RegisterFile.Row row;

  RegisterCells(RegisterProfile profile, Consumer<RefusedField> refused) {
    this(profile, profile.translations(), profile.dateFormat(), refused, new NoRow());
  }

  private RegisterCells(
      RegisterProfile profile,
      Map<RegisterField, Map<String, String>> translations,
      DateTimeFormatter dates,
      Consumer<RefusedField> refused,
      RegisterFile.Row row) {
    this.profile = profile;
    this.translations = translations;
    this.dates = dates;
    this.refused = refused;
    this.row = row;
  }

  private record NoRow() implements RegisterFile.Row {
    @Override
    public int line() {
      return 0;
    }

    @Override
    public String text(RegisterField field) {
      return "";
    }
  }

  RegisterCells of(RegisterFile.Row next) {
    return new RegisterCells(profile, translations, dates, refused, next);
  }

  int line() {
    return row.line();
  }

  boolean isComplete() {
    return RegisterFile.isComplete(row);
  }

  void refuse(RegisterField field, Reason reason) {
    refuse(profile.column(field), reason);
  }

  void refuse(String column, Reason reason) {
    refused.accept(new RefusedField(line(), column, reason));
  }

  String text(RegisterField field) {
    String text = Letters.composed(row.text(field));
    Map<String, String> words = translations.get(field);
    return words == null ? text : words.getOrDefault(text, text);
  }

  private String requirePresent(RegisterField field, String text) {
    if (text.isEmpty()) {
      refuse(field, Reason.MISSING);
    }
    return text;
  }

  String needed(RegisterField field) {
    return requirePresent(field, text(field));
  }

  String name(RegisterField field) {
    String text = text(field);
    if (!Letters.isName(text)) {
      refuse(field, Reason.LETTER);
    }
    return text;
  }

  String neededName(RegisterField field) {
    return requirePresent(field, name(field));
  }

  String address(RegisterField field) {
    String text = text(field);
    if (!Letters.isAddress(text)) {
      refuse(field, Reason.LETTER);
    }
    return text;
  }

  String neededAddress(RegisterField field) {
    return requirePresent(field, address(field));
  }

  String word(RegisterField field, Set<String> allowed) {
    String text = text(field);
    if (!allowed.contains(text)) {
      refuse(field, Reason.UNKNOWN_WORD);
    }
    return text;
  }

  /** The birth date, also one of which day or month is unknown. */
  Optional<BirthDate> born() {
    String text = needed(RegisterField.BORN);
    Optional<BirthDate> born =
        profile.hasOwnDates()
            ? date(RegisterField.BORN, text)
                .map(day -> new BirthDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth()))
            : BirthDate.of(text);
    if (born.isEmpty() && !text.isEmpty() && !profile.hasOwnDates()) {
      refuse(RegisterField.BORN, Reason.NO_DATE);
    }
    return born;
  }

  private Optional<LocalDate> date(RegisterField field, String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(profile.hasOwnDates() ? LocalDate.parse(text, dates) : IsoDay.parse(text));
    } catch (DateTimeException _) {
      refuse(field, Reason.NO_DATE);
      return Optional.empty();
    }
  }

  Optional<Exclusion> exclusion() {
    String text = text(RegisterField.EXCLUSION);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Exclusion.Kind> kind = Exclusion.Kind.of(text);
    if (kind.isEmpty()) {
      refuse(RegisterField.EXCLUSION, Reason.UNKNOWN_WORD);
    }
    return kind.map(
        found ->
            new Exclusion(
                found, date(RegisterField.EXCLUSION_UNTIL, text(RegisterField.EXCLUSION_UNTIL))));
  }

  Optional<Dwelling> dwelling(BirthDate born) {
    String ags = needed(RegisterField.AGS);
    if (!ags.isEmpty() && !isAgs(ags)) {
      refuse(RegisterField.AGS, Reason.NOT_AN_AGS);
    }
    boolean main = !word(RegisterField.KIND, KINDS).equals("side");
    Optional<LocalDate> from = date(RegisterField.MOVED_IN, needed(RegisterField.MOVED_IN));
    Optional<LocalDate> until = date(RegisterField.MOVED_OUT, text(RegisterField.MOVED_OUT));
    if (from.isEmpty()) {
      return Optional.empty();
    }
    if (until.filter(from.get()::isAfter).isPresent()) {
      refuse(RegisterField.MOVED_OUT, Reason.ENDS_BEFORE_IT_BEGINS);
      return Optional.empty();
    }
    if (from.get().getYear() < born.year()) {
      refuse(RegisterField.MOVED_IN, Reason.BEFORE_BIRTH);
    }
    return Optional.of(new Dwelling(ags, main, from.get(), until));
  }

  private static boolean isAgs(String text) {
    return text.length() == 8 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}

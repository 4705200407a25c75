package org.urnengang.office.roll;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.urnengang.office.roll.RefusedField.Reason;
import org.urnengang.rules.eligibility.BirthDate;
import org.urnengang.rules.eligibility.Citizenships;
import org.urnengang.rules.eligibility.Dwelling;

/** Reads persons from a register's file, one after the other. */
final class RegisterReader {
  private static final Pattern CODES = Pattern.compile("[A-Z]{3}( [A-Z]{3}){0,9}");

  private final RegisterProfile profile;
  private final Set<String> registers;
  private final Consumer<RegisteredPerson> each;
  private final Consumer<RefusedField> refused;
  private final Map<String, Citizenships> citizenships = new HashMap<>();
  private final LongSet seen = new LongSet();
  private final List<Residence> residences = new ArrayList<>();
  private Optional<PersonRow> current = Optional.empty();
  private boolean sound = true;

  /**
   * A reader for one file.
   *
   * @param registers AGS of the municipalities whose registers are expected
   */
  RegisterReader(
      RegisterProfile profile,
      Set<String> registers,
      Consumer<RegisteredPerson> each,
      Consumer<RefusedField> refused) {
    this.profile = profile;
    this.registers = Set.copyOf(registers);
    this.each = each;
    this.refused = refused;
  }

  /** What the first row of a person says about it, all but its dwellings. */
  private record PersonRow(int line, RegisteredPerson person) {}

  void read(Path file) {
    RegisterCells cells = new RegisterCells(profile, this::refuse);
    new RegisterFile(file, profile, this::refuse).forEach(row -> take(cells.of(row)));
    finish();
  }

  private void refuse(RefusedField field) {
    sound = false;
    refused.accept(field);
  }

  private void take(RegisterCells cells) {
    if (!cells.isComplete()) {
      cells.refuse("", Reason.WRONG_FIELD_COUNT);
      return;
    }
    if (!cells.text(RegisterField.PERSON).isEmpty() && !isSamePerson(cells)) {
      finish();
      sound = true;
      current = Optional.of(new PersonRow(cells.line(), person(cells)));
    } else if (current.isEmpty()) {
      cells.refuse(RegisterField.PERSON, Reason.NO_PERSON_ABOVE);
      return;
    }
    residence(cells).ifPresent(residences::add);
  }

  private boolean isSamePerson(RegisterCells cells) {
    return current
        .map(PersonRow::person)
        .filter(
            above ->
                above.number().equals(cells.text(RegisterField.PERSON))
                    && above.register().equals(cells.text(RegisterField.REGISTER)))
        .isPresent();
  }

  private void finish() {
    if (current.isPresent()) {
      int line = current.get().line();
      RegisteredPerson person = current.get().person().living(residences);
      check(line, person);
      if (sound) {
        each.accept(person);
      }
    }
    residences.clear();
    current = Optional.empty();
  }

  private void check(int line, RegisteredPerson person) {
    if (!seen.add(person.id())) {
      refuse(new RefusedField(line, RegisterField.PERSON.key(), Reason.PERSON_TWICE));
    }
    if (hasTwoMain(person.residences())) {
      refuse(new RefusedField(line, RegisterField.KIND.key(), Reason.TWO_MAIN_DWELLINGS));
    }
    if (sound && person.home().here().isEmpty()) {
      refuse(new RefusedField(line, RegisterField.AGS.key(), Reason.NO_DWELLING_HERE));
    }
  }

  /** Whether two main dwellings overlap; moving takes one day. */
  private static boolean hasTwoMain(List<Residence> residences) {
    for (int i = 0; i < residences.size(); i++) {
      for (int j = i + 1; j < residences.size(); j++) {
        Dwelling a = residences.get(i).dwelling();
        Dwelling b = residences.get(j).dwelling();
        if (a.main() && b.main() && (beginsWithin(a, b) || beginsWithin(b, a))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean beginsWithin(Dwelling dwelling, Dwelling other) {
    return !dwelling.from().isBefore(other.from())
        && other.until().filter(until -> !dwelling.from().isBefore(until)).isEmpty();
  }

  private RegisteredPerson person(RegisterCells cells) {
    String register = cells.needed(RegisterField.REGISTER);
    if (!registers.contains(register)) {
      cells.refuse(RegisterField.REGISTER, Reason.FOREIGN_REGISTER);
    }
    return new RegisteredPerson(
        register,
        cells.needed(RegisterField.PERSON),
        cells.name(RegisterField.TITLE),
        cells.name(RegisterField.PREFIX),
        cells.neededName(RegisterField.FAMILY_NAME),
        cells.name(RegisterField.GIVEN_NAMES),
        cells.word(RegisterField.SEX, Set.of("", "f", "m", "d")),
        cells.born().orElse(new BirthDate(1900, 1, 1)),
        citizenships(cells),
        cells.exclusion(),
        cells.word(RegisterField.BLOCK, Set.of("", "51", "52", "51 52")),
        cells.word(RegisterField.UNION_ROLL, Set.of("", "yes")).equals("yes"),
        cells.address(RegisterField.ABROAD),
        List.of());
  }

  private Citizenships citizenships(RegisterCells cells) {
    String text = cells.needed(RegisterField.CITIZENSHIPS);
    Citizenships known = citizenships.get(text);
    if (known != null) {
      return known;
    }
    if (!text.isEmpty() && !CODES.matcher(text).matches()) {
      cells.refuse(RegisterField.CITIZENSHIPS, Reason.UNKNOWN_WORD);
      return new Citizenships(Set.of());
    }
    citizenships.put(text, Citizenships.of(text));
    return Citizenships.of(text);
  }

  private Optional<Residence> residence(RegisterCells cells) {
    return cells
        .dwelling(current.map(row -> row.person().born()).orElseThrow())
        .map(
            dwelling ->
                new Residence(
                    dwelling,
                    cells.neededAddress(RegisterField.STREET),
                    cells.address(RegisterField.NUMBER),
                    cells.address(RegisterField.SUFFIX),
                    cells.address(RegisterField.POSTCODE),
                    cells.address(RegisterField.TOWN)));
  }
}

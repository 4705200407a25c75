package org.urnengang.office.roll;

/**
 * A person by its number in a register.
 *
 * @param register AGS of the municipality
 */
public record PersonKey(String register, String number) {
  long id() {
    return Hash64.of(register + ';' + number);
  }

  @Override
  public String toString() {
    return "PersonKey";
  }
}

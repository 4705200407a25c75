package org.urnengang.office.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.office.access.PasswordRules.Refusal;

class PasswordRulesTest {
  private static final List<String> OWN = List.of("Anna-Maria Beispielowski", "a.beispielowski");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passwort1234",
        "P@ssw0rd12345!",
        "Wahlamt2026!!",
        "Sommer2026Sommer",
        "123456789012",
        "qwertzuiopü+",
        "qwertzuiopas",
        "aaaaaaaaaaaa",
        "abcabcabcabcabc",
        "hallo hallo hallo",
        "Willkommen123456",
        "98765432109876",
        "geheimesPasswort",
        "!!!!geheim!!!!"
      })
  void a_password_that_is_guessed_first_is_refused(String password) {
    assertThat(PasswordRules.judge(password, OWN)).hasValue(Refusal.COMMON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AnnaBeispielowski1", "b3ispielowski2026", "Maria.Anna.77!!!"})
  void a_password_made_of_the_own_name_is_refused(String password) {
    assertThat(PasswordRules.judge(password, OWN)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "kurz", "elf Zeichen"})
  void a_short_password_is_refused(String password) {
    assertThat(PasswordRules.judge(password, OWN)).hasValue(Refusal.SHORT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ofenrohr kichert violett",
        "kX9#mvQ2!rTz4w",
        "drei Igel jonglieren",
        "ключ от старого сарая",
        "zwölfZeichen!Rhabarber"
      })
  void a_good_password_is_taken(String password) {
    assertThat(PasswordRules.judge(password, OWN)).isEmpty();
  }
}

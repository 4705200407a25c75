package org.urnengang.rules.seats.divisor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The two calculations know nothing of each other. */
class IndependenceTest {
  private static final String SEATS = "org.urnengang.rules.seats";
  private static final String[] FIRST = {SEATS + ".law..", SEATS + ".quotient.."};
  private static final String SECOND = SEATS + ".divisor..";

  private static final ArchRule SECOND_WITHOUT_FIRST =
      noClasses()
          .that()
          .resideInAPackage(SECOND)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FIRST);

  private static final ArchRule FIRST_WITHOUT_SECOND =
      noClasses()
          .that()
          .resideInAnyPackage(FIRST)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SECOND);

  @Test
  void neither_calculation_uses_the_other() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(SEATS);

    SECOND_WITHOUT_FIRST.check(classes);
    FIRST_WITHOUT_SECOND.check(classes);
  }

  @Test
  void a_class_that_knows_both_is_found() {
    JavaClasses comparing = new ClassFileImporter().importClasses(DifferentialTest.class);

    assertThat(SECOND_WITHOUT_FIRST.evaluate(comparing).hasViolation()).isTrue();
  }
}

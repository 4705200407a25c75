package org.urnengang.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** The rules know neither floating point nor a clock, chance, file or network. */
class RulesArchitectureTest {
  private static final JavaClasses RULES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.urnengang.rules");

  @Test
  void the_packages_of_the_rules_are_looked_at() {
    Set<String> packages =
        RULES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

    assertThat(packages)
        .contains(
            "org.urnengang.rules.decision",
            "org.urnengang.rules.election",
            "org.urnengang.rules.plausibility",
            "org.urnengang.rules.record",
            "org.urnengang.rules.tally");
  }

  @Test
  void the_rules_are_pure() {
    assertThat(RULES.stream().flatMap(PurityRules::violations)).isEmpty();
  }

  @Test
  void no_code_computes_with_floating_point() {
    assertThat(RULES.stream().flatMap(PurityRules::floatingInstructions)).isEmpty();
  }

  static final List<Arguments> IMPURE =
      List.of(
          argumentSet("field", "double", Impure.DoubleField.class),
          argumentSet("array", "float[]", Impure.FloatArray.class),
          argumentSet("parameter", "float", Impure.FloatParameter.class),
          argumentSet("return", "double", Impure.DoubleReturn.class),
          argumentSet("boxed", "java.lang.Double", Impure.BoxedDouble.class),
          argumentSet("file", "java.io.File", Impure.KnowsFile.class),
          argumentSet("nio", "java.nio.file.Path", Impure.KnowsPath.class),
          argumentSet("network", "java.net.URI", Impure.KnowsNetwork.class),
          argumentSet("chance", "java.util.Random", Impure.KnowsChance.class),
          argumentSet("math", "java.lang.Math.random", Impure.CallsMathRandom.class),
          argumentSet("clock", "java.time.Clock", Impure.KnowsClock.class),
          argumentSet("now", "java.time.Instant.now", Impure.CallsNow.class),
          argumentSet("millis", "java.lang.System.currentTimeMillis", Impure.CallsMillis.class));

  @ParameterizedTest
  @FieldSource("IMPURE")
  void a_deliberate_violation_is_reported(String what, Class<?> offender) {
    JavaClass imported = new ClassFileImporter().importClass(offender);

    assertThat(PurityRules.violations(imported)).anySatisfy(v -> assertThat(v).contains(what));
  }

  @Test
  void a_deliberate_computation_with_floating_point_is_reported() {
    JavaClass imported = new ClassFileImporter().importClass(Impure.ComputesPercent.class);

    assertThat(PurityRules.violations(imported)).isEmpty();
    assertThat(PurityRules.floatingInstructions(imported)).isNotEmpty();
  }

  @Test
  void an_innocent_class_is_not_reported() {
    assertThat(
            Stream.of(Impure.Innocent.class)
                .map(new ClassFileImporter()::importClass)
                .flatMap(
                    c ->
                        Stream.concat(
                            PurityRules.violations(c), PurityRules.floatingInstructions(c))))
        .isEmpty();
  }
}

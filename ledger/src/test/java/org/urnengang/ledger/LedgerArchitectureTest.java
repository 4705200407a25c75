package org.urnengang.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The ledger knows the rules and the JDK, nothing else. */
class LedgerArchitectureTest {
  private static final JavaClasses LEDGER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.urnengang.ledger");

  /** Packages of the two JDK modules that the ledger requires. */
  private static final Set<String> JDK =
      Stream.of("java.base", "java.net.http")
          .map(name -> ModuleFinder.ofSystem().find(name).orElseThrow().descriptor())
          .flatMap(module -> module.exports().stream())
          .map(ModuleDescriptor.Exports::source)
          .collect(Collectors.toSet());

  private static Stream<String> strangers(JavaClass type) {
    Predicate<String> known =
        name ->
            JDK.contains(name)
                || name.startsWith("org.urnengang.ledger.")
                || name.startsWith("org.urnengang.rules.")
                || name.equals("org.jspecify.annotations");
    return type.getDirectDependenciesFromSelf().stream()
        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
        .filter(target -> !target.isPrimitive())
        .filter(target -> known.negate().test(target.getPackageName()))
        .map(target -> type.getName() + " knows " + target.getName())
        .distinct();
  }

  @Test
  void the_ledger_depends_on_the_rules_and_the_jdk_only() {
    assertThat(LEDGER.stream().flatMap(LedgerArchitectureTest::strangers)).isEmpty();
  }

  @Test
  void the_packages_of_the_ledger_are_looked_at() {
    assertThat(LEDGER.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            "org.urnengang.ledger.entry",
            "org.urnengang.ledger.fold",
            "org.urnengang.ledger.json",
            "org.urnengang.ledger.log",
            "org.urnengang.ledger.seats",
            "org.urnengang.ledger.verify");
    assertThat(JDK).contains("java.lang", "java.net.http").doesNotContain("java.sql");
  }

  @Test
  void a_deliberate_violation_is_reported() {
    JavaClass offender = new ClassFileImporter().importClass(Offender.class);

    assertThat(strangers(offender))
        .containsExactly(Offender.class.getName() + " knows " + TestInfo.class.getName());
  }

  /** Knows what is neither rules nor JDK. */
  interface Offender {
    TestInfo info();
  }
}

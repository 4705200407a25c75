package org.urnengang.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The positive table of what may know what. A dependency that is not listed fails. */
class ArchitectureTest {
  private static final String ROOT = "org.urnengang.";

  /** Package to the packages it may know, all below org.urnengang. */
  private static final Map<String, Set<String>> ALLOWED =
      table(
          "rules.election ->",
          "rules.record -> rules.election",
          "rules.tally -> rules.election rules.record",
          "rules.decision -> rules.election",
          "ledger.json ->",
          "ledger.log ->",
          "ledger.entry -> ledger.json ledger.log rules.election",
          "ledger.fold -> ledger.entry ledger.json ledger.log rules.election rules.record"
              + " rules.tally",
          "ledger.verify -> ledger.entry ledger.fold ledger.log");

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.urnengang");

  private static Map<String, Set<String>> table(String... rows) {
    Map<String, Set<String>> table = new TreeMap<>();
    for (String row : rows) {
      List<String> sides = Arrays.stream(row.split("->", -1)).map(String::strip).toList();
      table.put(
          sides.getFirst(),
          Arrays.stream(sides.getLast().split(" ", -1))
              .filter(name -> !name.isEmpty())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return table;
  }

  @Test
  void every_dependency_stands_in_the_table() {
    assertThat(violations(PRODUCT, ALLOWED)).isEmpty();
  }

  @Test
  void every_package_of_the_table_exists_and_every_package_stands_in_it() {
    Set<String> existing =
        PRODUCT.stream()
            .map(ArchitectureTest::place)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(ALLOWED.keySet()).isEqualTo(existing);
    ALLOWED.values().forEach(known -> assertThat(existing).containsAll(known));
  }

  @Test
  void the_table_reports_a_deliberate_violation() {
    JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
    Map<String, Set<String>> strict = table("app -> ledger.log");
    assertThat(violations(offender, strict))
        .singleElement()
        .asString()
        .contains("app knows rules.election");
  }

  /** Knows what the strict table of the test does not allow. */
  static final class Offender {
    Optional<org.urnengang.rules.election.Vote> forbidden = Optional.empty();

    boolean isEmpty() {
      return forbidden.map(org.urnengang.rules.election.Vote::key).isEmpty();
    }
  }

  private static Set<String> violations(JavaClasses classes, Map<String, Set<String>> allowed) {
    Set<String> violations = new TreeSet<>();
    for (JavaClass origin : classes) {
      for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        String from = place(origin);
        if (!target.getPackageName().startsWith(ROOT) || place(target).equals(from)) {
          continue;
        }
        if (!allowed.getOrDefault(from, Set.of()).contains(place(target))) {
          violations.add(from + " knows " + place(target) + ": " + origin.getSimpleName());
        }
      }
    }
    return violations;
  }

  private static String place(JavaClass type) {
    return type.getPackageName().substring(ROOT.length());
  }
}

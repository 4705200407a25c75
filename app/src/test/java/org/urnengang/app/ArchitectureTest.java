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
          "rules.plausibility -> rules.election rules.record",
          "rules.decision -> rules.election",
          "rules.seats -> rules.decision rules.election",
          "rules.eligibility -> rules.election rules.seats",
          "rules.seats.quotient -> rules.seats",
          "rules.seats.divisor -> rules.decision rules.election rules.seats",
          "rules.seats.law -> rules.decision rules.election rules.seats rules.seats.quotient",
          "rules.seats.trail -> rules.decision rules.seats",
          "ledger.json ->",
          "ledger.log ->",
          "ledger.entry -> ledger.json ledger.log rules.election",
          "ledger.fold -> ledger.entry ledger.json ledger.log ledger.seats rules.election"
              + " rules.record rules.seats rules.tally",
          "ledger.seats -> ledger.json rules.election rules.record rules.seats rules.seats.divisor"
              + " rules.seats.law rules.tally",
          "ledger.verify -> ledger.entry ledger.fold ledger.log",
          "formats.counts -> rules.election rules.plausibility rules.record",
          "formats.folder -> rules.election rules.record",
          "formats.imports -> formats.folder rules.election rules.record",
          "formats.seats -> rules.seats rules.seats.trail",
          "web ->",
          "office.platform -> ledger.json ledger.log web",
          "office.journal -> ledger.entry ledger.log office.platform",
          "office.access -> ledger.json ledger.log office.platform",
          "office.election -> formats.folder formats.imports ledger.entry ledger.json office.access"
              + " office.journal office.platform rules.election rules.record rules.seats",
          "office.roll -> formats.folder office.access office.election office.platform"
              + " rules.election rules.eligibility rules.record web",
          "office.capture -> ledger.entry ledger.fold ledger.json ledger.log office.access"
              + " office.election office.journal office.platform rules.election rules.record",
          "office.publication -> ledger.log office.access office.election office.journal"
              + " office.platform rules.election",
          "office -> formats.folder office.access office.election office.journal office.platform"
              + " office.publication office.roll web",
          "presentation.result -> ledger.entry ledger.fold ledger.json ledger.log ledger.seats"
              + " rules.decision rules.election rules.record rules.tally",
          "presentation.follow -> ledger.entry ledger.fold ledger.json ledger.log"
              + " presentation.result rules.election",
          "presentation.graphic -> presentation.result rules.election",
          "presentation.data -> ledger.entry ledger.fold ledger.json ledger.log ledger.seats"
              + " presentation.result rules.decision rules.election rules.record rules.seats"
              + " rules.tally",
          "presentation.page -> ledger.entry ledger.fold ledger.log ledger.seats"
              + " presentation.graphic presentation.result rules.decision rules.election"
              + " rules.record rules.seats rules.seats.trail rules.tally web",
          "presentation.site -> ledger.entry ledger.fold ledger.log presentation.data"
              + " presentation.exchange presentation.follow presentation.page presentation.result"
              + " presentation.votemanager rules.election web",
          "presentation.exchange -> ledger.entry ledger.json presentation.data presentation.result"
              + " rules.election rules.record rules.tally",
          "presentation.votemanager -> ledger.entry ledger.fold ledger.json ledger.seats"
              + " presentation.data presentation.result rules.election rules.record rules.seats"
              + " rules.tally",
          "presentation.node -> ledger.fold ledger.log presentation.exchange presentation.follow"
              + " presentation.page presentation.result presentation.site presentation.votemanager"
              + " rules.election web",
          "rehearsal.demo -> formats.folder rules.election rules.record",
          "rehearsal.town -> formats.folder rehearsal.demo rules.election",
          "rehearsal.night -> formats.folder formats.imports rules.election",
          "rehearsal.people ->",
          "rehearsal.bench -> formats.folder formats.imports formats.seats ledger.entry ledger.fold"
              + " rehearsal.people ledger.log ledger.seats ledger.verify rules.election"
              + " rules.plausibility rules.record rules.seats rules.seats.law rules.tally",
          "app -> formats.counts formats.folder formats.imports formats.seats ledger.fold"
              + " ledger.json ledger.log ledger.seats ledger.verify office office.access"
              + " office.journal office.platform office.publication office.roll presentation.follow"
              + " presentation.node presentation.page rehearsal.bench rehearsal.night"
              + " rehearsal.people rules.election rules.plausibility rules.record rules.seats"
              + " rules.seats.trail rules.tally");

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("jmh_generated")) // written by JMH
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

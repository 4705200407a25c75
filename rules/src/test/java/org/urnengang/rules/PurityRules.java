package org.urnengang.rules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a class of the rules must not know, as sentences about it. */
final class PurityRules {
  private static final Set<String> FLOATING =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float");
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "java\\.(io|nio|net)\\..*|java\\.util\\.(Random|SplittableRandom|UUID|Timer)"
              + "|java\\.util\\.random\\..*|java\\.util\\.concurrent\\.ThreadLocalRandom"
              + "|java\\.security\\.SecureRandom|java\\.time\\.(Clock|InstantSource)"
              + "|java\\.lang\\.(Double|Float|StrictMath|Thread|ProcessHandle|Runtime)");
  private static final Set<String> FORBIDDEN_CALLS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.getProperty",
          "java.lang.System.getenv",
          "java.lang.Math.random");
  private static final Pattern FLOATING_OPCODE =
      Pattern.compile(
          "[DF](ADD|SUB|MUL|DIV|REM|NEG|CMP.*|LOAD.*|STORE.*|CONST.*|RETURN|ALOAD|ASTORE|2.)"
              + "|[IL]2[DF]");

  private PurityRules() {}

  static Stream<String> violations(JavaClass type) {
    return Stream.of(fields(type), signatures(type), dependencies(type), calls(type))
        .flatMap(s -> s)
        .distinct();
  }

  private static Stream<String> fields(JavaClass type) {
    return type.getFields().stream()
        .filter(field -> isFloating(field.getRawType()))
        .map(field -> field.getFullName() + " is a " + field.getRawType().getSimpleName());
  }

  private static Stream<String> signatures(JavaClass type) {
    return type.getCodeUnits().stream().flatMap(PurityRules::signature);
  }

  private static Stream<String> signature(JavaCodeUnit unit) {
    return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
        .filter(PurityRules::isFloating)
        .map(floating -> unit.getFullName() + " has a " + floating.getName());
  }

  private static boolean isFloating(JavaClass type) {
    return FLOATING.contains(type.getBaseComponentType().getName());
  }

  private static Stream<String> dependencies(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(Dependency::getTargetClass)
        .map(target -> target.getBaseComponentType().getName())
        .filter(FORBIDDEN.asMatchPredicate())
        .map(name -> type.getName() + " knows " + name);
  }

  private static Stream<String> calls(JavaClass type) {
    return type.getAccessesFromSelf().stream()
        .map(JavaAccess::getTarget)
        .map(target -> target.getOwner().getName() + "." + target.getName())
        .filter(name -> FORBIDDEN_CALLS.contains(name) || name.matches("java\\.time\\..*\\.now"))
        .map(name -> type.getName() + " calls " + name);
  }

  /** Instructions on double or float, which signatures do not show. */
  static Stream<String> floatingInstructions(JavaClass type) {
    return parse(type).methods().stream()
        .flatMap(
            method ->
                method.code().stream()
                    .flatMap(code -> code.elementStream())
                    .filter(PurityRules::isFloating)
                    .map(i -> type.getName() + "." + method.methodName() + ": " + i));
  }

  private static boolean isFloating(CodeElement element) {
    return switch (element) {
      case ConstantInstruction c ->
          c.constantValue() instanceof Double || c.constantValue() instanceof Float;
      case Instruction i -> FLOATING_OPCODE.matcher(i.opcode().name()).matches();
      default -> false;
    };
  }

  private static ClassModel parse(JavaClass type) {
    String file = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = PurityRules.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not there");
      }
      return ClassFile.of().parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.urnengang.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code ./urnengang}: exit 0 good, 1 the check failed, 2 wrong use. */
@Command(
    name = "urnengang",
    mixinStandardHelpOptions = true,
    version = "Urnengang 0.1.0",
    description =
        "Führt Wahlen durch, vom Melderegister bis zum letzten Sitz, und lässt jeden nachrechnen.",
    synopsisSubcommandLabel = "BEFEHL",
    commandListHeading = "%nBefehle:%n",
    footer = {
      "",
      "  test         richtet ein, was die Tests brauchen, und führt alle aus",
      "",
      "Jeder Befehl erklärt sich mit --help."
    },
    subcommands = {
      DemoCommand.class,
      OfficeCommand.class,
      PresentationCommand.class,
      ExportCommand.class,
      VerifyCommand.class,
      AuditCommand.class,
      SeatsCommand.class,
      PlausibilityCommand.class,
      ImportCommand.class,
      NightCommand.class,
      NoticesCommand.class,
      PeopleCommand.class,
      FollowCommand.class,
      BenchCommand.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setResourceBundle(ResourceBundle.getBundle("org.urnengang.app.commands", Locale.ROOT))
        .setParameterExceptionHandler(new WrongUse())
        .setExecutionExceptionHandler(Main::explain)
        .setExecutionStrategy(Main::execute);
  }

  /** Asked for help, picocli forgives what it does not know; a misspelt command stays one. */
  private static int execute(CommandLine.ParseResult parsed) {
    for (CommandLine command : parsed.asCommandLineList()) {
      List<String> unknown = command.getUnmatchedArguments();
      if (!unknown.isEmpty()) {
        throw new UnmatchedArgumentException(command, unknown);
      }
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /** A refusal is a sentence, a bug is a stack trace. */
  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult ignored) {
    if (failure instanceof Refusal refusal) {
      command.getErr().println(refusal.getMessage());
      return refusal.exitCode();
    }
    failure.printStackTrace(command.getErr());
    return CommandLine.ExitCode.SOFTWARE;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Welcher Befehl?");
  }
}

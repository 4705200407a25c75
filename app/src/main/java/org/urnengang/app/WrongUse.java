package org.urnengang.app;

import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what is wrong with a command line, and where its help is. */
final class WrongUse implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    command.getErr().println(sentence(failure));
    command.getErr().println("Hilfe: ./" + command.getCommandSpec().qualifiedName() + " --help");
    return CommandLine.ExitCode.USAGE;
  }

  private static String sentence(ParameterException failure) {
    return switch (failure) {
      case MissingParameterException missing ->
          missing.getMissing().stream().map(WrongUse::name).collect(Collectors.joining(", "))
              + " fehlt.";
      case UnmatchedArgumentException unmatched ->
          "„" + String.join(" ", unmatched.getUnmatched()) + "“ gibt es hier nicht.";
      case OverwrittenOptionException twice ->
          name(twice.getOverwritten()) + " kann nur einmal angegeben werden.";
      case ParameterException other
          when other.getArgSpec() != null && other.getCause() instanceof Refusal refusal ->
          name(other.getArgSpec()) + ": " + refusal.getMessage();
      case ParameterException other when other.getArgSpec() != null && other.getValue() != null ->
          "%s: „%s“ passt nicht. ".formatted(name(other.getArgSpec()), other.getValue())
              + String.join(" ", other.getArgSpec().description());
      default -> String.valueOf(failure.getMessage());
    };
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}

package dev.meshsim.cli.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** A manual page of a command, in the macros of man(7). */
final class ManPage {

  private final StringBuilder text = new StringBuilder();
  private final CommandLine command;
  private final CommandSpec spec;

  private ManPage(CommandLine command) {
    this.command = command;
    this.spec = command.getCommandSpec();
  }

  /** The name of a command's page: {@code mesh-sim-log-show}. */
  static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName("-");
  }

  /** The page, ending in a line feed. */
  static String of(CommandLine command) {
    return new ManPage(command).page();
  }

  private String page() {
    UsageMessageSpec usage = spec.usageMessage();
    List<String> description = lines(usage.description());
    line(".\\\" Generated from the command's own help.");
    line(
        ".TH " + name(command).toUpperCase(Locale.ROOT).replace("-", "\\-") + " 1 \"\" mesh\\-sim");
    section("NAME");
    text(name(command) + " - " + withoutFullStop(String.join(" ", description)));
    section("SYNOPSIS");
    text(command.getHelp().synopsis(0).strip().replaceAll("\\s+", " "));
    section("DESCRIPTION");
    description.forEach(this::paragraph);
    if (!spec.positionalParameters().isEmpty()) {
      section("ARGUMENTS");
      spec.positionalParameters().stream().filter(p -> !p.hidden()).forEach(this::argument);
    }
    section("OPTIONS");
    spec.options().stream().filter(option -> !option.hidden()).forEach(this::option);
    if (!command.getSubcommands().isEmpty()) {
      section("COMMANDS");
      command.getSubcommands().values().forEach(this::subcommand);
    }
    List<String> footer = lines(usage.footer());
    if (!footer.isEmpty()) {
      section("EXIT STATUS");
      text(String.join(" ", footer));
    }
    if (command.getParent() != null) {
      section("SEE ALSO");
      text(name(command.getParent()) + "(1)");
    }
    return text.toString();
  }

  private static List<String> lines(String[] lines) {
    return Arrays.stream(lines)
        .map(line -> line.replace("%n", " ").replace("%%", "%").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static String withoutFullStop(String text) {
    int end = text.indexOf(". ");
    String first = end < 0 ? text : text.substring(0, end);
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }

  private void section(String title) {
    line(".SH " + title);
  }

  private void paragraph(String paragraph) {
    line(".PP");
    text(paragraph);
  }

  private void entry(String term, String description) {
    line(".TP");
    text(term);
    text(description);
  }

  private void argument(PositionalParamSpec argument) {
    entry(argument.paramLabel(), described(argument));
  }

  private void option(OptionSpec option) {
    String names = String.join(", ", option.names());
    boolean valued = option.arity().max() > 0;
    entry(valued ? names + " " + option.paramLabel() : names, described(option));
  }

  /** The description, with its variables replaced as the help does. */
  private String described(CommandLine.Model.ArgSpec argument) {
    String text =
        Arrays.stream(argument.renderedDescription()).collect(Collectors.joining(" ")).strip();
    return text.isEmpty() ? "See the description." : text;
  }

  private void subcommand(CommandLine sub) {
    entry(
        name(sub) + "(1)",
        String.join(" ", lines(sub.getCommandSpec().usageMessage().description())));
  }

  /** A line of text, with what roff would take for a request or an escape written out. */
  private void text(String plain) {
    String escaped = plain.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
    line(escaped.startsWith(".") ? "\\&" + escaped : escaped);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}

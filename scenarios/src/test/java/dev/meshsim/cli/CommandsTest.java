package dev.meshsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.meshsim.arch.ArchitectureRules;
import dev.meshsim.cli.console.Console;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The registry of the subcommands is complete. */
class CommandsTest {

  private static final PrintStream NOWHERE =
      new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

  @Test
  void everyCommandClassIsRegistered() {
    Set<String> registered = new TreeSet<>();
    collect(Commands.all(new Console(NOWHERE, NOWHERE)), registered);
    Set<String> annotated =
        ArchitectureRules.mainClasses("dev.meshsim.cli").stream()
            .filter(type -> type.isAnnotatedWith(CommandLine.Command.class))
            .map(JavaClass::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(annotated, registered);
    assertTrue(registered.size() >= 22, registered.toString());
  }

  @Test
  void aCommandThatIsNamedFirstIsBuiltWithoutTheOthers() {
    Console console = new Console(NOWHERE, NOWHERE);
    CommandLine all = Commands.all(console);
    all.getSubcommands()
        .forEach(
            (name, command) -> {
              CommandLine asked = Commands.asked(console, name, "--help");
              assertEquals(Set.of(name), asked.getSubcommands().keySet());
              CommandLine same = asked.getSubcommands().get(name);
              assertEquals(command.getCommand().getClass(), same.getCommand().getClass());
              assertEquals(command.getUsageMessage(), same.getUsageMessage());
            });
    for (String[] arguments : List.of(new String[0], new String[] {"--help", "run"})) {
      assertEquals(
          all.getSubcommands().keySet(),
          Commands.asked(console, arguments).getSubcommands().keySet());
    }
  }

  private static void collect(CommandLine command, Set<String> found) {
    found.add(command.getCommand().getClass().getName());
    command.getSubcommands().values().forEach(sub -> collect(sub, found));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "share beef",
        "share split --quorum 2 --shares 3 --hex - beef",
        "escrow open entry.json --share - beef"
      })
  void anArgumentThatMayBeASecretIsNotRepeated(String line) {
    Cli refused = Cli.run(line.split(" "));
    assertEquals(2, refused.code());
    assertTrue(refused.errors().contains("there is an argument too many"), refused.errors());
    assertFalse(refused.errors().contains("beef"), refused.errors());
  }
}

package dev.meshsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of developer-08 section 4 for commands, with a command that prints its arguments. */
@DisabledOnOs(OS.WINDOWS)
class OtherNamesTest {

  @TempDir private Path directory;

  @BeforeEach
  void prepare() throws IOException {
    Path bin = Files.createDirectories(directory.resolve("the bin"));
    for (String name : List.of("servermesh", "meshclient", "meshconnect")) {
      Files.copy(Golden.root().resolve("bin").resolve(name), bin.resolve(name));
    }
    Path command = bin.resolve("mesh-sim");
    Files.writeString(command, "#!/bin/sh\nprintf '<%s>' \"$@\"\n");
    assertEquals(true, command.toFile().setExecutable(true));
    Files.createSymbolicLink(directory.resolve("linked"), bin.resolve("servermesh"));
    Files.createSymbolicLink(directory.resolve("link"), Path.of("the bin/meshclient"));
  }

  private String run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(directory.resolve(program).toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void theWizardsGetTheirArguments() throws IOException {
    assertEquals("<manager>", run("the bin/meshclient"));
    assertEquals("<manager><show><--root><a b>", run("link", "show", "--root", "a b"));
    assertEquals("<connect><request>", run("the bin/meshconnect", "request"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', <--store><jlog><--root><example.com>",
    "--listen=:1, <--store><jlog><--root><example.com><--listen=:1>",
    "--root=x, <--store><jlog><--root=x>",
    "--store=h2, <--root><example.com><--store=h2>",
  })
  void theServerHasAPlaceForItsLogs(String option, String given) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("example.com"));
    if (!option.isEmpty()) {
      arguments.add(option);
    }
    String printed = run("linked", arguments.toArray(String[]::new));
    assertEquals(
        sorted("<portal><serve><--domain><example.com>" + given), sorted(printed), printed);
  }

  private static List<String> sorted(String arguments) {
    return List.of(arguments.split("(?<=>)")).stream().sorted().toList();
  }

  @Test
  void aServerNeedsADomain() throws IOException {
    assertEquals(
        "servermesh: the domain of the portal is missing\n"
            + "hint: write servermesh DOMAIN, for example servermesh example.com\n",
        run("the bin/servermesh"));
    assertEquals("<portal><serve><--help>", run("the bin/servermesh", "--help"));
  }
}

package dev.meshsim.cli;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.OutputFormat;
import dev.meshsim.error.Quote;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.PortalStores;
import dev.meshsim.machine.MachineStores;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mesh-sim doctor}. */
@Command(
    name = "doctor",
    description =
        "Prints which of the programs and stores around mesh-sim are there, and what each is for."
            + " Nothing is started, and nothing but a JDK is needed.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  /** A program that some use. */
  private record Program(String name, String purpose) {}

  private static final List<Program> PROGRAMS =
      List.of(
          new Program("javac", "builds a checkout; an archive needs only java"),
          new Program("mvn", "builds a checkout; mvnw does too"),
          new Program("git", "tells a checkout's commit for a run's identity"),
          new Program("ssh-keygen", "tests of the keys of the file store and of SSH applications"),
          new Program("puttygen", "tests of the keys of the file store"),
          new Program("openssl", "tests of the keys of the registry store"),
          new Program("hivexregedit", "tests of the registry store's hives"),
          new Program("psql", "to look into a PostgreSQL database"),
          new Program("chromium", "tests of the pages of a report"),
          new Program("chromedriver", "tests of the pages of a report"),
          new Program("kramdown-rfc", "builds Internet-Drafts from documents in Markdown"));

  private final Console console;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "The output format, ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.text;

  DoctorCommand(Console console) {
    this.console = console;
  }

  /** One line; a store that is built in has no place of its own. */
  private record Item(String name, boolean found, Optional<String> place, String purpose) {

    static Item program(String name, Optional<String> place, String purpose) {
      return new Item(name, place.isPresent(), place, purpose);
    }

    static Item builtIn(String name) {
      return new Item(name, true, Optional.empty(), "run");
    }

    String text() {
      String where = place.map(path -> " (" + path + ")").orElse("");
      return (found ? "found  " : "absent ") + name + where + ": " + purpose;
    }

    Map<String, Object> members() {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("name", name);
      members.put("found", found);
      place.ifPresent(where -> members.put("place", where));
      members.put("purpose", purpose);
      return members;
    }
  }

  @Override
  public Integer call() {
    List<Item> items = new ArrayList<>();
    items.add(
        Item.program(
            "java",
            Optional.of(System.getProperty("java.home") + ", " + Runtime.version()),
            "runs mesh-sim; 17 or later"));
    MachineStores.names().forEach(name -> items.add(Item.builtIn("machine store " + name)));
    PortalStores.names().forEach(name -> items.add(Item.builtIn("portal store " + name)));
    if (!MachineStores.names().contains("postgresql")) {
      items.add(
          Item.program(
              "machine store postgresql",
              Optional.empty(),
              "set MESH_SIM_POSTGRES to the address of a database"));
    }
    String path = System.getenv().getOrDefault("PATH", "");
    PROGRAMS.forEach(p -> items.add(Item.program(p.name, find(p.name, path), p.purpose)));
    if (format == OutputFormat.json) {
      console.line(MeshJson.write(items.stream().map(Item::members).toList()).utf8());
    } else {
      items.stream().map(Item::text).forEach(console::line);
    }
    return 0;
  }

  private static Optional<String> find(String name, String path) {
    return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
        .filter(directory -> !directory.isEmpty())
        .flatMap(directory -> file(directory, name).stream())
        .filter(Files::isExecutable)
        .map(file -> Quote.of(file.toString()))
        .findFirst();
  }

  private static Optional<Path> file(String directory, String name) {
    try {
      return Optional.of(Path.of(directory, name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}

package dev.meshsim.scenario.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.arch.SourceTree;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.scenario.action.StepActions;
import dev.meshsim.scenario.run.RunOptions;
import dev.meshsim.scenario.run.ScenarioText;
import dev.meshsim.testing.Golden;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No main source outside a store's module has a string literal with the name of one of its files.
 * The names are those that a run leaves: file names of letters with an ending, directories of two
 * capitalised words, and long endings. Other names with a fingerprint or a number are left out, as
 * are plain words.
 */
class StoreFileNamesTest {

  private static final Pattern DISTINCT =
      Pattern.compile("[A-Za-z-]+(\\.[a-z]+)+|([A-Z][a-z]+){2}|\\.(?!json|lock|store)[a-z]{4,}");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

  @TempDir private Path directory;

  @Test
  void noSourceNamesAFileOfAnotherModulesStore() throws IOException {
    List<String> found = new ArrayList<>();
    int sources = 0;
    for (String store : List.of("file", "registry", "h2")) {
      Set<String> names = namesOf(store);
      assertTrue(names.size() >= 2, store + ": " + names);
      for (Path source : sourcesOutside("mesh-store-" + store)) {
        sources++;
        for (String name : literals(Files.readString(source), names)) {
          found.add(Golden.root().relativize(source) + ": " + name);
        }
      }
    }
    assertEquals(List.of(), found);
    assertTrue(sources > 3 * 400, "sources read: " + sources);
  }

  @Test
  void aLiteralWithAFileNameIsFound() {
    Set<String> names = Set.of("profiles.json", "CryptoMesh");
    assertEquals(
        List.of("profiles.json", "CryptoMesh"),
        literals("a(\"test/profiles.json\", '\"', \"other\");\nb(\"CryptoMesh.reg\");", names));
    assertEquals(List.of(), literals("/** See profiles.json. */ a(\"profiles\");", names));
  }

  private Set<String> namesOf(String store) throws IOException {
    ScenarioText text = new ScenarioText(Files.createDirectory(directory.resolve(store)));
    Path file = text.write("test", ScenarioText.HEAD + ScenarioText.CONNECTED);
    RunOptions options = new RunOptions(7, Optional.empty(), Optional.empty(), store);
    assertEquals(1, text.run(options, StepActions::of, file).passed());
    Path place = text.out().resolve("stores").resolve(store).resolve("test");
    MachineStores.named(store)
        .open(place.resolve("desktop"), StoreMode.PRODUCTION, World.seeded(1).stream("store", "s"))
        .close();
    Set<String> names = new TreeSet<>();
    for (String machine : List.of("desktop", "phone", RunStore.portalDirectory(1))) {
      Path root = place.resolve(machine);
      if (Files.exists(root)) {
        try (Stream<Path> paths = Files.walk(root)) {
          paths
              .filter(path -> !path.equals(root))
              .map(path -> path.getFileName().toString())
              .forEach(
                  name ->
                      Stream.of(name, name.substring(Math.max(0, name.lastIndexOf('.'))))
                          .filter(part -> DISTINCT.matcher(part).matches())
                          .forEach(names::add));
        }
      }
    }
    return names;
  }

  private static List<Path> sourcesOutside(String module) {
    return SourceTree.modules(Golden.root()).stream()
        .filter(other -> !other.endsWith(module))
        .flatMap(other -> SourceTree.ofModule(other).files().stream())
        .toList();
  }

  private static List<String> literals(String source, Set<String> names) {
    return LITERAL
        .matcher(source)
        .results()
        .flatMap(literal -> names.stream().filter(literal.group(1)::contains))
        .toList();
  }
}

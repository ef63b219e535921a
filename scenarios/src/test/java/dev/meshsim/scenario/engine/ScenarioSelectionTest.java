package dev.meshsim.scenario.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUri;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.TagFilter;

class ScenarioSelectionTest {

  private static final String ROWS =
      """
      purpose: For a test.
      machines: [desktop]
      portal: example.com
      tags: [names, quick]
      rows:
        - {name: first, user: alice, seen: valid}
        - {name: second, user: bob, seen: valid}
      steps:
        - createDevice: desktop
        - validate: "{user}@example.com"
          on: desktop
          expect: "{seen}"
      """;

  @TempDir private Path root;
  private Path directory;

  @BeforeEach
  void writeScenarios() throws IOException {
    root = root.toRealPath();
    directory = root.resolve("scenarios");
    EngineRun.write(directory.resolve("one.yaml"), EngineRun.PASSES);
    EngineRun.write(directory.resolve("deep/two.yml"), EngineRun.PASSES);
    EngineRun.write(directory.resolve("notes.txt"), "no scenario");
  }

  private String name(String below) {
    return directory.toString().replace('\\', '/') + "/" + below;
  }

  @Test
  void aTestHasOneNameAndOneIdHoweverItIsSelected() throws IOException {
    List<String> whole = EngineRun.ids(selectDirectory(directory.toFile()));
    assertEquals(2, whole.size());
    String id = "[file:" + name("deep/two.yml") + "]/[case:" + name("deep/two") + "]";
    assertEquals(id, whole.get(0).replace("%2F", "/"));
    Path two = directory.resolve("deep/two.yml");
    List<String> same = List.of(whole.get(0));
    assertEquals(same, EngineRun.ids(selectDirectory(directory.resolve("deep").toFile())));
    assertEquals(same, EngineRun.ids(selectFile(two.toFile())));
    assertEquals(same, EngineRun.ids(selectFile(two.toFile(), FilePosition.from(2))));
    assertEquals(same, EngineRun.ids(selectUri(two.toUri())));
    assertEquals(same, EngineRun.ids(selectUri(URI.create(two.toUri() + "?line=3"))));
    assertEquals(same, EngineRun.ids(selectUniqueId("[engine:mesh-scenario]/" + whole.get(0))));
    assertEquals(
        same,
        EngineRun.ids(
            selectFile(two.toFile()), selectUniqueId("[engine:mesh-scenario]/" + whole.get(0))));
    String file = whole.get(0).substring(0, whole.get(0).indexOf("/[case"));
    assertEquals(same, EngineRun.ids(selectUniqueId("[engine:mesh-scenario]/" + file)));
  }

  @Test
  void aClassPathResourceIsNamedByThePathBelowItsRoot() throws IOException {
    List<String> all =
        List.of(
            "[resource:scenarios%2Fdeep%2Ftwo.yml]/[case:scenarios%2Fdeep%2Ftwo]",
            "[resource:scenarios%2Fone.yaml]/[case:scenarios%2Fone]");
    List<String> one = all.subList(1, 2);
    EngineRun.with(
        root,
        () -> {
          assertEquals(all, EngineRun.ids(selectClasspathResource("scenarios")));
          assertEquals(all, EngineRun.ids(selectClasspathResource("/scenarios/")));
          assertEquals(one, EngineRun.ids(selectClasspathResource("scenarios/one.yaml")));
          assertEquals(one, EngineRun.ids(selectUri("classpath:/scenarios/one.yaml?line=4")));
          assertEquals(
              one,
              EngineRun.ids(
                  selectClasspathResource("scenarios/one.yaml", FilePosition.from(1, 1))));
          assertEquals(one, EngineRun.ids(selectUniqueId("[engine:mesh-scenario]/" + one.get(0))));
          return true;
        });
  }

  @Test
  void theSourceOfATestIsItsFile() throws IOException {
    TestSource file = source(selectFile(directory.resolve("one.yaml").toFile()));
    assertEquals(directory.resolve("one.yaml").toFile(), ((FileSource) file).getFile());
    TestSource resource =
        EngineRun.with(root, () -> source(selectClasspathResource("scenarios/one.yaml")));
    ClasspathResourceSource found = (ClasspathResourceSource) resource;
    assertEquals("scenarios/one.yaml", found.getClasspathResourceName());
    assertEquals(1, found.getPosition().orElseThrow().getLine());
  }

  private static TestSource source(org.junit.platform.engine.DiscoverySelector selector) {
    return EngineRun.kit(selector).execute().testEvents().started().stream()
        .map(event -> event.getTestDescriptor().getSource().orElseThrow())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothingIsFoundThatIsNotSelected() throws IOException {
    EngineRun.with(
        root,
        () -> {
          assertEquals(List.of(), EngineRun.ids(selectClass(getClass())));
          assertEquals(List.of(), EngineRun.ids(selectPackage("scenarios")));
          var roots = selectClasspathRoots(Set.of(root));
          assertEquals(
              List.of(),
              EngineRun.ids(roots.toArray(new org.junit.platform.engine.DiscoverySelector[0])));
          assertEquals(
              List.of(), EngineRun.ids(selectFile(directory.resolve("notes.txt").toFile())));
          assertEquals(
              List.of(), EngineRun.ids(selectUniqueId("[engine:mesh-scenario]/[class:x]")));
          return true;
        });
  }

  private Path rows() throws IOException {
    return EngineRun.write(root.resolve("rows/names.yaml"), ROWS);
  }

  @Test
  void everyRowIsATestThatItsLineSelects() throws IOException {
    Path file = rows();
    String name = file.toString().replace('\\', '/').replace(".yaml", "");
    String free = name + "[first] SUCCESSFUL";
    String second = name + "[second] SUCCESSFUL";
    assertEquals(List.of(free, second), EngineRun.run(selectFile(file.toFile())));
    assertEquals(List.of(second), EngineRun.run(selectFile(file.toFile(), FilePosition.from(7))));
    assertEquals(
        List.of(free, second), EngineRun.run(selectFile(file.toFile(), FilePosition.from(1))));
    String id = EngineRun.ids(selectFile(file.toFile(), FilePosition.from(7))).get(0);
    assertEquals(List.of(second), EngineRun.run(selectUniqueId("[engine:mesh-scenario]/" + id)));
    assertEquals(
        List.of(second),
        EngineRun.run(Map.of(Parameters.NAME, name + "[second]"), selectFile(file.toFile())));
    FileSource source = (FileSource) source(selectFile(file.toFile(), FilePosition.from(7)));
    assertEquals(7, source.getPosition().orElseThrow().getLine());
  }

  @Test
  void tagsAreThoseOfJUnit() throws IOException {
    Path file = rows();
    var builder = EngineRun.kit(selectFile(file.toFile()), selectDirectory(directory.toFile()));
    assertEquals(
        2, EngineRun.results(builder.filters(TagFilter.includeTags("names")).execute()).size());
    assertEquals(
        0, EngineRun.results(builder.filters(TagFilter.excludeTags("quick")).execute()).size());
  }

  @Test
  void casesAreChosenByName() {
    var whole = selectDirectory(directory.toFile());
    assertEquals(
        List.of(name("one") + " SUCCESSFUL"),
        EngineRun.run(Map.of(Parameters.NAME, "*/o?e"), whole));
    assertEquals(List.of(), EngineRun.run(Map.of(Parameters.NAME, "*/three"), whole));
  }

  @Test
  void aSelectionThatIsNotThereIsAnIssue() throws IOException {
    assertEquals(
        List.of(
            "the class path has no resource \"scenario\"\nhint: correct the name in the selector"),
        EngineRun.issues(EngineRun.kit(selectClasspathResource("scenario"))));
    Path gone = root.resolve("gone.yaml");
    assertEquals(
        List.of(
            "there is no file or directory " + gone + "\nhint: correct the name in the selector"),
        EngineRun.issues(EngineRun.kit(selectFile(gone.toString()))));
  }

  @Test
  void aResourceInAnArchiveIsAnIssue() throws IOException {
    Path jar = root.resolve("with.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("inside/one.yaml"));
      out.write(EngineRun.PASSES.getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
    List<String> issues =
        EngineRun.with(
            jar, () -> EngineRun.issues(EngineRun.kit(selectClasspathResource("inside/one.yaml"))));
    assertEquals(1, issues.size());
    assertTrue(
        issues.get(0).startsWith("the resource \"inside/one.yaml\" is not in a directory but at"),
        issues.get(0));
  }

  @Test
  void twoTestsOfOneNameAreRefused() throws IOException {
    Path below = Path.of("target/engine-test/same.yaml");
    EngineRun.write(below, EngineRun.PASSES);
    EngineRun.write(root.resolve("target/engine-test/same.yaml"), EngineRun.PASSES);
    List<String> results =
        EngineRun.with(
            root,
            () ->
                EngineRun.run(
                    selectFile(below.toFile()),
                    selectClasspathResource("target/engine-test/same.yaml")));
    assertEquals(
        List.of("target/engine-test/same FAILED", "target/engine-test/same SUCCESSFUL"), results);
  }
}

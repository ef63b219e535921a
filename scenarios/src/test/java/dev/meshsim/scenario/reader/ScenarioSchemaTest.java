package dev.meshsim.scenario.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.meshsim.scenario.Member;
import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.StepKind;
import dev.meshsim.scenario.StepKinds;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schema for editors is up to date, and agrees with the reader about the structure of a file.
 */
class ScenarioSchemaTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(ScenarioSchema.json());

  /** What an editor says of a file: its YAML reader first, then the schema. */
  private List<String> problems(String yaml) {
    try {
      Object value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
      return schema.validate(JSON.valueToTree(value)).stream().map(Object::toString).toList();
    } catch (YamlEngineException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  private static List<String> problemsOfReader(String yaml) {
    try {
      ScenarioReader.cases("x", "x.yaml", yaml.getBytes(StandardCharsets.UTF_8));
      return List.of();
    } catch (ScenarioException e) {
      return e.problems().stream().map(problem -> problem.lines()).toList();
    }
  }

  @Test
  void thePublishedSchemaIsUpToDate() throws IOException {
    Golden.assertSame(Golden.root().resolve("docs/scenario.schema.json"), ScenarioSchema.json());
  }

  @Test
  void everyScenarioIsValid() throws IOException {
    int count = 0;
    try (var files = Files.walk(Golden.root().resolve("scenarios"))) {
      for (Path file :
          files
              .filter(path -> path.toString().matches(".*scenarios/(?!src|target).*\\.ya?ml"))
              .toList()) {
        count++;
        assertEquals(List.of(), problems(Files.readString(file)), file + "");
      }
    }
    assertTrue(count > 50, "only " + count + " files");
  }

  /** The schema tells the calls apart by their words, so that none may be a key of another call. */
  @Test
  void noCallIsKeyOfAnother() {
    List<String> words = StepKinds.all().stream().map(StepKind::word).toList();
    for (StepKind kind : StepKinds.all()) {
      for (Member member : kind.members().subList(1, kind.members().size())) {
        assertTrue(!words.contains(member.name()), kind.word() + " has the key " + member.name());
      }
    }
  }

  @Test
  void schemaAndReaderAgreeOnMutations() {
    List<String> differences = new ArrayList<>();
    int refused = 0;
    Map<String, String> all = StructuralMutations.ofTheSamples();
    for (Map.Entry<String, String> mutation : all.entrySet()) {
      List<String> editor = problems(mutation.getValue());
      List<String> reader = problemsOfReader(mutation.getValue());
      refused += reader.isEmpty() ? 0 : 1;
      if (editor.isEmpty() != reader.isEmpty()) {
        differences.add(mutation.getKey() + ": schema " + editor + ", reader " + reader);
      }
    }
    assertEquals(List.of(), differences, String.join("\n", differences));
    assertTrue(all.size() >= 100 && refused >= 100, all.size() + ", refused " + refused);
  }

  @Test
  void theSamplesAreGood() {
    for (String sample : StructuralMutations.samples()) {
      assertEquals(List.of(), problemsOfReader(sample));
      assertEquals(List.of(), problems(sample));
    }
  }
}

package dev.meshsim.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every published file is valid by its schema, and the schemas reject invalid ones. */
class SchemaTest {

  /** The base address of the schemas, mapped to their directory; nothing is fetched. */
  private static final String BASE = "https://localhost/";

  private static final Path SCHEMAS = Golden.root().resolve("vectors/schemas");

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(SchemaTest::schemaText));

  private static String schemaText(String location) {
    if (!location.startsWith(BASE)) {
      return null;
    }
    try {
      return Files.readString(SCHEMAS.resolve(location.substring(BASE.length())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Error> errors(JsonNode file) {
    String name = file.path("schema").stringValue();
    assertTrue(name.startsWith("schemas/"), name);
    Schema schema =
        registry.getSchema(SchemaLocation.of(BASE + name.substring("schemas/".length())));
    return schema.validate(file);
  }

  @Test
  void everyFileIsAsItsSchemaSays() throws IOException {
    Map<String, JsonNode> files = VectorsTest.published();
    for (Map.Entry<String, JsonNode> file : files.entrySet()) {
      assertEquals(List.of(), errors(file.getValue()), file.getKey());
    }
    try (var schemas = Files.list(SCHEMAS)) {
      assertEquals(files.size() + 1, schemas.count(), "a schema for each file, and the common one");
    }
  }

  @Test
  void theSchemasNotice() throws IOException {
    noticed(test -> test.put("surprise", 1));
    noticed(test -> test.remove("flags"));
    noticed(test -> test.put("result", "perhaps"));
    noticed(test -> test.put("tcId", 0));
    noticed(test -> test.put("result", "invalid"));
    noticed(test -> test.put("error", "share.mistyped"));
    noticed(test -> test.put("comment", true));
  }

  /** Asserts that the schema rejects the first test of each file after this change. */
  private void noticed(Consumer<ObjectNode> change) throws IOException {
    for (Map.Entry<String, JsonNode> file : VectorsTest.published().entrySet()) {
      JsonNode changed = file.getValue().deepCopy();
      change.accept((ObjectNode) changed.path("testGroups").path(0).path("tests").path(0));
      assertFalse(errors(changed).isEmpty(), file.getKey());
    }
  }
}

package dev.meshsim.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One message or object of each tag that the documents in docs/examples show. */
final class Samples {

  private Samples() {}

  /** Each tag with a text of it. */
  static Map<String, JsonNode> of(Dialect dialect) throws IOException {
    MessageSchemas messages = new MessageSchemas();
    Path examples =
        Golden.root()
            .resolve("docs/examples/examples")
            .resolve(dialect == Dialect.MESH ? "example-generator" : "example-generator-2017");
    try (Stream<Path> files = Files.list(examples)) {
      for (Path file : files.filter(Samples::isWhole).sorted().toList()) {
        messages.message(
            dialect, file.getFileName().toString(), Bytes.of(Files.readAllBytes(file)));
      }
    }
    assertEquals(List.of(), messages.problems());
    Map<String, JsonNode> samples = messages.samples(dialect);
    assertTrue(samples.size() > 20, samples.keySet().toString());
    return samples;
  }

  /** False for a part of a message, which has no tag. */
  private static boolean isWhole(Path file) {
    return file.getFileName()
        .toString()
        .matches(".*\\.(request|response|signed|payload|shown)\\.json");
  }
}

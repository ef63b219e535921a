package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.json.binary.BinaryJson;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.protect.Protection;
import dev.meshsim.report.TraceFiles;
import dev.meshsim.report.TracedExchange;
import dev.meshsim.report.Verdict;
import dev.meshsim.report.WireTable;
import dev.meshsim.testing.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Scenarios in each binary encoding say what they say in JSON, and show what travelled. */
class EncodingRunTest {

  private static RunOptions in(Encoding encoding) {
    return new RunOptions(
        RunOptions.DEFAULT_SEED,
        Optional.empty(),
        Optional.empty(),
        RunOptions.DEFAULT_STORE,
        RunOptions.DIRECT,
        encoding,
        Protection.NONE);
  }

  private static List<TracedExchange> play(String scenario, Encoding encoding, Path directory) {
    String file = Golden.root().resolve("scenarios").resolve(scenario).toString();
    RunOptions options = in(encoding);
    Case one = SingleRun.find(file, options, problem -> {}).orElseThrow();
    SingleRun.Recorded run = SingleRun.run(one, options, directory, List.of());
    assertEquals(Verdict.PASSED, run.result().verdict());
    return run.trace().orElseThrow().exchanges();
  }

  @ParameterizedTest
  @CsvSource({
    "JSON_B, example-generator.yaml",
    "JSON_C, example-generator.yaml",
    "JSON_C, portals/too-many-parts.yaml",
    "JSON_B, surroundings/request-twice.yaml"
  })
  void aScenarioSaysTheSame(Encoding encoding, String scenario, @TempDir Path directory) {
    List<TracedExchange> plain = play(scenario, Encoding.JSON, directory.resolve("json"));
    List<TracedExchange> encoded = play(scenario, encoding, directory.resolve("encoded"));
    assertEquals(plain.size(), encoded.size());
    for (int i = 0; i < plain.size(); i++) {
      TracedExchange exchange = encoded.get(i);
      assertEquals(plain.get(i).request(), exchange.request());
      assertEquals(plain.get(i).response(), exchange.response());
      TracedExchange.Wire wire = exchange.wire().orElseThrow();
      assertEquals(encoding, wire.encoding());
      assertEquals(
          exchange.envelope().orElse(exchange.request()),
          BinaryJson.toJson(encoding, wire.request()));
      assertEquals(exchange.response(), BinaryJson.toJson(encoding, wire.response()));
    }
    assertEquals("", WireTable.of(plain, "messages"));
    shown(encoding, encoded);
  }

  private static void shown(Encoding encoding, List<TracedExchange> exchanges) {
    Map<String, Bytes> files = TraceFiles.messages(exchanges);
    long dumps =
        files.keySet().stream().filter(name -> name.endsWith(encoding.label() + ".hex")).count();
    assertEquals(2L * exchanges.size(), dumps);
    String table = WireTable.of(exchanges, "messages");
    files.keySet().stream()
        .filter(name -> name.endsWith(".hex"))
        .forEach(name -> assertTrue(table.contains("](messages/" + name + ")"), name));
    String line = TraceFiles.trace(exchanges).utf8().lines().findFirst().orElseThrow();
    JsonNode first = MeshJson.readTree(Bytes.utf8(line));
    assertEquals(encoding.mediaType(), first.path("encoding").stringValue());
    assertEquals(
        exchanges.get(0).wire().orElseThrow().request(),
        Bytes.base64Url(first.path("requestWire").stringValue()));
    assertTrue(in(encoding).stated().contains("encoding=" + encoding.label()));
    assertTrue(in(encoding).repeat("a.yaml", "memory").words().contains("--encoding"));
  }
}

package dev.meshsim.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.binary.BinaryJson;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.report.TracedExchange;
import dev.meshsim.scenario.run.Case;
import dev.meshsim.scenario.run.RunOptions;
import dev.meshsim.scenario.run.SingleRun;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sizes of the messages of ExampleGenerator's flow in each encoding are those of
 * docs/dialects.md. To write them anew: {@code -Dtest=EncodingSizesTest -Dmeshsim.write=true}.
 */
class EncodingSizesTest {

  private static final String SCENARIO =
      Golden.root().resolve("scenarios/example-generator.yaml").toString();

  @Test
  void theSizesAreThoseOfTheDocument(@TempDir Path directory) throws IOException {
    Case one = SingleRun.find(SCENARIO, RunOptions.DEFAULT, problem -> {}).orElseThrow();
    List<TracedExchange> exchanges =
        SingleRun.run(one, RunOptions.DEFAULT, directory, List.of())
            .trace()
            .orElseThrow()
            .exchanges();
    StringBuilder table =
        new StringBuilder("\n| Message | JSON | JSON-B | JSON-C |\n|---|---:|---:|---:|\n");
    int[] sum = new int[Encoding.values().length];
    for (TracedExchange exchange : exchanges) {
      String signed = exchange.envelope().isPresent() ? ", signed" : "";
      row(
          table,
          exchange.requestTag() + signed,
          exchange.envelope().orElse(exchange.request()),
          sum);
      row(table, exchange.responseTag(), exchange.response(), sum);
    }
    assertTrue(sum[2] < sum[1] && sum[1] < sum[0], "each encoding is smaller than the one before");
    table.append(
        String.format(
            Locale.ROOT,
            "| **all %d messages** | %,d | %,d (%.0f %%) | %,d (%.0f %%) |\n\n",
            2 * exchanges.size(),
            sum[0],
            sum[1],
            100.0 * sum[1] / sum[0],
            sum[2],
            100.0 * sum[2] / sum[0]));
    Sections.assertSame("docs/dialects.md", "encodings", table.toString());
  }

  private static void row(StringBuilder table, String name, Bytes json, int[] sum) {
    table.append("| ").append(name);
    for (Encoding encoding : Encoding.values()) {
      Bytes octets = BinaryJson.fromJson(encoding, json);
      assertEquals(json, BinaryJson.toJson(encoding, octets));
      sum[encoding.ordinal()] += octets.length();
      table.append(String.format(Locale.ROOT, " | %,d", octets.length()));
    }
    table.append(" |\n");
  }
}

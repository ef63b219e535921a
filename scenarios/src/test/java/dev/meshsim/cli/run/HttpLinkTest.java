package dev.meshsim.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.testing.Golden;
import dev.meshsim.testing.Once;
import dev.meshsim.testing.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenarios over HTTP: the messages are the octets of a run in one process. */
@Once
class HttpLinkTest {

  private static final List<String> SOME =
      List.of(
          "example-generator.yaml",
          "example-generator-2017.yaml",
          "connection/three-at-once.yaml",
          "connection/portal-restarts.yaml",
          "hostile/old-profile.yaml",
          "portals/away.yaml");

  /** Files and octets of a run without a link, to which the others are compared. */
  private static Map<String, String> direct;

  @BeforeAll
  static void runDirect(@TempDir Path scratch) throws IOException {
    Cli run = run(scratch, "direct");
    assertEquals(0, run.code(), run.out() + run.errors());
    direct = messages(scratch);
    assertTrue(direct.size() > 60, () -> direct.size() + " messages");
  }

  private static Cli run(Path out, String portal, String... more) {
    List<String> words =
        new ArrayList<>(List.of("run", "--portal", portal, "--out", out.toString()));
    words.addAll(List.of("--report", "trace", "--jobs", "1"));
    for (String file : SOME) {
      words.add(Golden.root().resolve("scenarios").resolve(file).toString());
    }
    words.addAll(List.of(more));
    return Cli.run(words.toArray(String[]::new));
  }

  /** The files of messages; times and names of runs are elsewhere. */
  private static Map<String, String> messages(Path out) throws IOException {
    Map<String, String> all = new TreeMap<>(Trees.of(out));
    all.keySet().removeIf(name -> !name.contains("messages"));
    return all;
  }

  /** It is in JSON-C too: what is said does not depend on the link or the encoding. */
  @Test
  void theMessagesAreTheSameOctets(@TempDir Path scratch) throws IOException {
    Cli http = run(scratch, "http", "--encoding", "json-c");
    assertEquals(0, http.code(), http.out() + http.errors());
    Map<String, String> encoded = messages(scratch);
    assertTrue(encoded.keySet().removeIf(name -> name.endsWith(".json-c.hex")));
    assertEquals(direct, encoded);
  }

  @ParameterizedTest
  @CsvSource({"sign, direct", "encrypt, http"})
  void protectedMessagesSayTheSame(String level, String portal, @TempDir Path scratch)
      throws IOException {
    Cli safe =
        run(scratch, portal, "--protect", level, "--report", "html", "--report", "transcript");
    assertEquals(0, safe.code(), safe.out() + safe.errors());
    assertEquals(direct, messages(scratch));
    Map<String, String> files = Trees.of(scratch);
    String traces =
        files.entrySet().stream()
            .filter(file -> file.getKey().endsWith("trace.jsonl"))
            .map(Map.Entry::getValue)
            .collect(Collectors.joining());
    long lines = traces.lines().count();
    assertTrue(lines > 60, () -> lines + " exchanges");
    assertTrue(traces.lines().allMatch(line -> line.contains("\"protectedResponse\":")), traces);
    String words = (level.equals("sign") ? "Signed" : "Encrypted") + " request on the wire";
    assertTrue(files.values().stream().anyMatch(text -> text.contains(words)), words);
    String row = "| " + (level.equals("sign") ? "signed, " : "encrypted, ");
    assertTrue(files.values().stream().anyMatch(text -> text.contains(row)), row);
  }

  @Test
  void anUnknownProtectionIsWrongUsage(@TempDir Path scratch) {
    Cli unknown = run(scratch.resolve("unknown"), "direct", "--protect", "encript");
    assertEquals(2, unknown.code());
    assertEquals(
        "mesh-sim: \"encript\" is not a level of protection of messages\nhint: use one of none, sign,"
            + " encrypt\n",
        unknown.errors());
    Cli both = run(scratch.resolve("both"), "direct", "--protect", "sign", "--encoding", "json-c");
    assertEquals(2, both.code());
    assertEquals(
        "mesh-sim: protected messages are JSON inside, so --protect sign and --encoding json-c"
            + " exclude each other\nhint: leave one of the two options out\n",
        both.errors());
    Cli key = run(scratch.resolve("key"), "direct", "--portal-key", "MB");
    assertEquals(2, key.code(), key.errors());
  }

  @Test
  void aFailureIsRepeatedOverTheSameLink(@TempDir Path scratch) {
    Cli unknown = run(scratch.resolve("unknown"), "htpp");
    assertEquals(2, unknown.code());
    assertEquals(
        "mesh-sim: --portal takes direct, http or an address, not \"htpp\"\nhint: write for example --portal"
            + " http\n",
        unknown.errors());
    Cli encoding = run(scratch.resolve("unknown"), "direct", "--encoding", "json_b");
    assertEquals(2, encoding.code());
    assertEquals(
        "mesh-sim: there is no encoding \"json_b\"\nhint: use one of json, json-b, json-c\n",
        encoding.errors());
  }
}

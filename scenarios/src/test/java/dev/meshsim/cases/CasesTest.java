package dev.meshsim.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.cases.Judges.Judge;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.KeySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Inputs that failed once: each row is an input and the right outcome. */
class CasesTest {

  private static final String TAKEN = "--root {input} --portal --store jlog";

  @TempDir private Path work;

  private record Row(String input, Judge right) {
    @Override
    public String toString() {
      return input;
    }
  }

  private static List<Row> table() {
    return Stream.of(registry(), ssh(), json(), others()).flatMap(List::stream).toList();
  }

  private static List<Row> registry() {
    return List.of(
        row(
            "registry/01-comment-after-value-ends-colon-backslash.reg",
            Judges.registry(Map.of("a", text("1"), "b", text("2"), "c", text("3")))),
        row(
            "registry/03-comment-after-key-ends-colon-backslash.reg",
            Judges.registry(Map.of("A/b", text("2"), "A/c", text("3")))),
        row(
            "registry/05-hex-comment-after-backslash.reg",
            Judges.registry(Map.of("a", "01020304", "b", text("2")))),
        row(
            "registry/06-hex-space-before-backslash.reg",
            Judges.registry(Map.of("a", "01020304", "b", text("2")))),
        row(
            "registry/07-dword-space.reg",
            Judges.registry(Map.of("a", "08000000", "b", "08000000"))),
        row("registry/09-space-dash-key.reg", Judges.refusedRegistry(5)),
        row(
            "registry/12-multiline-sz.reg",
            Judges.registry(Map.of("a", text("line 1\r\nline 2"), "b", text("2")))),
        row("registry/13-unterminated-colon.reg", Judges.refusedRegistry(4)));
  }

  private static List<Row> ssh() {
    return List.of(
        row("ssh/ed-plain", Judges.privateKey(KeySpec.ED25519)),
        row("ssh/ed-puttyfullpad", Judges.privateKey(KeySpec.ED25519)),
        row("ssh/puttygen-ed25519-empty-comment", Judges.privateKey(KeySpec.ED25519)),
        row("ssh/ed-latin1-comment", Judges.privateKey(KeySpec.ED25519)),
        row("ssh/o-tab.pub", Judges.publicKey()),
        row("ssh/p-trailingspace.pub", Judges.publicKey()),
        row("ssh/plain", Judges.privateKey(KeySpec.X25519)),
        row("ssh/plain.pub", Judges.publicOf("plain", KeySpec.X25519)),
        row("ssh/params-null", Judges.refusedKey(KeySpec.X25519, "parameters")));
  }

  private static List<Row> json() {
    return List.of(
        row("json/r-overlong.json", Judges.refusedRequest(Dialect.MESH, "UTF-8")),
        row("json/r-bom.json", Judges.refusedRequest(Dialect.MESH, "byte order mark")),
        row("json/wrong-type.json", Judges.refusedRequest(Dialect.MESH, "text", "Account")),
        row("json/overlong-portal.jlog", Judges.portalLog("portal.jlog line 2", "UTF-8")),
        row(
            "json/tnone.jlog",
            Judges.portalLog("portal.jlog line 2", "the member Added is missing")),
        row("json/toff.jlog", Judges.portalLog("portal.jlog line 2", "the member Added")),
        row("json/numbers-archive.jsonl", Judges.keptThroughStore()),
        row("requests/get-bad-pagekey.json", Judges.refusedRequest(Dialect.MESH, "page key")),
        row("requests/get-surrogate-term.json", Judges.refusedRequest(Dialect.MESH)),
        row(
            "requests/create-1000-signatures.json",
            Judges.refusedRequest(Dialect.MESH, "signatures")),
        row("requests/portal2017-null.json", Judges.refusedRequest(Dialect.PORTAL_2017)),
        row("requests/portal2017-null-envelope.json", Judges.refusedRequest(Dialect.PORTAL_2017)));
  }

  private static List<Row> others() {
    return List.of(
        row("jose/kk-plain.json", Judges.opensApplication("app.json")),
        row("jose/kk-ext.json", Judges.opensApplication("app.json")),
        row("jose/app.json", Judges.command(0, "log show {input}", "SignedApplicationProfile")),
        row("shares/mistyped-third.txt", Judges.piped(2, "share combine -", "share 3 of the 3")),
        // A comment and no scenario: it is read, and then refused as empty.
        row(
            "scenarios/emoji-at-1025.yaml",
            Judges.command(2, "run --out {work} {input}", "the file is empty")),
        row("scenarios/bommid.yaml", Judges.command(2, "run --out {work} {input}", "byte order")),
        row("scenarios/dir20.yaml", Judges.command(2, "run --out {work} {input}", "YAML", ":1:")),
        row("logs/torn", portal(0, "not a whole record", "never acknowledged")),
        row("logs/nonl", portal(0, "not a whole record", "never acknowledged")),
        row("logs/nomesh", portal(2, "mesh.jlog", "mesh.jlog")));
  }

  /** Checking a portal's logs, and exporting them, report a fault and change nothing. */
  private static Judge portal(int exported, String fault, String left) {
    return Judges.both(
        Judges.command(1, "store check " + TAKEN, fault),
        Judges.command(exported, "log export --store jlog --root {input} {work}/copy", left));
  }

  private static Row row(String input, Judge right) {
    return new Row(input, right);
  }

  /** A REG_SZ: UTF-16LE with its end. */
  private static String text(String value) {
    StringBuilder hex = new StringBuilder();
    for (char c : (value + "\0").toCharArray()) {
      hex.append(String.format(java.util.Locale.ROOT, "%02x%02x", c & 0xff, c >> 8));
    }
    return hex.toString();
  }

  @ParameterizedTest
  @MethodSource("table")
  void theOutcomeIsTheRightOne(Row row) throws Exception {
    row.right().judge(cases().resolve(row.input()), work);
  }

  @Test
  void everyInputHasARow() throws IOException {
    Path cases = cases();
    Set<String> rows = table().stream().map(Row::input).collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>();
    try (Stream<Path> all = Files.walk(cases, 2)) {
      all.map(path -> cases.relativize(path).toString().replace('\\', '/'))
          .filter(name -> name.contains("/") && !rows.contains(name))
          .forEach(missing::add);
    }
    assertEquals(Set.of(), missing);
  }

  private static Path cases() {
    String data = System.getenv("MESH_SIM_DATA");
    assumeTrue(data != null, "skipped: MESH_SIM_DATA does not name the folder of shared test data");
    return Path.of(data).resolve("cases");
  }
}

package dev.meshsim.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.json.TolerantJson;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.report.text.Folding;
import dev.meshsim.scenario.document.TranscriptRun;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The transcript of the reference's flow, in its dialect, has the objects and messages that the
 * reference printed in March 2016, with the same order of objects and members. The differences are
 * listed here: the reference's signatures and encryptions had an older form, it wrote certificates,
 * and it left out values that it did not check.
 */
class ReferenceSkeletonTest {

  private static final Pattern THEIR_BLOCK =
      Pattern.compile("^~~~~\\n(.*?)\\n~~~~$", Pattern.DOTALL | Pattern.MULTILINE);

  private static final Pattern OUR_BLOCK =
      Pattern.compile("^```[a-z]+\\n(.*?)\\n```$", Pattern.DOTALL | Pattern.MULTILINE);

  /** Members that only we write, such as the time of a change and the status of a response. */
  private static final Set<String> OURS =
      Set.of("Updated", "Status", "StatusDescription", "Maximum");

  /** Members that only the reference wrote; nothing reads them. */
  private static final Set<String> THEIRS = Set.of("X509Certificate");

  /** The entry of an application: the reference printed its first profile after adding one. */
  private static final String LATER = "Applications";

  @Test
  void everyBlockOfTheReferenceIsInTheTranscriptInItsOrder() throws IOException {
    List<String> reference = skeletons(THEIR_BLOCK, examples());
    assertEquals(32, reference.size());
    List<String> transcript = skeletons(OUR_BLOCK, transcript());
    int at = 0;
    for (String block : reference) {
      int found = at;
      while (found < transcript.size() && !isOne(block, transcript.get(found))) {
        found++;
      }
      assertTrue(
          found < transcript.size(),
          "after block "
              + at
              + " the transcript has no\n"
              + block
              + "\nit goes on with\n"
              + String.join("\n", transcript.subList(at, Math.min(at + 4, transcript.size()))));
      at = found + 1;
    }
  }

  @Test
  void aMemberInAnotherPlaceOrUnderAnotherNameIsNoticed() {
    String profile = "{\"DeviceProfile\": {\"Identifier\": \"a\", \"Names\": [\"b\"]}}";
    String block = skeleton(TolerantJson.read(profile));
    for (String other :
        List.of(
            "{\"DeviceProfile\": {\"Names\": [\"b\"], \"Identifier\": \"a\"}}",
            "{\"DeviceProfile\": {\"Identifier\": \"a\", \"Name\": [\"b\"]}}",
            "{\"DeviceProfile\": {\"Identifier\": \"a\", \"Names\": \"b\"}}")) {
      assertNotEquals(block, skeleton(TolerantJson.read(other)));
    }
    assertEquals(block, skeleton(TolerantJson.read(profile)));
  }

  /** The reference printed a request under its message's name, and every object under its tag. */
  private static boolean isOne(String theirs, String ours) {
    String renamed = ours;
    for (Transaction transaction : Transaction.values()) {
      renamed =
          renamed.replaceFirst(
              "^\\{ " + transaction.wireName() + "\\{", "{ " + transaction.requestTag() + "{");
    }
    String content = theirs.replaceFirst("^\\{ [A-Za-z]+(\\{.*}) }$", "$1");
    return theirs.equals(ours) || theirs.equals(renamed) || content.equals(ours);
  }

  private static List<String> skeletons(Pattern block, String markdown) {
    List<String> skeletons = new ArrayList<>();
    Matcher blocks = block.matcher(markdown);
    while (blocks.find()) {
      String content = Folding.unfold(blocks.group(1)).replace("\" ... \"", "...");
      int start = content.indexOf('{');
      if (start >= 0) {
        skeletons.add(skeleton(TolerantJson.read(content.substring(start))));
      }
    }
    return skeletons;
  }

  /** The names of the members, in order; a signature or encryption of either form is one word. */
  private static String skeleton(JsonNode json) {
    if (json.isArray()) {
      boolean plain = json.isEmpty() || !json.get(0).isObject();
      return plain ? "[]" : "[" + skeleton(json.get(0)) + "]";
    }
    if (!json.isObject()) {
      return "";
    }
    if (json.has("payload")) {
      return "(signature)";
    }
    if (json.has("ciphertext")) {
      return "(encryption)";
    }
    StringBuilder names = new StringBuilder("{");
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      String name = member.getKey();
      if (!OURS.contains(name) && !THEIRS.contains(name)) {
        names.append(' ').append(name);
        names.append(name.equals(LATER) ? "[]" : skeleton(member.getValue()));
      }
    }
    return names.append(" }").toString();
  }

  private static String transcript() {
    StringBuilder text = new StringBuilder();
    List<String> errors = new ArrayList<>();
    Path scenario = Golden.root().resolve("scenarios/example-generator-2017.yaml");
    int code =
        new TranscriptRun(RunOptions.DEFAULT, Optional.empty())
            .run(scenario.toString(), text::append, errors::add);
    assertEquals(0, code, errors.toString());
    return text.toString();
  }

  private static String examples() throws IOException {
    String directory = System.getenv("MESH_SIM_DATA");
    assumeTrue(directory != null, "MESH_SIM_DATA names no directory of samples: skipped");
    return Files.readString(Path.of(directory, "reference-2016-03", "Examples.md"));
  }
}

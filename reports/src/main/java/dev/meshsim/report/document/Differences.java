package dev.meshsim.report.document;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.document.json.JsonPart;
import dev.meshsim.report.document.json.JsonSpacing;
import dev.meshsim.report.document.layout.Block.Type;
import dev.meshsim.report.document.template.Directive;
import dev.meshsim.report.document.template.Directive.Word;
import dev.meshsim.report.document.template.DocumentException.Code;
import dev.meshsim.report.document.template.Problems;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Makes the difference between a part of a message and the version before. */
public final class Differences {

  private static final int CONTEXT = 3;

  private final Scenarios scenarios;
  private final Problems problems;
  private final Parts parts;

  Differences(Scenarios scenarios, Problems problems, Parts parts) {
    this.scenarios = scenarios;
    this.problems = problems;
    this.parts = parts;
  }

  /** The difference that a placeholder asks for. */
  Optional<Example> of(Directive directive, Named message) {
    Optional<JsonPart> part = parts.part(directive, message);
    if (part.isEmpty()) {
      return Optional.empty();
    }
    Optional<Word> since = directive.option("since");
    Optional<Named> before =
        since.isPresent()
            ? scenarios.message(directive, since.get())
            : before(directive, message, part.get());
    if (before.isEmpty() && since.isEmpty()) {
      problems.add(
          directive.words().get(0).place(),
          Code.PART,
          "no earlier message has another version of this part of " + message.label(),
          "name the message with since=");
    }
    return before
        .flatMap(old -> parts.part(directive, old).map(found -> example(old, found, message, part)))
        .map(made -> made.withPart(Parts.pointer(directive)));
  }

  /** An example whose pointer is not known yet. */
  private record Made(Named message, String file, String text) {

    Example withPart(String pointer) {
      return new Example(
          message, pointer, file, Bytes.utf8(text), Type.DIFF, text, IndexEntry.Change.NOTHING);
    }
  }

  private static Made example(Named old, JsonPart before, Named message, Optional<JsonPart> part) {
    String text =
        unified(
            old.label(),
            message.label(),
            JsonSpacing.laidOut(before.octets().utf8()),
            JsonSpacing.laidOut(part.orElseThrow().octets().utf8()));
    return new Made(message, message.label() + ".since-" + old.name() + ".diff", text);
  }

  /** The latest earlier message of the transaction whose part has the same Identifier. */
  private static Optional<Named> before(Directive directive, Named message, JsonPart part) {
    List<String> tokens = JsonPart.tokens(Parts.pointer(directive)).orElse(List.of());
    String identifier = identifier(part);
    Optional<Named> found = Optional.empty();
    for (var exchange : message.run().exchanges()) {
      Named other = new Named(message.run(), exchange, message.direction());
      Optional<Bytes> octets = other.octets();
      boolean earlier = exchange.number() < message.exchange().number();
      boolean alike = exchange.transaction().equals(message.exchange().transaction());
      if (earlier && alike && octets.isPresent() && JsonPart.has(octets.get(), tokens)) {
        try {
          JsonPart its = JsonPart.of(octets.get(), tokens);
          if (identifier(its).equals(identifier) && !its.equals(part)) {
            found = Optional.of(other);
          }
        } catch (JsonPart.Missing e) {
          throw new IllegalStateException("the part was there", e);
        }
      }
    }
    return found;
  }

  /** The first member Identifier at the part or one level below. */
  private static String identifier(JsonPart part) {
    JsonNode tree = part.tree().orElseThrow();
    JsonNode own = tree.path("Identifier");
    JsonNode inner = tree.isObject() && tree.size() == 1 ? tree.iterator().next() : tree;
    return (own.isString() ? own : inner.path("Identifier")).asString("");
  }

  /** A unified difference of two texts; empty if they are equal. */
  public static String unified(String oldName, String newName, String before, String after) {
    List<String> old = List.of(before.split("\n", -1));
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            oldName, newName, old, DiffUtils.diff(old, List.of(after.split("\n", -1))), CONTEXT);
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }
}

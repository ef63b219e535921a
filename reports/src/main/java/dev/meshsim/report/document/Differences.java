package dev.meshsim.report.document;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.document.json.JsonPart;
import dev.meshsim.report.document.json.JsonSpacing;
import dev.meshsim.report.document.json.Shortened;
import dev.meshsim.report.document.layout.Block.Type;
import dev.meshsim.report.document.template.Directive;
import dev.meshsim.report.document.template.Directive.Word;
import dev.meshsim.report.document.template.DocumentException.Code;
import dev.meshsim.report.document.template.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    Optional<Version> before =
        since.isPresent()
            ? scenarios
                .message(since.get())
                .flatMap(old -> parts.part(directive, old).map(found -> new Version(old, found)))
            : before(directive, message, part.get());
    if (before.isEmpty() && since.isEmpty()) {
      problems.add(
          directive.words().get(0).place(),
          Code.PART,
          "no earlier message has another version of this part of " + message.label(),
          "name the message with since=");
    }
    return before.map(old -> example(old, new Version(message, part.get()), directive));
  }

  private static Example example(Version old, Version now, Directive directive) {
    String before = old.part().octets().utf8();
    String after = now.part().octets().utf8();
    String from = old.message().label();
    String to = now.message().label();
    String exact = unified(from, to, JsonSpacing.laidOut(before), JsonSpacing.laidOut(after));
    String brief =
        directive.flag("short")
            ? unified(from, to, Shortened.of(before), Shortened.of(after))
            : exact;
    return new Example(
        now.message(),
        Parts.pointer(directive),
        to + ".since-" + old.message().name() + ".diff",
        Bytes.utf8(exact),
        Type.DIFF,
        brief,
        brief.equals(exact) ? IndexEntry.Change.NOTHING : IndexEntry.Change.SHORTENED);
  }

  /** A version of a part, with the message that has it. */
  private record Version(Named message, JsonPart part) {}

  /** The latest earlier version in a message of this direction, wherever in the message it is. */
  private static Optional<Version> before(Directive directive, Named message, JsonPart part) {
    List<String> tokens = JsonPart.tokens(Parts.pointer(directive)).orElse(List.of());
    int name = tokens.size() - 1;
    while (name > 0 && (tokens.get(name).equals("payload") || isIndex(tokens.get(name)))) {
      name--;
    }
    if (name < 0) {
      return Optional.empty();
    }
    List<String> within = tokens.subList(name + 1, tokens.size());
    Optional<Version> found = Optional.empty();
    for (var exchange : message.run().exchanges()) {
      Named other = new Named(message.run(), exchange, message.direction());
      Optional<Bytes> octets = other.octets();
      if (exchange.number() < message.exchange().number() && octets.isPresent()) {
        List<List<String>> paths = new ArrayList<>();
        String wanted = tokens.get(name);
        new JsonPart(octets.get())
            .tree()
            .ifPresent(json -> collect(json, wanted, List.of(), paths));
        for (List<String> path : paths) {
          List<String> all = new ArrayList<>(path);
          all.addAll(within);
          Optional<Version> version = version(other, octets.get(), all, part);
          found = version.isPresent() ? version : found;
        }
      }
    }
    return found;
  }

  private static Optional<Version> version(
      Named other, Bytes octets, List<String> tokens, JsonPart part) {
    if (!(JsonPart.find(octets, tokens) instanceof JsonPart.There there)) {
      return Optional.empty();
    }
    JsonPart its = there.part();
    boolean same = its.tree().isPresent() && identifier(its).equals(identifier(part));
    return same && !its.equals(part) ? Optional.of(new Version(other, its)) : Optional.empty();
  }

  private static boolean isIndex(String token) {
    return token.matches("[0-9]+");
  }

  /** The pointers of all members of a name. */
  private static void collect(
      JsonNode json, String name, List<String> path, List<List<String>> found) {
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      List<String> next = new ArrayList<>(path);
      next.add(member.getKey());
      if (member.getKey().equals(name)) {
        found.add(next);
      }
      collect(member.getValue(), name, next, found);
    }
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

package dev.meshsim.report.document;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.document.json.JsonPart;
import dev.meshsim.report.document.template.Directive;
import dev.meshsim.report.document.template.Directive.Word;
import dev.meshsim.report.document.template.DocumentException.Code;
import dev.meshsim.report.document.template.Problems;
import java.util.List;
import java.util.Optional;

/** Finds the part of a message that a placeholder names, or reports why there is none. */
final class Parts {

  private final Problems problems;

  Parts(Problems problems) {
    this.problems = problems;
  }

  /** The pointer of a placeholder; empty for a whole message. */
  static String pointer(Directive directive) {
    return directive.option("part").map(Word::text).orElse("");
  }

  /** The part of a message; empty if it has none, which is then reported. */
  Optional<JsonPart> part(Directive directive, Named message) {
    return part(directive, message, message.octets().orElse(Bytes.EMPTY));
  }

  private Optional<JsonPart> part(Directive directive, Named message, Bytes octets) {
    Word word = directive.option("part").orElse(new Word("", directive.words().get(0).place()));
    Optional<List<String>> tokens = tokens(word, problems);
    if (tokens.isEmpty()) {
      return Optional.empty();
    }
    JsonPart.Found found = JsonPart.find(octets, tokens.get());
    if (found instanceof JsonPart.Missing missing) {
      problems.unknown(
          word.place(),
          "part of " + message.label() + " at \"" + word.text() + "\":",
          missing.token(),
          missing.known(),
          "name one of them in place of " + missing.token());
      return Optional.empty();
    }
    JsonPart part = ((JsonPart.There) found).part();
    if (part.tree().isEmpty()) {
      problems.add(
          word.place(),
          Code.PART,
          message.label() + " is no JSON",
          "show it with http, or link its file");
      return Optional.empty();
    }
    return Optional.of(part);
  }

  /** The tokens of the pointer that a word is; empty if it is none, which is then reported. */
  static Optional<List<String>> tokens(Word word, Problems problems) {
    Optional<List<String>> tokens = JsonPart.tokens(word.text());
    if (tokens.isEmpty()) {
      problems.add(
          word.place(),
          Code.PART,
          "a JSON Pointer begins with a slash, and ~ in it is ~0 or ~1",
          "write for example /Publish/Entry");
    }
    return tokens;
  }

  /** The signed object's payload in a part; empty if it is no signed object. */
  Optional<JsonPart> payload(Directive directive, Named message) {
    Optional<JsonPart> part = part(directive, message);
    Optional<JsonPart> payload = part.flatMap(JsonPart::payload);
    if (part.isPresent() && payload.isEmpty()) {
      problems.add(
          directive.option("part").map(Word::place).orElse(directive.place()),
          Code.PART,
          "this part of " + message.label() + " is no signed object: it has no payload",
          "write part= and the pointer of an object with SignedData or payload");
    }
    return payload;
  }
}

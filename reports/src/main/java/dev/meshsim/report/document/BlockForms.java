package dev.meshsim.report.document;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.report.MessageNames;
import dev.meshsim.report.document.json.JsonPart;
import dev.meshsim.report.document.json.JsonSpacing;
import dev.meshsim.report.document.json.Shortened;
import dev.meshsim.report.document.layout.Block.Type;
import dev.meshsim.report.document.template.Directive;
import dev.meshsim.report.document.template.Directive.Word;
import dev.meshsim.report.document.template.DocumentException.Code;
import dev.meshsim.report.document.template.Problems;
import dev.meshsim.report.text.HttpMessage;
import dev.meshsim.report.text.XmlText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the examples of the forms that are blocks. */
final class BlockForms {

  private final Scenarios scenarios;
  private final Problems problems;
  private final Parts parts;
  private final Differences differences;
  private final boolean lenient;

  /**
   * The forms of a document.
   *
   * @param lenient true if a text that no document can show is written in base64url
   */
  BlockForms(Scenarios scenarios, Problems problems, boolean lenient) {
    this.lenient = lenient;
    this.scenarios = scenarios;
    this.problems = problems;
    this.parts = new Parts(problems);
    this.differences = new Differences(scenarios, problems, parts);
  }

  /** The example of a placeholder; empty if it has a problem, which is then reported. */
  Optional<Example> example(Directive directive) {
    Word word = directive.words().get(0);
    return switch (directive.form()) {
      case HTTP -> message(directive).flatMap(message -> http(directive, message));
      case JSON -> message(directive).flatMap(message -> json(directive, message));
      case MESSAGE -> message(directive).flatMap(message -> anyMessage(directive, message));
      case UNPACKED ->
          message(directive)
              .flatMap(
                  message ->
                      parts
                          .payload(directive, message)
                          .map(part -> json(directive, message, part.octets(), ".payload")));
      case DECRYPTED -> message(directive).flatMap(message -> decrypted(directive, message));
      case DIFF -> message(directive).flatMap(message -> differences.of(directive, message));
      case LOG -> scenarios.exchange(word).flatMap(named -> log(directive, named));
      case SHARES -> scenarios.exchange(word).flatMap(named -> shares(directive, named));
      default -> throw new IllegalStateException(directive.form() + " is no block");
    };
  }

  private Optional<Named> message(Directive directive) {
    return scenarios.message(directive.words().get(0));
  }

  private Optional<Example> http(Directive directive, Named message) {
    if (message.direction().equals(Named.SHOWN)) {
      problems.add(
          directive.words().get(0).place(),
          Code.PART,
          "private data that a step shows does not travel",
          "show it with secret:json");
      return Optional.empty();
    }
    boolean request = !message.direction().equals(MessageNames.RESPONSE);
    Bytes body =
        request
            ? message.exchange().envelope().orElse(message.exchange().request())
            : message.exchange().response();
    HttpMessage http =
        request
            ? HttpMessage.request(message.exchange().portal(), body)
            : HttpMessage.response(message.exchange().time(), body);
    boolean text = body.utf8Fault() < 0;
    if (!text && !lenient) {
      problems.add(
          directive.place(),
          Code.CHARACTER,
          message.label() + " is no text: it is not UTF-8 at octet " + body.utf8Fault(),
          "show it with message, which writes such octets in base64url");
      return Optional.empty();
    }
    Example example =
        new Example(
            message,
            "",
            message.label() + ".http",
            http.exactOctets(),
            Type.HTTP,
            text ? http.displayText() : "",
            IndexEntry.Change.HTTP_HEAD);
    return Optional.of(text ? example : example.asBase64Url());
  }

  private Optional<Example> anyMessage(Directive directive, Named message) {
    Bytes octets = message.octets().orElse(Bytes.EMPTY);
    if (message.direction().equals(Named.SHOWN) || isJson(octets)) {
      return json(directive, message);
    }
    return Optional.of(
        new Example(
                message,
                "",
                message.label() + ".json",
                octets,
                Type.TEXT,
                "",
                IndexEntry.Change.BASE64URL)
            .asBase64Url());
  }

  /** True if a document can show the octets as JSON. */
  private static boolean isJson(Bytes octets) {
    try {
      XmlText.check(JsonSpacing.laidOut(octets.utf8()));
      return new JsonPart(octets).tree().isPresent();
    } catch (MeshException e) {
      return false;
    }
  }

  private Optional<Example> json(Directive directive, Named message) {
    if (message.direction().equals(Named.SHOWN) && !directive.secret()) {
      problems.add(
          directive.place(),
          Code.SECRET,
          message.label() + " is private data, and the template does not ask for it",
          "write secret:json if this very value is to be printed");
      return Optional.empty();
    }
    return parts.part(directive, message).map(part -> json(directive, message, part.octets(), ""));
  }

  private static Example json(Directive directive, Named message, Bytes octets, String ending) {
    String pointer = Parts.pointer(directive);
    String exact = octets.utf8();
    String laidOut = JsonSpacing.laidOut(exact);
    String path = pointer.isEmpty() ? "" : "." + ending(pointer);
    boolean wire = directive.flag("wire") || laidOut.equals(exact);
    String shortened = directive.flag("short") ? Shortened.of(exact) : laidOut;
    boolean isShort = directive.flag("short") && !shortened.equals(laidOut);
    return new Example(
        message,
        pointer,
        message.label() + path + ending + ".json",
        octets,
        isShort ? Type.PSEUDOCODE : Type.JSON,
        isShort ? shortened : wire ? exact : laidOut,
        isShort
            ? IndexEntry.Change.SHORTENED
            : wire ? IndexEntry.Change.NOTHING : IndexEntry.Change.WHITE_SPACE);
  }

  /** The end of a pointer from the last name that tells most, {@code DeviceProfile-payload}. */
  private static String ending(String pointer) {
    String[] tokens = pointer.substring(1).split("/");
    int begin = tokens.length - 1;
    while (begin > 0 && (tokens[begin].equals("payload") || tokens[begin].matches("[0-9]+"))) {
      begin--;
    }
    return String.join("-", List.of(tokens).subList(begin, tokens.length));
  }

  private Optional<Example> decrypted(Directive directive, Named message) {
    Optional<JsonPart> part = parts.part(directive, message);
    Optional<Word> key = directive.option("key");
    Vault vault = message.run().vault();
    if (key.isEmpty()) {
      problems.add(
          directive.place(),
          Code.SYNTAX,
          "decrypted does not say whose keys open the part",
          "write key= and a machine: " + String.join(", ", vault.machines()));
      return Optional.empty();
    }
    if (!vault.machines().contains(key.get().text())) {
      problems.unknown(
          key.get().place(),
          "machine with keys",
          key.get().text(),
          vault.machines(),
          "name one of them");
      return Optional.empty();
    }
    if (part.isEmpty()) {
      return Optional.empty();
    }
    Optional<Bytes> content = vault.open(part.get().octets(), key.get().text());
    if (content.isEmpty()) {
      problems.add(
          key.get().place(),
          Code.PART,
          "no key of " + key.get().text() + " opens this part of " + message.label(),
          "name a part that is encrypted to the machine, or another machine");
      return Optional.empty();
    }
    return Optional.of(json(directive, message, content.get(), ".decrypted-" + key.get().text()));
  }

  private Optional<Example> log(Directive directive, Named named) {
    Optional<Word> file = directive.option("file");
    List<String> logs = List.of("mesh", "portal");
    if (file.isPresent() && !logs.contains(file.get().text())) {
      problems.unknown(file.get().place(), "log", file.get().text(), logs, "write mesh or portal");
      return Optional.empty();
    }
    List<String> lines =
        named.run().log().stream()
            .filter(line -> line.step() == named.exchange().step())
            .filter(line -> file.isEmpty() || line.file().equals(file.get().text()))
            .map(DocumentRun.LogLine::text)
            .toList();
    if (lines.isEmpty()) {
      problems.add(
          directive.words().get(0).place(),
          Code.PART,
          "the step of " + named.name() + " added nothing to the log",
          "name an exchange that the portal logs");
      return Optional.empty();
    }
    return Optional.of(text(named, named.name() + ".jlog", lines));
  }

  private Optional<Example> shares(Directive directive, Named named) {
    List<String> shares = named.run().vault().shares(named.exchange().step());
    if (shares.isEmpty()) {
      problems.add(
          directive.words().get(0).place(),
          Code.PART,
          "the step of " + named.name() + " made no shares",
          "name the exchange of a step escrow or renewEscrow");
      return Optional.empty();
    }
    Optional<Word> number = directive.option("number");
    if (number.isEmpty()) {
      return Optional.of(text(named, named.name() + ".shares.txt", shares));
    }
    String wanted = number.get().text();
    for (int i = 1; i <= shares.size(); i++) {
      if (wanted.equals(Integer.toString(i))) {
        String file = named.name() + ".share-" + i + ".txt";
        return Optional.of(text(named, file, List.of(shares.get(i - 1))));
      }
    }
    problems.add(
        number.get().place(),
        Code.VALUE,
        "there is no share " + wanted + ", only 1 to " + shares.size(),
        "write one of these numbers");
    return Optional.empty();
  }

  private static Example text(Named named, String file, List<String> lines) {
    String text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    return new Example(
        named.in(""), "", file, Bytes.utf8(text), Type.TEXT, text, IndexEntry.Change.NOTHING);
  }
}

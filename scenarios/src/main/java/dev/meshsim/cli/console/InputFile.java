package dev.meshsim.cli.console;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.JsonLimits;
import dev.meshsim.json.TolerantJson;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfException;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * A file of JSON that the command line names; {@code -} is standard input.
 *
 * @param name the name as the user gave it
 * @param text its octets
 */
public record InputFile(String name, Bytes text) {

  /**
   * Reads a file of at most {@link JsonLimits#DOCUMENT_OCTETS}.
   *
   * @throws InputException if the file is absent, cannot be read, is empty or larger
   */
  public static InputFile read(String name) {
    return new InputFile(name, Bytes.of(octets(name)));
  }

  /** Reads a file whose content is secret, as {@link #read}. */
  public static SecretBytes readSecret(String name) {
    return SecretBytes.moveFrom(octets(name));
  }

  private static byte[] octets(String name) {
    byte[] octets = InputStreams.read(name, in -> in.readNBytes(JsonLimits.DOCUMENT_OCTETS + 1));
    if (octets.length == 0 || octets.length > JsonLimits.DOCUMENT_OCTETS) {
      throw new InputException(
          place(name)
              + (octets.length == 0 ? " is empty" : " is larger than any object of the Mesh"),
          "name a file with one JSON object");
    }
    return octets;
  }

  /**
   * The content as JSON, read tolerantly: the reference implementation wrote some invalid JSON.
   *
   * @throws InputException if it is not JSON, with the line and the column
   */
  public JsonNode tree() {
    try {
      return TolerantJson.read(text);
    } catch (JsonException e) {
      // The file may have secrets in it, so nothing of it is quoted.
      throw wrong("it is not JSON" + e.position(), "name a file with one JSON object");
    }
  }

  /** The tag of a tagged object, or an empty text. */
  public String tag() {
    JsonNode tree = tree();
    return tree.isObject() && tree.size() == 1 ? tree.propertyNames().iterator().next() : "";
  }

  /**
   * The dialect of a tagged object, recognised by its {@code Identifier}.
   *
   * @throws InputException if it is another object, or has no identifier
   */
  public Dialect dialectOf(String tag) {
    String found = tag();
    if (!found.equals(tag)) {
      throw wrong(
          "it holds " + (found.isEmpty() ? "no tagged object" : "the tag " + quoted(found)),
          "name a file with {\"" + tag + "\": {...}}");
    }
    JsonNode identifier = tree().path(tag).path("Identifier");
    if (!identifier.isString()) {
      throw wrong("the " + tag + " has no Identifier", "get the object again");
    }
    try {
      return Dialect.of(Udf.parse(identifier.stringValue()));
    } catch (UdfException.Syntax e) {
      throw wrong("the Identifier of the " + tag + ": " + e.problem(), "get the object again");
    }
  }

  /** An error whose message begins with the name of this file. */
  public InputException wrong(String problem, String hint) {
    return new InputException(place(name) + ": " + problem, hint);
  }

  /** An error with the problem and hint of {@code e}, and the name of this file. */
  public InputException wrong(MeshException e) {
    return wrong(e.problem(), e.hint());
  }

  /** Returns the result of {@code work}; its errors become errors of this file. */
  public <T> T checked(Supplier<T> work) {
    try {
      return work.get();
    } catch (MeshException e) {
      throw e instanceof InputException ? e : wrong(e);
    }
  }

  private static String place(String name) {
    return name.equals(StandardInput.NAME) ? "standard input" : Quote.of(name);
  }

  private static String quoted(String found) {
    return found.length() <= 40 && found.chars().allMatch(c -> c > ' ' && c < 127)
        ? found
        : "of " + found.length() + " characters";
  }
}

package dev.meshsim.report.document.json;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.MeshJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * A part of a JSON text with its exact octets. A JSON Pointer (RFC 6901) names it; a token {@code
 * payload} goes into what a signed object signs, and {@code Log} or {@code Denial} into the octets
 * of a portal's proofs, if they are JSON.
 *
 * @param octets the octets of the part as they are in the text or in the payload
 */
public record JsonPart(Bytes octets) {

  private static final String PAYLOAD = "payload";
  private static final String LOG = "Log";
  private static final String DENIAL = "Denial";
  private static final String SIGNED_DATA = "SignedData";

  /** The result of following a pointer's tokens. */
  public sealed interface Found permits There, Missing {}

  /** A part that is there. */
  public record There(JsonPart part) implements Found {}

  /**
   * A part that is not there.
   *
   * @param token the token that names nothing
   * @param known the tokens that would name something in its place
   */
  public record Missing(String token, List<String> known) implements Found {

    /** Copies the list. */
    public Missing {
      known = List.copyOf(known);
    }
  }

  /** The tokens of a pointer, unescaped; empty if it does not begin with a slash. */
  public static Optional<List<String>> tokens(String pointer) {
    if (pointer.isEmpty()) {
      return Optional.of(List.of());
    }
    if (!pointer.startsWith("/") || pointer.matches(".*~(?![01]).*")) {
      return Optional.empty();
    }
    List<String> tokens = new ArrayList<>();
    for (String token : pointer.substring(1).split("/", -1)) {
      tokens.add(token.replace("~1", "/").replace("~0", "~"));
    }
    return Optional.of(tokens);
  }

  /** The part that a pointer's tokens name, or the token that names nothing. */
  public static Found find(Bytes text, List<String> tokens) {
    JsonPart here = new JsonPart(text);
    for (String token : tokens) {
      Optional<JsonPart> child = here.child(token);
      if (child.isEmpty()) {
        return new Missing(token, here.names());
      }
      here = child.get();
    }
    return new There(here);
  }

  /** True if a pointer's tokens name a part. */
  public static boolean has(Bytes text, List<String> tokens) {
    return find(text, tokens) instanceof There there && !there.part().octets.utf8().equals("null");
  }

  private Optional<JsonPart> child(String token) {
    Optional<JsonPart> inside =
        switch (token) {
          case PAYLOAD -> payload();
          case LOG, DENIAL -> decoded(tree().map(json -> json.path(token)));
          default -> Optional.empty();
        };
    return inside.isPresent() ? inside : slice(token).map(JsonPart::new);
  }

  /** The JSON in a text of base64url. */
  private static Optional<JsonPart> decoded(Optional<JsonNode> text) {
    try {
      Optional<Bytes> octets =
          text.filter(JsonNode::isString).map(json -> Bytes.base64Url(json.stringValue()));
      octets.ifPresent(MeshJson::readTree);
      return octets.map(JsonPart::new);
    } catch (IllegalArgumentException | MeshException e) {
      return Optional.empty();
    }
  }

  /** The object that is signed, if this is a signed object, or what its signature is in. */
  public Optional<JsonPart> payload() {
    Optional<JsonNode> tree = tree();
    JsonNode own = tree.map(json -> json.path(PAYLOAD)).orElse(MeshJson.toTree(List.of()));
    JsonNode inner =
        tree.map(json -> json.path(SIGNED_DATA).path(PAYLOAD)).orElse(MeshJson.toTree(List.of()));
    return decoded(Optional.of(own.isString() ? own : inner));
  }

  /** The part as a tree; empty if it is no JSON. */
  public Optional<JsonNode> tree() {
    try {
      return Optional.of(MeshJson.readTree(octets));
    } catch (MeshException e) {
      return Optional.empty();
    }
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    tree()
        .ifPresent(
            json -> {
              names.addAll(json.propertyNames());
              for (int i = 0; json.isArray() && i < json.size(); i++) {
                names.add(Integer.toString(i));
              }
            });
    if (payload().isPresent() && !names.contains(PAYLOAD)) {
      names.add(PAYLOAD);
    }
    return names;
  }

  private Optional<Bytes> slice(String token) {
    byte[] text = octets.toArray();
    try (JsonParser json = MeshJson.parser(text, 0, text.length)) {
      JsonToken first = json.nextToken();
      if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
        return Optional.empty();
      }
      int index = 0;
      while (true) {
        JsonToken next = json.nextToken();
        if (next == null || next == JsonToken.END_OBJECT || next == JsonToken.END_ARRAY) {
          return Optional.empty();
        }
        String name = Integer.toString(index++);
        if (first == JsonToken.START_OBJECT) {
          name = json.currentName();
          json.nextToken();
        }
        int begin = (int) json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        json.finishToken();
        int end = (int) json.currentLocation().getByteOffset();
        if (name.equals(token)) {
          return Optional.of(trimmed(text, begin, end));
        }
      }
    } catch (MeshException | JacksonException e) {
      return Optional.empty();
    }
  }

  /** A number's end is known only behind the character that follows it. */
  private static Bytes trimmed(byte[] text, int begin, int end) {
    int last = end;
    while (last > begin && ",]} \n\r\t".indexOf(text[last - 1]) >= 0 && !isBracket(text, begin)) {
      last--;
    }
    return Bytes.of(text, begin, last);
  }

  private static boolean isBracket(byte[] text, int begin) {
    return text[begin] == '{' || text[begin] == '[' || text[begin] == '"';
  }
}

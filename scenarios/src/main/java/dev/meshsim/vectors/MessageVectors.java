package dev.meshsim.vectors;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.JsonException;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Vectors for the wrappers of messages: which names a reader accepts, and which it refuses. */
final class MessageVectors {

  private static final JsonException.Code SHAPE = JsonException.Code.SHAPE;
  private static final JsonException.Code MALFORMED = JsonException.Code.MALFORMED;

  /** The transactions whose requests need no object: wire name, message name, members. */
  private static final List<List<String>> REQUESTS =
      List.of(
          List.of("Hello", "HelloRequest", "{}"),
          List.of("ValidateAccount", "ValidateRequest", "{\"Account\":\"alice@example.com\"}"),
          List.of("Get", "GetRequest", "{\"Account\":\"alice@example.com\"}"),
          List.of("Status", "StatusRequest", "{}"),
          List.of("ConnectPending", "ConnectPendingRequest", "{\"AccountID\":\"a@example.com\"}"));

  private final VectorFile file;
  private final Dialect dialect;
  private final ObjectNode group;

  private MessageVectors(VectorFile file, Dialect dialect) {
    this.file = file;
    this.dialect = dialect;
    this.group = file.group(dialect);
  }

  static VectorFile make() {
    VectorFile file =
        new VectorFile(
            "message",
            "MessageTest",
            "A test gives the exact text of a message. Without responseTo it is a request, and",
            "transaction is what it asks for. With responseTo it answers that transaction, and",
            "status is its status. A message is an object with one member, whose name is the",
            "wrapper: a request's is the name of its transaction or of its message, a response's",
            "the name of its message, or MeshResponse if the request could not be read.");
    for (Dialect dialect : Dialect.values()) {
      MessageVectors vectors = new MessageVectors(file, dialect);
      vectors.requests();
      vectors.wrappers();
      vectors.members();
      vectors.responses();
    }
    return file;
  }

  private VectorTest request(String comment, String message, Flag flag) {
    return file.test(group, comment, flag).put("message", message);
  }

  private VectorTest response(String comment, String transaction, String message, Flag flag) {
    return file.test(group, comment, flag).put("message", message).put("responseTo", transaction);
  }

  private void requests() {
    for (List<String> names : REQUESTS) {
      request("", wrapped(names.get(0), names.get(2)), Flag.NORMAL)
          .put("transaction", names.get(0))
          .valid();
      request("", wrapped(names.get(1), names.get(2)), Flag.MESSAGE_NAME)
          .put("transaction", names.get(0))
          .valid();
    }
  }

  private static String wrapped(String name, String members) {
    return "{\"" + name + "\":" + members + "}";
  }

  private void wrappers() {
    String account = REQUESTS.get(1).get(2);
    String good = wrapped("ValidateAccount", account);
    for (String name :
        List.of("ValidateResponse", "Validate", "MeshResponse", "ValidateAccountRequest", "")) {
      request("a wrapper named \"" + name + "\"", wrapped(name, account), Flag.OTHER_NAME)
          .invalid(SHAPE);
    }
    request(
            "in lower case",
            wrapped("ValidateAccount".toLowerCase(Locale.ROOT), account),
            Flag.OTHER_NAME)
        .invalid(SHAPE);
    request("no wrapper", account, Flag.NO_WRAPPER).invalid(SHAPE);
    request("an empty object", "{}", Flag.NO_WRAPPER).invalid(SHAPE);
    request("in a list", "[" + good + "]", Flag.NO_WRAPPER).invalid(SHAPE);
    request("two requests", good.replaceFirst("}$", ",\"Status\":{}}"), Flag.NO_WRAPPER)
        .invalid(SHAPE);
    request(
            "one wrapper in another",
            wrapped("ValidateAccount", wrapped("ValidateRequest", account)),
            Flag.NO_WRAPPER)
        .invalid(SHAPE);
    request(
            "the wrapper twice",
            good.replaceFirst("}$", ",\"ValidateAccount\":" + account + "}"),
            Flag.STRICT_JSON)
        .invalid(JsonException.Code.DUPLICATE_MEMBER);
    request("nothing", "", Flag.STRICT_JSON).invalid(SHAPE);
    request("text after it", good + "{}", Flag.STRICT_JSON).invalid(SHAPE);
    request("cut short", good.substring(0, good.length() - 1), Flag.TRUNCATED).invalid(MALFORMED);
    request("spaces around it", " " + good.replace(":", " : ") + "\n", Flag.LAYOUT)
        .put("transaction", "ValidateAccount")
        .valid();
  }

  private void members() {
    String unknown = wrapped("ValidateAccount", "{\"Account\":\"a@example.com\",\"Color\":1}");
    VectorTest surplus = request("a member more", unknown, Flag.UNKNOWN_MEMBER);
    if (dialect == Dialect.MESH) {
      surplus.invalid(SHAPE);
    } else {
      surplus.put("transaction", "ValidateAccount").valid();
    }
    request("without Account", wrapped("ValidateAccount", "{}"), Flag.ABSENT_MEMBER).invalid(SHAPE);
    request(
            "Account is a number",
            wrapped("ValidateAccount", "{\"Account\":1}"),
            Flag.ABSENT_MEMBER)
        .invalid(SHAPE);
    request("a list in the wrapper", wrapped("ValidateAccount", "[]"), Flag.ABSENT_MEMBER)
        .invalid(SHAPE);
    request("null in the wrapper", wrapped("ValidateAccount", "null"), Flag.ABSENT_MEMBER)
        .invalid(SHAPE);
  }

  private void responses() {
    String done = "{\"Status\":201,\"Valid\":true}";
    String refused = "{\"Status\":400,\"StatusDescription\":\"no such request\"}";
    response("", "ValidateAccount", wrapped("ValidateResponse", done), Flag.NORMAL)
        .put("status", 201)
        .valid();
    response("an error", "ValidateAccount", wrapped("MeshResponse", refused), Flag.REFUSAL)
        .put("status", 400)
        .valid();
    response(
            "a refusal under the message's name",
            "DeleteAccount",
            wrapped("DeleteResponse", refused),
            Flag.REFUSAL)
        .put("status", 400)
        .valid();
    response(
            "under the transaction's name",
            "ValidateAccount",
            wrapped("ValidateAccount", done),
            Flag.OTHER_NAME)
        .invalid(SHAPE);
    response(
            "of another transaction",
            "ValidateAccount",
            wrapped("DeleteResponse", "{\"Status\":201}"),
            Flag.OTHER_NAME)
        .invalid(SHAPE);
    response("no wrapper", "ValidateAccount", done, Flag.NO_WRAPPER).invalid(SHAPE);
    response(
            "without Status",
            "ValidateAccount",
            wrapped("ValidateResponse", "{\"Valid\":true}"),
            Flag.ABSENT_MEMBER)
        .invalid(SHAPE);
  }
}

package dev.meshsim.portal.http.server;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Transaction;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * The transaction and the account of a request, read without checking anything: for the limit of
 * rates, the access log and metrics, which must not depend on what the portal decides.
 *
 * @param transaction the wire name of a {@link Transaction}; {@value #OTHER} if it is none
 * @param account as the request names it; empty if it names none
 */
record RequestPeek(String transaction, Optional<String> account) {

  /** The transaction of a request that is none of the protocol. */
  static final String OTHER = "other";

  /** A protected request, which only the portal opens. */
  static final RequestPeek PROTECTED = new RequestPeek("protected", Optional.empty());

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Set<String> ACCOUNT = Set.of("Account", "AccountID");
  private static final int LONGEST_ACCOUNT = 1024;
  private static final RequestPeek NOTHING = new RequestPeek(OTHER, Optional.empty());

  static RequestPeek of(Dialect dialect, Encoding encoding, Bytes request) {
    Bytes octets = json(dialect, encoding, request);
    if (!RequestEnvelope.isEnvelope(octets)) {
      return plain(octets);
    }
    try {
      RequestEnvelope envelope = RequestEnvelope.open(dialect, octets);
      return new RequestPeek(
          plain(envelope.request()).transaction(), named(envelope.claims().account()));
    } catch (MeshException e) {
      return NOTHING;
    }
  }

  /** The JSON of octets; nothing if they cannot be read. */
  private static Bytes json(Dialect dialect, Encoding encoding, Bytes octets) {
    try {
      return dialect.json().toJson(encoding, octets);
    } catch (MeshException e) {
      return Bytes.EMPTY;
    }
  }

  private static RequestPeek plain(Bytes octets) {
    try (JsonParser parser = MAPPER.createParser(octets.toArray())) {
      if (parser.nextToken() != JsonToken.START_OBJECT
          || parser.nextToken() != JsonToken.PROPERTY_NAME) {
        return NOTHING;
      }
      String transaction = transaction(parser.currentName());
      return new RequestPeek(transaction, account(parser));
    } catch (JacksonException e) {
      return NOTHING;
    }
  }

  private static Optional<String> account(JsonParser parser) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return Optional.empty();
    }
    try {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean named = ACCOUNT.contains(parser.currentName());
        JsonToken value = parser.nextToken();
        if (named && value == JsonToken.VALUE_STRING) {
          return named(parser.getString());
        }
        parser.skipChildren();
      }
    } catch (JacksonException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<String> named(@Nullable String account) {
    return Optional.ofNullable(account).filter(name -> name.length() <= LONGEST_ACCOUNT);
  }

  private static String transaction(String tag) {
    for (Transaction transaction : Transaction.values()) {
      if (tag.equals(transaction.wireName()) || tag.equals(transaction.requestTag())) {
        return transaction.wireName();
      }
    }
    return OTHER;
  }

  /** The status in a response; 0 if it has none. */
  static int status(Dialect dialect, Encoding encoding, Bytes response) {
    Bytes octets = json(dialect, encoding, response);
    try (JsonParser parser = MAPPER.createParser(octets.toArray())) {
      parser.nextToken();
      parser.nextToken();
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean named = parser.currentName().equals("Status");
        JsonToken value = parser.nextToken();
        if (named && value == JsonToken.VALUE_NUMBER_INT) {
          return parser.getIntValue();
        }
        parser.skipChildren();
      }
    } catch (JacksonException e) {
      return 0;
    }
    return 0;
  }
}

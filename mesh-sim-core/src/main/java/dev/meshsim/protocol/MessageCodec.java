package dev.meshsim.protocol;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes and reads messages as they stand on the wire. */
public final class MessageCodec {

  /** The tag of {@link ErrorResponse}. */
  public static final String ERROR_TAG = "MeshResponse";

  private static final Map<String, Class<?>> REQUESTS = requests();

  private MessageCodec() {}

  private static Map<String, Class<?>> requests() {
    Map<String, Class<?>> tags = new LinkedHashMap<>();
    for (Transaction transaction : Transaction.values()) {
      tags.put(transaction.wireName(), transaction.requestClass());
    }
    for (Transaction transaction : Transaction.values()) {
      tags.put(transaction.requestTag(), transaction.requestClass());
    }
    return Collections.unmodifiableMap(tags);
  }

  /** Writes a request under its transaction's name. */
  public static Bytes write(MeshRequest request) {
    return MeshJson.writeTagged(Transaction.of(request).wireName(), request);
  }

  /**
   * Reads a request under its transaction's name or its message name.
   *
   * @throws JsonException if it is neither, or not of its shape
   */
  public static MeshRequest readRequest(Bytes text) {
    return MeshJson.readTagged(text, MeshRequest.class, REQUESTS);
  }

  /** Writes a response under its message name. */
  public static Bytes write(MeshResponse response) {
    return response instanceof ErrorResponse
        ? MeshJson.writeTagged(ERROR_TAG, response)
        : MeshJson.writeTagged(response);
  }

  /**
   * Reads the response of a transaction, or the {@link ErrorResponse} that came instead.
   *
   * @throws JsonException if it is neither, or not of its shape
   */
  public static MeshResponse readResponse(Bytes text, Transaction transaction) {
    return MeshJson.readTagged(
        text,
        MeshResponse.class,
        Map.of(
            transaction.responseTag(),
            transaction.responseClass(),
            ERROR_TAG,
            ErrorResponse.class));
  }
}

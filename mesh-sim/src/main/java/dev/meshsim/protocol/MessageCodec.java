package dev.meshsim.protocol;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.JsonException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes and reads messages in their wire form: JSON in UTF-8, in one tag. */
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
  public static Bytes write(Dialect dialect, MeshRequest request) {
    return dialect.json().write(Transaction.of(request).wireName(), request);
  }

  /**
   * Reads a request under its transaction's name or its message name.
   *
   * @throws JsonException if it is neither, or not of its shape
   */
  public static MeshRequest readRequest(Dialect dialect, Bytes text) {
    return dialect.json().read(text, MeshRequest.class, REQUESTS);
  }

  /** Writes a response under its message name. */
  public static Bytes write(Dialect dialect, MeshResponse response) {
    return response instanceof ErrorResponse
        ? dialect.json().write(ERROR_TAG, response)
        : dialect.json().write(response);
  }

  /**
   * Reads the response of a transaction, or the {@link ErrorResponse} that came instead.
   *
   * @throws JsonException if it is neither, or not of its shape
   */
  public static MeshResponse readResponse(Dialect dialect, Bytes text, Transaction transaction) {
    return dialect
        .json()
        .read(
            text,
            MeshResponse.class,
            Map.of(
                transaction.responseTag(),
                transaction.responseClass(),
                ERROR_TAG,
                ErrorResponse.class));
  }
}

package dev.meshsim.protocol;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.JsonException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes and reads messages in their wire form: JSON in UTF-8, in one tag. */
public final class MessageCodec {

  /** The tag of {@link ErrorResponse}. */
  public static final String ERROR_TAG = "MeshResponse";

  /** The quoted name of the member that only a refusal with a reason has. */
  private static final String REASON = "\"StatusReason\"";

  /** A refusal is shorter, since a portal cuts its description. */
  private static final int REFUSAL_OCTETS = 16 * 1024;

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

  /** Writes a refusal under its message name, with its reason. */
  public static Bytes write(Dialect dialect, MeshResponse refusal, RefusalReason reason) {
    String tag = refusal instanceof ErrorResponse ? ERROR_TAG : refusal.getClass().getSimpleName();
    return dialect
        .json()
        .write(
            tag,
            new ErrorResponse(refusal.status(), refusal.statusDescription(), reason.wireName()));
  }

  /**
   * Reads the response of a transaction, or the {@link ErrorResponse} that came instead: a refusal
   * with its reason, or one of octets that could not be read.
   *
   * @throws JsonException if it is neither, or not of its shape
   */
  public static MeshResponse readResponse(Dialect dialect, Bytes text, Transaction transaction) {
    MeshResponse refusal = refusal(dialect, text, transaction);
    if (refusal != null) {
      return refusal;
    }
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

  /** Reads a refusal that has a reason; null if the text is anything else. */
  private static @Nullable ErrorResponse refusal(
      Dialect dialect, Bytes text, Transaction transaction) {
    if (text.length() > REFUSAL_OCTETS || !text.utf8().contains(REASON)) {
      return null;
    }
    try {
      ErrorResponse read =
          dialect
              .json()
              .read(
                  text,
                  ErrorResponse.class,
                  Map.of(
                      transaction.responseTag(),
                      ErrorResponse.class,
                      ERROR_TAG,
                      ErrorResponse.class));
      return Status.isSuccess(read.status()) || read.statusReason() == null ? null : read;
    } catch (JsonException e) {
      // The response's own class says what is wrong with it.
      return null;
    }
  }
}

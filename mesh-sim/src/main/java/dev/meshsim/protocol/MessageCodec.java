package dev.meshsim.protocol;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.binary.BinaryJson;
import dev.meshsim.json.binary.Encoding;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads messages in their wire form: an object in one tag, in JSON unless an {@link
 * Encoding} is given.
 */
public final class MessageCodec {

  /** The tag of {@link ErrorResponse}. */
  public static final String ERROR_TAG = "MeshResponse";

  /** The names of the members that only a refusal has. */
  private static final List<String> OF_REFUSALS = List.of("StatusReason", "Denial");

  /**
   * A refusal is shorter: a portal cuts its description, and the proof that there is no entry has
   * at most 64 paths of some 30 hashes.
   */
  private static final int REFUSAL_OCTETS = 256 * 1024;

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
    return write(dialect, Encoding.JSON, request);
  }

  /** Writes a request in an encoding, under its transaction's name. */
  public static Bytes write(Dialect dialect, Encoding encoding, MeshRequest request) {
    return dialect.json().write(encoding, Transaction.of(request).wireName(), request);
  }

  /**
   * Reads a request under its transaction's name or its message name.
   *
   * @throws JsonException if it is neither, or not of its shape
   */
  public static MeshRequest readRequest(Dialect dialect, Bytes text) {
    return readRequest(dialect, Encoding.JSON, text);
  }

  /**
   * Reads a request in an encoding, under its transaction's name or its message name.
   *
   * @throws JsonException if it is neither, or not of its shape
   */
  public static MeshRequest readRequest(Dialect dialect, Encoding encoding, Bytes octets) {
    return dialect.json().read(encoding, octets, MeshRequest.class, REQUESTS);
  }

  /** Writes a response under its message name. */
  public static Bytes write(Dialect dialect, MeshResponse response) {
    return write(dialect, Encoding.JSON, response);
  }

  /** Writes a response in an encoding, under its message name. */
  public static Bytes write(Dialect dialect, Encoding encoding, MeshResponse response) {
    return dialect.json().write(encoding, tag(response), response);
  }

  private static String tag(MeshResponse response) {
    return response instanceof ErrorResponse ? ERROR_TAG : response.getClass().getSimpleName();
  }

  /** Writes a refusal under its message name, with its reason. */
  public static Bytes write(Dialect dialect, MeshResponse refusal, RefusalReason reason) {
    return write(dialect, Encoding.JSON, refusal, reason);
  }

  /** Writes a refusal in an encoding, under its message name, with its reason. */
  public static Bytes write(
      Dialect dialect, Encoding encoding, MeshResponse refusal, RefusalReason reason) {
    return write(dialect, encoding, refusal, reason, null);
  }

  /**
   * Writes a refusal in an encoding, under its message name.
   *
   * @param reason its reason; null for none
   * @param denial the proof that there is no such entry; null for none
   */
  public static Bytes write(
      Dialect dialect,
      Encoding encoding,
      MeshResponse refusal,
      @Nullable RefusalReason reason,
      @Nullable Bytes denial) {
    String word = reason == null ? null : reason.wireName();
    return dialect
        .json()
        .write(
            encoding,
            tag(refusal),
            new ErrorResponse(refusal.status(), refusal.statusDescription(), word, denial));
  }

  /**
   * Reads the response of a transaction, or the {@link ErrorResponse} that came instead: a refusal
   * with its reason, or one of octets that could not be read.
   *
   * @throws JsonException if it is neither, or not of its shape
   */
  public static MeshResponse readResponse(Dialect dialect, Bytes text, Transaction transaction) {
    return readResponse(dialect, Encoding.JSON, text, transaction);
  }

  /**
   * Reads a response in an encoding, as {@link #readResponse(Dialect, Bytes, Transaction)} does.
   *
   * @throws JsonException if it is none, or not of its shape
   */
  public static MeshResponse readResponse(
      Dialect dialect, Encoding encoding, Bytes octets, Transaction transaction) {
    MeshResponse refusal = refusal(dialect, encoding, octets, transaction);
    if (refusal != null) {
      return refusal;
    }
    return dialect
        .json()
        .read(
            encoding,
            octets,
            MeshResponse.class,
            Map.of(
                transaction.responseTag(),
                transaction.responseClass(),
                ERROR_TAG,
                ErrorResponse.class));
  }

  /** Reads a refusal that has a reason or a denial; null if the octets are anything else. */
  private static @Nullable ErrorResponse refusal(
      Dialect dialect, Encoding encoding, Bytes octets, Transaction transaction) {
    if (octets.length() > REFUSAL_OCTETS || !mayBeRefusal(encoding, octets)) {
      return null;
    }
    try {
      ErrorResponse read =
          dialect
              .json()
              .read(
                  encoding,
                  octets,
                  ErrorResponse.class,
                  Map.of(
                      transaction.responseTag(),
                      ErrorResponse.class,
                      ERROR_TAG,
                      ErrorResponse.class));
      boolean more = read.statusReason() != null || read.denial() != null;
      return Status.isSuccess(read.status()) || !more ? null : read;
    } catch (JsonException e) {
      // The response's own class says what is wrong with it.
      return null;
    }
  }

  /** False if a response has neither reason nor denial; codes of JSON-C hide their names. */
  private static boolean mayBeRefusal(Encoding encoding, Bytes octets) {
    return switch (encoding) {
      case JSON -> hasAny(octets, "\"");
      case JSON_B -> hasAny(octets, "");
      case JSON_C ->
          OF_REFUSALS.stream().anyMatch(name -> BinaryJson.hasName(encoding, octets, name));
    };
  }

  private static boolean hasAny(Bytes octets, String quote) {
    String text = octets.utf8();
    return OF_REFUSALS.stream().anyMatch(name -> text.contains(quote + name + quote));
  }
}

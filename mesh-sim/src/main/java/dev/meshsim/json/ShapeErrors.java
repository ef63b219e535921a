package dev.meshsim.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import java.lang.reflect.Executable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Describes JSON of a wrong shape: the member, the expected value and the value that is there. */
final class ShapeErrors {

  private static final String OWN = "dev.meshsim.";
  private static final int MOST_NAMES = 12;

  private ShapeErrors() {}

  static String describe(JacksonException e) {
    String refused = refusal(e);
    if (refused != null) {
      return named(path(e), refused);
    }
    if (e instanceof UnrecognizedPropertyException unknown) {
      return unknown(unknown);
    }
    if (e instanceof InvalidNullException missing) {
      return missing(missing);
    }
    if (e instanceof InvalidTypeIdException tag && tag.getBaseType() != null) {
      return named(path(e), tag(tag));
    }
    if (e instanceof MismatchedInputException other) {
      return other(other);
    }
    return causedBy(e, NullPointerException.class) != null
        ? named(path(e), "a member is missing")
        : named(path(e), "a value is not valid here");
  }

  /** The text of a refusal by a reader or a value of this project, or null. */
  private static @Nullable String refusal(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) {
        return refused.getOriginalMessage();
      }
      if (cause instanceof MeshException own) {
        return own.problem();
      }
      if (cause.getClass() == IllegalArgumentException.class && isOurs(cause)) {
        return cause.getMessage();
      }
    }
    return null;
  }

  /** True if the exception was made in this project, not in a library that it calls. */
  private static boolean isOurs(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    return e.getMessage() != null && trace.length > 0 && trace[0].getClassName().startsWith(OWN);
  }

  private static <T> @Nullable T causedBy(Throwable e, Class<T> type) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }

  private static String unknown(UnrecognizedPropertyException e) {
    Collection<Object> ids = e.getKnownPropertyIds();
    String known =
        ids == null
            ? ""
            : ids.stream().limit(MOST_NAMES).map(String::valueOf).collect(Collectors.joining(", "));
    return "the member "
        + Quote.brief(path(e))
        + " is not known"
        + (known.isEmpty() ? "" : "; known are " + known);
  }

  private static String missing(InvalidNullException e) {
    String path = path(e);
    String name = e.getPropertyName() == null ? "" : e.getPropertyName().getSimpleName();
    boolean present = token(e) == JsonToken.VALUE_NULL;
    if (path.endsWith("]")) {
      return "the element " + path + " is null";
    }
    String around = path.equals(name) ? "" : path;
    if (around.endsWith("." + name)) {
      around = around.substring(0, around.length() - name.length() - 1);
    }
    String in = around.isEmpty() ? "" : " in " + around;
    return "the member " + name + (present ? " is null" : " is missing") + in;
  }

  private static String tag(InvalidTypeIdException e) {
    Class<?> base = e.getBaseType().getRawClass();
    String tags = base.isSealed() ? String.join(", ", TagTable.of(base).keySet()) : "";
    return e.getTypeId() == null || tags.isEmpty()
        ? "expected {\"Tag\": {...}}"
        : "expected one of " + tags + ", found " + Quote.brief(e.getTypeId());
  }

  private static String other(MismatchedInputException e) {
    if (String.valueOf(e.getOriginalMessage()).startsWith("No content")) {
      return "the text is empty";
    }
    Class<?> type = e.getTargetType();
    if (type == null) {
      return named(path(e), "a value of another kind is expected");
    }
    JsonToken token = token(e);
    if (type.isEnum() && token == JsonToken.VALUE_STRING) {
      return named(path(e), "expected one of " + constants(type));
    }
    String here = here(token);
    String expected = expected(type);
    return expected.equals(here)
        ? named(path(e), "the value is not valid here")
        : named(path(e), expected + " is expected, here is " + here);
  }

  private static String constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> MeshJson.toTree(constant).asString())
        .collect(Collectors.joining(", "));
  }

  private static @Nullable JsonToken token(MismatchedInputException e) {
    JsonToken token = e.getCurrentToken();
    return token == null && e.processor() instanceof JsonParser parser
        ? parser.currentToken()
        : token;
  }

  private static String named(String path, String what) {
    return path.isEmpty() ? what : "the member " + Quote.brief(path) + ": " + what;
  }

  /** The members from the outermost object to the failure: {@code Requests[0].Device}. */
  private static String path(JacksonException e) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(Math.max(0, step.getIndex())).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }

  private static String expected(Class<?> type) {
    if (type.equals(boolean.class) || type.equals(Boolean.class)) {
      return "true or false";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a whole number";
    }
    if (type.isArray() || Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    if (type.isEnum()) {
      return "a text";
    }
    boolean text =
        CharSequence.class.isAssignableFrom(type)
            || type.equals(Bytes.class)
            || type.equals(Instant.class)
            || isWrittenAsText(type);
    return text ? "a text" : "an object";
  }

  /** True for values that are made of one text. */
  private static boolean isWrittenAsText(Class<?> type) {
    return Stream.<Executable>concat(
            Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()))
        .anyMatch(
            maker ->
                maker.isAnnotationPresent(JsonCreator.class)
                    && Arrays.equals(maker.getParameterTypes(), new Class<?>[] {String.class}));
  }

  private static String here(@Nullable JsonToken token) {
    if (token == null) {
      return "nothing";
    }
    return switch (token) {
      case START_OBJECT, END_OBJECT, PROPERTY_NAME -> "an object";
      case START_ARRAY, END_ARRAY -> "a list";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case VALUE_NULL -> "null";
      default -> "nothing";
    };
  }
}

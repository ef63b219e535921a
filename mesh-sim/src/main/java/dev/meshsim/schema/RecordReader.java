package dev.meshsim.schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.AtLeastOne;
import dev.meshsim.json.Tagged;
import dev.meshsim.profile.EncryptedPart;
import dev.meshsim.profile.application.DevicePart;
import dev.meshsim.schema.MemberType.Scalar;
import dev.meshsim.udf.Udf;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.node.ObjectNode;

/** Reads the members of a record, or of a class by its constructor, by reflection. */
final class RecordReader {

  private static final String ENCRYPTED = "JoseWebEncryption";
  private static final String DEVICE_PUBLIC = "ApplicationDevicePublic";
  private static final String HEADER = "JoseHeader";

  private final Map<Class<?>, String> names;

  /**
   * A reader.
   *
   * @param names the name in the schema of every class that a member may have as its type
   */
  RecordReader(Map<Class<?>, String> names) {
    this.names = names;
  }

  /** A member, and its name in Java. */
  record Found(String java, SchemaMember member) {}

  /** The members that are written, in their order. */
  List<Found> members(Class<?> type) {
    List<Found> found = new ArrayList<>();
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        member(type, component).ifPresent(found::add);
      }
      return found;
    }
    for (Constructor<?> constructor : type.getConstructors()) {
      for (Parameter parameter : constructor.getParameters()) {
        member(type, parameter).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Found> member(Class<?> type, RecordComponent component) {
    // A component itself does not have the annotations that are of fields and parameters only.
    AnnotatedElement field = field(type, component.getName());
    return written(field)
        .map(
            json -> {
              boolean fixed = component.isAnnotationPresent(AtLeastOne.class);
              return found(
                  type,
                  component.getName(),
                  json,
                  new Typed(component.getGenericType(), component.getAnnotatedType(), field),
                  fixed);
            });
  }

  private Optional<Found> member(Class<?> type, Parameter parameter) {
    return written(parameter)
        .map(
            json ->
                found(
                    type,
                    parameter.getName(),
                    json,
                    new Typed(
                        parameter.getParameterizedType(), parameter.getAnnotatedType(), parameter),
                    false));
  }

  private static Optional<String> written(AnnotatedElement element) {
    return Optional.ofNullable(element.getAnnotation(JsonProperty.class)).map(JsonProperty::value);
  }

  private static Field field(Class<?> type, String name) {
    try {
      return type.getDeclaredField(name);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A type with its annotations, and those of its member. */
  private record Typed(Type type, AnnotatedType annotated, AnnotatedElement element) {

    boolean isList() {
      return raw() == List.class;
    }

    Class<?> raw() {
      return type instanceof ParameterizedType generic
          ? (Class<?>) generic.getRawType()
          : (Class<?>) type;
    }

    Class<?> value() {
      return type instanceof ParameterizedType generic
          ? (Class<?>) generic.getActualTypeArguments()[0]
          : (Class<?>) type;
    }

    boolean mayBeAbsent() {
      JsonSetter setter = element.getAnnotation(JsonSetter.class);
      return annotated.isAnnotationPresent(Nullable.class)
          || element.isAnnotationPresent(JsonInclude.class)
          || setter != null;
    }
  }

  private Found found(Class<?> type, String java, String json, Typed typed, boolean notEmpty) {
    boolean multiple = typed.isList();
    return new Found(
        java,
        new SchemaMember(
            nameOf(json),
            json,
            typeOf(typed),
            multiple,
            multiple ? notEmpty : !typed.mayBeAbsent(),
            values(typed.value()),
            Descriptions.member(type, java)));
  }

  /** The name in the schema: {@code EncryptedKey} for {@code encrypted_key}. */
  static String nameOf(String json) {
    StringBuilder name = new StringBuilder();
    for (String word : json.split("_", -1)) {
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return name.toString();
  }

  private MemberType typeOf(Typed typed) {
    Class<?> value = typed.value();
    if (value == EncryptedPart.class) {
      return MemberType.tagged(ENCRYPTED);
    }
    if (value == DevicePart.class) {
      return MemberType.tagged(DEVICE_PUBLIC);
    }
    if (value == ObjectNode.class) {
      return MemberType.untagged(HEADER);
    }
    Optional<Scalar> scalar = scalar(value, typed.element());
    if (scalar.isPresent()) {
      return MemberType.of(scalar.get());
    }
    String name = names.get(value);
    if (name == null) {
      throw new IllegalStateException("no object of the schema is made of " + value.getName());
    }
    return typed.element().isAnnotationPresent(Tagged.class)
        ? MemberType.tagged(name)
        : MemberType.untagged(name);
  }

  private static Optional<Scalar> scalar(Class<?> type, AnnotatedElement element) {
    if (type == String.class || type == Udf.class || type.isEnum()) {
      return Optional.of(Scalar.STRING);
    }
    if (type == Bytes.class) {
      boolean text = element.isAnnotationPresent(JsonSerialize.class);
      return Optional.of(text ? Scalar.STRING : Scalar.BINARY);
    }
    if (type == Instant.class) {
      return Optional.of(Scalar.DATE_TIME);
    }
    if (type == boolean.class || type == Boolean.class) {
      return Optional.of(Scalar.BOOLEAN);
    }
    boolean number =
        type == int.class || type == Integer.class || type == long.class || type == Long.class;
    return number ? Optional.of(Scalar.INTEGER) : Optional.empty();
  }

  private static List<String> values(Class<?> type) {
    return type.isEnum()
        ? Arrays.stream(type.getFields())
            .filter(Field::isEnumConstant)
            .flatMap(constant -> written(constant).stream())
            .toList()
        : List.of();
  }
}

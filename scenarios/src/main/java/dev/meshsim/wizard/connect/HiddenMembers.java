package dev.meshsim.wizard.connect;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.application.Confidential;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hides the confidential members of an application's JSON. Each becomes <code>{"hidden": true}
 * </code>, which no record accepts in its place, so that it is never written back by mistake.
 */
final class HiddenMembers {

  private static final String MARK = "hidden";

  private HiddenMembers() {}

  /**
   * Hides the confidential members of a record.
   *
   * @param tree the JSON of the record, which is changed
   */
  static void hide(Record record, JsonNode tree) {
    ObjectNode members = (ObjectNode) tree;
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      String name = name(component);
      JsonNode member = members.get(name);
      if (member == null || member.isNull()) {
        continue;
      }
      if (component.isAnnotationPresent(Confidential.class)) {
        members.putObject(name).put(MARK, true);
      } else {
        hideWithin(value(record, component), member);
      }
    }
  }

  private static void hideWithin(@Nullable Object value, JsonNode tree) {
    if (value instanceof Record record && tree.isObject()) {
      hide(record, tree);
    } else if (value instanceof List<?> list && tree.isArray()) {
      for (int i = 0; i < list.size(); i++) {
        hideWithin(list.get(i), Objects.requireNonNull(tree.get(i)));
      }
    }
  }

  private static String name(RecordComponent component) {
    JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
    return property == null ? component.getName() : property.value();
  }

  private static @Nullable Object value(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a public record cannot be read: " + component, e);
    }
  }

  /** The place of a hidden member as a JSON pointer (RFC 6901); empty if there is none. */
  static Optional<String> find(JsonNode tree) {
    if (tree.isObject() && tree.size() == 1 && tree.path(MARK).isBoolean()) {
      return Optional.of("");
    }
    if (tree.isArray()) {
      for (int i = 0; i < tree.size(); i++) {
        int index = i;
        Optional<String> within = find(tree.get(i)).map(rest -> "/" + index + rest);
        if (within.isPresent()) {
          return within;
        }
      }
      return Optional.empty();
    }
    return tree.properties().stream()
        .flatMap(each -> find(each.getValue()).map(rest -> "/" + each.getKey() + rest).stream())
        .findFirst();
  }
}

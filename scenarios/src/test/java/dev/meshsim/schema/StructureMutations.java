package dev.meshsim.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes of the structure of a text after which it is not as any schema says. */
final class StructureMutations {

  /**
   * A changed text.
   *
   * @param name the change and its place
   */
  record Mutation(String name, JsonNode text) {}

  private final JsonNode original;
  private final List<Mutation> mutations = new ArrayList<>();

  private StructureMutations(JsonNode original) {
    this.original = original;
  }

  static List<Mutation> of(JsonNode text) {
    StructureMutations all = new StructureMutations(text);
    all.visit("", text);
    return all.mutations;
  }

  private void visit(String pointer, JsonNode node) {
    if (node instanceof ObjectNode object) {
      if (!isOpen(object)) {
        changed("a member more in ", pointer, copy -> copy.put("Surprise", "x"));
      }
      for (String member : List.copyOf(object.propertyNames())) {
        if (!isOpen(object)) {
          changed("another name: ", pointer, copy -> copy.set(member + "x", copy.remove(member)));
        }
        otherType(pointer, object, member);
        visit(pointer + "/" + member, object.path(member));
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < Math.min(1, array.size()); i++) {
        visit(pointer + "/" + i, array.path(i));
      }
    }
  }

  /** True for headers and keys, which may have other members. */
  private static boolean isOpen(ObjectNode object) {
    return object.has("kid") || object.has("kty") || object.has("dig");
  }

  private void otherType(String pointer, ObjectNode object, String member) {
    JsonNodeFactory values = JsonNodeFactory.instance;
    String place = pointer + "/" + member;
    JsonNode value = object.path(member);
    changed("null: " + member + " of ", pointer, copy -> copy.set(member, values.nullNode()));
    if (value.isObject()) {
      changed("an array: ", pointer, copy -> copy.putArray(member).add(value));
    } else if (value.isArray()) {
      changed("no array: " + place + " of ", pointer, copy -> copy.set(member, value.path(0)));
      changed(
          "an array in it: ",
          pointer,
          copy -> copy.putArray(member).addArray().addAll((ArrayNode) value));
    } else if (value.isString()) {
      changed("a number: " + place + " of ", pointer, copy -> copy.put(member, 7));
      changed("an object: ", pointer, copy -> copy.putObject(member).put("x", "y"));
    } else {
      changed("a text: " + place + " of ", pointer, copy -> copy.put(member, "7"));
    }
  }

  private void changed(String what, String pointer, Consumer<ObjectNode> change) {
    JsonNode copy = original.deepCopy();
    change.accept((ObjectNode) copy.at(pointer));
    mutations.add(new Mutation(what + pointer, copy));
  }
}

package dev.meshsim.vectors.check;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.dialect.UnknownDialectException;
import dev.meshsim.share.KeyShare;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * An object of a file: the file itself, a group or a test. Its members are read with their types.
 *
 * @param place the file, and the group or test in it, for messages
 */
record VectorObject(String place, JsonNode json) {

  /**
   * Checks that it is an object with these members and no others.
   *
   * @param members a name that ends with a question mark may be absent
   */
  VectorObject require(List<String> members) {
    if (!json.isObject()) {
      throw VectorException.shape(place, "it is not an object");
    }
    List<String> known = members.stream().map(VectorObject::name).toList();
    for (String name : json.propertyNames()) {
      if (!known.contains(name)) {
        throw VectorException.unknownMember(place, name, known);
      }
    }
    for (String member : members) {
      if (!member.endsWith("?") && !json.has(member)) {
        throw VectorException.shape(place, "it lacks the member " + member);
      }
    }
    return this;
  }

  static String name(String member) {
    return member.endsWith("?") ? member.substring(0, member.length() - 1) : member;
  }

  boolean has(String member) {
    return json.has(member);
  }

  String text(String member) {
    if (!json.path(member).isString()) {
      throw VectorException.shape(place, "its member " + member + " is not a text");
    }
    return json.path(member).stringValue();
  }

  int number(String member) {
    if (!json.path(member).canConvertToInt() || !json.path(member).isIntegralNumber()) {
      throw VectorException.shape(place, "its member " + member + " is not a whole number");
    }
    return json.path(member).intValue();
  }

  List<JsonNode> list(String member) {
    if (!json.path(member).isArray()) {
      throw VectorException.shape(place, "its member " + member + " is not a list");
    }
    List<JsonNode> elements = new ArrayList<>();
    json.path(member).forEach(elements::add);
    return elements;
  }

  List<String> texts(String member) {
    List<JsonNode> elements = list(member);
    if (!elements.stream().allMatch(JsonNode::isString)) {
      throw VectorException.shape(
          place, "its member " + member + " has an element that is no text");
    }
    return elements.stream().map(JsonNode::stringValue).toList();
  }

  Dialect dialect() {
    try {
      return Dialect.named(text("dialect"));
    } catch (UnknownDialectException e) {
      throw VectorException.dialect(place, e);
    }
  }

  List<KeyShare> shares() {
    return texts("shares").stream().map(KeyShare::parse).toList();
  }
}

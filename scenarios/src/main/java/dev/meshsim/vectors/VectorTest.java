package dev.meshsim.vectors;

import dev.meshsim.error.ErrorCode;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A test that is being written; one of the last three methods ends it. */
final class VectorTest {

  private final ObjectNode json;

  VectorTest(ObjectNode json) {
    this.json = json;
  }

  VectorTest put(String member, String value) {
    json.put(member, value);
    return this;
  }

  VectorTest put(String member, int value) {
    json.put(member, value);
    return this;
  }

  VectorTest set(String member, JsonNode value) {
    json.set(member, value);
    return this;
  }

  VectorTest put(String member, List<String> values) {
    values.forEach(json.putArray(member)::add);
    return this;
  }

  /** Ends a test that every implementation must accept. */
  void valid() {
    json.put("result", "valid");
  }

  /** Ends a test that an implementation may accept or refuse; ours accepts it. */
  void acceptable() {
    json.put("result", "acceptable");
  }

  /**
   * Ends a test that every implementation must refuse.
   *
   * @param error the kind of failure; its code is written
   */
  void invalid(ErrorCode error) {
    invalid(error.code());
  }

  /**
   * Every implementation refuses this.
   *
   * @param error the class of the failure: one of the words in the README
   */
  void invalid(String error) {
    json.put("result", "invalid").put("error", error);
  }
}

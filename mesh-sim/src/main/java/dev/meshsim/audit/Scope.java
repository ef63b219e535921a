package dev.meshsim.audit;

import dev.meshsim.audit.record.Generation;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The keys and facts found in one payload, by the nodes of its tree. */
final class Scope {

  private final Generation generation;
  private final int nesting;
  private final Tally tally;
  private final Map<JsonNode, Fact> facts = new IdentityHashMap<>();
  private final Map<JsonNode, KeyFact> keys = new IdentityHashMap<>();

  /**
   * An empty scope.
   *
   * @param generation the generation of the object whose payload it is; unknown for a record's text
   * @param nesting the number of enclosing payloads
   */
  Scope(Generation generation, int nesting, Tally tally) {
    this.generation = generation;
    this.nesting = nesting;
    this.tally = tally;
  }

  Generation generation() {
    return generation;
  }

  int nesting() {
    return nesting;
  }

  Tally tally() {
    return tally;
  }

  void put(JsonNode node, KeyFact key) {
    keys.put(node, key);
  }

  void put(JsonNode node, Fact fact) {
    facts.put(node, fact);
  }

  /** The key at this node, or null. */
  @Nullable KeyFact key(@Nullable JsonNode node) {
    return node == null ? null : keys.get(node);
  }

  /** The only master profile found; null if there is no such profile or more than one. */
  Fact.@Nullable Master master() {
    Fact.Master found = null;
    for (Fact fact : facts.values()) {
      if (fact instanceof Fact.Master master) {
        if (found != null) {
          return null;
        }
        found = master;
      }
    }
    return found;
  }

  /** The statement of the signed object at this node, or null if it was not verified. */
  @Nullable Fact fact(@Nullable JsonNode node) {
    return node == null ? null : facts.get(node);
  }
}

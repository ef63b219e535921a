package dev.meshsim.audit;

import dev.meshsim.audit.record.ProblemKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys that may sign an object. */
sealed interface Role {

  /**
   * Given keys; if one of them signed, the object's statement is accepted.
   *
   * @param keys the keys that may sign
   * @param fact the statement of the object
   */
  record Keys(List<KeyFact> keys, Fact fact) implements Role {}

  /** Given keys, for an object without a statement. */
  record Approvers(List<KeyFact> keys) implements Role {}

  /** No key, because the content is wrong. */
  record Nobody(ProblemKind kind, String why) implements Role {}

  /** Keys that depend on other records. */
  record Elsewhere(Claim.Kind kind, String subject, @Nullable String profile) implements Role {}

  /** Given keys that can be checked, but whose right to sign nothing in the files shows. */
  record Unproven(List<KeyFact> keys, String why) implements Role {}

  /** Keys of an object that is not the Mesh's. */
  record Unknown() implements Role {}
}

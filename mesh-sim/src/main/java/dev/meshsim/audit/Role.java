package dev.meshsim.audit;

import dev.meshsim.audit.record.ProblemKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may sign an object. */
sealed interface Role {

  /**
   * These keys.
   *
   * @param fact what is known once one of them has signed
   */
  record Keys(List<KeyFact> keys, Fact fact) implements Role {}

  /** These keys, and nothing further is known from it. */
  record Approvers(List<KeyFact> keys) implements Role {}

  /** Nobody, since something is wrong inside. */
  record Nobody(ProblemKind kind, String why) implements Role {}

  /** Other records tell. */
  record Elsewhere(Claim.Kind kind, String subject, @Nullable String profile) implements Role {}

  /** It is no object of the Mesh. */
  record Unknown() implements Role {}
}

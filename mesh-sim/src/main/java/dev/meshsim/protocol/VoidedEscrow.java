package dev.meshsim.protocol;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The escrow entries that a new one voids: the member {@value #MEMBER} of the protected header of
 * the signed Publish is a list of their identifiers, or the text {@value #ALL} for all of the
 * profile.
 *
 * @param entries the identifiers, at most {@value #MOST}; empty for all
 */
public record VoidedEscrow(Optional<List<Udf>> entries) {

  /** The name of the header member. */
  public static final String MEMBER = "voids";

  /** The value for all entries of the profile. */
  public static final String ALL = "all";

  /** The most identifiers. */
  public static final int MOST = 64;

  /** Copies the list. */
  public VoidedEscrow {
    entries = entries.map(List::copyOf);
    if (entries.filter(list -> list.size() > MOST).isPresent()) {
      throw new IllegalArgumentException("one request voids at most " + MOST + " escrow entries");
    }
  }

  /** All entries of the profile but the new one. */
  public static VoidedEscrow all() {
    return new VoidedEscrow(Optional.empty());
  }

  /** Only these entries. */
  public static VoidedEscrow of(List<Udf> entries) {
    return new VoidedEscrow(Optional.of(entries));
  }

  /** The header member. */
  public Map<String, Object> header() {
    return Map.of(
        MEMBER, entries.<Object>map(list -> list.stream().map(Udf::text).toList()).orElse(ALL));
  }

  /**
   * The entries that an envelope voids, or empty if it voids none.
   *
   * @throws EnvelopeException if the member is malformed
   */
  public static Optional<VoidedEscrow> in(Dialect dialect, JsonWebSignature envelope) {
    JsonNode member = dialect.signatures().member(envelope, 0, MEMBER);
    if (member == null) {
      return Optional.empty();
    }
    if (member.isString() && member.stringValue().equals(ALL)) {
      return Optional.of(all());
    }
    List<Udf> listed = new ArrayList<>();
    for (JsonNode element : member) {
      try {
        listed.add(Udf.parse(element.isString() ? element.stringValue() : ""));
      } catch (UdfException.Syntax e) {
        throw malformed();
      }
    }
    if (!member.isArray() || listed.size() > MOST) {
      throw malformed();
    }
    return Optional.of(of(listed));
  }

  private static EnvelopeException malformed() {
    return new EnvelopeException(
        "its "
            + MEMBER
            + " is neither \""
            + ALL
            + "\" nor a list of at most "
            + MOST
            + " identifiers");
  }
}

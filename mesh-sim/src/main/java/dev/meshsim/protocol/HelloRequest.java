package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Asks which protocol versions and encodings the portal has.
 *
 * @param extensions true to be given the members of {@link Extension} too. A portal of the dialect
 *     {@code mesh} gives them to everybody; one of {@code portal-2017} only on request, because the
 *     reference implementation fails on members that it does not know
 * @param protection true to be given the portal's keys for protected messages too
 */
public record HelloRequest(
    @JsonProperty("Extensions") @Nullable Boolean extensions,
    @JsonProperty("Protection") @Nullable Boolean protection)
    implements MeshRequest {

  /** Asks with or without the members of {@link Extension}. */
  public HelloRequest(@Nullable Boolean extensions) {
    this(extensions, null);
  }

  /** Asks as the reference implementation does. */
  public static HelloRequest plain() {
    return new HelloRequest(null);
  }
}

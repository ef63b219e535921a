package dev.meshsim.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The protocol versions and encodings of the portal.
 *
 * @param version the version of the protocol that the portal prefers
 * @param alternates other versions that it has
 * @param challenge the text that signed requests to this portal must name; see {@link
 *     RequestClaims}
 * @param extensions the names of the additions to the drafts that are in use; see {@link Extension}
 * @param portalKeys the portal's statements of its keys, newest first, each the JSON of a JWS; only
 *     if they were asked for
 */
public record HelloResponse(
    @JsonProperty("Status") int status,
    @JsonProperty("StatusDescription") @Nullable String statusDescription,
    @JsonProperty("Version") @Nullable Version version,
    @JsonProperty("Alternates") @Nullable List<Version> alternates,
    @JsonProperty("Challenge") @Nullable String challenge,
    @JsonProperty("Extensions") @Nullable List<String> extensions,
    @JsonProperty("PortalKeys") @Nullable List<Bytes> portalKeys)
    implements MeshResponse {

  /** Copies the lists. */
  public HelloResponse {
    alternates = alternates == null ? null : List.copyOf(alternates);
    extensions = extensions == null ? null : List.copyOf(extensions);
    portalKeys = portalKeys == null ? null : List.copyOf(portalKeys);
  }

  /** A response without keys. */
  public HelloResponse(
      int status,
      @Nullable String statusDescription,
      @Nullable Version version,
      @Nullable List<Version> alternates,
      @Nullable String challenge,
      @Nullable List<String> extensions) {
    this(status, statusDescription, version, alternates, challenge, extensions, null);
  }

  /** This response with the portal's keys. */
  public HelloResponse with(List<Bytes> keys) {
    return new HelloResponse(
        status, statusDescription, version, alternates, challenge, extensions, keys);
  }

  /** A response with this status and description, and nothing else. */
  public static HelloResponse refusal(int status, String description) {
    return new HelloResponse(status, description, null, null, null, null);
  }
}

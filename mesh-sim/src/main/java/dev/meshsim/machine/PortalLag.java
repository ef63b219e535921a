package dev.meshsim.machine;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.json.Tagged;
import dev.meshsim.profile.OfflineEscrowEntry;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedEntry;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.protocol.VoidedEscrow;
import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a portal is not known to have of a profile that has accounts at several portals: the
 * versions on the machine were published elsewhere, and this portal could not be reached. Of an
 * account whose creation is not acknowledged, it is the whole profile.
 *
 * @param profile the identifier of the personal profile
 * @param versions the profile and applications of which the portal has other versions than the
 *     machine, each identifier once
 * @param escrow the escrow entries to publish, oldest first
 */
public record PortalLag(
    @JsonProperty("Profile") Udf profile,
    @JsonProperty("Versions") List<Version> versions,
    @JsonProperty("Escrow") List<Escrow> escrow) {

  /**
   * The version that the portal was last known to have.
   *
   * @param identifier the identifier of the profile or application
   * @param had the version, or null if the portal had none
   */
  public record Version(
      @JsonProperty("Identifier") Udf identifier,
      @JsonProperty("Had") @Tagged @Nullable SignedEntry had) {

    /**
     * Checks that the version is one of this object, and a personal or application profile.
     *
     * @throws IllegalArgumentException if it is not
     */
    public Version {
      Objects.requireNonNull(identifier);
      if (had != null && !had.identifier().equals(identifier)) {
        throw new IllegalArgumentException("a version of another profile or application");
      }
      if (had != null
          && !(had instanceof SignedPersonalProfile)
          && !(had instanceof SignedApplicationProfile)) {
        throw new IllegalArgumentException("a version of neither a profile nor an application");
      }
    }
  }

  /**
   * An escrow entry to publish.
   *
   * @param entry the entry
   * @param voids the identifiers of the entries that it voids, or the text {@value
   *     VoidedEscrow#ALL} alone; empty if it voids none
   */
  public record Escrow(
      @JsonProperty("Entry") OfflineEscrowEntry entry, @JsonProperty("Voids") List<String> voids) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there are too many identifiers
     * @throws dev.meshsim.udf.UdfException if one is no identifier
     */
    public Escrow {
      Objects.requireNonNull(entry);
      voids = List.copyOf(voids);
      voided(voids);
    }

    /** An entry that voids others, or none. */
    public static Escrow of(OfflineEscrowEntry entry, Optional<VoidedEscrow> voided) {
      return new Escrow(
          entry,
          voided
              .map(
                  some ->
                      some.entries()
                          .map(list -> list.stream().map(Udf::text).toList())
                          .orElse(List.of(VoidedEscrow.ALL)))
              .orElse(List.of()));
    }

    /** The entries that it voids, if any. */
    public Optional<VoidedEscrow> voided() {
      return voided(voids);
    }

    private static Optional<VoidedEscrow> voided(List<String> voids) {
      if (voids.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          voids.equals(List.of(VoidedEscrow.ALL))
              ? VoidedEscrow.all()
              : VoidedEscrow.of(voids.stream().map(Udf::parse).toList()));
    }
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if an identifier is there twice
   */
  public PortalLag {
    Objects.requireNonNull(profile);
    versions = List.copyOf(versions);
    escrow = List.copyOf(escrow);
    if (versions.stream().map(Version::identifier).distinct().count() != versions.size()) {
      throw new IllegalArgumentException("an identifier is there twice");
    }
  }

  /** A portal that has everything of a profile. */
  public static PortalLag none(Udf profile) {
    return new PortalLag(profile, List.of(), List.of());
  }

  /** True if the portal has everything. */
  @JsonIgnore
  public boolean isEmpty() {
    return versions.isEmpty() && escrow.isEmpty();
  }

  /** The entry for an object, if the portal is not known to have the machine's version of it. */
  public Optional<Version> of(Udf identifier) {
    return versions.stream().filter(v -> v.identifier().equals(identifier)).findFirst();
  }
}

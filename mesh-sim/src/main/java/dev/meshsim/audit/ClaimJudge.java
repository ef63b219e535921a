package dev.meshsim.audit;

import dev.meshsim.audit.record.ProblemKind;
import dev.meshsim.audit.record.SignedForm;
import dev.meshsim.error.Quote;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides about signatures whose signer's role is told by other records. What {@link #prove} finds
 * stays true however much is learnt later; {@link #judge} asks when everything has been read.
 */
final class ClaimJudge {

  /**
   * A decision.
   *
   * @param kind null if the signature is verified
   */
  record Verdict(@Nullable ProblemKind kind, String detail) {

    private static final Verdict VERIFIED = new Verdict(null, "");
  }

  private final KnownSigners registry;
  private final VerifyMeter work;

  ClaimJudge(KnownSigners registry, VerifyMeter work) {
    this.registry = registry;
    this.work = work;
  }

  /**
   * Verifies the signature, if what is known already gives the signer the role in some profile.
   * Which profile an application belongs to is for its records' order to tell.
   */
  Claim prove(Claim claim) {
    Set<String> profiles = entitling(claim);
    if (profiles.isEmpty() || fault(claim) != null) {
      return claim;
    }
    witness(claim);
    return claim.provenFor(profiles);
  }

  /**
   * Decides, with everything known that ever will be.
   *
   * @param owner the profile that listed the application first, or null if none did
   */
  Verdict judge(Claim claim, @Nullable String owner) {
    Set<String> profiles = entitling(claim);
    if (owner != null) {
      profiles = administering(claim);
      profiles.retainAll(Set.of(owner));
    }
    if (!profiles.isEmpty()) {
      ProblemKind wrong = fault(claim);
      if (wrong != null) {
        return new Verdict(wrong, claim.describe() + ", signed by " + Quote.brief(claim.kid()));
      }
      witness(claim);
      return Verdict.VERIFIED;
    }
    if (isRefused(claim, owner)) {
      return new Verdict(ProblemKind.WRONG_SIGNER, told(claim, "may not sign it"));
    }
    if (registry.key(claim.kid()) == null) {
      return new Verdict(
          ProblemKind.UNVERIFIABLE,
          claim.describe() + ": the key " + Quote.brief(claim.kid()) + " is in none of the files");
    }
    ProblemKind wrong = fault(claim);
    return new Verdict(
        wrong == null ? ProblemKind.UNVERIFIABLE : wrong,
        told(claim, "has signed it; no profile in the files says that it may"));
  }

  private static String told(Claim claim, String what) {
    return claim.describe() + ": " + Quote.brief(claim.kid()) + " " + what;
  }

  /** What is wrong with the signature, by the key of that name; null if it is good. */
  private @Nullable ProblemKind fault(Claim claim) {
    SignedForm form = claim.form();
    if (form == null) {
      return null;
    }
    KeyFact key = registry.key(claim.kid());
    if (key == null) {
      return ProblemKind.UNVERIFIABLE;
    }
    return SignatureCheck.check(form, claim.index(), key, work);
  }

  private void witness(Claim claim) {
    KeyFact key = registry.key(claim.kid());
    if (key != null && claim.form() != null) {
      work.verified(key, claim.form());
    }
  }

  /** The profiles in which the key has the role. */
  private Set<String> entitling(Claim claim) {
    if (claim.kind() == Claim.Kind.RESULT) {
      Set<String> profiles = registry.profilesOfOnlineKey(claim.kid());
      profiles.addAll(oldStyle(claim));
      profiles.retainAll(asked(claim));
      return profiles;
    }
    return claim.generation().devicesAdminister() ? oldStyle(claim) : administering(claim);
  }

  /** The profiles of which the signer is a device, if any device could sign. */
  private Set<String> oldStyle(Claim claim) {
    return claim.generation().devicesAdminister()
        ? registry.profilesByDevice(claim.kid())
        : Set.of();
  }

  /** The profiles that list the signer as an administration device of the application. */
  private Set<String> administering(Claim claim) {
    Set<String> profiles = registry.profilesOfDevice(claim.kid());
    profiles.retainAll(registry.profilesAdministered(claim.subject(), claim.kid()));
    return profiles;
  }

  /** The profiles that the device asked, or that the result says it did. */
  private Set<String> asked(Claim claim) {
    String named = claim.profile();
    return named != null ? Set.of(named) : registry.profilesAsked(claim.subject());
  }

  /** True if the files tell that the signer has not the role. */
  private boolean isRefused(Claim claim, @Nullable String owner) {
    if (claim.kind() == Claim.Kind.RESULT) {
      return asked(claim).stream().anyMatch(registry::knowsProfile);
    }
    return owner != null
        && !registry.profilesAdministered(claim.subject(), claim.kid()).contains(owner);
  }
}

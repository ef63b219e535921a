package dev.meshsim.audit;

import dev.meshsim.audit.record.ProblemKind;
import dev.meshsim.audit.record.SignedForm;
import dev.meshsim.error.Quote;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides about signatures whose signer's role depends on other records. {@link #prove} may be
 * called while records are read, since a proof stays valid whatever follows; {@link #judge} decides
 * the rest after all files were read.
 */
final class ClaimJudge {

  /**
   * A decision about a claim.
   *
   * @param kind the problem, or null if the signature is verified
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
   * Verifies the signature if the records read so far give the signer the role in some profile. The
   * owner of an application is decided later, by the order of the records.
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
   * Decides after all files were read.
   *
   * @param owner the profile that listed the application first, or null
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
      return new Verdict(ProblemKind.WRONG_SIGNER, signerProblem(claim, "may not sign it"));
    }
    if (registry.key(claim.kid()) == null) {
      return new Verdict(
          ProblemKind.UNVERIFIABLE,
          claim.describe() + ": the key " + Quote.brief(claim.kid()) + " is in none of the files");
    }
    ProblemKind wrong = fault(claim);
    return new Verdict(
        wrong == null ? ProblemKind.UNVERIFIABLE : wrong,
        signerProblem(claim, "signed it, but no profile in the files allows that"));
  }

  private static String signerProblem(Claim claim, String what) {
    return claim.describe() + ": " + Quote.brief(claim.kid()) + " " + what;
  }

  /** The problem of the signature, or null if it is valid or was verified before. */
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

  /**
   * The profiles whose devices may all sign, as until 2016, and that have the signer as a device.
   */
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

  /** The profile named in the result, or the profiles that the device asked to be connected to. */
  private Set<String> asked(Claim claim) {
    String named = claim.profile();
    return named != null ? Set.of(named) : registry.profilesAsked(claim.subject());
  }

  /** True if the files show that the signer does not have the role. */
  private boolean isRefused(Claim claim, @Nullable String owner) {
    if (claim.kind() == Claim.Kind.RESULT) {
      return asked(claim).stream().anyMatch(registry::knowsProfile);
    }
    return owner != null
        && !registry.profilesAdministered(claim.subject(), claim.kid()).contains(owner);
  }
}

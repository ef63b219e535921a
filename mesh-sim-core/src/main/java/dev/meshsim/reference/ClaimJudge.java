package dev.meshsim.reference;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides about signatures whose signer's role is told by other records. What {@link #holds} finds
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

  private final Registry registry;
  private final WorkMeter work;

  ClaimJudge(Registry registry, WorkMeter work) {
    this.registry = registry;
    this.work = work;
  }

  /** True if what is known already entitles the signer, and the signature is good. */
  boolean holds(Claim claim) {
    KeyFact key = entitled(claim, false);
    return key != null && check(claim, key) == null;
  }

  private @Nullable ProblemKind check(Claim claim, KeyFact entitled) {
    ProblemKind wrong = SignatureCheck.check(claim.form(), claim.index(), entitled, work);
    if (wrong == null) {
      work.verified(entitled, claim.form());
    }
    return wrong;
  }

  /** Decides, with everything known that ever will be. */
  Verdict judge(Claim claim) {
    KeyFact key = entitled(claim, true);
    if (key != null) {
      ProblemKind wrong = check(claim, key);
      return wrong == null
          ? Verdict.VERIFIED
          : new Verdict(wrong, claim.describe() + ", signed by " + Quote.of(claim.kid()));
    }
    String refusal = refusal(claim);
    if (refusal != null) {
      return new Verdict(
          ProblemKind.WRONG_SIGNER,
          claim.describe() + ": " + Quote.of(claim.kid()) + " " + refusal);
    }
    KeyFact known = registry.key(claim.kid());
    if (known == null) {
      return new Verdict(
          ProblemKind.UNVERIFIABLE,
          claim.describe() + ": the key " + Quote.of(claim.kid()) + " is in none of the files");
    }
    ProblemKind wrong = SignatureCheck.check(claim.form(), claim.index(), known, work);
    return new Verdict(
        wrong == null ? ProblemKind.UNVERIFIABLE : wrong,
        claim.describe()
            + ": no profile in the files says whether "
            + Quote.of(claim.kid())
            + " may sign it");
  }

  /** The key, if it has the role; {@code last} if nothing more will be learnt. */
  private @Nullable KeyFact entitled(Claim claim, boolean last) {
    return claim.kind() == Claim.Kind.APPLICATION ? administrator(claim) : approver(claim, last);
  }

  private @Nullable KeyFact administrator(Claim claim) {
    Set<String> profiles = registry.profilesOfDevice(claim.kid());
    if (listsAdministrators(claim)) {
      profiles.retainAll(registry.profilesAdministered(claim.subject(), claim.kid()));
    }
    return profiles.isEmpty() ? null : registry.deviceKey(claim.kid());
  }

  /** In 2016 profiles did not list applications, and any device of a profile could sign one. */
  private static boolean listsAdministrators(Claim claim) {
    return claim.form().generation() == Generation.Y2017
        || claim.form().generation() == Generation.MESH;
  }

  private @Nullable KeyFact approver(Claim claim, boolean last) {
    String kid = claim.kid();
    Set<String> profiles = new HashSet<>(registry.profilesOfOnlineKey(kid));
    if (!listsAdministrators(claim)) {
      profiles.addAll(registry.profilesOfDevice(kid));
    }
    Set<String> asked = asked(claim);
    if (!asked.isEmpty()) {
      profiles.retainAll(asked);
    } else if (!last) {
      return null;
    }
    if (profiles.isEmpty()) {
      return null;
    }
    KeyFact online = registry.onlineKey(kid);
    return online != null ? online : registry.deviceKey(kid);
  }

  /** The profiles that the device asked, or that the result says it did. */
  private Set<String> asked(Claim claim) {
    String named = claim.profile();
    return named != null ? Set.of(named) : registry.profilesAsked(claim.subject());
  }

  /** Why the signer has not the role, if the files tell. */
  private @Nullable String refusal(Claim claim) {
    if (claim.kind() == Claim.Kind.APPLICATION) {
      boolean refused =
          listsAdministrators(claim)
              && registry.isListed(claim.subject())
              && registry.profilesAdministered(claim.subject(), claim.kid()).isEmpty();
      return refused ? "is no administration device of it in any profile" : null;
    }
    return asked(claim).stream().anyMatch(registry::knowsProfile)
        ? "may not answer for the profile that was asked"
        : null;
  }
}

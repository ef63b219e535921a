package dev.meshsim.session;

import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.machine.MachineEdit;
import dev.meshsim.machine.PortalLag;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedMasterProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.merge.ConflictException;
import dev.meshsim.profile.merge.Merge;
import dev.meshsim.profile.merge.ProfileMerge;
import dev.meshsim.profile.merge.Side;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.RequestEnvelope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The profile at one portal and the profile on this machine brought together. The portal may have
 * missed versions that were published at others, and may have been given versions that those did
 * not get. The machine knows the version that the portal had last, which is the base of a merge.
 */
final class CatchUp {

  private static final int MOST_ATTEMPTS = 8;

  private final PersonalSession session;
  private final SessionContext context;
  private final AtPortals portals;
  private final AccountName account;
  private final Optional<Side> side;

  CatchUp(PersonalSession session, SessionContext context) {
    this(session, context, Optional.empty());
  }

  /**
   * The profile at the session's portal.
   *
   * @param side decides the differences; empty to fail if there are any
   */
  CatchUp(PersonalSession session, SessionContext context, Optional<Side> side) {
    this.session = session;
    this.context = context;
    this.side = side;
    this.portals = session.atPortals();
    this.account = session.accountName();
  }

  /**
   * Fetches the profile. The machine takes the portal's version if that has all that the machine's
   * has, and keeps its own if the portal is known to be behind.
   *
   * @return the machine's version afterwards
   * @throws SessionException {@code session.rollback} if the portal gives an older version than it
   *     has given or taken before; {@code session.forked} if both replace the same version
   */
  VerifiedPersonalProfile fetch() {
    return compare(session.personalProfile(), fetched()).known();
  }

  /**
   * Brings the portal to the machine's version, merged with what the portal has, which may make a
   * new version.
   *
   * @return the portal's version before, if it was behind
   * @throws SessionException {@code session.not-administrator} if the portal is behind and no key
   *     of this machine may publish there
   * @throws ConflictException if both have changed the same thing; nothing is published
   */
  Optional<VerifiedPersonalProfile> publish() {
    Optional<VerifiedPersonalProfile> before = Optional.empty();
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      if (portals.behind(account, session.udf()).isEmpty()) {
        return before;
      }
      Compared compared = compare(session.personalProfile(), fetched());
      before = Optional.of(compared.theirs());
      try {
        if (compared.isBehind()) {
          publish(compared);
        }
        return before;
      } catch (PortalRefusedException e) {
        if (!e.isConflict()) {
          throw e;
        }
      }
    }
    throw ConflictException.repeated("the profile " + session.udf(), MOST_ATTEMPTS);
  }

  private VerifiedPersonalProfile fetched() {
    SignedPersonalProfile signed = session.client().personalProfile();
    if (!signed.identifier().equals(session.udf())) {
      throw SessionException.profileChanged(account, session.udf(), signed.identifier());
    }
    return context.believe(signed);
  }

  /**
   * The two versions compared.
   *
   * @param known the machine's version, after it took in the portal's if it could
   * @param base the version that the portal had last
   * @param theirs the portal's version
   */
  private record Compared(
      VerifiedPersonalProfile known, VerifiedPersonalProfile base, VerifiedPersonalProfile theirs) {

    boolean isBehind() {
      return !ReplacedVersion.isSame(known.signed(), theirs.signed());
    }

    boolean isUnchanged() {
      return ReplacedVersion.isSame(base.signed(), theirs.signed());
    }
  }

  private Compared compare(VerifiedPersonalProfile known, VerifiedPersonalProfile theirs) {
    Optional<PortalLag.Version> behind = portals.behind(account, session.udf());
    if (ReplacedVersion.isSame(known.signed(), theirs.signed())
        || known.profile().equals(theirs.profile())) {
      take(known, theirs, behind.isPresent());
      return new Compared(theirs, theirs, theirs);
    }
    if (behind.isEmpty()) {
      context.requireNext(theirs, known);
      take(known, theirs, false);
      return new Compared(theirs, known, theirs);
    }
    VerifiedPersonalProfile base =
        behind
            .map(PortalLag.Version::had)
            .map(SignedPersonalProfile.class::cast)
            .map(context::believe)
            .orElse(known);
    if (ReplacedVersion.isSame(base.signed(), theirs.signed())) {
      return new Compared(known, base, theirs);
    }
    context.requireLater(theirs, base);
    if (hasAllOf(known, base, theirs)) {
      take(known, theirs, true);
      return new Compared(theirs, base, theirs);
    }
    return new Compared(known, base, theirs);
  }

  private void take(
      VerifiedPersonalProfile known, VerifiedPersonalProfile theirs, boolean wasBehind) {
    if (wasBehind || !theirs.signed().equals(known.signed())) {
      session.store(theirs.signed());
    }
  }

  /** True if a version has every change that the machine's has made since the base. */
  private boolean hasAllOf(
      VerifiedPersonalProfile mine, VerifiedPersonalProfile base, VerifiedPersonalProfile theirs) {
    try {
      return ProfileUpdate.isMade(theirs.profile(), merge(mine, base, theirs).result());
    } catch (ConflictException | AdministrationException e) {
      return false;
    }
  }

  private Merge<PersonalProfile> merge(
      VerifiedPersonalProfile mine, VerifiedPersonalProfile base, VerifiedPersonalProfile theirs) {
    Instant later =
        mine.profile().updated().isAfter(theirs.profile().updated())
            ? mine.profile().updated()
            : theirs.profile().updated();
    Instant at = context.laterThan(later);
    SignedMasterProfile master =
        ProfileMerge.master(
            base.profile(),
            mine.profile(),
            theirs.profile(),
            () -> MasterMerge.merge(session, context, List.of(base, mine, theirs)));
    return ProfileMerge.merge(base.profile(), mine.profile(), theirs.profile(), master, at);
  }

  private void publish(Compared compared) {
    VerifiedPersonalProfile known = compared.known();
    VerifiedPersonalProfile theirs = compared.theirs();
    if (compared.isUnchanged()) {
      PrivateJwk key = key(known, theirs);
      send(
          ProfileSigner.again(
              known.signed(),
              Optional.of(theirs.signed()),
              session.client().seen(),
              List.of(key),
              context.machine().stream("sign:PersonalProfile")),
          theirs.signed(),
          key);
      MachineEdit edit = context.machine().edit();
      portals.has(edit, account, session.udf());
      edit.commit();
      return;
    }
    Merge<PersonalProfile> merge = merge(known, compared.base(), theirs);
    PersonalProfile merged = side.map(merge::with).orElseGet(merge::result);
    PrivateJwk key = key(known, theirs);
    SignedPersonalProfile signed =
        ProfileSigner.successor(
            merged,
            theirs.signed(),
            session.client().seen(),
            List.of(key),
            context.machine().stream("sign:PersonalProfile"));
    send(signed, theirs.signed(), key);
    session.store(signed);
  }

  private void send(SignedPersonalProfile signed, SignedPersonalProfile replaced, PrivateJwk key) {
    RequestEnvelope.Signer publisher =
        context.signer(context.dialect().fingerprint(key.publicJwk()), key);
    session.client().publish(signed, ReplacedVersion.header(replaced), publisher);
  }

  /**
   * A key that may sign the machine's version, and that the portal accepts: an online signature key
   * of both versions, or the master signature key.
   */
  private PrivateJwk key(VerifiedPersonalProfile next, VerifiedPersonalProfile stored) {
    return next.master().onlineSignatureKeys().stream()
        .map(PublicKey::udf)
        .filter(stored::administeredBy)
        .map(context.machine()::findPrivateKey)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> context.machine().findPrivateKey(session.udf()))
        .orElseThrow(
            () -> SessionException.notAdministrator(context.machine().name(), session.udf()));
  }
}

package dev.meshsim.session.application;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.application.ApplicationProfile;
import dev.meshsim.profile.application.ApplicationType;
import dev.meshsim.profile.application.KnownApplicationProfile;
import dev.meshsim.profile.merge.ConflictException;
import dev.meshsim.profile.merge.Merge;
import dev.meshsim.profile.merge.Side;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An application at one portal brought to the version of this machine, which was published at
 * another. If the portal was given another version in the meantime, the two are merged.
 */
public final class ApplicationCatchUp {

  private static final int MOST_ATTEMPTS = 3;

  private final ApplicationOwner owner;
  private final SignedApplicationProfile local;
  private final Optional<SignedApplicationProfile> had;
  private final Optional<Side> side;
  private final Optional<VerifiedPersonalProfile> earlier;

  /**
   * The catching up of one application.
   *
   * @param owner the profile, through an account at that portal
   * @param local the machine's version
   * @param had the version that the portal had last; empty if it had none
   * @param side decides the differences; empty to fail if there are any
   * @param earlier the profile that the portal had before it caught up: a device that has left
   *     since may have signed the portal's version
   */
  public ApplicationCatchUp(
      ApplicationOwner owner,
      SignedApplicationProfile local,
      Optional<SignedApplicationProfile> had,
      Optional<Side> side,
      Optional<VerifiedPersonalProfile> earlier) {
    this.owner = owner;
    this.local = local;
    this.had = had;
    this.side = side;
    this.earlier = earlier;
  }

  /**
   * Publishes the machine's version, or its merge with the portal's. An application that this
   * machine's device does not administer is only compared.
   *
   * @return true if the portal has the machine's version now
   * @throws ConflictException if the two cannot be merged; nothing is published
   */
  public boolean publish() {
    for (int attempt = 1; true; attempt++) {
      Optional<SignedApplicationProfile> theirs = ApplicationVault.find(owner, local.identifier());
      if (isSame(theirs, Optional.of(local))) {
        owner.has(local.identifier());
        return true;
      }
      ApplicationProfileEntry entry = entry();
      DeviceProfile device = owner.thisDevice();
      if (!entry.adminDevices().contains(device.identifier())) {
        return false;
      }
      try {
        if (isSame(theirs, had) || theirs.isEmpty()) {
          send(device, theirs);
        } else {
          merge(entry, theirs.get());
        }
        return true;
      } catch (PortalRefusedException e) {
        if (!e.isConflict() || attempt == MOST_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static boolean isSame(
      Optional<SignedApplicationProfile> one, Optional<SignedApplicationProfile> other) {
    return one.isPresent() && other.isPresent() && ReplacedVersion.isSame(one.get(), other.get());
  }

  private ApplicationProfileEntry entry() {
    return owner
        .personalProfile()
        .profile()
        .application(local.identifier())
        .orElseThrow(() -> ApplicationException.removed(local.identifier()));
  }

  private void send(DeviceProfile device, Optional<SignedApplicationProfile> replaced) {
    Map<String, Object> header =
        ApplicationPublication.header(owner.client(), owner.personalProfile(), replaced);
    MeshMachine machine = owner.machine();
    SignedApplicationProfile signed =
        ProfileSigner.again(
            local,
            header,
            machine.privateKey(device.identifier()),
            machine.stream("sign:application again"));
    ApplicationPublication.send(machine, owner.client(), signed, header, device);
    owner.has(local.identifier());
  }

  /** Publishes what this machine's content and the portal's make together. */
  private void merge(ApplicationProfileEntry entry, SignedApplicationProfile stored) {
    ApplicationVault.Published mine = published(local);
    ApplicationVault.Published theirs = published(stored);
    Optional<VerifiedPersonalProfile> listing = listing(stored);
    if (listing.isEmpty()) {
      publishMine(entry, mine, theirs);
      return;
    }
    owner.verifier().application(stored, listing.get());
    ApplicationType<?> type = mine.application().kind();
    KnownApplicationProfile there = theirs.application();
    Optional<ApplicationVault.Published> base = had.map(this::published);
    if (base.filter(old -> !theirs.updated().isAfter(old.updated())).isPresent()) {
      throw ApplicationException.rollback(local.identifier());
    }
    Parts content = content(entry, theirs);
    Merge<Parts> merge =
        Parts.merge(
            type,
            base.map(old -> content(entry, old)).orElseGet(() -> Parts.of(type, type.empty())),
            content(entry, mine),
            content);
    KnownApplicationProfile carried =
        CarriedParts.merged(
            base.map(ApplicationVault.Published::application), mine.application(), there);
    if (side.isEmpty() && !merge.isClean()) {
      throw ConflictException.differs(merge.map(Parts::shared));
    }
    Parts decided = merge.with(side.orElse(Side.MINE));
    ApplicationState state =
        new ApplicationState(
            type,
            Optional.of(entry),
            entry,
            content,
            decided,
            Optional.of(new ApplicationVault.Published(stored, carried)));
    if (decided.equals(content)
        && carried.equals(there)
        && entry.adminDevices().contains(signer(stored))
        && theirs.readers().equals(ApplicationVault.readers(owner, entry))) {
      owner.storePublished(stored);
    } else {
      ApplicationVault.publish(owner, state, owner.timeAfter(later(mine, theirs)));
    }
  }

  /** The merge is later than both, so that it follows this machine's version elsewhere. */
  private static Optional<Instant> later(
      ApplicationVault.Published one, ApplicationVault.Published other) {
    return Optional.of(one.updated().isAfter(other.updated()) ? one.updated() : other.updated());
  }

  /** The profile that lists the signer of the portal's version; empty if it has left. */
  private Optional<VerifiedPersonalProfile> listing(SignedApplicationProfile stored) {
    return entry().adminDevices().contains(signer(stored))
        ? Optional.of(owner.personalProfile())
        : earlier;
  }

  /** Publishes this machine's content in place of a version that nobody believes. */
  private void publishMine(
      ApplicationProfileEntry entry,
      ApplicationVault.Published mine,
      ApplicationVault.Published theirs) {
    if (!side.equals(Optional.of(Side.MINE))) {
      throw ApplicationException.signerRemoved(local.identifier(), signer(theirs.signed()));
    }
    Parts content = content(entry, mine);
    ApplicationState state =
        new ApplicationState(
            mine.application().kind(),
            Optional.of(entry),
            entry,
            content,
            content,
            Optional.of(new ApplicationVault.Published(theirs.signed(), mine.application())));
    ApplicationVault.publish(owner, state, owner.timeAfter(later(mine, theirs)));
  }

  private Udf signer(SignedApplicationProfile stored) {
    return owner.verifier().dialect().signatures().signer(stored.signedData(), 0);
  }

  private ApplicationVault.Published published(SignedApplicationProfile signed) {
    Dialect dialect = owner.verifier().dialect();
    ApplicationProfile read = ApplicationProfile.read(dialect, signed.signedData().payload());
    if (read instanceof KnownApplicationProfile known) {
      return new ApplicationVault.Published(signed, known);
    }
    throw ApplicationException.otherType(signed.identifier(), read.type());
  }

  private Parts content(ApplicationProfileEntry entry, ApplicationVault.Published version) {
    KnownApplicationProfile application = version.application();
    MeshMachine machine = owner.machine();
    Udf key =
        RecipientKeys.held(machine, application, owner.personalProfile())
            .orElseThrow(
                () -> ApplicationException.cannotDecrypt(machine.name(), local.identifier()));
    return ApplicationVault.read(owner, entry, application, key);
  }
}

package dev.meshsim.session.application;

import dev.meshsim.machine.MeshMachine;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One application of a personal profile (developer-08 section 6.10). Changes are made to {@link
 * #passwordProfile()} and with {@link #addDevice}; {@link #update()} publishes them. A program gets
 * one from {@code PersonalSession}. Not thread-safe.
 */
public final class ApplicationSession {

  private final ApplicationOwner owner;
  private final PasswordProfile content;
  private ApplicationProfileEntry entry;
  private Optional<Instant> published;

  private ApplicationSession(
      ApplicationOwner owner,
      ApplicationProfileEntry entry,
      PasswordProfile content,
      Optional<Instant> published) {
    this.owner = owner;
    this.entry = entry;
    this.content = content;
    this.published = published;
  }

  private ApplicationSession(ApplicationOwner owner, ApplicationVault.Opened opened) {
    this(
        owner,
        opened.entry(),
        new PasswordProfile(opened.content()),
        Optional.of(opened.updated()));
  }

  /**
   * Creates an application with a random identifier (a UDF of type R), administered by this
   * machine's device. Nothing is published before {@link #update()}.
   */
  public static ApplicationSession create(ApplicationOwner owner, PasswordProfile content) {
    MeshMachine machine = owner.machine();
    Udf identifier =
        Udf.random(
            owner.verifier().dialect().udfFormat(), machine.stream("application identifier"));
    ApplicationProfileEntry entry =
        new ApplicationProfileEntry(identifier, PasswordProfile.TYPE, null, List.of(), List.of())
            .withDevice(owner.thisDevice().identifier(), true);
    return new ApplicationSession(owner, entry, content, Optional.empty());
  }

  /**
   * Fetches an application from the portal and decrypts it with a key of this machine's device.
   *
   * @throws ApplicationException if the profile has no such application or it cannot be decrypted
   */
  public static ApplicationSession fetch(ApplicationOwner owner, Udf udf) {
    return new ApplicationSession(owner, ApplicationVault.open(owner, udf));
  }

  /**
   * Fetches an application, decrypts it with a master escrow key of this machine, and publishes it
   * with this machine's device as an administration device.
   *
   * @throws ApplicationException if the profile has no such application or it cannot be decrypted
   */
  public static ApplicationSession recover(ApplicationOwner owner, Udf udf) {
    ApplicationSession session =
        new ApplicationSession(owner, ApplicationVault.openWithEscrowKey(owner, udf));
    session.addDevice(owner.thisDevice().identifier(), true);
    session.update();
    return session;
  }

  /** The application's identifier. */
  public Udf udf() {
    return entry.identifier();
  }

  /** The application's entry in the personal profile, with changes that are not yet published. */
  public ApplicationProfileEntry entry() {
    return entry;
  }

  /** The decrypted content. */
  public PasswordProfile passwordProfile() {
    return content;
  }

  /**
   * Lets a device of the profile decrypt the application, after the next {@link #update()}.
   *
   * @param admin true if it may change the application too
   * @throws dev.meshsim.error.MeshException with code {@code session.unknown-device} if the profile
   *     has no such device
   */
  public ApplicationSession addDevice(Udf device, boolean admin) {
    owner.device(device);
    entry = entry.withDevice(device, admin);
    return this;
  }

  /**
   * Publishes the changes (developer-08 section 6.10): the personal profile if the application is
   * new or has another set of devices, then the application, encrypted anew.
   */
  public void update() {
    if (!owner.personalProfile().profile().application(udf()).equals(Optional.of(entry))) {
      owner.publish(entry);
    }
    Instant at = owner.timeAfter(published);
    ApplicationVault.publish(owner, entry, content.content(), at);
    published = Optional.of(at);
  }

  /** Fetches the application again; changes that are not yet published are lost. */
  public void refresh() {
    ApplicationVault.Opened opened = ApplicationVault.open(owner, udf());
    entry = opened.entry();
    content.replace(opened.content());
    published = Optional.of(opened.updated());
  }
}

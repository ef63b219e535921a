package dev.meshsim.session.application;

import dev.meshsim.machine.MeshMachine;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.application.ApplicationType;
import dev.meshsim.profile.application.ApplicationTypes;
import dev.meshsim.profile.application.PasswordProfilePrivate;
import dev.meshsim.profile.merge.ConflictException;
import dev.meshsim.profile.merge.Merge;
import dev.meshsim.profile.merge.Side;
import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One application of a personal profile (developer-08 section 6.10), of any registered type.
 * Changes are made with {@link #change}, {@link #addDevice} and so on; {@link #update()} publishes
 * them. A program gets one from {@code PersonalSession}. Not thread-safe.
 */
public final class ApplicationSession {

  private final ApplicationOwner owner;
  private final Content content;
  private ApplicationState state;
  private Optional<ContentConflict> conflict = Optional.empty();

  private ApplicationSession(ApplicationOwner owner, Content content, ApplicationState state) {
    this.owner = owner;
    this.content = content;
    this.state = state;
  }

  private ApplicationSession(ApplicationOwner owner, ApplicationVault.Opened opened) {
    this(owner, new Content(opened.content()), ApplicationState.read(opened));
  }

  /**
   * Creates an application of passwords, as {@link #create(ApplicationOwner, Record)} does. What is
   * changed in {@code passwords} later is part of it.
   */
  public static ApplicationSession create(ApplicationOwner owner, PasswordProfile passwords) {
    ApplicationType<?> type = ApplicationTypes.installed().holding(PasswordProfilePrivate.class);
    return create(owner, type, new Content(Parts.of(type, passwords.content()), passwords));
  }

  /**
   * Creates an application with a random identifier (a UDF of type R), administered by this
   * machine's device. Its type is the registered one with such a content. Nothing is published
   * before {@link #update()}.
   *
   * @throws dev.meshsim.profile.application.ApplicationTypeException if there is no such type
   */
  public static ApplicationSession create(ApplicationOwner owner, Record content) {
    ApplicationType<?> type = ApplicationTypes.installed().holding(content.getClass());
    return create(owner, type, new Content(Parts.of(type, content)));
  }

  private static ApplicationSession create(
      ApplicationOwner owner, ApplicationType<?> type, Content content) {
    MeshMachine machine = owner.machine();
    Udf identifier =
        Udf.random(
            owner.verifier().dialect().udfFormat(), machine.stream("application identifier"));
    ApplicationProfileEntry entry =
        new ApplicationProfileEntry(identifier, type.tag(), null, List.of(), List.of())
            .withDevice(owner.thisDevice().identifier(), true);
    return new ApplicationSession(
        owner, content, ApplicationState.created(type, entry, content.get()));
  }

  /**
   * Fetches an application from the portal and decrypts it with a key of this machine's device.
   *
   * @throws ApplicationException if the profile has no such application or it cannot be decrypted
   */
  public static ApplicationSession fetch(ApplicationOwner owner, Udf udf) {
    owner.catchUp(udf);
    return new ApplicationSession(owner, ApplicationVault.open(owner, udf));
  }

  /**
   * Fetches an application, decrypts it with a master escrow key of this machine, and publishes it
   * with this machine's device as an administration device.
   *
   * @throws ApplicationException if the profile has no such application or it cannot be decrypted
   */
  public static ApplicationSession recover(ApplicationOwner owner, Udf udf) {
    owner.catchUp(udf);
    ApplicationSession session =
        new ApplicationSession(owner, ApplicationVault.openWithEscrowKey(owner, udf));
    session.addDevice(owner.thisDevice().identifier(), true);
    session.update();
    return session;
  }

  /** True if the version last read or published is encrypted to those who shall read it. */
  boolean isEncryptedToReaders() {
    List<String> readers = ApplicationVault.readers(owner, state.entry());
    return state.published().filter(version -> version.readers().equals(readers)).isPresent();
  }

  /** The application's identifier. */
  public Udf udf() {
    return state.udf();
  }

  /** The application's entry in the personal profile, with changes that are not yet published. */
  public ApplicationProfileEntry entry() {
    return state.entry();
  }

  /** The type, {@code MailProfile} for example. */
  public String type() {
    return state.type().tag();
  }

  /**
   * The passwords, which can be changed in place.
   *
   * @throws ApplicationException {@code session.other-type} if the application holds none
   */
  public PasswordProfile passwordProfile() {
    requireContent(PasswordProfilePrivate.class);
    return content.passwords();
  }

  /**
   * The decrypted content, with changes that are not yet published.
   *
   * @throws ApplicationException {@code session.other-type} if it is of another class
   */
  public <C extends Record> C content(Class<C> type) {
    requireContent(type);
    return type.cast(content.get().shared());
  }

  /**
   * Changes the content, with effect from the next {@link #update()}.
   *
   * @throws ApplicationException {@code session.other-type} if it is of another class
   */
  public <C extends Record> ApplicationSession change(Class<C> type, UnaryOperator<C> change) {
    content.set(content.get().withShared(change.apply(content(type))));
    return this;
  }

  /**
   * The members that everybody can read, with changes that are not yet published.
   *
   * @throws ApplicationException {@code session.other-type} if the type has other ones or none
   */
  public <P extends Record> P published(Class<P> type) {
    requirePart(state.type().published(), type);
    return type.cast(content.get().published().orElseThrow());
  }

  /** Changes the members that everybody can read, with effect from the next {@link #update()}. */
  public <P extends Record> ApplicationSession changePublished(
      Class<P> type, UnaryOperator<P> change) {
    content.set(content.get().withPublished(change.apply(published(type))));
    return this;
  }

  /** The parts of this application that are this device's. */
  public OwnDevice ownDevice() {
    return new OwnDevice(state.type(), owner.thisDevice().identifier(), content, state);
  }

  ApplicationOwner owner() {
    return owner;
  }

  private void requirePart(Optional<? extends Class<?>> existing, Class<?> wanted) {
    if (!existing.equals(Optional.of(wanted))) {
      throw ApplicationException.otherContent(udf(), type(), wanted);
    }
  }

  private void requireContent(Class<?> wanted) {
    if (!state.type().content().equals(wanted)) {
      throw ApplicationException.otherContent(udf(), type(), wanted);
    }
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
    state = state.changed(state.entry().withDevice(device, admin));
    return this;
  }

  /**
   * Publishes the changes (developer-08 section 6.10): the personal profile if the application is
   * new or has another set of devices, then the application, encrypted anew. If another device has
   * published a version in the meantime, the two are merged, entry by entry, and the result is
   * published; {@link #content} has it then. If the portal refuses the content of a new
   * application, the profile does not keep its entry. After a failure to reach the portal, update
   * again.
   *
   * @throws ConflictException {@code conflict.differs} if both devices changed the same entry
   *     differently: nothing is lost and nothing published; see {@link #conflict()}
   * @throws ApplicationException {@code session.application-removed} if another device removed the
   *     application; the content stays here
   */
  public void update() {
    owner.catchUp(udf());
    state = state.changed(content.get());
    ApplicationUpdate update = new ApplicationUpdate(owner, state);
    try {
      state = update.publish();
      content.set(state.content());
    } finally {
      conflict = update.conflict();
    }
    owner.spread();
  }

  /**
   * The content that the last {@link #update()} could not merge: the base, this machine's content,
   * the portal's, and the differences; empty if there is no such conflict.
   */
  public Optional<Merge<Record>> conflict() {
    return conflict.map(decided -> decided.merge().map(Parts::shared));
  }

  /**
   * As {@link #conflict()}, with the class of the content.
   *
   * @throws ApplicationException {@code session.other-type} if it is of another class
   */
  public <C extends Record> Optional<Merge<C>> conflict(Class<C> type) {
    requireContent(type);
    return conflict().map(merge -> merge.map(type::cast));
  }

  /**
   * Decides all differences of {@link #conflict()} for one side. All other changes of both sides
   * are kept, and so are those made here since the conflict. {@link #content} has the result, and
   * can be changed further before {@link #update()} publishes it. Nothing is sent: a version that
   * another device publishes in the meantime is merged by that update.
   *
   * @throws IllegalStateException if there is no conflict
   */
  public ApplicationSession resolve(Side side) {
    ContentConflict decided =
        conflict.orElseThrow(() -> new IllegalStateException("there is no conflict"));
    content.set(decided.with(side, state.content(), content.get()));
    state = state.reread(decided.theirs(), content.get());
    conflict = Optional.empty();
    return this;
  }

  /** Fetches the application again; changes that are not yet published are lost. */
  public void refresh() {
    owner.catchUp(udf());
    ApplicationVault.Opened opened = ApplicationVault.open(owner, udf());
    content.set(opened.content());
    state = ApplicationState.read(opened);
    conflict = Optional.empty();
  }

  /**
   * Removes an application from the profile and from this machine.
   *
   * @throws ApplicationException if the profile has no such application
   */
  public static void remove(ApplicationOwner owner, Udf udf) {
    if (owner.refresh().profile().application(udf).isEmpty()) {
      throw ApplicationException.unknownApplication(
          owner.personalProfile().identifier(), udf.text());
    }
    owner.withdraw(udf);
  }
}

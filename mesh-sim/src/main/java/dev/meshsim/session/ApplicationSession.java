package dev.meshsim.session;

import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.Optional;

/**
 * One application of a personal profile (developer-08 section 6.10). Changes are made to {@link
 * #passwordProfile()} and with {@link #addDevice}; {@link #update()} publishes them. Not
 * thread-safe.
 */
public final class ApplicationSession {

  private final PersonalSession personal;
  private final SessionContext context;
  private final PasswordProfile content;
  private ApplicationProfileEntry entry;
  private Optional<Instant> published;

  ApplicationSession(
      PersonalSession personal,
      SessionContext context,
      ApplicationProfileEntry entry,
      PasswordProfile content,
      Optional<Instant> published) {
    this.personal = personal;
    this.context = context;
    this.entry = entry;
    this.content = content;
    this.published = published;
  }

  static ApplicationSession fetch(PersonalSession personal, SessionContext context, Udf udf) {
    ApplicationVault.Opened opened = ApplicationVault.open(personal, context, udf);
    return new ApplicationSession(
        personal,
        context,
        opened.entry(),
        new PasswordProfile(opened.content()),
        Optional.of(opened.updated()));
  }

  static ApplicationSession recover(PersonalSession personal, SessionContext context, Udf udf) {
    ApplicationVault.Opened opened = ApplicationVault.openWithEscrowKey(personal, context, udf);
    ApplicationSession session =
        new ApplicationSession(
            personal,
            context,
            opened.entry(),
            new PasswordProfile(opened.content()),
            Optional.of(opened.updated()));
    session.addDevice(personal.thisDevice().identifier(), true);
    session.update();
    return session;
  }

  /** The application's identifier. */
  public Udf udf() {
    return entry.identifier();
  }

  /** What the personal profile says, or will say after {@link #update()}, of the application. */
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
   * @throws SessionException if the profile has no such device
   */
  public ApplicationSession addDevice(Udf device, boolean admin) {
    if (!personal.personalProfile().devices().containsKey(device)) {
      throw SessionException.unknownDevice(personal.udf(), device);
    }
    entry = entry.withDevice(device, admin);
    return this;
  }

  /**
   * Publishes what was changed (developer-08 section 6.10): the personal profile if the application
   * is new or has another set of devices, then the application, encrypted anew.
   */
  public void update() {
    VerifiedPersonalProfile profile = personal.personalProfile();
    if (!profile.profile().application(udf()).equals(Optional.of(entry))) {
      profile = personal.change((before, at) -> before.withApplication(entry, at));
    }
    Instant at = published.map(context::laterThan).orElseGet(context::now);
    ApplicationVault.publish(personal, context, profile, entry, content.content(), at);
    published = Optional.of(at);
  }

  /** Fetches the application again; changes that were not published are lost. */
  public void refresh() {
    ApplicationVault.Opened opened = ApplicationVault.open(personal, context, udf());
    entry = opened.entry();
    content.replace(opened.content());
    published = Optional.of(opened.updated());
  }
}

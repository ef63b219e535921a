package dev.meshsim.light;

import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.DeviceRegistration;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.Patience;
import dev.meshsim.session.PersonalSession;
import java.time.Duration;
import java.util.Optional;

/**
 * The lightweight API of developer-08 section 7.1, flattened: a device, its connection, the
 * personal profile and its applications. A program asks once to be connected, shows the code, and
 * reads and updates from then on the applications that the person gave the device.
 *
 * <p>Every method opens the store of {@code place} and closes it again. Every failure is a {@link
 * dev.meshsim.error.MeshException}: {@code files.locked} while another program has the store open,
 * {@code portal.unreachable} if no portal answers, and those of each method.
 */
public final class MeshLight {

  private MeshLight() {}

  /**
   * Creates the device profile of this machine, or returns the one that is there.
   *
   * @param name a name for people, {@code alice-phone} for example
   * @param description the kind of device, for people
   */
  public static LightDevice createDevice(LightPlace place, String name, String description) {
    return Opened.use(
        place,
        session ->
            Plain.device(
                session
                    .device()
                    .orElseGet(() -> session.createDevice(name, description))
                    .deviceProfile()
                    .profile()));
  }

  /**
   * Requests that this machine's device be connected to the profile of an account. A request that
   * is not answered yet is returned, not repeated.
   *
   * @param account {@code user@domain}
   * @return the request with the code to show to the person
   * @throws dev.meshsim.error.MeshException {@code portal.refused-unknown-account} if there is no
   *     such account, {@code session.already-bound} if this machine is connected to it
   */
  public static LightRequest connect(LightPlace place, String account) {
    return Opened.use(
        place,
        session -> {
          Optional<ConnectionAttempt> open = session.connectionAttempt(account);
          if (open.isPresent()) {
            return Plain.request(open.get());
          }
          DeviceRegistration device = session.deviceOrNew();
          return Plain.request(session.connect(device, account));
        });
  }

  /**
   * Asks once whether the request was answered.
   *
   * @param comparedCode the code that the administration device shows, as a person has read or
   *     typed it
   * @return the profile if the device was accepted, empty while there is no answer
   * @throws LightException {@code light.no-request} if this machine has made no request
   * @throws dev.meshsim.error.MeshException {@code session.codes-differ} if the code is another;
   *     {@code session.connection-refused} if the device was rejected
   */
  public static Optional<LightProfile> connected(
      LightPlace place, String account, String comparedCode) {
    return Opened.use(
        place, session -> attempt(session, account).poll(comparedCode).map(Plain::profile));
  }

  /**
   * Waits until the request is answered. The store is open meanwhile; a program that shall leave it
   * to others calls {@link #connected} now and then.
   *
   * @param most the time to wait; the pauses between two questions grow to half a minute
   * @throws dev.meshsim.error.MeshException as {@link #connected} does, and {@code
   *     session.connection-timeout} if nobody answered: the request stays open
   */
  public static LightProfile awaitConnected(
      LightPlace place, String account, String comparedCode, Duration most) {
    Patience patience = new Patience(most, Patience.DEFAULT.first(), Patience.DEFAULT.longest());
    return Opened.use(
        place, session -> Plain.profile(attempt(session, account).await(comparedCode, patience)));
  }

  private static ConnectionAttempt attempt(MeshSession session, String account) {
    return session.connectionAttempt(account).orElseThrow(() -> LightException.noRequest(account));
  }

  /**
   * Gets the personal profile from the account's portal, and keeps it on the machine.
   *
   * @throws dev.meshsim.error.MeshException {@code session.unknown-account} if this machine is not
   *     connected to the account
   */
  public static LightProfile personalProfile(LightPlace place, String account) {
    return Opened.use(
        place,
        session -> {
          PersonalSession personal = session.personalSession(account);
          personal.refresh();
          return Plain.profile(personal);
        });
  }

  /**
   * Gets an application profile from the account's portal, and decrypts it.
   *
   * @param udf the identifier, as {@link LightProfile#applications()} has it
   * @throws dev.meshsim.error.MeshException {@code session.unknown-application} if the profile has
   *     none of that identifier, {@code session.cannot-decrypt} if the device was not given it
   */
  public static LightApplication applicationProfile(LightPlace place, String account, String udf) {
    return Opened.use(
        place,
        session -> Contents.read(account, session.personalSession(account).application(udf)));
  }

  /**
   * Updates an application profile: publishes another content in place of the one that was got. If
   * another device has published one in the meantime, the two are merged entry by entry.
   *
   * @param got the application as {@link #applicationProfile} or an earlier update returned it
   * @param content the JSON of the new content
   * @return the application with the content that the portal has now
   * @throws LightException {@code light.bad-content} if the text is not a content of this type;
   *     nothing is published
   * @throws dev.meshsim.error.MeshException {@code conflict.differs} if another device has changed
   *     the same entry; nothing is published
   */
  public static LightApplication updateApplicationProfile(
      LightPlace place, LightApplication got, String content) {
    return Opened.use(
        place,
        session -> {
          PersonalSession personal = session.personalSession(got.account());
          return Contents.update(personal, got, content);
        });
  }
}

package dev.meshsim.session;

import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.session.application.AcceptedDevice;
import dev.meshsim.session.application.ApplicationChoice;
import dev.meshsim.session.application.ApplicationOverview;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.udf.Udf;
import java.util.Collection;
import java.util.List;

/** The part of {@link PersonalSession} that is about applications (developer-08 section 6.10). */
abstract sealed class ProfileApplications extends ProfileAccounts permits ProfileAdministration {

  /**
   * Adds an application to the profile and publishes both (developer-08 section 6.10). This device
   * administers it.
   */
  public ApplicationSession add(PasswordProfile application) {
    return add(application, true);
  }

  /**
   * Adds an application to the profile (developer-08 section 6.10).
   *
   * @param write false to publish nothing before {@link ApplicationSession#update()}
   */
  public ApplicationSession add(PasswordProfile application, boolean write) {
    ApplicationSession session = ApplicationSession.create(owner(), application);
    if (write) {
      session.update();
    }
    return session;
  }

  /**
   * Adds an application of any registered type to the profile (developer-08 section 6.10). This
   * device administers it.
   *
   * @param content the content, of which the type is found by its class
   * @param write false to publish nothing before {@link ApplicationSession#update()}
   */
  public ApplicationSession add(Record content, boolean write) {
    ApplicationSession session = ApplicationSession.create(owner(), content);
    if (write) {
      session.update();
    }
    return session;
  }

  /**
   * Removes an application from the profile and from this machine. The portal deletes it; its
   * identifier is not used again.
   *
   * @param identifier the application's identifier
   * @throws dev.meshsim.session.application.ApplicationException if the profile has no such
   *     application
   */
  public void removeApplication(String identifier) {
    ApplicationSession.remove(owner(), Udf.parse(identifier));
  }

  /**
   * Fetches an application from the portal and decrypts it.
   *
   * @param identifier the application's identifier
   */
  public ApplicationSession application(String identifier) {
    return ApplicationSession.fetch(owner(), Udf.parse(identifier));
  }

  /**
   * Fetches and verifies an application of any type without decrypting it.
   *
   * @param identifier the application's identifier
   */
  public ApplicationOverview applicationOverview(String identifier) {
    return ApplicationOverview.fetch(owner(), Udf.parse(identifier));
  }

  /** The identifiers of the profile's applications of a type, as this machine knows them. */
  public List<Udf> applicationsOfType(String type) {
    return self().personalProfile().profile().applications().stream()
        .filter(entry -> entry.type().equals(type))
        .map(ApplicationProfileEntry::identifier)
        .toList();
  }

  /**
   * Recovers an application that this device cannot decrypt, with the master escrow key: the shared
   * data of every application is encrypted to that key too.
   */
  public ApplicationSession recoverApplication(String identifier) {
    return ApplicationSession.recover(owner(), Udf.parse(identifier));
  }

  /**
   * Accepts a connection request, and adds the device to applications once the profile has it.
   *
   * @param applications the applications that the person chose for the device
   * @throws dev.meshsim.session.application.ApplicationException {@code
   *     session.applications-missed} if some could not be published: the device is accepted, and
   *     {@link #addToApplications} does what is missing
   */
  public ConnectionResult connectAccept(
      PendingConnection pending, String comparedCode, Collection<ApplicationChoice> applications) {
    ConnectionResult result = self().connectClose(pending, ConnectionStatus.ACCEPTED, comparedCode);
    addToApplications(pending.deviceUdf(), applications);
    return result;
  }

  /**
   * Adds a device of the profile to applications, and publishes each of them. An application that
   * has the device already is left as it is.
   *
   * @throws dev.meshsim.session.application.ApplicationException {@code
   *     session.applications-missed} with the applications that failed; calling again does them
   */
  public void addToApplications(Udf device, Collection<ApplicationChoice> applications) {
    self().refresh();
    AcceptedDevice.addTo(owner(), device, applications);
  }

  private PersonalOwner owner() {
    return new PersonalOwner(self(), context());
  }
}

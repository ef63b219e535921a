package dev.meshsim.session.application;

import dev.meshsim.profile.application.ApplicationDevicePrivate;
import dev.meshsim.profile.application.ApplicationDevicePublic;
import dev.meshsim.profile.application.ApplicationType;
import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Optional;

/**
 * The parts of an application that are its devices' own: what a device publishes about itself, and
 * what it encrypts to itself alone. A device changes its own, with effect from the next {@link
 * ApplicationSession#update()}, which only an administration device of the application can publish.
 */
public final class OwnDevice {

  private final ApplicationType<?> type;
  private final Udf device;
  private final Content content;
  private final ApplicationState state;

  OwnDevice(ApplicationType<?> type, Udf device, Content content, ApplicationState state) {
    this.type = type;
    this.device = device;
    this.content = content;
    this.state = state;
  }

  /** This device. */
  public Udf udf() {
    return device;
  }

  /**
   * What this device publishes about itself.
   *
   * @throws ApplicationException {@code session.other-type} if the type has another such part
   */
  public <Q extends ApplicationDevicePublic> Optional<Q> published(Class<Q> part) {
    require(type.devicePublic(), part);
    return content.get().devicePublic().map(part::cast);
  }

  /**
   * What this device keeps for itself.
   *
   * @throws ApplicationException {@code session.other-type} if the type has another such part
   */
  public <D extends ApplicationDevicePrivate> Optional<D> kept(Class<D> part) {
    require(type.devicePrivate(), part);
    return content.get().devicePrivate().map(part::cast);
  }

  /**
   * Sets both parts.
   *
   * @throws ApplicationException {@code session.other-type} if the type has other parts; {@code
   *     session.foreign-part} if they are not this device's
   */
  public void set(ApplicationDevicePublic published, ApplicationDevicePrivate kept) {
    require(type.devicePublic(), published.getClass());
    require(type.devicePrivate(), kept.getClass());
    if (!published.deviceUdf().equals(device) || !device.text().equals(kept.identifier())) {
      throw ApplicationException.foreignPart(
          state.udf(), "takes parts of the device " + device + " only here");
    }
    content.set(
        content
            .get()
            .withDevicePublic(Optional.of((Record) published))
            .withDevicePrivate(Optional.of((Record) kept)));
  }

  /** Removes both parts. */
  public void clear() {
    content.set(
        content.get().withDevicePublic(Optional.empty()).withDevicePrivate(Optional.empty()));
  }

  /**
   * What all devices publish about themselves, in the version last read or published.
   *
   * @throws ApplicationException {@code session.other-type} if the type has another such part;
   *     {@code session.bad-content} if one is not of its form
   */
  public <Q extends ApplicationDevicePublic> List<Q> all(Class<Q> part) {
    require(type.devicePublic(), part);
    ApplicationContent reader = new ApplicationContent(state.udf(), type);
    return state.published().stream()
        .flatMap(version -> version.application().devices().stream())
        .map(published -> reader.read(published, part))
        .toList();
  }

  private void require(Optional<? extends Class<?>> existing, Class<?> wanted) {
    if (!existing.equals(Optional.of(wanted))) {
      throw ApplicationException.otherContent(state.udf(), type.tag(), wanted);
    }
  }
}

package dev.meshsim.session;

import static dev.meshsim.session.ManyPortals.AT_ONE;
import static dev.meshsim.session.ManyPortals.AT_TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.profile.application.DevicePart;
import dev.meshsim.profile.application.KnownApplicationProfile;
import dev.meshsim.profile.application.ssh.SSHDevicePrivate;
import dev.meshsim.profile.application.ssh.SSHDevicePublic;
import dev.meshsim.profile.application.ssh.SSHProfilePrivate;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.SshApplication;
import dev.meshsim.udf.Udf;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts of devices that were changed at different portals, brought to one version. */
class PartsCatchUpTest extends TwoPortals {

  private static void makeKey(PersonalSession device, Udf application) {
    ApplicationSession session = device.application(application.text());
    SshApplication.of(session).makeKey();
    session.update();
  }

  private static boolean hasKey(ApplicationSession session) {
    return session.ownDevice().kept(SSHDevicePrivate.class).isPresent();
  }

  @Test
  void devicesThatMakeKeysAtDifferentPortalsKeepThem() {
    share(scene.desktop.add(SSHProfilePrivate.EMPTY, false));
    without(AT_TWO, () -> makeKey(scene.desktop, application));
    without(AT_ONE, () -> makeKey(laptopAtTwo, application));
    assertEquals(List.of(), scene.desktop.publishAgain());
    assertEquals(udf(scene.desktop), signerAtTwo());
    assertEquals(List.of(), laptop.publishAgain());
    for (PersonalSession session : List.of(desktopAtTwo, laptop)) {
      ApplicationSession opened = session.application(application.text());
      assertTrue(hasKey(opened));
      assertEquals(
          List.of(udf(laptop), udf(scene.desktop)),
          opened.ownDevice().all(SSHDevicePublic.class).stream()
              .map(SSHDevicePublic::deviceUdf)
              .toList());
    }
  }

  @Test
  void anotherDevicesPartThatWasChangedAtBothPortalsIsThatOfThisMachinesVersion() {
    share(scene.desktop.add(SSHProfilePrivate.EMPTY, false));
    makeKey(laptop, application);
    scene.later();
    scene.desktop.application(application.text());
    scene.desktop.publishAgain();
    without(AT_TWO, () -> makeKey(laptop, application));
    scene.desktop.application(application.text());
    KnownApplicationProfile stored = RawApplication.stored(laptopAtTwo, application);
    DevicePart part = stored.devices().get(0);
    var members = part.members().deepCopy().put("DeviceDescription", "changed");
    RawApplication.publish(
        laptopAtTwo,
        stored.withDevices(List.of(new DevicePart(part.tag(), members)), stored.devicePrivate()));
    scene.later();
    assertEquals(List.of(), scene.desktop.publishAgain());
    assertEquals(
        RawApplication.stored(scene.desktop, application).devices(),
        RawApplication.stored(desktopAtTwo, application).devices());
    var own = desktopAtTwo.application(application.text()).ownDevice();
    List<SSHDevicePublic> all = own.all(SSHDevicePublic.class);
    assertEquals(List.of(udf(laptop)), all.stream().map(SSHDevicePublic::deviceUdf).toList());
    assertNotEquals("changed", all.get(0).deviceDescription());
  }
}

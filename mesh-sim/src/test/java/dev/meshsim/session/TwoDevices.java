package dev.meshsim.session;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MemoryMachineStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.portal.InterposedPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;

/** Alice's desktop and laptop, which both hold an online signature key of her profile. */
public final class TwoDevices {

  public static final String ALICE = "alice@example.com";

  public final SeededWorld world = World.seeded(13);
  public final MeshPortalDirect portal;
  public final InterposedPortal desktopsWay;
  public final InterposedPortal laptopsWay;
  public final MeshSession desktopSession;
  public final MeshSession laptopSession;
  public final PersonalSession desktop;
  public final PersonalSession laptop;

  public TwoDevices(Dialect dialect) {
    this(dialect, new MemoryPortalStore(), new MemoryMachineStore(StoreMode.TEST));
  }

  /**
   * Both devices, connected.
   *
   * @param desktopStore the store of the desktop; the laptop's is in memory
   */
  public TwoDevices(Dialect dialect, PortalStore store, MachineStore desktopStore) {
    portal = MeshPortalDirect.open(world, "example.com", dialect, store);
    desktopsWay = new InterposedPortal(portal);
    laptopsWay = new InterposedPortal(portal);
    MeshMachine one = new MeshMachine(world, "desktop", desktopStore);
    MeshMachine two = new MeshMachine(world, "laptop", new MemoryMachineStore(StoreMode.TEST));
    desktopSession = new MeshSession(one, desktopsWay);
    laptopSession = new MeshSession(two, laptopsWay);
    PersonalProfile profile =
        new PersonalProfile(desktopSession.createDevice("desktop", null).deviceProfile());
    desktop = desktopSession.createAccount(ALICE, profile);
    laptop = connect(laptopSession, "laptop");
    two.edit().putKey(dialect, SessionKeys.online(profile)).commit();
    later();
  }

  /** Connects a device of another machine. */
  public PersonalSession connect(MeshSession session, String name) {
    ConnectionAttempt attempt = session.connect(session.createDevice(name, null), ALICE);
    String code = attempt.authenticator();
    desktop.connectClose(
        desktop.connectPending().withAuthenticator(code), ConnectionStatus.ACCEPTED, code);
    return attempt.await(code);
  }

  /** An application that both devices read and change; both have read it. */
  public Udf sharedApplication(String... sites) {
    PasswordProfile content = new PasswordProfile(true);
    for (String site : sites) {
      content.put(site, "alice", "first");
    }
    ApplicationSession session = desktop.add(content, false);
    laptop.refresh();
    session.addDevice(laptop.thisDevice().identifier(), true).update();
    later();
    return session.udf();
  }

  public ApplicationSession onDesktop(Udf application) {
    return desktop.application(application.text());
  }

  public ApplicationSession onLaptop(Udf application) {
    return laptop.application(application.text());
  }

  /** The clock moves, as it does between two acts of people. */
  public void later() {
    world.advance(java.time.Duration.ofSeconds(2));
  }
}

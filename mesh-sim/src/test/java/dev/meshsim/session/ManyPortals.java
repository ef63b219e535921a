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
import dev.meshsim.portal.MeshPortals;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Alice's profile with accounts at three portals, each of which can be away. */
public final class ManyPortals {

  public static final String AT_ONE = "alice@one.example";
  public static final String AT_TWO = "alice@two.example";
  public static final String AT_THREE = "alice@three.example";

  public final Dialect dialect;
  public final SeededWorld world = World.seeded(14);
  public final Map<String, InterposedPortal> ways = new TreeMap<>();
  public final MeshSession desktopSession;
  public final PersonalProfile profile;
  public final PersonalSession desktop;

  public ManyPortals(Dialect dialect) {
    this(dialect, MemoryPortalStore::new, new MemoryMachineStore(StoreMode.TEST));
  }

  /**
   * The desktop with an account at the first two portals.
   *
   * @param stores makes a store for each portal
   */
  public ManyPortals(Dialect dialect, Supplier<PortalStore> stores, MachineStore desktopStore) {
    this.dialect = dialect;
    for (String domain : List.of("one.example", "two.example", "three.example")) {
      ways.put(
          domain,
          new InterposedPortal(MeshPortalDirect.open(world, domain, dialect, stores.get())));
    }
    desktopSession = new MeshSession(new MeshMachine(world, "desktop", desktopStore), portals());
    profile = new PersonalProfile(desktopSession.createDevice("desktop", null).deviceProfile());
    desktop = desktopSession.createAccount(AT_ONE, profile);
    desktop.addAccount(AT_TWO);
    later();
  }

  public MeshPortals portals() {
    return MeshPortals.of(List.copyOf(ways.values()));
  }

  public MeshSession session(String machine) {
    return new MeshSession(
        new MeshMachine(world, machine, new MemoryMachineStore(StoreMode.TEST)), portals());
  }

  public void away(String account, boolean now) {
    ways.get(account.substring(account.indexOf('@') + 1)).away(now);
  }

  /** Connects a new machine through one account. */
  public PersonalSession connect(MeshSession session, String name, String account) {
    ConnectionAttempt attempt = session.connect(session.createDevice(name, null), account);
    String code = attempt.authenticator();
    PersonalSession administrator = desktopSession.personalSession(account);
    administrator.connectClose(
        administrator.connectPending().withAuthenticator(code), ConnectionStatus.ACCEPTED, code);
    return attempt.await(code);
  }

  /** Another administrator with the same online signature key, who has both accounts. */
  public PersonalSession laptop() {
    MeshSession session = session("laptop");
    PersonalSession laptop = connect(session, "laptop", AT_ONE);
    session.machine().edit().putKey(dialect, SessionKeys.online(profile)).commit();
    laptop.bindAccount(AT_TWO);
    later();
    return laptop;
  }

  /** The version that a portal has, without the machine's knowledge. */
  public SignedPersonalProfile stored(String account) {
    MeshSession stranger = session("stranger");
    return stranger.context().client(AccountName.parse(account)).personalProfile();
  }

  /** True if both portals have the desktop's version. */
  public boolean isEverywhere() {
    SignedPersonalProfile own = desktop.personalProfile().signed();
    return desktop.accounts().stream()
        .allMatch(account -> ReplacedVersion.isSame(own, stored(account)));
  }

  /** The clock moves, as it does between two acts of people. */
  public void later() {
    world.advance(Duration.ofSeconds(2));
  }
}

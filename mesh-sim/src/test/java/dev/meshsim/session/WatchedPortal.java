package dev.meshsim.session;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.log.jlog.JlogPortalStore;
import dev.meshsim.machine.MachinePins;
import dev.meshsim.machine.MemoryMachineStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.transparency.LogMemory;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A portal with a verifiable log whose store can be copied, so that a machine can be shown another
 * branch of its history: Alice's profile with a desktop and a laptop.
 */
public final class WatchedPortal {

  public static final String ALICE = "alice@example.com";
  public static final CheckpointPolicy POLICY = new CheckpointPolicy(1000, Duration.ofMinutes(1));

  public final SeededWorld world = World.seeded(24);
  public final Dialect dialect;
  public final Way desktopWay;
  public final Way laptopWay;
  public final MeshPortalDirect portal;
  public final PersonalSession desktop;
  public final PersonalSession laptop;
  public final MeshMachine desktopMachine = machine("desktop");
  public final MeshMachine laptopMachine = machine("laptop");
  private final Path directory;
  private final PortalPolicy policy;
  private int branches;

  /** The way of one machine to the portal, which may lead to another branch of it. */
  public final class Way implements MeshPortal {

    private MeshPortal to;

    private Way(MeshPortal to) {
      this.to = to;
    }

    /** From now on requests go there; returns the one before. */
    public MeshPortal leadsTo(MeshPortal other) {
      MeshPortal before = to;
      to = other;
      return before;
    }

    @Override
    public String domain() {
      return to.domain();
    }

    @Override
    public Dialect dialect() {
      return to.dialect();
    }

    @Override
    public boolean keepsLog() {
      return to.keepsLog();
    }

    @Override
    public Bytes exchange(Bytes request) {
      return to.exchange(request);
    }
  }

  public WatchedPortal(Dialect dialect, Path directory) {
    this(dialect, directory, world -> PortalPolicy.DEFAULT.withCheckpoints(POLICY), machine -> {});
  }

  /** A portal with a policy of its own, whose machines are prepared before they begin. */
  public WatchedPortal(
      Dialect dialect,
      Path directory,
      Function<World, PortalPolicy> policy,
      Consumer<MeshMachine> prepare) {
    this.dialect = dialect;
    this.directory = directory;
    this.policy = policy.apply(world);
    machines().forEach(prepare);
    portal = open(directory.resolve("branch-0"));
    desktopWay = new Way(portal);
    laptopWay = new Way(portal);
    MeshSession session = new MeshSession(desktopMachine, desktopWay);
    PersonalProfile profile =
        new PersonalProfile(session.createDevice("desktop", null).deviceProfile());
    desktop = session.createAccount(ALICE, profile);
    later();
    MeshSession other = new MeshSession(laptopMachine, laptopWay);
    ConnectionAttempt attempt = other.connect(other.createDevice("laptop", null), ALICE);
    String code = attempt.authenticator();
    desktop.connectClose(
        desktop.connectPending().withAuthenticator(code), ConnectionStatus.ACCEPTED, code);
    laptop = attempt.await(code);
    later();
  }

  /** A machine of somebody else. */
  public MeshMachine stranger(String name) {
    return machine(name);
  }

  private MeshMachine machine(String name) {
    return new MeshMachine(world, name, new MemoryMachineStore(StoreMode.TEST));
  }

  private MeshPortalDirect open(Path branch) {
    return open(branch, policy);
  }

  private MeshPortalDirect open(Path branch, PortalPolicy own) {
    try {
      Files.createDirectories(branch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return MeshPortalDirect.open(
        world,
        "example.com",
        dialect,
        JlogPortalStore.open(
            branch.resolve("mesh.jlog"),
            branch.resolve("portal.jlog"),
            DurableFiles.real(),
            warning -> {}),
        own);
  }

  /** A portal on a copy of the store as it is now: with the same keys. */
  public MeshPortalDirect branch() {
    return branch(policy);
  }

  /** A portal with a policy of its own on such a copy. */
  public MeshPortalDirect branch(PortalPolicy own) {
    Path from = directory.resolve("branch-0");
    Path to = directory.resolve("branch-" + ++branches);
    try (Stream<Path> files = Files.list(from)) {
      Files.createDirectories(to);
      for (Path file : (Iterable<Path>) files::iterator) {
        if (!file.getFileName().toString().endsWith(".lock")) {
          Files.copy(file, to.resolve(file.getFileName()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return open(to, own);
  }

  /** Somebody else makes an account. */
  public void account(String name) {
    MeshSession other = new MeshSession(machine(name), portal);
    other.createAccount(
        name + "@example.com", new PersonalProfile(other.createDevice("d", null).deviceProfile()));
  }

  /**
   * The portal's store is put back to an older state, in which it makes a checkpoint; both machines
   * reach that, and the desktop has seen more.
   */
  public void goesBack() {
    MeshPortalDirect old = branch();
    desktop.add(new PasswordProfile(true));
    later();
    desktop.add(new PasswordProfile(true));
    later();
    desktop.refresh();
    desktopWay.leadsTo(old);
    laptopWay.leadsTo(old);
    later();
    laptop.refresh();
  }

  /** The desktop has seen another history than the one that it reaches, which is longer. */
  public void forks() {
    desktopWay.leadsTo(branch());
    desktop.add(new PasswordProfile(true));
    later();
    desktop.refresh();
    for (int i = 0; i < 3; i++) {
      account("stranger" + i);
    }
    later();
    laptop.refresh();
    desktopWay.leadsTo(portal);
  }

  /** The desktop's write goes to a branch that is given up. */
  public void forgetsAWrite() {
    desktop.refresh();
    MeshPortal before = desktopWay.leadsTo(branch());
    desktop.add(new PasswordProfile(true));
    desktopWay.leadsTo(before);
  }

  /** So much later that the next request makes a checkpoint. */
  public void later() {
    world.pause(POLICY.interval());
  }

  /** What a machine remembers of the log. */
  public static LogMemory memory(MeshMachine machine) {
    return new MachinePins(machine.store()).log("example.com").orElseThrow();
  }

  /** The machines. */
  public List<MeshMachine> machines() {
    return List.of(desktopMachine, laptopMachine);
  }
}

package dev.meshsim.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.merge.ConflictException;
import dev.meshsim.profile.merge.Side;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.TwoDevices;
import dev.meshsim.session.application.ApplicationException;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Two devices that disagree, over any machine store: a merge, a conflict and a removal. The store
 * of the first device, the desktop, is opened again between reading a version and replacing it.
 */
public final class ConflictFlow {

  private static final String BANK = "bank.example";

  private final TwoDevices two;
  private final Supplier<MachineStore> reopen;
  private PersonalSession desktop;

  private ConflictFlow(MachineStore store, Supplier<MachineStore> reopen) {
    this.two = new TwoDevices(Dialect.MESH, new MemoryPortalStore(), store);
    this.reopen = reopen;
    this.desktop = two.desktop;
  }

  /**
   * Runs the flow.
   *
   * @param store the desktop's store, empty
   * @param reopen closes the desktop's store and opens it again
   */
  public static void run(MachineStore store, Supplier<MachineStore> reopen) {
    ConflictFlow flow = new ConflictFlow(store, reopen);
    Udf shared = flow.two.sharedApplication(BANK);
    Udf own = flow.mergeOfProfiles(shared);
    flow.conflictOfContent(shared);
    flow.removal(shared, own);
  }

  /** The base of a merge is the version that the store has kept, so nothing removed comes back. */
  private Udf mergeOfProfiles(Udf shared) {
    Udf gone = two.sharedApplication();
    var lastRead = desktop.personalProfile().signed();
    two.laptop.refresh();
    two.laptop.removeApplication(gone.text());
    Udf theirs = two.laptop.add(new PasswordProfile(true)).udf();
    restart();
    assertEquals(lastRead, desktop.personalProfile().signed());

    int published = two.desktopsWay.count(Transaction.PUBLISH);
    Udf mine = desktop.add(new PasswordProfile(true)).udf();
    // The profile is refused, merged and published; then the application is published.
    assertEquals(published + 3, two.desktopsWay.count(Transaction.PUBLISH));
    restart();
    assertEquals(Set.of(shared, theirs, mine), applications());
    return mine;
  }

  private void conflictOfContent(Udf shared) {
    ApplicationSession laptop = two.onLaptop(shared);
    ApplicationSession first = desktop.application(shared.text());
    first.passwordProfile().put(BANK, "alice", "from the desktop");
    first.update();
    restart();
    laptop.passwordProfile().put(BANK, "alice", "from the laptop");
    laptop.passwordProfile().put("mail.example", "alice", "secret");
    assertThrows(ConflictException.class, laptop::update);
    ApplicationSession second = desktop.application(shared.text());
    second.passwordProfile().put("shop.example", "alice", "secret");
    second.update();
    laptop.resolve(Side.MINE).update();
    restart();
    PasswordProfile merged = desktop.application(shared.text()).passwordProfile();
    assertEquals("from the laptop", merged.get(BANK).orElseThrow().password());
    assertEquals(3, merged.content().entries().size());
  }

  private void removal(Udf shared, Udf own) {
    ApplicationSession late = desktop.application(shared.text());
    late.passwordProfile().put(BANK, "alice", "too late");
    two.laptop.refresh();
    two.laptop.removeApplication(shared.text());
    var e = assertThrows(ApplicationException.class, late::update);
    assertEquals("session.application-removed", e.code());
    restart();
    assertEquals(2, applications().size());
    desktop.removeApplication(own.text());
    MachineStore store = restart();
    assertEquals(1, applications().size());
    assertFalse(
        store.list(RecordKind.APPLICATION).stream()
            .anyMatch(record -> record.key().name().equals(own.text())));
    assertEquals(List.of(), store.check());
  }

  private Set<Udf> applications() {
    return desktop.personalProfile().profile().applications().stream()
        .map(ApplicationProfileEntry::identifier)
        .collect(Collectors.toSet());
  }

  /** The desktop's program ends and is started again. */
  private MachineStore restart() {
    two.later();
    MachineStore store = reopen.get();
    MeshMachine machine = new MeshMachine(two.world, "desktop", store);
    desktop = new MeshSession(machine, two.desktopsWay).personalSession().orElseThrow();
    return store;
  }
}

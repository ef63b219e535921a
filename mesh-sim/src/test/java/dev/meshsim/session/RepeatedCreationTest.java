package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.ForwardingMachineStore;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MemoryMachineStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.portal.InterposedPortal;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.PortalException;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.protocol.CreateResponse;
import dev.meshsim.protocol.GetResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.Status;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An account whose creation was not acknowledged is created or adopted after a restart. */
class RepeatedCreationTest {

  private static final String ALICE = "alice@example.com";

  private final SeededWorld world = World.seeded(23);
  private final Dying store = new Dying();
  private InterposedPortal way;
  private MeshSession session;
  private Udf udf;

  /** The process is killed. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** A store whose process is killed at a commit, and which keeps what it was given. */
  private static final class Dying extends ForwardingMachineStore {

    private final List<List<MachineChange>> commits = new ArrayList<>();
    private int before = Integer.MAX_VALUE;
    private int after = Integer.MAX_VALUE;

    Dying() {
      super(new MemoryMachineStore(StoreMode.TEST));
    }

    @Override
    public void commit(List<MachineChange> changes) {
      if (--before == 0) {
        throw new Killed();
      }
      super.commit(changes);
      commits.add(changes);
      if (--after == 0) {
        throw new Killed();
      }
    }

    /** A copy of the machine as it is now. */
    MachineStore copy() {
      MachineStore copy = new MemoryMachineStore(StoreMode.TEST);
      commits.forEach(copy::commit);
      return copy;
    }
  }

  private void begin(MeshPortal portal) {
    way = new InterposedPortal(portal);
    restart();
  }

  private void begin(Dialect dialect) {
    begin(MeshPortalDirect.open(world, "example.com", dialect, new MemoryPortalStore()));
  }

  private void restart() {
    session = on("desktop", store);
    world.advance(Duration.ofSeconds(1));
  }

  private MeshSession on(String machine, MachineStore of) {
    return new MeshSession(new MeshMachine(world, machine, of), way);
  }

  /** Asks for an account, which is not acknowledged; then the program is started again. */
  private void fails(Class<? extends Throwable> how) {
    DeviceRegistration device = session.deviceOrNew();
    PersonalProfile made = new PersonalProfile(device.deviceProfile());
    udf = made.udf();
    assertThrows(how, () -> session.createAccount(ALICE, made));
    restart();
    assertEquals(List.of(udf), session.profilesWithoutAccount());
    assertEquals(List.of(ALICE), session.unconfirmedAccounts(udf));
    assertEquals(Optional.empty(), session.personalSession());
  }

  /** The account is created or adopted, and everything works. */
  private void repeats() {
    PersonalSession alice = session.createAccount(ALICE, udf);
    assertEquals(List.of(), session.profilesWithoutAccount());
    assertEquals(List.of(), session.unconfirmedAccounts(udf));
    assertEquals(0, store.list(RecordKind.BEHIND).size());
    assertEquals(Optional.of(udf), session.profileAt(ALICE));
    assertEquals(ALICE, session.personalSession().orElseThrow().account());
    world.advance(Duration.ofSeconds(1));
    alice.add(new PasswordProfile(true));
    assertEquals(1, alice.refresh().profile().applications().size());
    assertEquals(List.of(udf), session.profiles());
  }

  private static void refused(ErrorCode code, Executable act) {
    assertEquals(code, assertThrows(MeshException.class, act).errorCode());
  }

  @ParameterizedTest
  @EnumSource
  void theAnswerIsLost(Dialect dialect) {
    begin(dialect);
    way.loseAnswer(Transaction.CREATE_ACCOUNT);
    fails(PortalException.class);
    repeats();
  }

  @ParameterizedTest
  @EnumSource
  void theRequestIsLost(Dialect dialect) {
    begin(dialect);
    way.loseRequest(Transaction.CREATE_ACCOUNT);
    fails(PortalException.class);
    assertEquals(Optional.empty(), session.profileAt(ALICE));
    repeats();
  }

  @ParameterizedTest
  @EnumSource
  void theProcessIsKilledBeforeTheRequest(Dialect dialect) {
    begin(dialect);
    session.createDevice();
    store.after = 1;
    fails(Killed.class);
    assertEquals(0, way.count(Transaction.CREATE_ACCOUNT));
    repeats();
  }

  @ParameterizedTest
  @EnumSource
  void theProcessIsKilledAfterTheAnswer(Dialect dialect) {
    begin(dialect);
    session.createDevice();
    store.before = 2;
    fails(Killed.class);
    assertEquals(Optional.of(udf), session.profileAt(ALICE));
    repeats();
  }

  @Test
  void aPortalThatFailsMayHaveMadeTheAccount() {
    begin(Dialect.MESH);
    way.next(
        Transaction.CREATE_ACCOUNT,
        (request, to) -> {
          to.exchange(request);
          return MessageCodec.write(
              Dialect.MESH, new CreateResponse(Status.SERVER_INTERNAL, "no answer", null));
        });
    fails(PortalRefusedException.class);
    repeats();
  }

  @ParameterizedTest
  @EnumSource
  void anotherProfileHasTheNameMeanwhile(Dialect dialect) {
    begin(dialect);
    way.loseRequest(Transaction.CREATE_ACCOUNT);
    fails(PortalException.class);
    MeshSession other = on("other", new MemoryMachineStore(StoreMode.TEST));
    other.createAccount(ALICE, new PersonalProfile(other.createDevice().deviceProfile()));
    refused(PortalRefusedException.Code.REFUSED_TAKEN, () -> session.createAccount(ALICE, udf));
    assertEquals(List.of(udf), session.profilesWithoutAccount());
    assertEquals(List.of(), session.unconfirmedAccounts(udf));
    assertEquals(udf, session.createAccount("alice2@example.com", udf).udf());
    assertEquals(List.of(udf), session.profiles());
  }

  @Test
  void anotherNameLeavesTheFirstUnconfirmedUntilItIsAddedToo() {
    begin(Dialect.MESH);
    way.loseAnswer(Transaction.CREATE_ACCOUNT);
    fails(PortalException.class);
    PersonalSession alice = session.createAccount("alice2@example.com", udf);
    assertEquals(List.of(ALICE), session.unconfirmedAccounts(udf));
    alice.addAccount(ALICE);
    assertEquals(List.of(), session.unconfirmedAccounts(udf));
    assertEquals(List.of(), alice.accountsBehind());
    assertEquals(0, store.list(RecordKind.BEHIND).size());
    refused(SessionException.Code.ALREADY_BOUND, () -> session.createAccount(ALICE, udf));
  }

  /** A machine that was put back to its state before the answer. */
  @Test
  void aLaterVersionIsAdoptedIfItFollows() {
    begin(Dialect.MESH);
    way.loseAnswer(Transaction.CREATE_ACCOUNT);
    fails(PortalException.class);
    MachineStore before = store.copy();
    repeats();
    MeshSession again = on("again", before);
    PersonalSession alice = again.createAccount(ALICE, udf);
    assertEquals(1, alice.personalProfile().profile().applications().size());
    assertEquals(session.personalSession(ALICE).refresh(), alice.refresh());
  }

  @Test
  void aVersionThatDoesNotFollowIsNotAdopted() {
    begin(Dialect.MESH);
    way.loseRequest(Transaction.CREATE_ACCOUNT);
    fails(PortalException.class);
    SignedPersonalProfile mine = session.machine().personal(udf).orElseThrow();
    SignedPersonalProfile other = ofTheSameTime(mine);
    way.next(
        Transaction.CREATE_ACCOUNT,
        (request, to) ->
            MessageCodec.write(
                Dialect.MESH, new CreateResponse(Status.ALREADY_EXISTS, "another version", null)));
    way.next(
        Transaction.GET,
        (request, to) ->
            MessageCodec.write(
                Dialect.MESH,
                new GetResponse(
                    Status.SUCCESS_CREATED, Status.SUCCESS_TEXT, List.of(other), null, null)));
    refused(SessionException.Code.ROLLBACK, () -> session.createAccount(ALICE, udf));
    assertEquals(List.of(ALICE), session.unconfirmedAccounts(udf));
    assertEquals(Optional.of(mine), session.machine().personal(udf));
  }

  private SignedPersonalProfile ofTheSameTime(SignedPersonalProfile mine) {
    var profile = session.context().believe(mine);
    return ProfileSigner.personal(
        profile
            .profile()
            .withoutDevice(session.device().orElseThrow().udf(), profile.profile().updated()),
        List.of(session.context().administrator(profile.master()).key()),
        world.stream("test", "sign"));
  }

  @Test
  void aProfileThatIsNotThereHasNoAccount() {
    begin(Dialect.MESH);
    PersonalProfile made = new PersonalProfile(session.createDevice().deviceProfile());
    refused(AccountsException.Code.UNKNOWN_PROFILE, () -> session.createAccount(ALICE, made.udf()));
  }

  @ParameterizedTest
  @EnumSource
  void aPortalWithCheckpointsProvesWhatIsAdopted(Dialect dialect, @TempDir Path directory) {
    WatchedPortal home = new WatchedPortal(dialect, directory);
    InterposedPortal watched = new InterposedPortal(home.portal);
    MeshMachine machine = home.stranger("carol");
    MeshSession carol = new MeshSession(machine, watched);
    PersonalProfile made = new PersonalProfile(carol.createDevice().deviceProfile());
    watched.loseAnswer(Transaction.CREATE_ACCOUNT);
    String name = "carol@example.com";
    assertThrows(PortalException.class, () -> carol.createAccount(name, made));
    home.later();
    MeshSession again = new MeshSession(machine, watched);
    PersonalSession profile = again.createAccount(name, made.udf());
    assertTrue(WatchedPortal.memory(machine).of("mesh", made.udf().text()).isPresent());
    home.later();
    profile.add(new PasswordProfile(true));
    home.later();
    assertEquals(1, profile.refresh().profile().applications().size());
  }
}

package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A request is found by the whole code that a person types. */
class PendingConnectionsTest {

  private static final String ALICE = "alice@example.com";

  private final SeededWorld world = World.seeded(4);

  private PendingConnections listed(Dialect dialect) {
    MeshPortalDirect portal =
        MeshPortalDirect.open(world, "example.com", dialect, new MemoryPortalStore());
    MeshSession desktop = new MeshSession(new MeshMachineCached(world, "desktop"), portal);
    PersonalSession alice =
        desktop.createAccount(ALICE, new PersonalProfile(desktop.createDevice().deviceProfile()));
    MeshSession ring = new MeshSession(new MeshMachineCached(world, "ring"), portal);
    ring.connect(ring.createDevice(), ALICE);
    ring.connect(ring.createDevice(), ALICE);
    return alice.connectPending();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void theWholeCodeFindsItsRequestHoweverItIsWritten(Dialect dialect) {
    PendingConnections connections = listed(dialect);
    PendingConnection second = connections.pending().get(1);
    String code = second.authenticator();
    for (String typed :
        List.of(
            code,
            code.toLowerCase(Locale.ROOT),
            code.replace("-", ""),
            " " + code.replace('-', ' ') + "\n")) {
      assertEquals(second, connections.withAuthenticator(typed));
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aPartOfTheCodeIsNotEnough(Dialect dialect) {
    PendingConnections connections = listed(dialect);
    String code = connections.pending().get(0).authenticator();
    for (int length = 0; length < code.length(); length++) {
      String part = code.substring(0, length);
      SessionException e =
          assertThrows(SessionException.class, () -> connections.withAuthenticator(part));
      assertEquals(SessionException.Code.CODE_INCOMPLETE, e.errorCode(), part);
    }
    String all = dialect == Dialect.MESH ? "has 16 letters" : "has 30 letters";
    SessionException e =
        assertThrows(
            SessionException.class, () -> connections.withAuthenticator(code.substring(0, 14)));
    assertTrue(e.problem().contains(all), e.problem());
    assertTrue(e.problem().contains("12 were given"), e.problem());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anotherCodeFindsNothing(Dialect dialect) {
    PendingConnections connections = listed(dialect);
    String code = connections.pending().get(0).authenticator();
    char last = code.charAt(code.length() - 1) == 'A' ? 'B' : 'A';
    String mistyped = code.substring(0, code.length() - 1) + last;
    for (String typed : List.of(mistyped, code + "A")) {
      SessionException e =
          assertThrows(SessionException.class, () -> connections.withAuthenticator(typed));
      assertEquals(SessionException.Code.CODE_UNKNOWN, e.errorCode(), typed);
    }
  }

  @Test
  void oneRequestListedTwiceIsFoundAndTwoWithOneCodeAreNot() {
    PendingConnection first = listed(Dialect.MESH).pending().get(0);
    PendingConnection second = listed(Dialect.MESH).pending().get(1);
    String code = first.authenticator();
    assertEquals(
        first, new PendingConnections(List.of(first, first), List.of()).withAuthenticator(code));
    PendingConnections two =
        new PendingConnections(
            List.of(first, new PendingConnection(second.request(), code)), List.of());
    SessionException e = assertThrows(SessionException.class, () -> two.withAuthenticator(code));
    assertEquals(SessionException.Code.CODE_UNKNOWN, e.errorCode());
    assertTrue(e.problem().contains("2 open requests"), e.problem());
  }

  @Test
  void anEmptyListHasNoCode() {
    PendingConnections none = new PendingConnections(List.of(), List.of());
    SessionException e =
        assertThrows(SessionException.class, () -> none.withAuthenticator("MDDK-7N6A-727A-JZNO"));
    assertEquals(SessionException.Code.CODE_UNKNOWN, e.errorCode());
    SessionException part =
        assertThrows(SessionException.class, () -> none.withAuthenticator("MDDK-7N6A"));
    assertEquals(SessionException.Code.CODE_INCOMPLETE, part.errorCode());
  }
}

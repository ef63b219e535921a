package dev.meshsim.sim.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostilePortalTest {

  private static final String ALICE = "alice@example.com";

  /** Alice's desktop at a portal that may lie. */
  private static final class Home {

    final SeededWorld world = World.seeded(7);
    final MeshPortalDirect honest;
    final HostilePortal hostile;
    final List<Bytes> answers = new ArrayList<>();
    final PersonalSession alice;

    Home(Dialect dialect) {
      MemoryPortalStore store = new MemoryPortalStore();
      honest = MeshPortalDirect.open(world, "example.com", dialect, store);
      hostile =
          new HostilePortal(
              world,
              honest,
              new TestCopies(world, "example.com", dialect, store, PortalPolicy.DEFAULT));
      MeshSession session = new MeshSession(machine("desktop"), way("desktop"));
      alice =
          session.createAccount(ALICE, new PersonalProfile(session.createDevice().deviceProfile()));
      world.advance(Duration.ofSeconds(2));
    }

    MeshMachineCached machine(String name) {
      return new MeshMachineCached(world, name);
    }

    /** The way of a machine, which keeps the answers. */
    MeshPortal way(String machine) {
      MeshPortal seen = hostile.seenBy(machine);
      return new MeshPortal() {
        @Override
        public String domain() {
          return seen.domain();
        }

        @Override
        public Dialect dialect() {
          return seen.dialect();
        }

        @Override
        public Bytes exchange(Bytes request) {
          Bytes answer = seen.exchange(request);
          answers.add(answer);
          return answer;
        }
      };
    }

    void change() {
      alice.add(new dev.meshsim.session.application.PasswordProfile(true), false).update();
      world.advance(Duration.ofSeconds(2));
    }
  }

  private static String codeOf(Runnable call) {
    return assertThrows(MeshException.class, call::run).code();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anOldProfileIsGivenUntilItEnds(Dialect dialect) {
    Home home = new Home(dialect);
    home.change();
    home.hostile.begin(HostileBehaviour.OLD_PROFILE, Optional.empty());
    assertEquals("session.rollback", codeOf(home.alice::refresh));
    home.hostile.end(HostileBehaviour.OLD_PROFILE, Optional.empty());
    assertEquals(1, home.alice.refresh().profile().applications().size());
  }

  @Test
  void onlyTheVictimIsLiedTo() {
    Home home = new Home(Dialect.MESH);
    home.hostile.begin(HostileBehaviour.ANOTHERS_PROFILE, Optional.of("phone"));
    home.alice.refresh();
    assertEquals(List.of(), home.hostile.happened());
    assertEquals(1, home.hostile.unfinished().size());

    home.hostile.begin(HostileBehaviour.ANOTHERS_PROFILE, Optional.of("desktop"), "line 3");
    assertEquals("session.profile-changed", codeOf(home.alice::refresh));
    assertEquals(List.of(HostileBehaviour.ANOTHERS_PROFILE), home.hostile.happened());
    assertEquals(Optional.of("phone"), home.hostile.unfinished().get(0).victim());
  }

  @Test
  void aLieThatIsNotToldLeavesTheAnswerAsItIs() {
    Home home = new Home(Dialect.MESH);
    home.hostile.begin(HostileBehaviour.OLD_PROFILE, Optional.empty());
    home.alice.refresh();
    Bytes answer = home.answers.get(home.answers.size() - 1);
    int last = home.honest.trace().size() - 1;
    assertEquals(home.honest.trace().exchanges().get(last).response(), answer);
    assertEquals(List.of(), home.hostile.happened());
  }

  @Test
  void whatIsNoRequestPassesUnread() {
    Home home = new Home(Dialect.MESH);
    home.hostile.begin(HostileBehaviour.OLD_PROFILE, Optional.empty());
    Bytes nothing = Bytes.utf8("no request");
    assertEquals(home.honest.exchange(nothing), home.hostile.seenBy("desktop").exchange(nothing));
  }

  @Test
  void theSameWorldTellsTheSameLies() {
    List<Bytes> first = lies(new Home(Dialect.MESH));
    assertEquals(first, lies(new Home(Dialect.MESH)));
    assertNotEquals(0, first.size());
  }

  private static List<Bytes> lies(Home home) {
    for (HostileBehaviour behaviour : HostileBehaviour.values()) {
      home.hostile.begin(behaviour, Optional.empty());
      try {
        home.alice.refresh();
      } catch (MeshException e) {
        // The answers are compared.
      }
      home.hostile.end();
    }
    return home.answers;
  }

  @Test
  void eachBehaviourHasAnotherName() {
    for (HostileBehaviour behaviour : HostileBehaviour.values()) {
      assertEquals(Optional.of(behaviour), HostileBehaviour.named(behaviour.label()));
      assertTrue(!behaviour.transactions().isEmpty(), behaviour.label());
    }
    assertEquals(Optional.empty(), HostileBehaviour.named("no such lie"));
  }
}

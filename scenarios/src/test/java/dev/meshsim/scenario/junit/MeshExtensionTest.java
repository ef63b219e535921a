package dev.meshsim.scenario.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.MeshPortals;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class MeshExtensionTest {

  private static final List<String> SEEN = new ArrayList<>();

  @MeshTest(
      seed = 7,
      portals = {"example.com", "example.org"})
  static class Sample {

    private MeshMachine before;

    @BeforeEach
    void prepare(MeshMachine machine) {
      before = machine;
    }

    @Test
    void objects(
        World world,
        SeededWorld seeded,
        MeshPortal first,
        @Portal("example.org") MeshPortalDirect second,
        MeshPortals all,
        MeshMachine one,
        MeshSession two,
        @Machine("laptop") MeshMachine laptop,
        @Machine("laptop") MeshSession onLaptop) {
      assertSame(world, seeded);
      assertEquals(7, world.seed().orElseThrow());
      assertEquals("example.com", first.domain());
      assertEquals("example.org", second.domain());
      assertEquals(first.dialect(), all.dialect());
      assertSame(before, one);
      assertEquals("machine-1", one.name());
      assertEquals("machine-2", two.machine().name());
      assertEquals("laptop", laptop.name());
      assertSame(laptop, onLaptop.machine());
      assertNotSame(one, laptop);
    }

    @Test
    @MeshTest(store = "file")
    void account(MeshSession session) {
      assertEquals(20190404, session.machine().world().seed().orElseThrow());
      var profile = new PersonalProfile(session.deviceOrNew().deviceProfile());
      SEEN.add(session.createAccount("alice@example.com", profile).udf().text());
    }

    @Test
    @MeshTest(store = "memory")
    void sameAccount(MeshSession session) {
      account(session);
    }

    @Test
    void fails(World world) {
      fail("on purpose");
    }

    @Test
    void isAborted(World world) {
      Assumptions.abort();
    }

    @Test
    void otherPortal(@Portal("example.net") MeshPortal portal) {}

    @Nested
    class Inner {
      @Test
      void hasTheSeedOfTheClassAroundIt(World world) {
        assertEquals(7, world.seed().orElseThrow());
      }
    }
  }

  private static EngineTestKit.Builder jupiter() {
    return EngineTestKit.engine("junit-jupiter").enableImplicitConfigurationParameters(false);
  }

  private static Events run(String method, Class<?>... types) {
    return jupiter().selectors(selectMethod(Sample.class, method, types)).execute().testEvents();
  }

  private static Throwable failure(Events events) {
    return events.failed().stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .map(result -> result.getThrowable().orElseThrow())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aTestGetsWhatItsParametersSay() {
    Events events =
        run(
            "objects",
            World.class,
            SeededWorld.class,
            MeshPortal.class,
            MeshPortalDirect.class,
            MeshPortals.class,
            MeshMachine.class,
            MeshSession.class,
            MeshMachine.class,
            MeshSession.class);
    events.assertStatistics(stats -> stats.started(1).succeeded(1));
    jupiter()
        .selectors(selectClass(Sample.Inner.class))
        .execute()
        .testEvents()
        .assertStatistics(stats -> stats.started(1).succeeded(1));
  }

  @Test
  void theSeedAloneDecidesWhatAreTheKeys() {
    SEEN.clear();
    run("account", MeshSession.class).assertStatistics(stats -> stats.succeeded(1));
    run("sameAccount", MeshSession.class).assertStatistics(stats -> stats.succeeded(1));
    assertEquals(2, SEEN.size());
    assertEquals(SEEN.get(0), SEEN.get(1));
    jupiter()
        .configurationParameter(MeshExtension.SEED, "9")
        .selectors(selectMethod(Sample.class, "sameAccount", MeshSession.class))
        .execute();
    // The test itself expects the seed of its annotation, and fails.
    assertEquals(2, SEEN.size());
  }

  @Test
  void aFailureShowsTheSeed() {
    Throwable failure = failure(run("fails", World.class));
    assertEquals("on purpose", failure.getMessage());
    assertEquals(
        "the seed of this test's world is 7, and its time was 2019-04-04T00:00:00Z\n"
            + "hint: repeat with @MeshTest(seed = 7) or -Dmesh-test.seed=7",
        failure.getSuppressed()[0].getMessage());
    Throwable other =
        failure(
            jupiter()
                .configurationParameter(MeshExtension.SEED, "9")
                .selectors(selectMethod(Sample.class, "fails", World.class))
                .execute()
                .testEvents());
    assertTrue(other.getSuppressed()[0].getMessage().contains("world is 9,"));
  }

  @Test
  void anAbortedTestShowsNoSeed() {
    TestExecutionResult result =
        run("isAborted", World.class).aborted().stream()
            .map(event -> event.getRequiredPayload(TestExecutionResult.class))
            .findFirst()
            .orElseThrow();
    assertEquals(0, result.getThrowable().orElseThrow().getSuppressed().length);
  }

  @Test
  void aPortalThatTheTestDoesNotDeclareIsRefused() {
    String message = causes(failure(run("otherPortal", MeshPortal.class)));
    assertTrue(
        message.contains("no portal \"example.net\"; it has example.com, example.org"), message);
  }

  @ParameterizedTest
  @CsvSource({"twelve", "1.5"})
  void aSeedThatIsNoNumberIsRefused(String seed) {
    String message =
        causes(
            failure(
                jupiter()
                    .configurationParameter(MeshExtension.SEED, seed)
                    .selectors(selectMethod(Sample.class, "fails", World.class))
                    .execute()
                    .testEvents()));
    assertTrue(message.contains("mesh-test.seed is a whole number, not \"" + seed + "\""), message);
    assertFalse(message.contains("on purpose"));
  }

  private static String causes(Throwable failure) {
    StringBuilder all = new StringBuilder();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      all.append(each).append('\n');
    }
    return all.toString();
  }
}

package dev.meshsim.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeshPortalsTest {

  private final SeededWorld world = World.seeded(1);

  private MeshPortalDirect portal(String domain, Dialect dialect) {
    return MeshPortalDirect.open(world, domain, dialect, new MemoryPortalStore());
  }

  @Test
  void aPortalIsFoundByItsDomain() {
    MeshPortal one = portal("one.example", Dialect.MESH);
    MeshPortal two = portal("Two.Example", Dialect.MESH);
    MeshPortals portals = MeshPortals.of(one, two);
    assertSame(one, portals.at("one.example"));
    assertSame(two, portals.at("two.example"));
    assertEquals(Dialect.MESH, portals.dialect());
  }

  @Test
  void anUnknownDomainIsSaidWithTheKnownOnes() {
    MeshPortals portals =
        MeshPortals.of(portal("one.example", Dialect.MESH), portal("two.example", Dialect.MESH));
    PortalException e = assertThrows(PortalException.class, () -> portals.at("three.example"));
    assertEquals(PortalException.Code.UNKNOWN, e.errorCode());
    assertEquals(
        "no portal is known for the domain three.example, only for one.example, two.example",
        e.problem());
  }

  @Test
  void twoPortalsOfOneDomainAreRefused() {
    List<MeshPortal> two =
        List.of(portal("one.example", Dialect.MESH), portal("ONE.example", Dialect.MESH));
    PortalException e = assertThrows(PortalException.class, () -> MeshPortals.of(two));
    assertEquals(PortalException.Code.TWO_OF_DOMAIN, e.errorCode());
  }

  @Test
  void portalsOfTwoDialectsAreRefused() {
    List<MeshPortal> two =
        List.of(portal("one.example", Dialect.MESH), portal("two.example", Dialect.PORTAL_2017));
    PortalException e = assertThrows(PortalException.class, () -> MeshPortals.of(two));
    assertEquals(PortalException.Code.TWO_DIALECTS, e.errorCode());
    assertEquals(
        "the portal one.example speaks the dialect mesh, and two.example speaks portal-2017",
        e.problem());
  }

  @Test
  void thereIsAtLeastOne() {
    assertThrows(IllegalArgumentException.class, () -> MeshPortals.of(List.of()));
  }

  @Test
  void aSinglePortalAnswersForEveryDomain() {
    MeshPortal one = portal("one.example", Dialect.PORTAL_2017);
    assertSame(one, MeshPortals.only(one).at("anything.example"));
    assertEquals(Dialect.PORTAL_2017, MeshPortals.only(one).dialect());
  }
}

package dev.meshsim.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.error.Hostile;
import dev.meshsim.error.MeshException;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.session.MeshSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A portal that is closed, and one that cannot be reached. */
class TransportTest {

  private final PortalScene scene = new PortalScene();

  private MeshSession over(Supplier<RuntimeException> failure) {
    MeshPortal broken =
        new MeshPortal() {
          @Override
          public String domain() {
            return "example.com";
          }

          @Override
          public Bytes exchange(Bytes request) {
            throw failure.get();
          }
        };
    return new MeshSession(new MeshMachineCached(scene.world, "m"), broken);
  }

  @Test
  void aClosedPortalSaysSo() {
    scene.portal.close();
    MeshException e =
        Failing.with(PortalException.Code.CLOSED, () -> scene.session.validate(PortalScene.ALICE));
    assertEquals("the portal example.com was closed", e.problem());
    Failing.with(PortalException.Code.CLOSED, () -> scene.portal.exchange(Bytes.utf8("{}")));
    scene.portal.close();
  }

  @Test
  void aTransportThatFailsIsReportedAsAPortalThatCannotBeReached() {
    UncheckedIOException io = new UncheckedIOException(new IOException("connection reset"));
    MeshException e =
        Failing.with(
            PortalException.Code.UNREACHABLE, () -> over(() -> io).validate(PortalScene.ALICE));
    assertEquals("the portal example.com cannot be reached: connection reset", e.problem());
    assertSame(io, e.getCause());
    MeshException state =
        Failing.with(
            PortalException.Code.UNREACHABLE,
            () -> over(() -> new IllegalStateException(Hostile.TEXT)).validate("a@example.com"));
    Hostile.assertHarmless(state.getMessage(), 2);
    MeshException silent =
        Failing.with(
            PortalException.Code.UNREACHABLE,
            () -> over(NullPointerException::new).validate("a@example.com"));
    assertEquals(
        "the portal example.com cannot be reached: NullPointerException", silent.problem());
  }

  @Test
  void aTransportsOwnReportAndAnErrorOfTheMachinePass() {
    PortalException own = PortalException.unreachable("example.com", new IOException("no route"));
    assertSame(
        own, assertThrows(PortalException.class, () -> over(() -> own).validate("a@example.com")));
  }
}

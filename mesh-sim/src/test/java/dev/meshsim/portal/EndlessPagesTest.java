package dev.meshsim.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.protocol.ConnectPendingRequest;
import dev.meshsim.protocol.ConnectPendingResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Status;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalSession;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every loop over a portal's pages ends, whatever page keys the portal gives. */
class EndlessPagesTest {

  private final PortalScene scene = new PortalScene();
  private int asked;

  /** Alice at a portal that answers ConnectPending as {@code page} says, by number from 1. */
  private PersonalSession at(IntFunction<ConnectPendingResponse> page) {
    MeshPortal paging =
        new MeshPortal() {
          @Override
          public String domain() {
            return "example.com";
          }

          @Override
          public Bytes exchange(Bytes request) {
            if (RequestEnvelope.isEnvelope(request)
                && MessageCodec.readRequest(
                        Dialect.MESH, RequestEnvelope.open(Dialect.MESH, request).request())
                    instanceof ConnectPendingRequest) {
              return MessageCodec.write(Dialect.MESH, page.apply(++asked));
            }
            return scene.portal.exchange(request);
          }
        };
    return new MeshSession(scene.desktop, paging).personalSession(PortalScene.ALICE);
  }

  private static ConnectPendingResponse page(
      List<SignedConnectionRequest> requests, @Nullable String key) {
    return new ConnectPendingResponse(Status.SUCCESS_CREATED, "", requests, key);
  }

  private void endless(PersonalSession alice, int most) {
    PortalException e = assertThrows(PortalException.class, alice::connectPending);
    assertEquals(PortalException.Code.BAD_RESPONSE, e.errorCode());
    assertTrue(asked <= most, asked + " requests");
  }

  private SignedConnectionRequest request() {
    MeshSession ring = scene.newMachine("ring");
    ring.connect(ring.createDevice(), PortalScene.ALICE);
    return scene.alice.connectPending().pending().get(0).request().signed();
  }

  @Test
  void aRepeatedPageKeyEndsTheLoop() {
    endless(at(n -> page(List.of(), "1")), 2);
  }

  @Test
  void twoPageKeysInTurnEndTheLoop() {
    endless(at(n -> page(List.of(), n % 2 == 0 ? "even" : "odd")), 3);
  }

  @Test
  void everNewPageKeysEndTheLoop() {
    endless(at(n -> page(List.of(), "k" + n)), Pages.PAGES);
  }

  @Test
  void tooManyElementsEndTheLoop() {
    SignedConnectionRequest one = request();
    endless(at(n -> page(Collections.nCopies(1000, one), "k" + n)), Pages.ELEMENTS / 1000 + 1);
  }

  @Test
  void asManyPagesAsTheBoundAreRead() {
    SignedConnectionRequest one = request();
    PersonalSession alice = at(n -> page(List.of(one), n < Pages.PAGES ? "k" + n : null));
    assertEquals(Pages.PAGES, alice.connectPending().pending().size());
    assertEquals(Pages.PAGES, asked);
  }
}

package dev.meshsim.portal.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.PortalException;
import dev.meshsim.protocol.TransferResponse;
import dev.meshsim.sim.disk.FaultyFiles;
import dev.meshsim.testing.ForgedItems;
import dev.meshsim.transparency.MapHead;
import dev.meshsim.transparency.TransferAnswer;
import dev.meshsim.transparency.TransferKey;
import dev.meshsim.transparency.tree.TransparencyException.Code;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.transparency.tree.TreeHead;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages of records that lie to a mirror, and are noticed before anything is written. */
class MirrorPagesTest extends MirrorScene {

  @BeforeEach
  void aLogOfSeveralPages() {
    scene.publish(4);
    scene.checkpoint();
  }

  private MeshPortal lying(Consumer<LyingPortal.Page> lie) {
    return LyingPortal.aboutTheSecondPage(
        scene.portal,
        response -> {
          LyingPortal.Page page = new LyingPortal.Page(response);
          lie.accept(page);
          return page.response();
        });
  }

  /** The lie is noticed in a first run, and the next one with an honest portal ends well. */
  private void requireNoticed(Code code, MeshPortal portal, String what) {
    disk = FaultyFiles.sound(ROOT);
    requireFailure(code, portal, what);
    run();
    assertEquals(scene.store.tree().size(), size(), what);
  }

  private long size() {
    return state().verified().mapHead().number();
  }

  @Test
  void aChangedRecord() {
    MeshPortal lying =
        lying(
            page ->
                page.items.set(
                    3, ForgedItems.withText(page.items.get(3), page.items.get(2).text())));
    requireNoticed(Code.BAD_PROOF, lying, "changed");
  }

  @Test
  void anEntryCutShort() {
    MeshPortal lying =
        lying(
            page -> {
              String text = page.items.get(3).text().utf8();
              Bytes cut = Bytes.utf8(text.substring(0, text.length() - 1));
              page.items.set(3, ForgedItems.withText(page.items.get(3), cut));
            });
    requireNoticed(Code.BAD_PROOF, lying, "cut short");
    MeshPortal shorter =
        new MeshPortal() {
          @Override
          public String domain() {
            return scene.portal.domain();
          }

          @Override
          public Bytes exchange(Bytes request) {
            String answer = scene.portal.exchange(request).utf8();
            boolean transfer = answer.contains("TransferResponse");
            return Bytes.utf8(answer.substring(0, answer.length() - (transfer ? 40 : 0)));
          }
        };
    MirrorState before = state();
    Failing.with(PortalException.Code.BAD_RESPONSE, () -> run(shorter));
    assertEquals(before, state());
  }

  @Test
  void aDroppedRecord() {
    requireNoticed(
        Code.WITHHELD,
        lying(
            page -> {
              page.items.remove(3);
              page.places.remove(3);
            }),
        "dropped");
    requireNoticed(
        Code.WITHHELD,
        lying(
            page -> {
              page.items.remove(0);
              page.places.remove(0);
            }),
        "the first one dropped");
  }

  @Test
  void aLogThatEndsEarly() {
    requireNoticed(Code.WITHHELD, lying(page -> page.key = null), "no more pages");
    requireNoticed(
        Code.WITHHELD,
        lying(
            page -> {
              page.items.clear();
              page.places.clear();
            }),
        "an empty page");
    requireNoticed(
        Code.WITHHELD,
        LyingPortal.aboutTheSecondPage(
            scene.portal,
            response -> new TransferResponse(201, "Success", response.dataItems(), null)),
        "no proofs");
  }

  @Test
  void recordsInAnotherOrder() {
    requireNoticed(
        Code.WITHHELD,
        lying(
            page -> {
              page.items.add(2, page.items.remove(3));
              page.places.add(2, page.places.remove(3));
            }),
        "reordered with their proofs");
    requireNoticed(
        Code.BAD_PROOF, lying(page -> page.items.add(2, page.items.remove(3))), "reordered");
  }

  @Test
  void aRepeatedPage() {
    TransferResponse[] first = new TransferResponse[1];
    MeshPortal lying =
        new LyingPortal(
            scene.portal,
            (call, response) -> {
              first[0] = call == 1 ? response : first[0];
              return call == 2 ? first[0] : response;
            });
    requireNoticed(Code.BAD_PROOF, lying, "the first page again");
    requireNoticed(
        Code.BAD_PROOF,
        lying(
            page -> {
              page.items.add(page.items.get(0));
              page.places.add(page.places.get(0));
            }),
        "a record again");
  }

  @Test
  void aProofOfAnotherTree() {
    AuditedPortal other = new AuditedPortal(25, new MemoryPortalStore());
    other.publish(4);
    other.checkpoint();
    requireNoticed(
        Code.BAD_PROOF,
        lying(
            page -> {
              List<Bytes> path =
                  other.store.tree().proofs().inclusion(9, other.store.tree().size());
              page.places.set(2, new TransferAnswer.Place(page.places.get(2).log(), path));
            }),
        "a path of another log");
    requireNoticed(Code.BAD_PROOF, lying(page -> page.places.remove(2)), "a proof too few");
    requireNoticed(
        Code.BAD_PROOF,
        lying(
            page -> {
              List<Bytes> path = page.places.get(2).path();
              page.places.set(
                  2,
                  new TransferAnswer.Place(
                      page.places.get(2).log(), path.subList(0, path.size() - 1)));
            }),
        "a path too short");
  }

  @Test
  void aPageKeyOfAnotherPortal() {
    TreeHead other = new TreeHead(scene.store.tree().size(), TreeHasher.EMPTY_ROOT);
    requireNoticed(
        Code.BAD_PROOF,
        lying(page -> page.key = new TransferKey(14, other).text()),
        "another portal's");
    TreeHead tree = scene.store.tree().head(scene.store.tree().size());
    requireNoticed(
        Code.BAD_PROOF,
        lying(page -> page.key = new TransferKey(7, tree).text()),
        "that of an earlier page");
  }

  @Test
  void aRecordSaidToBeOfTheOtherLog() {
    ForgedLog portal = forged(scene.store);
    MeshPortal lying =
        new LyingPortal(
            portal,
            (call, response) -> {
              LyingPortal.Page page = new LyingPortal.Page(response);
              for (int i = 0; i < page.items.size() && call > 0; i++) {
                boolean head = page.items.get(i).primaryKey().equals(MapHead.KEY);
                TransferAnswer.Place place = page.places.get(i);
                page.places.set(
                    i, new TransferAnswer.Place(head ? "mesh" : place.log(), place.path()));
              }
              return page.response();
            });
    requireNoticed(Code.BAD_PROOF, lying, "a head of the map in the mesh log");
  }

  @Test
  void aLabelOfTheOtherLog() {
    requireNoticed(Code.BAD_PROOF, labelling(2, 2), "a later version of a key");
    requireNoticed(Code.FALSE_MAP, labelling(1, 0), "the first version of a key");
    assertTrue(disk.restart().read(COPY.resolve(MirrorWriter.REFUSED), 1 << 24).length > 0);
  }

  private MeshPortal labelling(int transfer, int at) {
    return new LyingPortal(
        scene.portal,
        (call, response) -> {
          LyingPortal.Page page = new LyingPortal.Page(response);
          if (call == transfer) {
            String other = page.places.get(at).log().equals("mesh") ? "portal" : "mesh";
            page.places.set(at, new TransferAnswer.Place(other, page.places.get(at).path()));
          }
          return page.response();
        });
  }
}

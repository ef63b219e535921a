package dev.meshsim.portal.mirror;

import static dev.meshsim.portal.mirror.AuditedPortal.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Failing;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.portal.ProvedTransfer;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.SearchConstraints;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.protocol.TransferRequest;
import dev.meshsim.protocol.TransferResponse;
import dev.meshsim.transparency.HeadProof;
import dev.meshsim.transparency.TransferAnswer;
import dev.meshsim.transparency.TransferKey;
import dev.meshsim.transparency.TransferQuery;
import dev.meshsim.transparency.tree.Frontier;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.transparency.tree.TreeHead;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Transfers with proofs: their pages, the checkpoints they are of, and what is refused. */
class ProvedTransferTest {

  private final AuditedPortal scene = new AuditedPortal();
  private final MeshClient alice = scene.client(scene.portal, ALICE);
  private final MeshClient auditor = scene.client(scene.portal, "auditor@example.com");

  private static SearchConstraints page(@Nullable Integer most, @Nullable String key) {
    return new SearchConstraints(null, null, most, null, key);
  }

  private TreeHead tree(TransferAnswer answer) {
    return answer.head().check(scene.logKey()).checkpoint().tree();
  }

  @Test
  void anAdministratorGetsTheRecordsOfHerProfileUnderOneCheckpoint() {
    scene.publish(3);
    scene.account("bob", "bob@example.com");
    scene.checkpoint();
    List<DataItem> all = alice.transfer(null, scene.administrator()).dataItems();
    List<DataItem> read = new ArrayList<>();
    TreeHead first = null;
    String key = null;
    MeshClient client = alice;
    do {
      TransferResponse response =
          client.transfer(page(2, key), TransferQuery.own(0), scene.administrator());
      TransferAnswer answer = TransferAnswer.read(response.log());
      first = first == null ? tree(answer) : first;
      assertEquals(first, tree(answer));
      answer
          .check(response.dataItems(), first)
          .forEach(
              proved -> {
                assertEquals(LogName.MESH, proved.log());
                read.add(proved.item());
              });
      key = response.pageKey();
      // The key outlives the portal's process and a newer checkpoint.
      scene.publish(1);
      scene.checkpoint();
      client = scene.client(scene.open(scene.store), ALICE);
    } while (key != null);
    assertEquals(all, read);
  }

  @Test
  void anAuditorGetsAllRecordsOfBothLogs() {
    scene.publish(3);
    scene.checkpoint();
    scene.put(LogName.MESH, "late", "{}");
    ProvedTransfer transfer =
        ProvedTransfer.all(scene.portal, auditor, scene::auditor, scene.logKeys());
    HeadProof head = transfer.checkpoint(null);
    TreeHead tree = head.check(scene.logKey()).checkpoint().tree();
    Frontier frontier = new Frontier(new TreeHasher());
    List<LogName> logs = new ArrayList<>();
    for (long at = 0; at < tree.size(); ) {
      ProvedTransfer.Page page = transfer.page(head, at);
      page.records()
          .forEach(
              record -> {
                frontier.append(record.leaf());
                logs.add(record.log());
              });
      at = page.next();
    }
    assertEquals(tree.root(), frontier.root());
    assertEquals(scene.store.tree().size() - 1, tree.size(), "the late record is not covered");
    assertEquals(
        scene.store.keysAfter(0, (int) tree.size()).stream().map(k -> k.log()).toList(), logs);
  }

  @Test
  void aPageOfAllRecordsIsCutAtItsOctets() {
    scene.publish(2);
    scene.checkpoint();
    SearchConstraints few = new SearchConstraints(null, null, null, 1, null);
    TransferResponse one = auditor.transfer(few, TransferQuery.all(0), scene.auditor());
    assertEquals(1, one.dataItems().size());
    SearchConstraints more = new SearchConstraints(null, null, null, 6000, one.pageKey());
    TransferResponse next = auditor.transfer(more, TransferQuery.all(0), scene.auditor());
    assertTrue(next.dataItems().size() > 1);
    int octets = next.dataItems().stream().mapToInt(item -> item.text().length()).sum();
    assertTrue(octets <= 6000, octets + " octets");
  }

  @Test
  void anEarlierCheckpointCanBeAskedFor() {
    scene.checkpoint();
    long early = scene.store.tree().size();
    scene.publish(2);
    scene.checkpoint();
    TransferResponse response =
        auditor.transfer(null, new TransferQuery(0, early, true), scene.auditor());
    TransferAnswer answer = TransferAnswer.read(response.log());
    assertEquals(early, tree(answer).size());
    assertEquals(early, answer.check(response.dataItems(), tree(answer)).size());
    assertNull(response.pageKey());
    for (long other : new long[] {1, early - 1, early + 1, early + 1000}) {
      refused(
          PortalRefusedException.Code.REFUSED_NO_PROOF,
          new TransferQuery(0, other, true),
          page(null, null),
          scene.auditor());
    }
  }

  private void refused(
      PortalRefusedException.Code code,
      TransferQuery query,
      @Nullable SearchConstraints page,
      RequestEnvelope.Signer signer) {
    Failing.with(code, () -> alice.transfer(page, query, signer));
  }

  @Test
  void pageKeysOfOthersAreRefused() {
    scene.publish(1);
    scene.checkpoint();
    TreeHead tree = scene.store.tree().head(scene.store.tree().size());
    TreeHead other = new TreeHead(tree.size(), TreeHasher.EMPTY_ROOT);
    TreeHead noCheckpoint = scene.store.tree().head(tree.size() - 1);
    for (String key :
        List.of(
            "TID:1",
            "",
            new TransferKey(1, other).text(),
            new TransferKey(1, noCheckpoint).text(),
            new TransferKey(1, new TreeHead(tree.size() + 1, tree.root())).text(),
            new TransferKey(1, tree).text() + "0")) {
      for (TransferQuery query : List.of(TransferQuery.all(0), TransferQuery.own(0))) {
        refused(
            PortalRefusedException.Code.REFUSED_MALFORMED,
            query,
            page(null, key),
            query.asksForAll() ? scene.auditor() : scene.administrator());
      }
    }
    refused(
        PortalRefusedException.Code.REFUSED_MALFORMED,
        new TransferQuery(0, tree.size() + 1, null),
        page(null, new TransferKey(1, tree).text()),
        scene.administrator());
    refused(
        PortalRefusedException.Code.REFUSED_MALFORMED,
        TransferQuery.all(0),
        new SearchConstraints(scene.world.now(), null, null, null, null),
        scene.auditor());
  }

  @Test
  void aQueryThatIsNoneIsRefused() {
    for (String query :
        List.of("", "{}}", "[]", "{\"Known\":-1}", "{\"Known\":0,\"Size\":0}", "{\"Other\":1}")) {
      TransferRequest request = new TransferRequest(null, Bytes.utf8(query));
      Bytes octets =
          Sent.octets(scene, request, ALICE, "example.com", "n" + query.length(), scene.auditor());
      assertEquals(400, Sent.answer(scene.portal, octets).status(), query);
    }
  }

  @Test
  void aPortalThatKeepsNoLogSaysSo() {
    PortalPolicy policy = PortalPolicy.DEFAULT.withAuditors(List.of(scene.auditorKey.publicJwk()));
    MeshPortalDirect plain =
        MeshPortalDirect.open(scene.world, "example.com", Dialect.MESH, scene.store, policy);
    MeshClient client = scene.client(plain, ALICE);
    Failing.with(
        PortalRefusedException.Code.REFUSED_NO_PROOF,
        () -> client.transfer(null, TransferQuery.own(0), scene.administrator()));
    Failing.with(
        PortalRefusedException.Code.REFUSED_NO_PROOF,
        () -> client.transfer(null, TransferQuery.all(0), scene.auditor()));
    assertTrue(client.hello().extensions().stream().noneMatch(e -> e.contains("TransferR")));
    assertTrue(
        alice
            .hello()
            .extensions()
            .containsAll(List.of("member:TransferRequest.Log", "member:TransferResponse.Log")));
  }

  @Test
  void aPortalOfTheReferencesDialectProvesNothing() {
    Dialect old = Dialect.PORTAL_2017;
    MeshPortalDirect portal =
        MeshPortalDirect.open(
            scene.world, "example.com", old, new MemoryPortalStore(), scene.policy());
    Bytes request = MessageCodec.write(old, TransferRequest.proved(null, TransferQuery.all(0)));
    MeshResponse answer =
        MessageCodec.readResponse(old, portal.exchange(request), Transaction.TRANSFER);
    assertEquals(400, answer.status(), answer.statusDescription());
    assertTrue(answer.statusDescription().contains("only a portal of the dialect mesh"));
  }

  @Test
  void proofsOfAnotherPageAreNoProofs() {
    scene.publish(2);
    scene.checkpoint();
    long size = scene.store.tree().size();
    String key = new TransferKey(size - 5, scene.store.tree().head(size)).text();
    TransferResponse response =
        auditor.transfer(page(null, key), TransferQuery.all(0), scene.auditor());
    TransferAnswer answer = TransferAnswer.read(response.log());
    TreeHead tree = tree(answer);
    List<DataItem> items = response.dataItems();
    List<DataItem> fewer = items.subList(1, items.size());
    bad(answer, fewer, tree);
    List<DataItem> turned = new ArrayList<>(items);
    turned.add(turned.remove(0));
    bad(answer, turned, tree);
    bad(answer, items, new TreeHead(tree.size(), TreeHasher.EMPTY_ROOT));
    List<DataItem> marked = new ArrayList<>(items);
    DataItem one = items.get(0);
    marked.set(0, one.marked(true, true));
    bad(answer, marked, tree);
    marked.set(
        0,
        new DataItem(
            one.transactionId(),
            one.primaryKey(),
            one.priorTransactionId(),
            one.action(),
            one.added(),
            one.keys(),
            one.text(),
            one.pending(),
            one.commit(),
            true));
    bad(answer, marked, tree);
    List<TransferAnswer.Place> places = new ArrayList<>(answer.places());
    TransferAnswer.Place last = places.get(places.size() - 1);
    assertEquals("portal", last.log());
    places.set(places.size() - 1, new TransferAnswer.Place("mesh", last.path()));
    bad(new TransferAnswer(answer.head(), List.of(), places), items, tree);
    places.set(places.size() - 1, new TransferAnswer.Place("other", last.path()));
    bad(new TransferAnswer(answer.head(), List.of(), places), items, tree);
  }

  private static void bad(TransferAnswer answer, List<DataItem> items, TreeHead tree) {
    Failing.with(TransparencyException.Code.BAD_PROOF, () -> answer.check(items, tree));
  }
}

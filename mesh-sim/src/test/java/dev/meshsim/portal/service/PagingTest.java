package dev.meshsim.portal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.portal.PortalScene;
import dev.meshsim.protocol.ConnectPendingResponse;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.KeyValue;
import dev.meshsim.protocol.SearchConstraints;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.application.PasswordProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time bounds, page sizes and page keys of the queries: at, below and over their limits. */
class PagingTest {

  private final PortalScene scene = new PortalScene();

  private List<Instant> askThree() {
    List<Instant> times = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      scene.world.advance(Duration.ofSeconds(1));
      MeshSession session = scene.newMachine(name);
      session.connect(session.createDevice(), PortalScene.ALICE);
      times.add(scene.world.now());
    }
    return times;
  }

  private ConnectPendingResponse pending(SearchConstraints constraints) {
    return scene.client.connectPending(constraints, scene.administrator());
  }

  private int count(Instant from, Instant to) {
    return pending(new SearchConstraints(from, to, null, null, null)).pending().size();
  }

  private static void refused(Runnable call) {
    assertEquals(400, assertThrows(PortalRefusedException.class, call::run).status());
  }

  @Test
  void pendingRequestsAreSelectedByTheirTime() {
    List<Instant> times = askThree();
    assertEquals(3, count(null, null));
    assertEquals(3, count(times.get(0), null));
    assertEquals(2, count(times.get(0).plusMillis(1), null));
    assertEquals(2, count(null, times.get(2)));
    assertEquals(3, count(null, times.get(2).plusMillis(1)));
    assertEquals(1, count(times.get(1), times.get(2)));
    assertEquals(0, count(times.get(1), times.get(1)));
  }

  @Test
  void aPageOfPendingRequestsHasAtLeastOne() {
    askThree();
    ConnectPendingResponse one = pending(new SearchConstraints(null, null, 0, null, null));
    assertEquals(1, one.pending().size());
    assertEquals("1", one.pageKey());
    assertNull(pending(new SearchConstraints(null, null, 3, null, null)).pageKey());
    assertEquals(
        2, pending(new SearchConstraints(null, null, null, null, one.pageKey())).pending().size());
  }

  @Test
  void theLargestNumberOfRequestsAfterAPageKeyGivesTheRest() {
    askThree();
    SearchConstraints all = new SearchConstraints(null, null, Integer.MAX_VALUE, null, "1");
    assertEquals(2, pending(all).pending().size());
    assertNull(pending(all).pageKey());
  }

  @Test
  void aPageKeyBehindTheLastRequestGivesAnEmptyPage() {
    askThree();
    for (Integer most : new Integer[] {null, 1, 2}) {
      for (String key : List.of("3", "4", "999999")) {
        ConnectPendingResponse page = pending(new SearchConstraints(null, null, most, null, key));
        assertEquals(List.of(), page.pending(), key);
        assertNull(page.pageKey(), key);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1 ", "x", "1234567", "99999999999"})
  void aPageKeyOfPendingRequestsThatNobodyGaveIsRefused(String key) {
    askThree();
    refused(() -> pending(new SearchConstraints(null, null, null, null, key)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "TID:", "TID:-1", "TID:1x", "TID:1234567890123456789"})
  void aPageKeyOfATransferThatNobodyGaveIsRefused(String key) {
    SearchConstraints asked = new SearchConstraints(null, null, null, null, key);
    refused(() -> scene.client.transfer(asked, scene.administrator()));
  }

  @Test
  void aTransferOfFewerThanOneIsRefused() {
    for (int bad : new int[] {0, -1, Integer.MIN_VALUE}) {
      SearchConstraints entries = new SearchConstraints(null, null, bad, null, null);
      refused(() -> scene.client.transfer(entries, scene.administrator()));
      SearchConstraints octets = new SearchConstraints(null, null, null, bad, null);
      refused(() -> scene.client.transfer(octets, scene.administrator()));
    }
  }

  @Test
  void aPageOfFewOctetsStillHasOneRecord() {
    scene.alice.add(new PasswordProfile(true));
    var all = scene.client.transfer(null, scene.administrator()).dataItems();
    List<Object> paged = new ArrayList<>();
    String key = null;
    do {
      var page =
          scene.client.transfer(
              new SearchConstraints(null, null, null, 1, key), scene.administrator());
      assertEquals(1, page.dataItems().size());
      paged.addAll(page.dataItems());
      key = page.pageKey();
    } while (key != null);
    assertEquals(all, paged);
  }

  @Test
  void aGetWithoutATermIsRefused() {
    refused(() -> scene.client.get(new GetRequest(null, null, List.of(), null, null, null)));
    String udf = scene.device.udf().text();
    KeyValue wanted = new KeyValue("Device", udf);
    KeyValue other = new KeyValue("Device", udf + "x");
    assertEquals(1, found(wanted, wanted));
    assertEquals(
        404, assertThrows(PortalRefusedException.class, () -> found(wanted, other)).status());
  }

  private int found(KeyValue... terms) {
    return scene
        .client
        .get(new GetRequest(null, null, List.of(terms), null, null, null))
        .entries()
        .size();
  }
}

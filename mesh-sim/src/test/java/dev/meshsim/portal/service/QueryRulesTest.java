package dev.meshsim.portal.service;

import static dev.meshsim.portal.PortalScene.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.DataItem;
import dev.meshsim.portal.PortalScene;
import dev.meshsim.profile.Entry;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.GetResponse;
import dev.meshsim.protocol.KeyValue;
import dev.meshsim.protocol.SearchConstraints;
import dev.meshsim.protocol.TransferResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Selection and paging of published entries, at a portal that holds several versions of one. */
class QueryRulesTest {

  private static final SearchConstraints ALL = constraints(null, null, null, null);

  private final PortalScene scene = new PortalScene();
  private final List<SignedPersonalProfile> versions = new ArrayList<>();
  private final List<Instant> times = new ArrayList<>();

  QueryRulesTest() {
    versions.add(scene.client.personalProfile());
    times.add(scene.world.now());
  }

  /** Publishes later versions of Alice's profile, a second apart. */
  private void publish(int count) {
    for (int i = 0; i < count; i++) {
      scene.world.advance(Duration.ofSeconds(1));
      PersonalProfile stored = scene.stored(ALICE).profile();
      SignedPersonalProfile next =
          scene.sign(
              stored.withMaster(stored.signedMasterProfile(), stored.updated().plusSeconds(1)),
              scene.administrator().key());
      scene.client.publish(next);
      versions.add(next);
      times.add(scene.world.now());
    }
  }

  @Test
  void anAccountGivesItsLatestProfileOrAllVersions() {
    publish(2);
    assertEquals(List.<Entry>of(versions.get(2)), entries(null, null));
    assertEquals(List.<Entry>copyOf(versions), entries(ALL, true));
    assertNull(get(ALL, true, null).dataItems());
    assertEquals(3, get(ALL, true, true).dataItems().size());
  }

  @Test
  void theLatestEntryIsFoundOnlyWithinTheTimes() {
    publish(1);
    Instant latest = times.get(1);
    SearchConstraints since = constraints(latest, null, null, null);
    assertEquals(List.<Entry>of(versions.get(1)), entries(since, null));
    SearchConstraints until = constraints(null, latest, null, null);
    assertEquals(404, status(until, null));
    assertEquals(List.<Entry>of(versions.get(0)), entries(until, true));
  }

  @Test
  void oneEntryIsFoundByATermUnlessSeveralAreAskedFor() {
    var second = new dev.meshsim.session.PersonalProfile(scene.device.deviceProfile());
    scene.session.createAccount("alice2@example.com", second);
    List<KeyValue> device = List.of(new KeyValue("Device", scene.device.udf().text()));
    GetRequest one = new GetRequest(null, null, device, null, null, null);
    assertEquals(1, scene.client.get(one).entries().size());
    GetRequest all = new GetRequest(null, null, device, null, true, null);
    assertEquals(List.<Entry>of(versions.get(0), second.signed()), scene.client.get(all).entries());
  }

  @Test
  void aGetGivesNoMoreEntriesOrOctetsThanAreAskedFor() {
    publish(3);
    assertEquals(2, entries(constraints(null, null, 2, null), true).size());
    assertEquals(4, entries(constraints(null, null, Integer.MAX_VALUE, null), true).size());
    int octets = versions.get(0).signedData().payload().length();
    assertEquals(1, entries(constraints(null, null, null, octets), true).size());
    assertEquals(1, entries(constraints(null, null, 1, 1), true).size());
    assertEquals(400, status(constraints(null, null, 0, null), true));
    assertEquals(400, status(constraints(null, null, null, 0), true));
  }

  @Test
  void aTransferGivesManyVersionsInTheOrderTheyWereWritten() {
    publish(20);
    scene.alice.add(new dev.meshsim.session.application.PasswordProfile(true));
    publish(20);
    List<DataItem> all = transfer(null, null, null).dataItems();
    assertEquals(43, all.size());
    for (int i = 1; i < all.size(); i++) {
      assertEquals(1, Long.compare(all.get(i).number(), all.get(i - 1).number()));
    }
    List<DataItem> paged = new ArrayList<>();
    @Nullable String key = null;
    do {
      TransferResponse page = transfer(null, null, key);
      paged.addAll(page.dataItems());
      key = page.pageKey();
    } while (key != null);
    assertEquals(all, paged);
  }

  @Test
  void aTransferSelectsByTime() {
    publish(3);
    assertEquals(2, transfer(times.get(2), null, null).dataItems().size());
    assertEquals(2, transfer(null, times.get(2), null).dataItems().size());
    assertEquals(1, transfer(times.get(1), times.get(2), null).dataItems().size());
  }

  @Test
  void aTransferIsCutAtTheOctetsThatAreAskedFor() {
    publish(3);
    List<DataItem> all = transfer(null, null, null).dataItems();
    int two = all.get(0).text().length() + all.get(1).text().length();
    assertEquals(2, transferred(two));
    assertEquals(1, transferred(two - 1));
    assertEquals(2, transferred(two + 1));
  }

  private int transferred(int octets) {
    return scene
        .client
        .transfer(constraints(null, null, null, octets), scene.administrator())
        .dataItems()
        .size();
  }

  @Test
  void aPortalOfTheOldDialectNamesItsExtensionsOnlyWhenAsked() {
    MeshService service =
        new MeshService(
            scene.world, "example.com", Dialect.PORTAL_2017, scene.store, PortalPolicy.DEFAULT);
    String hello = service.dispatch(dev.meshsim.bytes.Bytes.utf8("{\"Hello\":{}}")).utf8();
    assertEquals(false, hello.contains("Challenge"));
    assertEquals(true, hello.contains("http://mmm.example.com/.well-known/mmm/"));
    String asked =
        service.dispatch(dev.meshsim.bytes.Bytes.utf8("{\"Hello\":{\"Extensions\":true}}")).utf8();
    assertEquals(true, asked.contains("Challenge"), asked);
  }

  private TransferResponse transfer(
      @Nullable Instant from, @Nullable Instant to, @Nullable String key) {
    return scene.client.transfer(
        new SearchConstraints(from, to, null, null, key), scene.administrator());
  }

  private List<Entry> entries(@Nullable SearchConstraints asked, @Nullable Boolean multiple) {
    return get(asked, multiple, null).entries();
  }

  private GetResponse get(
      @Nullable SearchConstraints asked, @Nullable Boolean multiple, @Nullable Boolean full) {
    return scene.client.get(new GetRequest(null, ALICE, null, asked, multiple, full));
  }

  private int status(@Nullable SearchConstraints asked, @Nullable Boolean multiple) {
    return scene.send(new GetRequest(null, ALICE, null, asked, multiple, null)).status();
  }

  private static SearchConstraints constraints(
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Integer most,
      @Nullable Integer octets) {
    return new SearchConstraints(from, to, most, octets, null);
  }
}

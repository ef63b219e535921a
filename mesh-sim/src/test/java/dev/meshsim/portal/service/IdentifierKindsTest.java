package dev.meshsim.portal.service;

import static dev.meshsim.portal.PortalScene.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.PortalScene;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.Entry;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.ProfileVerifier;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.CreateRequest;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.OfflineEscrowEntry;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.SessionKeys;
import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Identifiers are one key space for entries of every kind: each pair of the entry or claim that is
 * there and the one that comes, under the same identifier. Alice sends; Bob is another person.
 */
class IdentifierKindsTest {

  private static final String BOB = "bob@example.com";

  private final PortalScene scene = new PortalScene();
  private final MeshMachineCached bobsMachine = new MeshMachineCached(scene.world, "bob");
  private final MeshSession bobsSession = new MeshSession(bobsMachine, scene.portal);
  private final PersonalProfile bobsProfile =
      new PersonalProfile(bobsSession.createDevice().deviceProfile());
  private final PersonalSession bob = bobsSession.createAccount(BOB, bobsProfile);

  /** A profile without an account: the identifier that everything is put under. */
  private final PersonalProfile carol =
      new PersonalProfile(scene.newMachine("carol").createDevice().deviceProfile());

  private int nonces;

  @ParameterizedTest(name = "{1} where there is {0}")
  @CsvSource({
    "nothing,            profile,     201",
    "nothing,            claim,       201",
    "nothing,            application, 404",
    "nothing,            escrow,      201",
    // Only the holder of its master key has a profile's identifier: it replaces a squatter.
    "claim of Alice,     profile,     201",
    "claim of Bob,       profile,     201",
    "application of Bob, profile,     201",
    "escrow of Bob,      profile,     201",
    "profile,            claim,       409",
    "profile,            application, 404",
    "profile,            escrow,      409",
    "claim of Alice,     claim,       201",
    "claim of Alice,     application, 201",
    "claim of Alice,     escrow,      409",
    "claim of Bob,       claim,       409",
    "claim of Bob,       application, 401",
    "claim of Bob,       escrow,      409",
    "application of Bob, claim,       409",
    "application of Bob, application, 401",
    "application of Bob, escrow,      409",
    "escrow of Alice,    claim,       409",
    "escrow of Alice,    application, 404",
    "escrow of Alice,    escrow,      409",
    "escrow of Bob,      claim,       409",
    "escrow of Bob,      application, 404",
    "escrow of Bob,      escrow,      409",
  })
  void oneIdentifierHasOneEntry(String there, String coming, int status) {
    put(there);
    Entry before = stored();
    int records = scene.records();
    assertEquals(status, send(scene.alice, ALICE, coming));
    if (status != 201) {
      assertEquals(records, scene.records());
      assertEquals(before, stored());
    }
  }

  @Test
  void theOwnerPublishesAnApplicationWhoseIdentifierSomebodyTriedToTake() {
    assertEquals(201, send(scene.alice, ALICE, "claim"));
    assertEquals(409, send(bob, BOB, "escrow"));
    assertEquals(409, send(bob, BOB, "claim"));
    assertEquals(201, send(scene.alice, ALICE, "application"));
    assertEquals(carol.udf(), stored().identifier());
  }

  @Test
  void aProfileThatTookItsIdentifierBackIsServedAndStays() {
    assertEquals(201, send(bob, BOB, "claim"));
    assertEquals(201, send(bob, BOB, "application"));
    assertEquals(201, send(scene.alice, ALICE, "profile"));
    assertEquals(carol.signed(), stored());
    assertEquals(409, send(bob, BOB, "application"));
    assertEquals(409, send(bob, BOB, "escrow"));
    assertEquals(carol.signed(), stored());
  }

  @Test
  void aProfileDoesNotListItsOwnIdentifier() {
    assertEquals(409, publish(listing(scene.alice, scene.profile.udf())));
  }

  @Test
  void aNewProfileDoesNotListItsOwnIdentifierEither() {
    var content = new ProfileVerifier().personal(carol.signed()).profile();
    var entry =
        new ApplicationProfileEntry(carol.udf(), "NotesProfile", null, List.of(), List.of());
    var greedy =
        ProfileSigner.personal(
            content.withApplication(entry, content.updated().plusSeconds(1)),
            List.of(SessionKeys.online(carol)),
            scene.desktop.stream("test"));
    var request = new CreateRequest("carol@example.com", greedy);
    int records = scene.records();
    assertEquals(
        409, sealed(request, Transaction.CREATE_ACCOUNT, "carol@example.com", scene.owner(carol)));
    assertEquals(records, scene.records());
  }

  private void put(String there) {
    String[] words = there.split(" of ");
    boolean bobs = words.length == 2 && words[1].equals("Bob");
    PersonalSession owner = bobs ? bob : scene.alice;
    String account = bobs ? BOB : ALICE;
    switch (words[0]) {
      case "nothing" -> {}
      case "application" -> {
        assertEquals(201, send(owner, account, "claim"));
        assertEquals(201, send(owner, account, "application"));
      }
      default -> assertEquals(201, send(owner, account, words[0]));
    }
  }

  private int send(PersonalSession owner, String account, String kind) {
    return switch (kind) {
      case "profile" -> {
        var request = new CreateRequest("carol@example.com", carol.signed());
        yield sealed(request, Transaction.CREATE_ACCOUNT, "carol@example.com", scene.owner(carol));
      }
      case "claim" -> publish(listing(owner, carol.udf()));
      case "application" -> publish(application(owner));
      case "escrow" -> {
        var sealed = new OfflineEscrowEntry(scene.profile, 2, 3).sealed();
        var escrow =
            new dev.meshsim.profile.OfflineEscrowEntry(carol.udf(), sealed.encryptedData());
        yield sealed(
            new PublishRequest(escrow), Transaction.PUBLISH, account, administrator(owner));
      }
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private Entry application(PersonalSession owner) {
    Map<String, Object> content =
        Map.of(
            "Identifier",
            carol.udf(),
            "Names",
            List.of("n" + nonces++),
            "Updated",
            scene.world.now().plusSeconds(nonces),
            "SharedPrivate",
            Map.of());
    Udf device = owner.thisDevice().identifier();
    var machine = machine(owner);
    var signed =
        Dialect.MESH
            .signatures()
            .sign(
                Dialect.MESH.json().write("NotesProfile", content),
                machine.privateKey(device),
                device,
                stored() instanceof dev.meshsim.profile.SignedApplicationProfile before
                    ? ReplacedVersion.header(before)
                    : Map.of(),
                machine.stream("test"));
    return new dev.meshsim.profile.SignedApplicationProfile(carol.udf(), signed);
  }

  private SignedPersonalProfile listing(PersonalSession owner, Udf application) {
    VerifiedPersonalProfile known = owner.refresh();
    return sign(
        owner,
        known
            .profile()
            .withApplication(entry(owner, application), known.profile().updated().plusSeconds(1)));
  }

  private static ApplicationProfileEntry entry(PersonalSession owner, Udf application) {
    return new ApplicationProfileEntry(
        application,
        "NotesProfile",
        null,
        List.of(owner.thisDevice().identifier()),
        List.of(owner.thisDevice().identifier()));
  }

  private SignedPersonalProfile sign(
      PersonalSession owner, dev.meshsim.profile.PersonalProfile profile) {
    return scene.sign(profile, administrator(owner).key());
  }

  private RequestEnvelope.Signer administrator(PersonalSession owner) {
    return scene.administrator(machine(owner), owner.personalProfile());
  }

  private dev.meshsim.machine.MeshMachine machine(PersonalSession owner) {
    return owner == bob ? bobsMachine : scene.desktop;
  }

  private int publish(Entry entry) {
    return scene.send(new PublishRequest(entry)).status();
  }

  private int sealed(
      dev.meshsim.protocol.MeshRequest request,
      Transaction transaction,
      String account,
      RequestEnvelope.Signer signer) {
    return scene.send(scene.sealed(request, account, "example.com", signer), transaction).status();
  }

  /** The entry under the identifier, or null. */
  private Entry stored() {
    var found =
        scene.send(
            new dev.meshsim.protocol.GetRequest(carol.udf().text(), null, null, null, null, null));
    return found instanceof dev.meshsim.protocol.GetResponse got ? got.entries().get(0) : null;
  }
}

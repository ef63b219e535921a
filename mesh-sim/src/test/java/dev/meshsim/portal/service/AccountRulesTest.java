package dev.meshsim.portal.service;

import static dev.meshsim.portal.PortalScene.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.portal.PortalScene;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.protocol.CreateRequest;
import dev.meshsim.protocol.DeleteRequest;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.protocol.ValidateRequest;
import dev.meshsim.protocol.ValidateResponse;
import dev.meshsim.session.PersonalProfile;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRulesTest {

  private final PortalScene scene = new PortalScene();

  @ParameterizedTest
  @ValueSource(
      strings = {ALICE, "Alice@Example.COM", "ALICE@example.com", "\uff21lice@example.com"})
  void everySpellingOfATakenNameIsTaken(String spelling) {
    ValidateResponse response = scene.session.validate(spelling);
    assertEquals(false, response.valid());
    assertEquals("That name is not available", response.reason());
    int before = scene.records();
    assertEquals(409, create(spelling, other()));
    assertEquals(before, scene.records());
  }

  @ParameterizedTest
  @CsvSource({
    "a.b@example.com, character",
    "a@b@example.com, character",
    "a b@example.com, invisible",
    "a\u202eb@example.com, invisible",
    "@example.com, 0 characters",
    "bob@example.org, end with",
  })
  void aMalformedNameIsNotValid(String name, String why) {
    ValidateResponse response =
        (ValidateResponse) scene.send(new ValidateRequest(name, null, null));
    assertEquals(false, response.valid());
    assertTrue(response.reason().contains(why), response.reason());
    assertEquals(400, scene.send(new CreateRequest(name, scene.profile.signed())).status());
  }

  @Test
  void aFreeNameIsValidAndTheRulesForNamesAreReturned() {
    ValidateResponse response = scene.session.validate("bob@example.com");
    assertEquals(true, response.valid());
    assertNull(response.reason());
    assertEquals(1, response.minimum());
    assertEquals(64, response.maximum());
    assertEquals(".,:;{}()[]<>?|\\@#", response.invalidCharacters());
  }

  @Test
  void aProfileThatDoesNotVerifyIsRefused() {
    PersonalProfile bob =
        new PersonalProfile(scene.newMachine("bob").createDevice().deviceProfile());
    JsonWebSignature good = bob.signed().signedData();
    String altered = good.payload().utf8().replaceFirst("2019", "2018");
    SignedPersonalProfile bad =
        new SignedPersonalProfile(
            bob.signed().identifier(),
            new JsonWebSignature(Bytes.utf8(altered), good.signatures()));
    int before = scene.records();
    CreateRequest request = new CreateRequest("bob@example.com", bad);
    assertEquals(401, sealed(request, "bob@example.com", scene.owner(bob)));
    assertEquals(before, scene.records());
  }

  @Test
  void aProfileUnderAnothersIdentifierIsRefused() {
    PersonalProfile bob =
        new PersonalProfile(scene.newMachine("bob").createDevice().deviceProfile());
    SignedPersonalProfile mixed =
        new SignedPersonalProfile(scene.profile.udf(), bob.signed().signedData());
    CreateRequest request = new CreateRequest("bob@example.com", mixed);
    assertEquals(401, sealed(request, "bob@example.com", scene.owner(bob)));
    assertEquals(201, create("bob@example.com", bob));
  }

  @Test
  void anAdministratorDeletesTheAccountAndTheDeletionIsLogged() {
    int before = scene.records();
    scene.alice.deleteAccount();
    assertEquals(before + 1, scene.records());
    assertEquals(404, refusal(() -> scene.client.personalProfile()).status());
    assertEquals("That name is not available", scene.session.validate(ALICE).reason());
  }

  @Test
  void nobodyElseDeletesTheAccount() {
    scene.another("mallory@example.com");
    PrivateJwk key = PrivateJwk.generate(KeySpec.ED25519, scene.world.stream("m", "key"));
    DeleteRequest delete = new DeleteRequest(ALICE);
    int before = scene.records();
    assertEquals(401, scene.send(delete).status());
    assertEquals(401, sealedBy(delete, ALICE, "example.com", scene.signer(key)));
    assertEquals(401, sealedBy(delete, "mallory@example.com", "example.com", administrator()));
    assertEquals(401, sealedBy(delete, ALICE, "example.org", administrator()));
    assertEquals(before, scene.records());
    assertFalse(scene.session.validate(ALICE).valid());
  }

  @Test
  void aSignedRequestIsUsedOnce() {
    DeleteRequest delete = new DeleteRequest(ALICE);
    RequestEnvelope.Signer alice = administrator();
    Bytes sealed = scene.sealed(delete, ALICE, "example.com", alice);
    assertEquals(201, scene.send(sealed, Transaction.DELETE_ACCOUNT).status());
    scene.client.create(scene.profile.signed(), alice);
    int before = scene.records();
    assertEquals(401, scene.send(sealed, Transaction.DELETE_ACCOUNT).status());
    assertEquals(before, scene.records());
  }

  @Test
  void aSignedRequestGrowsStale() {
    Bytes sealed = scene.sealed(new DeleteRequest(ALICE), ALICE, "example.com", administrator());
    scene.world.advance(Duration.ofMinutes(6));
    assertEquals(401, scene.send(sealed, Transaction.DELETE_ACCOUNT).status());
  }

  @Test
  void anAlteredSignedRequestIsRefused() {
    Bytes sealed = scene.sealed(new DeleteRequest(ALICE), ALICE, "example.com", administrator());
    String other =
        Bytes.utf8("{\"DeleteAccount\": {\"Account\": \"alice@example.com\"}}").base64Url();
    String altered =
        sealed.utf8().replaceFirst("\"payload\":\"[^\"]*\"", "\"payload\":\"" + other + "\"");
    assertEquals(401, scene.send(Bytes.utf8(altered), Transaction.DELETE_ACCOUNT).status());
  }

  private int sealedBy(
      DeleteRequest delete, String account, String domain, RequestEnvelope.Signer signer) {
    return scene
        .send(scene.sealed(delete, account, domain, signer), Transaction.DELETE_ACCOUNT)
        .status();
  }

  private PersonalProfile other() {
    return new PersonalProfile(scene.newMachine("other").createDevice().deviceProfile());
  }

  private int create(String account, PersonalProfile profile) {
    return sealed(new CreateRequest(account, profile.signed()), account, scene.owner(profile));
  }

  private int sealed(CreateRequest request, String account, RequestEnvelope.Signer signer) {
    Bytes octets = scene.sealed(request, account, "example.com", signer);
    return scene.send(octets, Transaction.CREATE_ACCOUNT).status();
  }

  private RequestEnvelope.Signer administrator() {
    return scene.administrator();
  }

  private static PortalRefusedException refusal(Runnable call) {
    return assertThrows(PortalRefusedException.class, call::run);
  }
}

package dev.meshsim.protect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.Suite;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A protected exchange, and the messages of an attacker that it refuses. */
class ProtectedExchangeTest {

  private static void refused(ProtectException.Code code, Executable what) {
    assertEquals(code, assertThrows(ProtectException.class, what).errorCode());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void bothWaysAndBoundToEachOther(Protection level) {
    Both both = new Both(level);
    ProtectedClient.Sent sent = both.sealed();
    Bytes answer = both.answer(sent.envelope());
    assertEquals(Both.RESPONSE, both.client.open(answer, sent));
    assertEquals(List.of(Both.REQUEST), both.acted);
    boolean readable = sent.envelope().utf8().contains("alice");
    assertEquals(level == Protection.SIGN, readable);
    assertEquals(level == Protection.SIGN, answer.utf8().contains("GetResponse"));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void anAnswerIsGoodForOneRequest(Protection level) {
    Both both = new Both(level);
    ProtectedClient.Sent first = both.sealed();
    ProtectedClient.Sent second = both.sealed();
    assertNotEquals(first.envelope(), second.envelope());
    Bytes answer = both.answer(first.envelope());
    refused(ProtectException.Code.OTHER_REQUEST, () -> both.client.open(answer, second));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aCopyOfARequestIsRefused(Protection level) {
    Both both = new Both(level);
    Bytes envelope = both.sealed().envelope();
    both.answer(envelope);
    refused(ProtectException.Code.REPLAYED, () -> both.answer(envelope));
    both.later(Duration.ofMinutes(5));
    refused(ProtectException.Code.REPLAYED, () -> both.answer(envelope));
    both.later(Duration.ofMillis(1));
    refused(ProtectException.Code.CLOCK, () -> both.answer(envelope));
    both.later(Duration.ofMinutes(30));
    both.answer(both.sealed().envelope());
    both.later(Duration.ofMinutes(-35));
    refused(ProtectException.Code.REPLAYED, () -> both.answer(envelope));
    assertEquals(2, both.acted.size());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aCopyOfARequestIsRefusedAfterAChangeOfTheChallenge(Protection level) {
    Both both = new Both(level);
    Bytes envelope = both.sealed().envelope();
    both.answer(envelope);
    both.current = "the-one-of-a-later-process";
    ProtectedDoor restarted = both.door(both.keyring);
    refused(ProtectException.Code.OLD_CHALLENGE, () -> both.answer(envelope, restarted));
    assertEquals(1, both.acted.size());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aFloodNeverMakesThePortalForget(Protection level) {
    Both both = new Both(level);
    Bytes first = both.sealed().envelope();
    both.answer(first);
    for (int i = 1; i < Both.REMEMBERED; i++) {
      both.answer(both.sealed().envelope());
    }
    refused(ProtectException.Code.OVERLOADED, () -> both.answer(both.sealed().envelope()));
    refused(ProtectException.Code.REPLAYED, () -> both.answer(first));
    both.later(Duration.ofMinutes(11));
    both.answer(both.sealed().envelope());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aMessageIsNotTakenForTheOtherDirection(Protection level) {
    Both both = new Both(level);
    ProtectedClient.Sent sent = both.sealed();
    refused(ProtectException.Code.WRONG_USE, () -> both.client.open(sent.envelope(), sent));
    Bytes answer = both.answer(sent.envelope());
    refused(ProtectException.Code.WRONG_USE, () -> both.answer(answer));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void timeIsTheReaders(Protection level) {
    Both both = new Both(level);
    ProtectedClient.Sent sent = both.sealed();
    both.later(Duration.ofMinutes(5));
    Bytes answer = both.answer(sent.envelope());
    both.later(Duration.ofMinutes(5));
    both.client.open(answer, sent);
    both.later(Duration.ofMillis(1));
    refused(ProtectException.Code.CLOCK, () -> both.client.open(answer, sent));
    ProtectedClient.Sent late = both.sealed();
    both.later(Duration.ofMinutes(-5).minusMillis(1));
    refused(ProtectException.Code.CLOCK, () -> both.answer(late.envelope()));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void anotherPortalWithItsOwnKeysIsNobody(Protection level) {
    Both both = new Both(level);
    Both other = new Both(level);
    other.world.stream("portal example.com", "protection keys");
    ProtectedClient.Sent sent = both.sealed();
    assertNotEquals(sent.portal().fingerprint(), other.keyring.current().newest().fingerprint());
    refused(ProtectException.Code.OLD_KEY, () -> other.answer(sent.envelope()));
    Bytes theirs = other.answer(other.sealed().envelope());
    ProtectException.Code code =
        assertThrows(ProtectException.class, () -> both.client.open(theirs, sent)).errorCode()
                instanceof ProtectException.Code found
            ? found
            : null;
    assertEquals(ProtectException.Code.NOT_AUTHENTIC, code);
    PortalKeyring elsewhere = new PortalKeyring(both.world, "example.net", other.store);
    refused(ProtectException.Code.BAD_KEYS, elsewhere::current);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void everyProcessOnAStoreFollowsAChangeOfKeys(Protection level) {
    Both both = new Both(level);
    PortalKeyring second = new PortalKeyring(both.world, Both.DOMAIN, both.store);
    ProtectedDoor otherDoor = both.door(second);
    ProtectedClient.Sent before = both.sealed();
    assertEquals(before.portal(), second.current().newest());
    both.keyring.change(Suite.ED25519);
    ProtectedClient.Sent after = both.sealed();
    refused(ProtectException.Code.OLD_KEY, () -> both.answer(before.envelope()));
    Bytes answer = both.answer(after.envelope(), otherDoor);
    assertEquals(Both.RESPONSE, both.client.open(answer, after));
    refused(ProtectException.Code.OLD_KEY, () -> both.answer(before.envelope(), otherDoor));
  }

  @ParameterizedTest
  @EnumSource(names = {"ED25519", "ED448", "P256", "RSA_2048", "RSA_2048_PSS"})
  void thePortalsKeysAreOfAnySuite(Suite suite) {
    Both both = new Both(Protection.ENCRYPT);
    both.keyring.change(suite);
    ProtectedClient.Sent sent = both.sealed();
    assertEquals(suite.signature(), sent.portal().signature().spec());
    assertEquals(Both.RESPONSE, both.client.open(both.answer(sent.envelope()), sent));
  }

  private Bytes mustNotAct(Bytes request) {
    throw new AssertionError("the service got " + request.utf8());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void lessProtectionThanRequiredIsRefused(Protection least) {
    Both both = new Both(Protection.SIGN);
    ProtectedClient.Sent sent = both.sealed();
    Executable answer = () -> both.door.answer(sent.envelope(), least, this::mustNotAct);
    if (least == Protection.ENCRYPT) {
      refused(ProtectException.Code.UNPROTECTED, answer);
    } else {
      assertThrows(AssertionError.class, answer);
    }
    Both encrypting = new Both(Protection.ENCRYPT);
    ProtectedClient.Sent sealed = encrypting.sealed();
    Bytes signedOnly = encrypting.answer(new Both(Protection.SIGN).sealed().envelope());
    refused(ProtectException.Code.UNPROTECTED, () -> encrypting.client.open(signedOnly, sealed));
    refused(ProtectException.Code.MALFORMED, () -> encrypting.client.open(Both.RESPONSE, sealed));
  }
}

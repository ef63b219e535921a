package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.scenario.junit.Machine;
import dev.meshsim.scenario.junit.MeshTest;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import org.junit.jupiter.api.Test;

/** A test in Java; its world, portal and machines come from the extension. */
@MeshTest(seed = 42)
class AccountTest {

  @Test
  void aPhoneJoins(@Machine("desktop") MeshSession desktop, @Machine("phone") MeshSession phone) {
    PersonalSession bob = account(desktop);
    ConnectionAttempt attempt = phone.connect(phone.deviceOrNew(), "bob@example.com");
    String code = attempt.authenticator();
    var pending = bob.connectPending().withAuthenticator(code);
    bob.connectClose(pending, ConnectionStatus.ACCEPTED, code);
    PersonalSession joined = attempt.await(pending.authenticator());
    assertEquals(bob.udf(), joined.udf());
  }

  @Test
  @MeshTest(seed = 42, store = "counted")
  void theStoreOfThisProjectIsUsed(@Machine("desktop") MeshSession desktop) {
    account(desktop);
    CountedStore store = (CountedStore) desktop.machine().store();
    assertTrue(store.commits() > 0);
  }

  private static PersonalSession account(MeshSession session) {
    var profile = new PersonalProfile(session.deviceOrNew().deviceProfile());
    return session.createAccount("bob@example.com", profile);
  }
}

package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import org.junit.jupiter.api.Test;

class MasterKeyNeededTest {

  @Test
  void anEscrowEntryNeedsTheMasterKeysOfTheProfile() {
    Household home = new Household(Dialect.MESH);
    PersonalSession laptop = home.administrator("laptop");
    AdministrationException e =
        assertThrows(AdministrationException.class, () -> laptop.newEscrowEntry(2, 3));
    assertEquals(AdministrationException.Code.MASTER_KEY_NEEDED, e.errorCode());
    assertTrue(e.problem().startsWith("the machine laptop does not have"), e.problem());
  }
}

package dev.meshsim.profile.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationWorkTest {

  private static final VerificationWork MOST = new VerificationWork(5, 6, 7, 8);

  @Test
  void workIsAddedAndTakenAwayCountByCount() {
    VerificationWork sum = MOST.plus(new VerificationWork(10, 200, 3000, 40000));
    assertEquals(new VerificationWork(15, 206, 3007, 40008), sum);
    assertEquals(new VerificationWork(10, 200, 3000, 40000), sum.minus(MOST));
  }

  @Test
  void workIsWithinALimitIfNoCountIsAboveIt() {
    assertTrue(MOST.isWithin(MOST));
    assertTrue(VerificationWork.NONE.isWithin(MOST));
    for (VerificationWork over :
        List.of(
            new VerificationWork(6, 0, 0, 0),
            new VerificationWork(0, 7, 0, 0),
            new VerificationWork(0, 0, 8, 0),
            new VerificationWork(0, 0, 0, 9))) {
      assertFalse(over.isWithin(MOST), over::toString);
    }
  }

  @Test
  void aVerifierCountsItsWork() {
    TrustScene scene = new TrustScene();
    ProfileVerifier verifier = new ProfileVerifier();
    verifier.device(scene.signedDevice);
    int octets = scene.signedDevice.signedData().payload().length();
    assertEquals(new VerificationWork(1, 3, octets, octets), verifier.work());
    verifier.master(scene.signedMaster);
    int master = scene.signedMaster.signedData().payload().length();
    assertEquals(
        new VerificationWork(1, 3, master, master),
        verifier.work().minus(new VerificationWork(1, 3, octets, octets)));
  }
}

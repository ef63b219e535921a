package dev.meshsim.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.WorkCount;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A request costs the same however many accounts there are; the work is counted, not timed. */
class RequestCostTest {

  private static final int FEW = 1_000;
  private static final int MANY = 100_000;
  private static final int BATCH = 1_000;

  @Test
  void aRequestCostsTheSameWithAThousandAccountsAsWithAHundredThousand() {
    Cost few = cost(FEW);
    Cost many = cost(MANY);
    assertEquals(few, many);
    assertTrue(few.signatures() > 0 && few.work().lookups() > 0, few.toString());
  }

  private static Cost cost(int accounts) {
    PortalScene scene = new PortalScene();
    fill(scene, accounts);
    WorkCount work = scene.store.counts();
    long signatures = scene.portal.service().signaturesVerified();
    scene.session.validate("nobody@example.com");
    scene.client.personalProfile();
    scene.alice.connectPending();
    scene.alice.add(new dev.meshsim.session.application.PasswordProfile(true));
    return new Cost(
        scene.store.counts().minus(work), scene.portal.service().signaturesVerified() - signatures);
  }

  /** Writes the records of other people's accounts straight into the store. */
  private static void fill(PortalScene scene, int accounts) {
    String profile = scene.profile.signed().identifier().text();
    for (int from = 0; from < accounts; from += BATCH) {
      int first = from;
      scene.store.transact(
          tx -> {
            for (int i = first; i < first + BATCH; i++) {
              String name = String.format(Locale.ROOT, "user%06d@example.com", i);
              String text =
                  "{\"Account\":{\"Created\":\"2019-04-04T00:00:00Z\","
                      + "\"Modified\":\"2019-04-04T00:00:00Z\",\"AccountID\":\""
                      + name
                      + "\",\"UserProfileUDF\":\""
                      + profile
                      + "\",\"Status\":\"Open\"}}";
              tx.put(
                  Change.create(
                      LogName.PORTAL,
                      "Account$" + name,
                      List.of(),
                      Bytes.utf8(text),
                      scene.world.now()));
              tx.put(
                  Change.create(
                      LogName.MESH,
                      String.format(Locale.ROOT, "OTHER-%06d", i),
                      List.of(),
                      Bytes.utf8("{}"),
                      scene.world.now()));
            }
            return first;
          });
    }
  }

  private record Cost(WorkCount work, long signatures) {}
}

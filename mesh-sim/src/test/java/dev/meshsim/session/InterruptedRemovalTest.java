package dev.meshsim.session;

import static dev.meshsim.session.Household.ALICE;
import static dev.meshsim.session.Household.device;
import static dev.meshsim.session.Household.encryptedTo;
import static dev.meshsim.session.Household.password;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.PortalException;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.ReadersVersion;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.udf.Udf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A removal of which a message is lost, or that another device publishes into. */
class InterruptedRemovalTest {

  /** The portal fails at each message in turn; the next call completes the removal. */
  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aRemovalThatFailsAnywhereIsCompletedByCallingAgain(Dialect dialect) {
    int failures = 0;
    boolean whole = false;
    while (!whole) {
      Household home = new Household(dialect);
      PersonalSession laptop = home.administrator("laptop");
      ApplicationSession signed = home.passwords(laptop, home.alice, true);
      ApplicationSession read = home.passwords(home.alice, laptop, true);
      Udf removed = device(laptop);
      FailingPortal failing = new FailingPortal(home.portal, failures);
      PersonalSession alice = new MeshSession(home.desktop, failing).personalSession(ALICE);
      try {
        alice.removeDevice(removed);
        whole = true;
      } catch (PortalException e) {
        try {
          alice.removeDevice(removed);
        } catch (SessionException done) {
          assertEquals(SessionException.Code.UNKNOWN_DEVICE, done.errorCode());
        }
        failures++;
      }
      failing.until = -1;
      assertEquals(1, alice.refresh().devices().size(), "after failure " + failures);
      assertEquals(1, alice.administrators().size());
      for (ApplicationSession application : List.of(signed, read)) {
        assertEquals("secret", password(alice, application.udf()));
        assertFalse(encryptedTo(home, laptop, application.udf()), "after failure " + failures);
      }
    }
    assertTrue(failures > 5, "the removal sends several messages: " + failures);
  }

  @Test
  void whatTheDevicePublishesWhileItIsRemovedIsTakenOver() {
    Household home = new Household(Dialect.MESH);
    PersonalSession laptop = home.administrator("laptop");
    ApplicationSession application = home.passwords(laptop, home.alice, true);
    boolean[] late = {false};
    MeshPortal between =
        new MeshPortal() {
          @Override
          public String domain() {
            return "example.com";
          }

          @Override
          public Bytes exchange(Bytes request) {
            boolean leaves = request.utf8().contains("\"SignedPersonalProfile\"");
            if (leaves && !late[0]) {
              late[0] = true;
              signOnceMore(home, laptop, application.udf());
            }
            return home.portal.exchange(request);
          }
        };
    PersonalSession alice = new MeshSession(home.desktop, between).personalSession(ALICE);
    alice.removeDevice(device(laptop));
    assertTrue(late[0]);
    assertEquals("secret", password(home.alice, application.udf()));
    assertFalse(encryptedTo(home, laptop, application.udf()));
  }

  private static void signOnceMore(Household home, PersonalSession laptop, Udf application) {
    var stored = laptop.client().applicationProfile(application);
    Map<String, Object> header = new LinkedHashMap<>(ReplacedVersion.header(stored));
    header.putAll(ReadersVersion.header(laptop.refresh().signed()));
    laptop
        .client()
        .publish(
            ProfileSigner.application(
                stored,
                home.world.now().plusSeconds(1),
                header,
                laptop.context().machine().privateKey(device(laptop)),
                laptop.context().machine().stream("test")));
  }

  /** Loses the answer to one message. */
  private static final class FailingPortal implements MeshPortal {

    private final MeshPortal portal;
    private int until;

    FailingPortal(MeshPortal portal, int until) {
      this.portal = portal;
      this.until = until;
    }

    @Override
    public String domain() {
      return portal.domain();
    }

    @Override
    public Dialect dialect() {
      return portal.dialect();
    }

    @Override
    public Bytes exchange(Bytes request) {
      Bytes response = portal.exchange(request);
      if (until-- == 0) {
        throw new IllegalStateException("the answer is lost");
      }
      return response;
    }
  }
}

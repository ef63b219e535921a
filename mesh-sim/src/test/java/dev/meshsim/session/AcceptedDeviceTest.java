package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.profile.application.catalog.BookmarkProfilePrivate;
import dev.meshsim.profile.application.network.NetworkProfilePrivate;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.application.ApplicationChoice;
import dev.meshsim.session.application.ApplicationException;
import dev.meshsim.udf.Udf;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A device that is accepted for some applications. */
class AcceptedDeviceTest {

  @ParameterizedTest
  @EnumSource
  void aFailureInOneLeavesTheDeviceAcceptedAndIsMadeUpFor(Dialect dialect) {
    TwoDevices two = new TwoDevices(dialect);
    Udf one = two.desktop.add(BookmarkProfilePrivate.EMPTY, true).udf();
    Udf other = two.desktop.add(NetworkProfilePrivate.EMPTY, true).udf();
    Udf third = two.desktop.add(NetworkProfilePrivate.EMPTY, true).udf();
    two.later();
    List<ApplicationChoice> chosen =
        List.of(ApplicationChoice.reading(one), ApplicationChoice.administering(other));
    MeshSession ring = new MeshSession(new MeshMachineCached(two.world, "ring"), two.portal);
    ConnectionAttempt attempt = ring.connect(ring.createDevice(), TwoDevices.ALICE);
    String code = attempt.authenticator();
    var pending = two.desktop.connectPending().withAuthenticator(code);
    // The profile with the entry of the first application, its content, then nothing more.
    two.desktopsWay.pass(Transaction.PUBLISH);
    two.desktopsWay.pass(Transaction.PUBLISH);
    two.desktopsWay.pass(Transaction.PUBLISH);
    two.desktopsWay.loseRequest(Transaction.PUBLISH);
    MeshException e =
        Failing.with(
            ApplicationException.Code.APPLICATIONS_MISSED,
            () -> two.desktop.connectAccept(pending, code, chosen));
    two.later();
    assertEquals(1, e.getSuppressed().length);
    String missing = e.problem().contains(one.text()) ? one.text() : other.text();
    assertNotEquals(e.problem().contains(one.text()), e.problem().contains(other.text()));
    PersonalSession onRing = attempt.await(code);
    two.desktop.addToApplications(pending.deviceUdf(), chosen);
    int published = two.desktopsWay.count(Transaction.PUBLISH);
    two.desktop.addToApplications(pending.deviceUdf(), chosen);
    assertEquals(published, two.desktopsWay.count(Transaction.PUBLISH), missing);
    onRing.refresh();
    assertEquals("BookmarkProfile", onRing.application(one.text()).type());
    assertTrue(
        onRing.application(other.text()).entry().adminDevices().contains(pending.deviceUdf()));
    Failing.with(ApplicationException.Code.CANNOT_DECRYPT, () -> onRing.application(third.text()));
  }
}

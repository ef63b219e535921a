package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Failing;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.application.KnownApplicationProfile;
import dev.meshsim.profile.application.network.MailProfile;
import dev.meshsim.profile.application.network.MailProfilePrivate;
import dev.meshsim.profile.merge.ConflictException;
import dev.meshsim.profile.trust.ProfileVerifier;
import dev.meshsim.session.application.ApplicationChoice;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The members of an application that everybody can read. */
class PublishedPartTest {

  private static KnownApplicationProfile stored(TwoDevices two, Udf application) {
    var profile = two.desktop.refresh();
    return (KnownApplicationProfile)
        new ProfileVerifier(Dialect.of(application))
            .application(two.desktop.applicationOverview(application.text()).signed(), profile);
  }

  @ParameterizedTest
  @EnumSource
  void theKeysOfMailAreReadableByEverybodyAndMerged(Dialect dialect) {
    TwoDevices two = new TwoDevices(dialect);
    ApplicationSession mail = two.desktop.add(MailProfilePrivate.EMPTY, true);
    Udf application = mail.udf();
    two.later();
    two.desktop.addToApplications(
        two.laptop.thisDevice().identifier(),
        List.of(ApplicationChoice.administering(application)));
    two.later();
    PublicKey one = two.desktop.thisDevice().deviceEncryptionKey();
    PublicKey other = two.laptop.thisDevice().deviceEncryptionKey();
    ApplicationSession onLaptop = two.onLaptop(application);
    ApplicationSession onDesktop = two.onDesktop(application);
    onDesktop.changePublished(MailProfile.class, p -> p.withEncryptionPgp(one)).update();
    two.later();
    onLaptop.changePublished(MailProfile.class, p -> p.withEncryptionSmime(other)).update();
    two.later();
    assertEquals(Optional.of(new MailProfile(one, other)), stored(two, application).published());
    assertEquals(
        new MailProfile(one, other), two.onDesktop(application).published(MailProfile.class));
    ApplicationSession late = two.onDesktop(application);
    onLaptop.changePublished(MailProfile.class, p -> p.withEncryptionPgp(other)).update();
    late.changePublished(MailProfile.class, p -> new MailProfile(null, other));
    Failing.with(ConflictException.Code.DIFFERS, late::update);
    assertEquals("the EncryptionPGP", late.conflict().orElseThrow().differences().get(0).what());
    assertFalse(mail.published(MailProfile.class).equals(late.published(MailProfile.class)));
  }
}

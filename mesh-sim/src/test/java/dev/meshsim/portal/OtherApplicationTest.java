package dev.meshsim.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.application.ApplicationProfile;
import dev.meshsim.profile.application.OtherApplicationProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.ProfileVerifier;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.ApplicationException;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Applications of types that are not registered: a portal stores them by the rules of the others.
 */
class OtherApplicationTest {

  private static final String ALICE = "alice@example.com";
  private static final List<String> TYPES =
      List.of("CalendarProfile", "a", "org.example-1_notes", "X".repeat(64));

  private final SeededWorld world = World.seeded(4);
  private final MeshMachineCached machine = new MeshMachineCached(world, "d");

  @ParameterizedTest
  @EnumSource
  void everyTypeIsPublishedByItsAdministratorOnly(Dialect dialect) {
    MeshPortalDirect portal =
        MeshPortalDirect.open(
            world,
            "example.com",
            dialect,
            new MemoryPortalStore(),
            PortalPolicy.DEFAULT.withReferenceClients());
    MeshSession session = new MeshSession(machine, portal);
    var made = new dev.meshsim.session.PersonalProfile(session.createDevice().deviceProfile());
    PersonalSession alice = session.createAccount(ALICE, made);
    MeshClient client = new MeshClient(world, "d", portal, AccountName.parse(ALICE));
    for (String type : TYPES) {
      Udf application = Udf.random(dialect.udfFormat(), world.stream("test", type));
      SignedApplicationProfile signed = signed(dialect, alice, application, type, "one");
      PortalRefusedException early =
          assertThrows(PortalRefusedException.class, () -> client.publish(signed));
      assertEquals(404, early.status(), type);
      client.publish(listing(dialect, alice.refresh(), application, type));
      client.publish(signed);
      ApplicationProfile read =
          new ProfileVerifier(dialect)
              .application(client.applicationProfile(application), alice.refresh());
      assertEquals(new OtherApplicationProfile(type, application, world.now()), read);
      SignedApplicationProfile another = signed(dialect, alice, application, type, "another");
      PortalRefusedException again =
          assertThrows(PortalRefusedException.class, () -> client.publish(another));
      assertEquals(409, again.status(), type);
      ApplicationException unread =
          assertThrows(ApplicationException.class, () -> alice.application(application.text()));
      assertEquals(ApplicationException.Code.OTHER_TYPE, unread.errorCode());
    }
  }

  private SignedApplicationProfile signed(
      Dialect dialect, PersonalSession alice, Udf application, String type, String name) {
    Instant now = world.now();
    Bytes payload =
        dialect
            .json()
            .write(
                type,
                Map.of(
                    "Identifier",
                    application,
                    "Names",
                    List.of(name),
                    "Updated",
                    now,
                    "SharedPrivate",
                    Map.of()));
    Udf device = alice.thisDevice().identifier();
    JsonWebSignature data =
        dialect
            .signatures()
            .sign(
                payload,
                machine.privateKey(device),
                device,
                Map.of(),
                world.stream("test", "sign"));
    return new SignedApplicationProfile(application, data);
  }

  private SignedPersonalProfile listing(
      Dialect dialect, VerifiedPersonalProfile profile, Udf application, String type) {
    Udf device = profile.devices().keySet().iterator().next();
    PersonalProfile next =
        profile
            .profile()
            .withApplication(
                new ApplicationProfileEntry(
                    application, type, null, List.of(device), List.of(device)),
                dialect.after(profile.profile().updated()));
    Udf online = profile.master().onlineSignatureKeys().get(0).udf();
    return ProfileSigner.successor(
        next, profile.signed(), List.of(machine.privateKey(online)), world.stream("test", "sign"));
  }
}

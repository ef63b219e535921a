package dev.meshsim.profile.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Failing;
import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.JsonException;
import dev.meshsim.profile.EncryptedPart;
import dev.meshsim.profile.PrivateKeyParameters;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.application.network.MailProfile;
import dev.meshsim.profile.application.network.MailType;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The signed members of applications, of registered types and others. */
class ApplicationProfileTest {

  private static final Instant AT = Instant.parse("2019-04-04T00:00:00Z");

  private final World world = World.seeded(1);

  private Udf udf(Dialect dialect) {
    return Udf.random(dialect.udfFormat(), world.stream("test", "identifier"));
  }

  private static EncryptedPart part() {
    Bytes some = Bytes.utf8("0123456789abcdef");
    return new EncryptedPart(
        new JsonWebEncryption(
            some,
            null,
            List.of(new JsonWebEncryption.WrappedKey(null, some)),
            null,
            some,
            some,
            Bytes.EMPTY));
  }

  private PrivateJwk key(Dialect dialect) {
    return PrivateJwk.generate(dialect.suites().get(0).encryption(), world.stream("test", "key"));
  }

  private KnownApplicationProfile mail(Dialect dialect) {
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    members.put("DeviceUDF", udf(dialect).text());
    PublicKey key = PublicKey.of(dialect, key(dialect).publicJwk());
    return new KnownApplicationProfile(
        new MailType(),
        udf(dialect),
        AT,
        List.of(new DevicePart("MailDevicePublic", members)),
        part(),
        List.of(part(), part()),
        Optional.of(new MailProfile(key, null)));
  }

  @ParameterizedTest
  @EnumSource
  void allMembersAreWrittenInTheirOrderAndReadBack(Dialect dialect) {
    KnownApplicationProfile mail = mail(dialect);
    assertEquals(
        List.of(
            "Identifier", "Updated", "Devices", "SharedPrivate", "DevicePrivate", "EncryptionPGP"),
        List.copyOf(mail.members().propertyNames()));
    Bytes text = dialect.json().write("MailProfile", mail.members());
    var read = (KnownApplicationProfile) ApplicationProfile.read(dialect, text);
    assertEquals(mail.members(), read.members());
    assertEquals(mail.published(), read.published());
    assertEquals(mail.devices(), read.devices());
    assertEquals("MailProfile", read.type());
    assertEquals(mail.devices().get(0).device(), read.devices().get(0).device());
  }

  @Test
  void aMemberThatTheTypeHasNotIsRefusedWhereTheDialectIsStrict() {
    for (Dialect dialect : Dialect.values()) {
      KnownApplicationProfile mail = mail(dialect);
      ObjectNode members = mail.members().put("Other", 1);
      Bytes text = dialect.json().write("MailProfile", members);
      Bytes passwords = dialect.json().write("PasswordProfile", members);
      if (dialect == Dialect.MESH) {
        Failing.with(JsonException.Code.SHAPE, () -> ApplicationProfile.read(dialect, text));
        Failing.with(JsonException.Code.SHAPE, () -> ApplicationProfile.read(dialect, passwords));
      } else {
        assertEquals(
            mail.published(),
            ((KnownApplicationProfile) ApplicationProfile.read(dialect, text)).published());
        assertEquals("PasswordProfile", ApplicationProfile.read(dialect, passwords).type());
      }
    }
  }

  @Test
  void devicesAreTaggedObjectsOfDifferentDevices() {
    ObjectNode members = mail(Dialect.MESH).members();
    members.putArray("Devices").addObject().put("DeviceUDF", "M");
    Bytes untagged = Dialect.MESH.json().write("MailProfile", members);
    Failing.with(JsonException.Code.SHAPE, () -> ApplicationProfile.read(Dialect.MESH, untagged));
    var devices = members.putArray("Devices");
    devices.addObject().putObject("MailDevicePublic").put("DeviceUDF", "M");
    devices.addObject().putObject("MailDevicePublic").put("DeviceUDF", "M");
    Bytes twice = Dialect.MESH.json().write("MailProfile", members);
    Failing.with(JsonException.Code.SHAPE, () -> ApplicationProfile.read(Dialect.MESH, twice));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PersonalProfile",
        "MasterProfile",
        "DeviceProfile",
        "ConnectionRequest",
        "ConnectionResult",
        "",
        "1a",
        "a b",
        "a\n"
      })
  void theTagOfAnotherObjectIsNoApplication(String tag) {
    assertFalse(ApplicationTag.isValid(tag));
    Bytes text = Dialect.MESH.json().write(tag, mail(Dialect.MESH).members());
    Failing.with(JsonException.Code.SHAPE, () -> ApplicationProfile.read(Dialect.MESH, text));
    assertThrows(IllegalArgumentException.class, () -> ApplicationTag.require(tag));
  }

  @Test
  void tagsAreLimited() {
    assertTrue(ApplicationTag.isValid("A".repeat(64)));
    assertFalse(ApplicationTag.isValid("A".repeat(65)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MailProfile", "CalendarProfile"})
  void theReferenceWroteNoTime(String tag) {
    ObjectNode members = mail(Dialect.PORTAL_2017).members();
    members.remove("Updated");
    Bytes text = Dialect.PORTAL_2017.json().write(tag, members);
    assertEquals(Instant.EPOCH, ApplicationProfile.read(Dialect.PORTAL_2017, text).updated(), tag);
  }

  @Test
  void publishedMembersAreThoseOfTheType() {
    KnownApplicationProfile mail = mail(Dialect.MESH);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new KnownApplicationProfile(
                new PasswordType(), mail.identifier(), AT, null, part(), null, mail.published()));
  }

  @Test
  void aPrivateKeyIsTheOneThatItsFingerprintNames() {
    try (PrivateJwk one = PrivateJwk.generate(KeySpec.ED25519, world.stream("test", "one"));
        PrivateJwk other = PrivateJwk.generate(KeySpec.ED25519, world.stream("test", "other"))) {
      var held = PrivateKeyParameters.of(Dialect.MESH, one);
      var foreign = PrivateKeyParameters.of(Dialect.MESH, other);
      assertEquals(one.publicJwk(), held.key().publicJwk());
      assertEquals("PrivateKeyParameters[" + held.udf() + "]", held.toString());
      assertThrows(
          IllegalArgumentException.class,
          () -> new PrivateKeyParameters(held.udf(), foreign.privateParameters()));
    }
  }
}

package dev.meshsim.schema;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.Entry;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.OfflineEscrowEntry;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.PrivateKeyParameters;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedEntry;
import dev.meshsim.profile.SignedMasterProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.application.ApplicationProfile;
import dev.meshsim.schema.SectionRow.Part;
import dev.meshsim.schema.form.Forms2017;
import dev.meshsim.schema.form.KeyForms;
import dev.meshsim.schema.form.ObjectForms;
import java.util.List;

/** The table of sources: signatures, encryption, keys and profiles. */
final class ProfileSources {

  private static final String NONE = "";
  private static final String KEY = "Key";
  private static final String ENTRY = "Entry";
  private static final String SIGNED = "SignedProfile";

  private ProfileSources() {}

  static Part jose(Dialect dialect) {
    boolean mesh = dialect == Dialect.MESH;
    List<Row> signed =
        mesh
            ? List.of(
                Row.named("JoseWebSignature", JsonWebSignature.class, NONE),
                Row.named("Signature", JsonWebSignature.Signature.class, NONE))
            : List.of(
                Row.named("JoseWebSignature", Forms2017.Signed.class, NONE)
                    .also(JsonWebSignature.class),
                Row.named("Signature", Forms2017.Signature.class, NONE));
    List<Row> encrypted =
        mesh
            ? List.of(
                Row.named("JoseWebEncryption", JsonWebEncryption.class, NONE),
                Row.named("Recipient", JsonWebEncryption.WrappedKey.class, NONE))
            : List.of(
                Row.named("JoseWebEncryption", Forms2017.Encrypted.class, NONE)
                    .also(JsonWebEncryption.class),
                Row.named("Recipient", Forms2017.Recipient.class, NONE));
    List<Row> headers =
        mesh
            ? List.of(
                Row.of(ObjectForms.JoseHeader.class, NONE).andOthers(),
                Row.of(ObjectForms.EphemeralKey.class, NONE).andOthers())
            : List.of(Row.named("JoseHeader", Forms2017.Header.class, NONE).andOthers());
    return new Part(
        "dev.meshsim.jose",
        "Jose",
        "Jose",
        List.of(
            SectionRow.of(1, "Signatures and Encryption"),
            SectionRow.of(2, "Signed Objects", signed),
            SectionRow.of(2, "Encrypted Objects", encrypted),
            SectionRow.of(2, "Headers", headers),
            SectionRow.of(2, "Keys", mesh ? meshKeys() : portalKeys())));
  }

  private static List<Row> meshKeys() {
    return List.of(
        Row.of(KeyForms.Key.class, NONE).asBase().andOthers().also(ObjectForms.Key.class),
        Row.named("PublicKeyOKP", KeyForms.PublicKeyOkp.class, KEY),
        Row.named("PrivateKeyOKP", KeyForms.PrivateKeyOkp.class, "PublicKeyOKP"),
        Row.named("PublicKeyEC", KeyForms.PublicKeyEc.class, KEY),
        Row.named("PrivateKeyEC", KeyForms.PrivateKeyEc.class, "PublicKeyEC"),
        Row.named("PublicKeyRSA", KeyForms.PublicKeyRsa.class, KEY),
        Row.named("PrivateKeyRSA", KeyForms.PrivateKeyRsa.class, "PublicKeyRSA"));
  }

  private static List<Row> portalKeys() {
    return List.of(
        Row.of(Forms2017.Key.class, NONE).asBase().andOthers().also(ObjectForms.Key.class),
        Row.named("PublicKeyRSA", KeyForms.PublicKeyRsa.class, KEY),
        Row.named("PrivateKeyRSA", KeyForms.PrivateKeyRsa.class, "PublicKeyRSA"));
  }

  static Part profiles() {
    return new Part(
        "dev.meshsim.mesh",
        "Mesh",
        "Mesh",
        List.of(
            SectionRow.of(1, "Shared Classes"),
            SectionRow.of(
                2,
                "Cryptographic Data Classes",
                Row.of(ObjectForms.PublicKey.class, NONE).also(PublicKey.class),
                Row.of(ObjectForms.PrivateKeyParameters.class, NONE)
                    .also(PrivateKeyParameters.class)),
            SectionRow.of(1, "Mesh Profile Objects"),
            SectionRow.of(
                2,
                "Base Profile Objects",
                Row.interfaceOf(ENTRY, Entry.class, SignedDeviceProfile.class, NONE),
                Row.interfaceOf(SIGNED, SignedEntry.class, SignedDeviceProfile.class, ENTRY)),
            SectionRow.of(
                2,
                "Device Profile Objects",
                Row.of(SignedDeviceProfile.class, SIGNED),
                Row.of(DeviceProfile.class, ENTRY),
                Row.of(ObjectForms.DevicePrivateProfile.class, NONE)),
            SectionRow.of(
                2,
                "Master Profile Objects",
                Row.of(SignedMasterProfile.class, SIGNED),
                Row.of(MasterProfile.class, ENTRY)),
            SectionRow.of(
                2,
                "Personal Profile Objects",
                Row.of(SignedPersonalProfile.class, SIGNED),
                Row.of(PersonalProfile.class, ENTRY),
                Row.of(ApplicationProfileEntry.class, NONE)),
            SectionRow.of(
                2,
                "Application Profile Objects",
                Row.of(SignedApplicationProfile.class, SIGNED),
                Row.of(ObjectForms.ApplicationProfile.class, ENTRY)
                    .asBase()
                    .also(ApplicationProfile.class)),
            SectionRow.of(
                2,
                "Key Escrow Objects",
                Row.of(OfflineEscrowEntry.class, ENTRY),
                Row.of(ObjectForms.EscrowedKeySet.class, NONE)),
            SectionRow.of(1, "Portal Connection"),
            SectionRow.of(
                2,
                "Connection Requests",
                Row.of(ConnectionRequest.class, NONE),
                Row.of(SignedConnectionRequest.class, SIGNED)),
            SectionRow.of(
                2,
                "Connection Results",
                Row.of(ConnectionResult.class, "ConnectionRequest"),
                Row.of(SignedConnectionResult.class, SIGNED))));
  }
}

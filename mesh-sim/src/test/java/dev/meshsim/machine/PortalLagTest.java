package dev.meshsim.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.profile.OfflineEscrowEntry;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.protocol.VoidedEscrow;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortalLagTest {

  private static final PortalLag LAG =
      ((MachineRecord.Behind) SampleRecords.first(RecordKind.BEHIND)).lag();
  private static final Udf PROFILE = LAG.profile();
  private static final Udf OTHER = Udf.parse("MDDK-7N6A-727A-JZNO-STRX-XKS7-DJAF");
  private static final OfflineEscrowEntry ENTRY = LAG.escrow().get(0).entry();

  @Test
  void theJsonFormHasEachMemberInOrder() {
    SignedPersonalProfile had = (SignedPersonalProfile) LAG.versions().get(0).had();
    String entry = MeshJson.write(ENTRY).utf8();
    PortalLag lag =
        new PortalLag(
            PROFILE,
            List.of(new PortalLag.Version(PROFILE, had), new PortalLag.Version(OTHER, null)),
            List.of(
                new PortalLag.Escrow(ENTRY, List.of()),
                new PortalLag.Escrow(ENTRY, List.of("all")),
                new PortalLag.Escrow(ENTRY, List.of(OTHER.text()))));
    String expected =
        """
        {"Profile":"%s","Versions":[{"Identifier":"%s","Had":%s},{"Identifier":"%s"}],\
        "Escrow":[{"Entry":%s,"Voids":[]},{"Entry":%s,"Voids":["all"]},\
        {"Entry":%s,"Voids":["%s"]}]}"""
            .formatted(
                PROFILE,
                PROFILE,
                MeshJson.writeTagged(had).utf8(),
                OTHER,
                entry,
                entry,
                entry,
                OTHER);
    assertEquals(expected, MeshJson.write(lag).utf8());
    assertEquals(lag, MeshJson.read(Bytes.utf8(expected), PortalLag.class));
  }

  @Test
  void aPortalThatHasEverythingIsEmpty() {
    PortalLag none = PortalLag.none(PROFILE);
    assertTrue(none.isEmpty());
    assertEquals(
        "{\"Profile\":\"" + PROFILE + "\",\"Versions\":[],\"Escrow\":[]}",
        MeshJson.write(none).utf8());
    assertFalse(LAG.isEmpty());
    assertFalse(new PortalLag(PROFILE, LAG.versions(), List.of()).isEmpty());
    assertFalse(new PortalLag(PROFILE, List.of(), LAG.escrow()).isEmpty());
  }

  @Test
  void aVersionIsFoundByItsIdentifier() {
    assertEquals(Optional.of(LAG.versions().get(0)), LAG.of(PROFILE));
    assertEquals(Optional.empty(), LAG.of(OTHER));
  }

  @Test
  void anIdentifierThatIsThereTwiceIsRefused() {
    List<PortalLag.Version> twice =
        List.of(LAG.versions().get(0), new PortalLag.Version(PROFILE, null));
    refused("an identifier is there twice", () -> new PortalLag(PROFILE, twice, List.of()));
  }

  @Test
  void aVersionOfAnotherObjectOrKindIsRefused() {
    SignedDeviceProfile device =
        ((MachineRecord.Device) SampleRecords.first(RecordKind.DEVICE)).signed();
    refused(
        "a version of another profile or application",
        () -> new PortalLag.Version(OTHER, SampleRecords.personal()));
    refused(
        "a version of neither a profile nor an application",
        () -> new PortalLag.Version(device.identifier(), device));
  }

  static Stream<Optional<VoidedEscrow>> voids() {
    return Stream.of(
        Optional.empty(),
        Optional.of(VoidedEscrow.all()),
        Optional.of(VoidedEscrow.of(List.of(PROFILE, OTHER))));
  }

  @ParameterizedTest
  @MethodSource("voids")
  void whatAnEntryVoidsComesBack(Optional<VoidedEscrow> voided) {
    PortalLag.Escrow escrow = PortalLag.Escrow.of(ENTRY, voided);
    assertEquals(voided, escrow.voided());
    Bytes json = MeshJson.write(escrow);
    assertEquals(voided, MeshJson.read(json, PortalLag.Escrow.class).voided());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ALL", "none"})
  void aVoidedEntryThatIsNoIdentifierIsRefused(String text) {
    for (List<String> voids : List.of(List.of(text), List.of("all", text))) {
      assertThrows(UdfException.Syntax.class, () -> new PortalLag.Escrow(ENTRY, voids));
    }
  }

  @Test
  void allIsAloneAndALongListIsRefused() {
    List<String> both = List.of("all", OTHER.text());
    assertThrows(UdfException.Syntax.class, () -> new PortalLag.Escrow(ENTRY, both));
    List<String> many = new ArrayList<>();
    for (int i = 0; i <= VoidedEscrow.MOST; i++) {
      many.add(OTHER.text());
    }
    refused("one request voids at most 64", () -> new PortalLag.Escrow(ENTRY, many));
  }

  @Test
  void listsCannotBeChanged() {
    List<PortalLag.Version> versions = new ArrayList<>(LAG.versions());
    List<String> voids = new ArrayList<>(List.of("all"));
    PortalLag.Escrow escrow = new PortalLag.Escrow(ENTRY, voids);
    PortalLag lag = new PortalLag(PROFILE, versions, List.of(escrow));
    versions.clear();
    voids.clear();
    assertEquals(LAG.versions(), lag.versions());
    assertEquals(Optional.of(VoidedEscrow.all()), escrow.voided());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"Profile\":null}",
        "{\"Profile\":\"%s\",\"Versions\":[{}]}",
        "{\"Profile\":\"%s\",\"Versions\":[null],\"Escrow\":[]}",
        "{\"Profile\":\"%s\",\"Versions\":[{\"Identifier\":\"%1$s\",\"Had\":{}}],\"Escrow\":[]}",
        "{\"Profile\":\"%s\",\"Versions\":[],\"Escrow\":[{\"Voids\":[]}]}",
        "{\"Profile\":\"%s\",\"Versions\":[],\"Escrow\":[],\"More\":1}"
      })
  void aMalformedLagIsRefused(String json) {
    Bytes text = Bytes.utf8(json.formatted(OTHER));
    assertThrows(JsonException.class, () -> MeshJson.read(text, PortalLag.class));
  }

  @Test
  void anAccountIsNamedAsAKeyIs() {
    MachineRecord.Behind behind = new MachineRecord.Behind("alice@example.com", LAG);
    assertEquals(new RecordKey(RecordKind.BEHIND, "alice@example.com"), behind.key());
    assertThrows(IllegalArgumentException.class, () -> new MachineRecord.Behind("a\nb", LAG));
  }

  private static void refused(String why, org.junit.jupiter.api.function.Executable act) {
    String message = assertThrows(IllegalArgumentException.class, act).getMessage();
    assertTrue(message.contains(why), message);
  }
}

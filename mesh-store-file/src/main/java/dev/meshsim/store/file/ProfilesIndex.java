package dev.meshsim.store.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.json.MeshJson;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The content of {@code profiles.json}, the index of a store: accounts, profiles, requests and keys
 * with their files, and the defaults. Sections are named after the registry keys of developer-08
 * section 5.1.2.
 *
 * @param portalLags null if there is none, as in every store of an earlier version
 * @param portals null if there is none, as in every store of an earlier version
 * @param check the digest of the rest, by which a wrong bit is noticed; null in a store of an
 *     earlier version, and after an edit by hand that has removed it
 */
record ProfilesIndex(
    @JsonProperty("Version") int version,
    @JsonProperty("Mode") String mode,
    @JsonProperty("Accounts") Section accounts,
    @JsonProperty("PersonalProfiles") Section personalProfiles,
    @JsonProperty("ThisDevice") Section thisDevice,
    @JsonProperty("ApplicationProfiles") Section applicationProfiles,
    @JsonProperty("ConnectionRequests") Section connectionRequests,
    @JsonProperty("PortalLags") @Nullable Section portalLags,
    @JsonProperty("Portals") @Nullable Section portals,
    @JsonProperty("Keys") Section keys,
    @JsonProperty("Check") @Nullable String check) {

  /** The one version of the layout that there is. */
  static final int VERSION = 1;

  private static final JsonMapper READABLE = JsonMapper.builder().build();

  ProfilesIndex {
    required("Mode", mode);
    required("Accounts", accounts);
    required("PersonalProfiles", personalProfiles);
    required("ThisDevice", thisDevice);
    required("ApplicationProfiles", applicationProfiles);
    required("ConnectionRequests", connectionRequests);
    required("Keys", keys);
  }

  private static void required(String member, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException("the member " + member + " is missing");
    }
  }

  /**
   * The records of one kind.
   *
   * @param standard the name of the default, or null if there is none
   */
  record Section(
      @JsonProperty("Default") @Nullable String standard,
      @JsonProperty("Entries") List<Item> entries) {

    Section {
      required("Entries", entries);
      entries = List.copyOf(entries);
    }
  }

  /**
   * One record.
   *
   * @param name the record's name: an account, or a fingerprint
   * @param profile of an account or an application: the personal profile's identifier
   * @param keySpec of a key: its algorithm and use, which its file lacks
   * @param file of all but accounts: its file; of a key the private half
   */
  record Item(
      @JsonProperty("Name") String name,
      @JsonProperty("Profile") @Nullable String profile,
      @JsonProperty("KeySpec") @Nullable KeySpec keySpec,
      @JsonProperty("File") @Nullable String file) {

    Item {
      required("Name", name);
    }
  }

  /** The index of these records. */
  static ProfilesIndex of(Layout layout, NavigableMap<RecordKey, MachineRecord> records) {
    return new ProfilesIndex(
            VERSION,
            layout.modeName(),
            section(layout, records, RecordKind.ACCOUNT),
            section(layout, records, RecordKind.PERSONAL),
            section(layout, records, RecordKind.DEVICE),
            section(layout, records, RecordKind.APPLICATION),
            section(layout, records, RecordKind.REQUEST),
            sectionIfAny(layout, records, RecordKind.BEHIND),
            sectionIfAny(layout, records, RecordKind.PORTAL),
            section(layout, records, RecordKind.PRIVATE_KEY),
            null)
        .checked();
  }

  /** This index with the digest of its content. */
  private ProfilesIndex checked() {
    return new ProfilesIndex(
        version,
        mode,
        accounts,
        personalProfiles,
        thisDevice,
        applicationProfiles,
        connectionRequests,
        portalLags,
        portals,
        keys,
        Sha256.of(Bytes.of(unchecked().toJson())).base64Url());
  }

  private ProfilesIndex unchecked() {
    return new ProfilesIndex(
        version,
        mode,
        accounts,
        personalProfiles,
        thisDevice,
        applicationProfiles,
        connectionRequests,
        portalLags,
        portals,
        keys,
        null);
  }

  /** True if the digest is that of the content, or if there is none. */
  boolean isWhole() {
    return check == null || check.equals(checked().check());
  }

  private static @Nullable Section sectionIfAny(
      Layout layout, NavigableMap<RecordKey, MachineRecord> records, RecordKind kind) {
    Section section = section(layout, records, kind);
    return section.entries().isEmpty() ? null : section;
  }

  private static Section section(
      Layout layout, NavigableMap<RecordKey, MachineRecord> records, RecordKind kind) {
    MachineRecord standard = records.get(new RecordKey(RecordKind.DEFAULT, kind.name()));
    List<Item> entries =
        records.values().stream()
            .filter(record -> record.key().kind() == kind)
            .map(record -> item(layout, record))
            .toList();
    return new Section(
        standard instanceof MachineRecord.Default named ? named.name() : null, entries);
  }

  private static Item item(Layout layout, MachineRecord record) {
    List<String> files = layout.filesOf(record);
    String profile = null;
    KeySpec spec = null;
    if (record instanceof MachineRecord.Account account) {
      profile = account.profile().text();
    } else if (record instanceof MachineRecord.Application application) {
      profile = application.profile().text();
    } else if (record instanceof MachineRecord.Key key) {
      spec = key.jwk().spec();
    }
    return new Item(record.key().name(), profile, spec, files.isEmpty() ? null : files.get(0));
  }

  /** UTF-8 JSON, laid out for a person to read. */
  byte[] toJson() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    String text = READABLE.writer().with(printer).writeValueAsString(MeshJson.toTree(this));
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }
}

package dev.meshsim.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.meshsim.arch.SourceTree;
import dev.meshsim.jose.Suite;
import dev.meshsim.protocol.Extension;
import dev.meshsim.protocol.Status;
import dev.meshsim.testing.Golden;
import dev.meshsim.testing.Once;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every addition to the schema is in {@link Extension} and on its page, and none in vain. */
@Once
class ExtensionReferenceTest {

  private static final List<String> PACKAGES =
      List.of("dev.meshsim.log", "dev.meshsim.protocol", "dev.meshsim.profile");

  /** Records whose name is not that of their object in the schema. */
  private static final Map<String, String> OBJECTS =
      Map.of(
          "ErrorResponse",
          "MeshResponse",
          "Common",
          "ApplicationProfile",
          "PrivateKeyParameters",
          "PublicKey",
          "ContactEntry",
          "ContactPerson");

  /** A record of which only the tag is written: its member is the name of an object. */
  private static final String ONE_TAG = "EncryptedPart";

  /** Members of RFC 7515 to 7518 and 8037 that the schema does not have. */
  private static final Set<String> OF_RFCS = Set.of("crv", "x", "y", "header");

  private static final Pattern MEDIA_TYPE =
      Pattern.compile("\"((?:application/[\\w.+-]+)|(?:[\\w.-]+\\+jw[sb]))\"");

  /** Media types of the drafts and of the reference implementation. */
  private static final Set<String> OF_DRAFTS =
      Set.of(
          "application/json",
          "application/mesh",
          "application/mesh-portal",
          "application/mmm-escrowed",
          "application/openpgp-key",
          "application/pkix-cert",
          "application/pkix-keyinfo",
          "application/udf",
          "application/udf-encryption",
          "application/udf-secret",
          "application/x509-keyinfo");

  private static Schema2017 schema;
  private static WrittenNames written;

  @BeforeAll
  static void run() {
    written = WrittenNames.ofASession();
  }

  /** Skips a test that compares with the schema where the shared test data is not there. */
  private static void readSchema() throws IOException {
    schema = Schema2017.read();
  }

  @Test
  void thePageIsUpToDate() throws IOException {
    Golden.assertSame(Golden.root().resolve("docs/extensions.md"), ExtensionReference.markdown());
  }

  @Test
  void theMembersThatTheSchemaDoesNotHaveAreListed() throws IOException {
    readSchema();
    Set<String> additions = new TreeSet<>();
    int records = 0;
    for (JavaClass type : ErrorCodes.ofTheProgram().classes()) {
      if (type.isRecord() && holdsMessages(type)) {
        additions.addAll(additionsOf(type.reflect()));
        records++;
      }
    }
    assertTrue(records > 50, "only " + records + " records were found");
    assertEquals(listed(Extension.Kind.MEMBER), additions);
  }

  private static boolean holdsMessages(JavaClass type) {
    return PACKAGES.stream().anyMatch(name -> type.getPackageName().equals(name))
        || type.getPackageName().startsWith("dev.meshsim.profile.application")
        || type.getName().startsWith("dev.meshsim.portal.service.PortalEntry$");
  }

  private static Set<String> additionsOf(Class<?> record) {
    Set<String> additions = new TreeSet<>();
    String object = OBJECTS.getOrDefault(record.getSimpleName(), record.getSimpleName());
    for (RecordComponent component : record.getRecordComponents()) {
      JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
      if (property == null || (object.equals(ONE_TAG) && schema.hasObject(property.value()))) {
        continue;
      }
      if (!schema.members(object).contains(property.value()) && !isListedRecord(object)) {
        additions.add(object + "." + property.value());
      }
    }
    return additions;
  }

  private static boolean isListedRecord(String object) {
    return listed(Extension.Kind.RECORD).contains(object) && !schema.hasObject(object);
  }

  @Test
  void everyNameThatIsWrittenIsOfTheSchemaOfAnRfcOrListed() throws IOException {
    readSchema();
    Set<String> unknown = new TreeSet<>(written.members);
    unknown.removeAll(schema.names());
    unknown.removeAll(OF_RFCS);
    for (Extension extension : Extension.values()) {
      unknown.removeAll(extension.names());
    }
    // Members of a record that is an addition as a whole.
    unknown.removeAll(
        Set.of("ApplicationUDF", "Answers", "Checkpoint", "EscrowUDF", "Voided", "Root", "Size"));
    assertEquals(Set.of(), unknown);
    assertTrue(written.members.size() > 60, written.members.toString());
  }

  @Test
  void theHeaderNamesThatTheSchemaDoesNotHaveAreListed() throws IOException {
    readSchema();
    Set<String> additions = new TreeSet<>(WrittenNames.headersInSources());
    assertTrue(additions.contains("aud"), additions.toString());
    additions.addAll(written.headers);
    additions.removeAll(schema.members("Header"));
    assertEquals(listed(Extension.Kind.HEADER), additions);
  }

  @Test
  void theStatusesThatTheSchemaDoesNotHaveAreListed() throws IOException, IllegalAccessException {
    readSchema();
    Set<String> additions = new TreeSet<>();
    for (Field field : Status.class.getFields()) {
      if (field.getType() == int.class) {
        additions.add(String.valueOf(field.getInt(null)));
      }
    }
    additions.removeAll(schema.statuses());
    assertEquals(listed(Extension.Kind.STATUS), additions);
  }

  @Test
  void theMediaTypesThatNoDraftHasAreListed() throws IOException {
    Set<String> additions = new TreeSet<>();
    for (Path file : SourceTree.ofModule(Golden.root().resolve("mesh-sim")).files()) {
      Matcher types = MEDIA_TYPE.matcher(Files.readString(file));
      while (types.find()) {
        additions.add(types.group(1));
      }
    }
    additions.removeAll(OF_DRAFTS);
    assertEquals(listed(Extension.Kind.MEDIA_TYPE), additions);
  }

  @Test
  void theRecordsAndTagsAreWrittenAndNotOfTheSchema() throws IOException {
    readSchema();
    Set<String> keys = new TreeSet<>();
    for (Suite suite : Suite.values()) {
      for (var spec : List.of(suite.signature(), suite.encryption())) {
        String name = spec.name();
        String kty = name.startsWith("RSA") ? "RSA" : name.matches("(ED|X).*") ? "OKP" : "EC";
        keys.add("PublicKey" + kty);
        keys.add("PrivateKey" + kty);
      }
    }
    keys.removeIf(schema::hasObject);
    Set<String> others = new TreeSet<>(listed(Extension.Kind.RECORD));
    assertTrue(others.containsAll(keys), keys.toString());
    others.removeAll(keys);
    others.removeIf(written.members::contains);
    assertEquals(Set.of(), others);
  }

  @Test
  void namesAreListedOnce() {
    List<String> all =
        Arrays.stream(Extension.values())
            .flatMap(e -> e.names().stream().map(name -> e.kind() + " " + e.place() + " " + name))
            .toList();
    assertEquals(Set.copyOf(all).size(), all.size());
  }

  private static Set<String> listed(Extension.Kind kind) {
    return Arrays.stream(Extension.values())
        .filter(extension -> extension.kind() == kind)
        .flatMap(
            e ->
                e.names().stream()
                    .map(name -> kind == Extension.Kind.MEMBER ? e.place() + "." + name : name))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

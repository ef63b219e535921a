package dev.meshsim.cli.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.Cli;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.MeshJson;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.MeshPortals;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.application.ApplicationType;
import dev.meshsim.profile.application.ApplicationTypes;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.SshApplication;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Applications of every type with read and update. */
class ApplicationVerbsTest extends Verbs {

  /** The content of an application of each type, with a password in those that have one. */
  private static final Map<String, String> CONTENT =
      new TreeMap<>(
          Map.of(
              "BookmarkProfile",
              "{'Entries': [{'Uri': 'https://example.org/', 'Title': 'Home'}]}",
              "ContactProfile",
              "{'Entries': [{'FullName': 'Bob'}]}",
              "CredentialProfile",
              "{'Entries': [{'Sites': ['example.org'], 'Username': 'a', 'Password': 'tulip'}]}",
              "MailProfile",
              "{'EmailAddress': 'alice@example.com', 'Inbound': [{'ServiceName':"
                  + " 'imap.example.com', 'Prefix': '_imaps', 'UserName': 'alice', 'Password':"
                  + " 'tulip'}]}",
              "NetworkProfile",
              "{'Sites': ['home'], 'DNS': [{'ServiceName': 'ns.example.com', 'Password':"
                  + " 'tulip'}]}",
              "PasswordProfile",
              "{'Entries': [{'Sites': ['example.org'], 'Username': 'a', 'Password': 'tulip'}]}",
              "SSHProfile",
              "{'Account': 'alice', 'HostEntries': [{'Address': 'example.com', 'AlgorithmID':"
                  + " 'ssh-ed25519', 'PublicKey': 'AAAA'}]}"));

  private static final Set<String> WITH_PASSWORD =
      Set.of("CredentialProfile", "MailProfile", "NetworkProfile", "PasswordProfile");

  @BeforeEach
  void profile() {
    create();
  }

  private Path file(JsonNode content) throws IOException {
    return Files.write(place.resolve("input.json"), MeshJson.write(content).toArray());
  }

  /** Adds an application of each type, without the commands. */
  private void added() {
    try (MeshMachine machine = MeshMachine.ofThisComputer("file", place.resolve("desktop"))) {
      PersonalSession profile =
          new MeshSession(machine, MeshPortals.of(List.of(one))).personalSession().orElseThrow();
      for (String type : CONTENT.keySet()) {
        Bytes text = Bytes.utf8(CONTENT.get(type).replace('\'', '"'));
        profile.add(
            MeshJson.read(text, ApplicationTypes.installed().tagged(type).orElseThrow().content()),
            true);
      }
    }
  }

  /** The first words of the lines of the text form. */
  private Set<String> names(String line) {
    Cli done = run("desktop", line);
    assertEquals(0, done.code(), done.errors());
    Set<String> names = new TreeSet<>();
    done.out().lines().forEach(text -> names.add(text.split(" ")[0]));
    return names;
  }

  private static void assertHolds(String type, JsonNode read) {
    assertEquals(type, read.path("type").asString());
    Matcher text = Pattern.compile("'([^']+)'").matcher(CONTENT.get(type));
    while (text.find()) {
      assertContains("\"" + text.group(1) + "\"", read.path("content").toString());
    }
  }

  @Test
  void everyTypeIsReadAndUpdated() throws IOException {
    assertEquals(
        ApplicationTypes.installed().all().stream()
            .map(ApplicationType::tag)
            .filter(tag -> !tag.startsWith("Test"))
            .toList(),
        List.copyOf(CONTENT.keySet()));
    added();
    for (String type : CONTENT.keySet()) {
      JsonNode shown = json("desktop", "connect read " + type);
      if (WITH_PASSWORD.contains(type)) {
        assertFalse(shown.toString().contains("tulip"), type);
        assertEquals(
            1, shown.path("content").findValues("Password").get(0).size(), shown.toString());
        shown = json("desktop", "manager read --secrets " + type);
      }
      assertHolds(type, shown);
      json("desktop", "connect update " + type + " " + file(shown));
    }
    ObjectNode mail = (ObjectNode) json("desktop", "connect read --secrets MailProfile");
    assertHolds("MailProfile", mail);
    ((ObjectNode) mail.path("content")).put("DisplayName", "Alice");
    json("desktop", "manager update MailProfile " + file(mail.path("content")));
    JsonNode hidden = json("desktop", "connect read MailProfile");
    assertEquals("Alice", hidden.path("content").path("DisplayName").asString());
    assertContains(
        "/content/Inbound/0/Password is hidden",
        refused("desktop", "connect update MailProfile " + file(hidden)));
    assertContains(
        "/Inbound/0/Password is hidden",
        refused("desktop", "connect update MailProfile " + file(hidden.path("content"))));
    Set<String> members = new TreeSet<>(hidden.propertyNames());
    members.remove("devices");
    assertEquals(members, names("connect read MailProfile"));
  }

  @Test
  void whatIsPublishedIsUpdatedToo() throws IOException {
    json("desktop", "manager add-application --type MailProfile");
    PublicKey key;
    try (PrivateJwk pair =
        PrivateJwk.generate(KeySpec.ED25519, World.seeded(1).stream("test", "key"))) {
      key = PublicKey.of(Dialect.MESH, pair.publicJwk());
    }
    ObjectNode read = (ObjectNode) json("desktop", "connect read MailProfile");
    assertEquals(0, read.path("published").size());
    ((ObjectNode) read.path("published")).set("EncryptionPGP", MeshJson.toTree(key));
    json("desktop", "connect update MailProfile " + file(read));
    JsonNode now = json("desktop", "connect read MailProfile");
    assertEquals(read.path("published"), now.path("published"));

    assertContains(
        "after it was read", refused("desktop", "connect update MailProfile " + file(read)));
    ObjectNode other = (ObjectNode) now.deepCopy();
    other.put("application", "RAAA-AAAA");
    assertContains(
        "of another application", refused("desktop", "connect update MailProfile " + file(other)));
    other = (ObjectNode) now.deepCopy();
    ((ObjectNode) other.path("published")).put("EncryptionPGP", "none");
    assertContains("input.json", refused("desktop", "connect update MailProfile " + file(other)));
  }

  @Test
  void theKeysOfDevicesAreShown() throws IOException {
    json("desktop", "manager add-application --type SSHProfile");
    String udf;
    try (MeshMachine machine = MeshMachine.ofThisComputer("file", place.resolve("desktop"))) {
      PersonalSession profile =
          new MeshSession(machine, MeshPortals.of(List.of(one))).personalSession().orElseThrow();
      ApplicationSession ssh =
          profile.application(profile.applicationsOfType("SSHProfile").get(0).text());
      udf = SshApplication.of(ssh).makeKey().udf().text();
      ssh.update();
    }
    JsonNode shown = json("desktop", "connect read SSHProfile");
    assertEquals(1, shown.path("devices").size());
    assertContains(udf, shown.path("devices").get(0).toString());
    assertEquals(udf, shown.path("device").path("KeyUDF").asString());
    assertTrue(shown.at("/device/DevicePrivateKey/hidden").booleanValue());
    JsonNode whole = json("desktop", "connect read --secrets SSHProfile");
    assertFalse(whole.toString().contains("hidden"));
    assertEquals(
        List.of("application", "type", "updated", "content", "devices", "device"),
        new ArrayList<>(whole.propertyNames()));

    json("desktop", "connect update SSHProfile " + file(whole));
    ObjectNode changed = (ObjectNode) json("desktop", "connect read --secrets SSHProfile");
    assertEquals(whole.path("device"), changed.path("device"));
    changed.remove("device");
    changed.putArray("devices");
    assertContains(
        "devices is not as the application has it",
        refused("desktop", "connect update SSHProfile " + file(changed)));
  }
}

package dev.meshsim.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.testing.Once;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys as PuTTY, editors and people leave them: padding, comments, parameters, one-line form. */
@Once
class ForeignKeyTest {

  /** Written by puttygen 0.78 with an empty comment: 13 octets of padding. */
  private static final String PUTTY =
      armored(
          "OPENSSH PRIVATE KEY",
          "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZWQyNTUxOQAAACBZ4ETiga"
              + "dMofMch22wMhiiIEjGGTJAMd33uhTuJrKW8QAAAJDeAdZV3gHWVQAAAAtzc2gtZWQyNTUxOQAAACBZ4ETigadMofMc"
              + "h22wMhiiIEjGGTJAMd33uhTuJrKW8QAAAECWD6ht5lWnMvf+Z677kttoKFdcZKOAVtAVaEm1+i7TKVngROKBp0yh8x"
              + "yHbbAyGKIgSMYZMkAx3fe6FO4mspbxAAAAAAECAwQFBgcICQoLDA0=");

  private static final KeySpec SPEC = KeySpec.ED25519;
  private static final SshKeyType TYPE = SshKeyType.ED25519;

  @TempDir Path directory;

  private static String armored(String label, String base64) {
    return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
  }

  private static PrivateJwk sample() {
    return SampleRecords.key(SPEC).jwk();
  }

  private static PublicJwk publicHalf() {
    return sample().publicJwk();
  }

  private static String blob() {
    return Base64.getEncoder().encodeToString(TYPE.publicBlob(publicHalf().spki()));
  }

  /** A file of the sample key with this end of its private section. */
  private static byte[] file(int secondCheck, byte[] comment, byte[] padding, byte[] more) {
    byte[] written = OpenSshKey.write(TYPE, sample(), "", 5);
    SshReader in = new SshReader(written);
    try (SshWriter section = new SshWriter();
        SshWriter out = new SshWriter()) {
      out.raw(in.raw(15)).string(in.string()).string(in.string()).string(in.string());
      out.uint32(in.uint32()).string(in.string());
      SshReader old = new SshReader(in.string());
      section.uint32(old.uint32()).uint32(old.uint32() + secondCheck);
      section.string(old.string()).string(old.string()).string(old.string());
      section.string(comment).raw(padding);
      out.string(section.toArray()).raw(more);
      return Armor.OPENSSH_PRIVATE.write("", out.toArray());
    } catch (KeyTextException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] padding(int length) {
    byte[] padding = new byte[length];
    for (int i = 0; i < length; i++) {
      padding[i] = (byte) (i + 1);
    }
    return padding;
  }

  private static void isRead(byte[] text) throws KeyTextException {
    try (PrivateJwk read = KeyForm.of(SPEC).readPrivate(SPEC, text)) {
      assertEquals(publicHalf(), read.publicJwk());
    }
  }

  private static String refused(KeySpec spec, byte[] text) {
    return assertThrows(
            KeyTextException.class, () -> KeyForm.of(spec).readPrivate(spec, text).close())
        .problem();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void keyOfPuttygenIsRead() throws KeyTextException {
    KeyForm.ED25519.readPrivate(SPEC, ascii(PUTTY)).close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 13, 15, 16, 17, 255, 256, 300})
  void paddingHasAnyLength(int length) throws KeyTextException {
    isRead(file(0, ascii("x"), padding(length), new byte[0]));
  }

  @Test
  void paddingCounts() {
    for (int i = 0; i < 16; i++) {
      byte[] padding = padding(16);
      padding[i]++;
      assertEquals(
          "has a padding that is not 1, 2, 3 and so on",
          refused(SPEC, file(0, new byte[0], padding, new byte[0])));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Sch\u00fcssel", "\u00ff\u00fe", "\u0000", "a\nb", "\u00c1\u00a1"})
  void commentIsAnyOctets(String comment) throws KeyTextException {
    isRead(file(0, ascii(comment), padding(3), new byte[0]));
  }

  @Test
  void checkNumbersAreEqual() {
    assertEquals(
        "has two check numbers that differ",
        refused(SPEC, file(1, new byte[0], padding(8), new byte[0])));
  }

  @Test
  void nothingFollowsTheKey() {
    assertEquals(
        "goes on after its key", refused(SPEC, file(0, new byte[0], padding(8), new byte[1])));
  }

  @ParameterizedTest
  @EnumSource(names = {"ED25519", "P256_SIGN", "RSA_2048_SIGN"})
  void puttygenWritesWhatIsRead(KeySpec spec) throws Exception {
    Tool puttygen = Tool.installed("puttygen");
    Path made = directory.resolve("made");
    Files.write(made, KeyForm.of(spec).writePrivate(SampleRecords.key(spec).jwk(), "", random()));
    for (int length = 0; length < 16; length++) {
      Path out = directory.resolve("out" + length);
      puttygen.run(
          made.toString(), "-O", "private-openssh-new", "-C", "x".repeat(length), "-o", "" + out);
      try (PrivateJwk read = KeyForm.of(spec).readPrivate(spec, Files.readAllBytes(out))) {
        assertEquals(SampleRecords.key(spec).jwk().publicJwk(), read.publicJwk());
      }
    }
    for (String form : List.of("public", "public-openssh")) {
      Path out = directory.resolve(form);
      puttygen.run(made.toString(), "-O", form, "-o", out.toString());
      KeyForm.of(spec)
          .requirePublic(SampleRecords.key(spec).jwk().publicJwk(), Files.readAllBytes(out));
    }
  }

  private static RandomStream random() {
    return World.seeded(1).stream("machine", "store");
  }

  private static List<String> oneLineForms() {
    String type = "ssh-ed25519";
    List<String> forms = new ArrayList<>();
    forms.add(type + "\t" + blob() + "\tme");
    forms.add(type + "  " + blob() + "  two  spaces ");
    forms.add(type + " \t " + blob());
    forms.add("  " + type + " " + blob() + "\r\n");
    forms.add(
        "no-pty,command=\"say \\\"ssh-rsa AAAA\\\" to\tall\" " + type + " " + blob() + " me\n");
    forms.add("from=\"*.example.com\"\t" + type + "\t" + blob() + "\n\n");
    forms.add("\n# of alice\n\n" + type + " " + blob() + " Sch\u00fcssel\n");
    return forms;
  }

  @Test
  void oneLineFormIsRead() throws KeyTextException {
    for (String form : oneLineForms()) {
      KeyForm.ED25519.requirePublic(publicHalf(), ascii(form));
    }
  }

  @Test
  void sshKeygenReadsTheOneLineFormsToo() throws Exception {
    Tool keygen = Tool.installed("ssh-keygen");
    Path file = directory.resolve("o.pub");
    for (String form : oneLineForms()) {
      Files.write(file, ascii(form));
      assertTrue(keygen.run("-l", "-f", file.toString()).startsWith("256 SHA256:"), form);
    }
  }

  @Test
  void rfc4716WithSpacesIsRead() throws KeyTextException {
    KeyForm.ED25519.requirePublic(
        publicHalf(),
        ascii(
            "---- BEGIN SSH2 PUBLIC KEY ---- \nComment: \"x\"\n"
                + blob()
                + "\n---- END SSH2 PUBLIC KEY ----\t\n\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ssh-ed25519|ends too early",
        "ssh-ed25519 AAA!|has a line that is not base64",
        "ssh-rsa BLOB|says \"ssh-ed25519\" where \"ssh-rsa\" belongs",
        "ssh-ed25519 BLOB~ssh-ed25519 BLOB|has more than one key, each on a line",
        "a b ssh-ed25519 BLOB|does not begin with \"---- BEGIN SSH2 PUBLIC KEY ----\"",
        "# ssh-ed25519 BLOB|does not begin with \"---- BEGIN SSH2 PUBLIC KEY ----\""
      })
  void otherLinesAreRefused(String line, String problem) {
    byte[] text = ascii(line.replace("BLOB", blob()).replace("~", "\n"));
    assertEquals(
        problem,
        assertThrows(
                KeyTextException.class, () -> KeyForm.ED25519.requirePublic(publicHalf(), text))
            .problem());
  }

  @ParameterizedTest
  @CsvSource({"X25519, 1.3.101.110", "X448, 1.3.101.111", "ED448, 1.3.101.113"})
  void parametersAreNamedAsSuch(KeySpec spec, String oid) throws Exception {
    try (SecretBytes der = SampleRecords.key(spec).jwk().pkcs8()) {
      PrivateKeyInfo good = PrivateKeyInfo.getInstance(der.expose());
      AlgorithmIdentifier algorithm =
          new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid), DERNull.INSTANCE);
      byte[] bad = new PrivateKeyInfo(algorithm, good.parsePrivateKey()).getEncoded("DER");
      String problem = refused(spec, Armor.PKCS8.write("", bad));
      assertTrue(
          problem.endsWith(
              "the PKCS #8 key has parameters behind its algorithm "
                  + oid
                  + ", where they must be absent"),
          problem);
    }
  }

  @Test
  void publicHalfWithParametersIsNamedAsSuch() {
    PublicJwk jwk = SampleRecords.key(KeySpec.X25519).jwk().publicJwk();
    byte[] good = jwk.spki().toArray();
    byte[] bad = new byte[good.length + 2];
    System.arraycopy(good, 0, bad, 0, 9);
    bad[1] += 2;
    bad[3] += 2;
    bad[9] = 5;
    System.arraycopy(good, 9, bad, 11, good.length - 9);
    assertEquals(
        "has parameters, which a key for X25519 must not have",
        assertThrows(
                KeyTextException.class,
                () -> KeyForm.X25519.requirePublic(jwk, Armor.SPKI.write("", bad)))
            .problem());
  }
}

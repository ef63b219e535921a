package dev.meshsim.transparency.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.error.ErrorCode;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TransparencyException.Code;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.transparency.tree.TreeHead;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed notes and checkpoints, by an example that other programs accept. */
class NoteTest {

  private static final String LOG_KEY =
      "mesh.example+300036a1+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
  private static final String WITNESS_KEY =
      "witness.example/w1+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X";
  private static final String CHECKPOINT =
      """
      mesh.example
      300
      gw31yQrqZZCcEOPrzX+bpy3nJ6QgngTKn8G1m0i62uU=

      \u2014 mesh.example MAA2oSf/m/06kVYzaBDGGk4eNnestKufGDmqN+292KrKC/We2UHFetVqlmcye6Xlj5sOc+bd68AXl62DkB8prv8aLQo=
      \u2014 witness.example/w1 IDJKvgAAAABoTuGAGlWi04ci/lJivbj5rYRY6MITGFuZ7FN9t9dv+hnsAvO2dj1XYkUJPSd2shFJRJmArUUO1bTTI/g49XM/XSzqAA==
      """;
  private static final Bytes ROOT =
      Bytes.hex("830df5c90aea65909c10e3ebcd7f9ba72de727a4209e04ca9fc1b59b48badae5");
  private static final Instant TIME = Instant.ofEpochSecond(1_750_000_000);

  private final NoteKey log = NoteKey.parse(LOG_KEY);
  private final NoteKey witness = NoteKey.parse(WITNESS_KEY);
  private final RandomStream random = World.seeded(1).stream("test", "notes");

  private NoteSigner signer(String name, KeyType type, int firstOctet) {
    byte[] seed = new byte[32];
    for (int i = 0; i < seed.length; i++) {
      seed[i] = (byte) (firstOctet + i);
    }
    String x = firstOctet == 0 ? LOG_KEY : WITNESS_KEY;
    byte[] typed = Base64.getDecoder().decode(x.split("\\+", 3)[2]);
    String jwk =
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\""
            + Bytes.of(typed, 1, 33).base64Url()
            + "\",\"d\":\""
            + Bytes.of(seed).base64Url()
            + "\"}";
    return new NoteSigner(name, type, PrivateJwk.fromJson(Bytes.utf8(jwk)), random);
  }

  private static void fails(ErrorCode code, Runnable call) {
    assertEquals(code, assertThrows(TransparencyException.class, call::run).errorCode());
  }

  @Test
  void theExampleOfOthersIsWrittenOctetForOctet() {
    NoteSigner own = signer("mesh.example", KeyType.ED25519, 0);
    NoteSigner cosigner = signer("witness.example/w1", KeyType.COSIGNATURE, 0x20);
    assertEquals(LOG_KEY, own.key().text());
    assertEquals(WITNESS_KEY, cosigner.key().text());
    String text = new Checkpoint("mesh.example", new TreeHead(300, ROOT)).text();
    Note note = own.sign(text).with(cosigner.cosign(text, TIME));
    assertEquals(CHECKPOINT, note.octets().utf8());
    assertEquals(
        "c977f29845dfa49e9837ebcad0ec1fff446b5220552c7d611fa82c28ed09aeec",
        Sha256.of(note.octets()).hex());
  }

  @Test
  void theExampleOfOthersIsRead() {
    Note note = Note.parse(Bytes.utf8(CHECKPOINT));
    assertEquals(
        new Checkpoint("mesh.example", new TreeHead(300, ROOT)), Checkpoint.open(note, log));
    assertEquals(List.of(log, witness), note.verify(List.of(log, witness)));
    assertEquals(Optional.of(TIME), Cosignature.time(note, witness));
    assertEquals(Optional.empty(), Cosignature.time(note, log));
    assertEquals(CHECKPOINT, note.octets().utf8());
  }

  @Test
  void everyChangedOctetIsNoticed() {
    byte[] octets = Bytes.utf8(CHECKPOINT).toArray();
    List<NoteKey> both = List.of(log, witness);
    int refused = 0;
    for (int i = 0; i < octets.length; i++) {
      byte[] changed = octets.clone();
      changed[i] ^= 1;
      try {
        Note note = Note.parse(Bytes.of(changed));
        // A changed name or identifier makes the signature one of an unknown key.
        List<NoteKey> good = note.verify(both);
        assertTrue(good.size() < 2, () -> "verified: " + note.octets().utf8());
      } catch (TransparencyException e) {
        refused++;
      }
    }
    assertTrue(refused > 200);
  }

  @Test
  void signaturesOfUnknownKeysAreIgnored() {
    String grease = "\u2014 other.example AAAAAAE=\n";
    Note note = Note.parse(Bytes.utf8(CHECKPOINT + grease));
    assertEquals(3, note.signatures().size());
    assertEquals(300, Checkpoint.open(note, log).tree().size());
    Note theirs =
        Note.parse(Bytes.utf8(CHECKPOINT.substring(0, CHECKPOINT.indexOf('\u2014')) + grease));
    fails(Code.UNSIGNED, () -> Checkpoint.open(theirs, log));
  }

  @Test
  void aKeyForNotesDoesNotVerifyCosignatures() {
    // The public key is equal, the type is not, so the identifier is not.
    byte[] typed = Base64.getDecoder().decode(WITNESS_KEY.split("\\+", 3)[2]);
    typed[0] = 1;
    NoteKey other =
        NoteKey.parse(
            "witness.example/w1+"
                + KeyName.id("witness.example/w1", Bytes.of(typed)).hex()
                + "+"
                + Base64.getEncoder().encodeToString(typed));
    fails(Code.UNSIGNED, () -> Note.parse(Bytes.utf8(CHECKPOINT)).verify(List.of(other)));
  }

  @Test
  void aCheckpointOfAnotherOriginIsRefused() {
    String text = new Checkpoint("other.example", new TreeHead(300, ROOT)).text();
    Note note = signer("mesh.example", KeyType.ED25519, 0).sign(text);
    fails(Code.OTHER_ORIGIN, () -> Checkpoint.open(note, log));
  }

  @Test
  void furtherLinesOfACheckpointAreIgnored() {
    String text = new Checkpoint("mesh.example", new TreeHead(300, ROOT)).text() + "more\n";
    Note note = signer("mesh.example", KeyType.ED25519, 0).sign(text);
    assertEquals(ROOT, Checkpoint.open(note, log).tree().root());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mesh.example|300",
        "mesh.example|007|R",
        "mesh.example|+7|R",
        "mesh.example|-7|R",
        "mesh.example| 7|R",
        "mesh.example||R",
        "mesh.example|9223372036854775808|R",
        "mesh.example|7|",
        "mesh.example|7|AAAA",
        "mesh.example|7|R|",
        "mesh.example|7|gw31yQrqZZCcEOPrzX+bpy3nJ6QgngTKn8G1m0i62uU",
        "mesh.example|7|gw31yQrqZZCcEOPrzX+bpy3nJ6QgngTKn8G1m0i62uV=",
        "mesh.example|7|gw31yQrqZZCcEOPrzX_bpy3nJ6QgngTKn8G1m0i62uU="
      })
  void signedTextsThatAreNoCheckpointsAreRefused(String lines) {
    String root = Base64.getEncoder().encodeToString(ROOT.toArray());
    Note note =
        signer("mesh.example", KeyType.ED25519, 0)
            .sign(lines.replace("R", root).replace('|', '\n') + "\n");
    fails(Code.BAD_NOTE, () -> Checkpoint.open(note, log));
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "text",
    "text|",
    "text||",
    "text|||",
    "text||- mesh.example MAA2oQE=|",
    "text||— mesh.example MAA2oQE=",
    "text||— mesh.example MAA2oQE|",
    "text||— mesh.example MAA2oQF=|",
    "text||— mesh.example MAA2oQ==|",
    "text||— mesh+example MAA2oQE=|",
    "text||— mesh example MAA2oQE=|",
    "text||— MAA2oQE=|",
    "text|—\u00a0mesh.example MAA2oQE=|",
    "te\rxt||— mesh.example MAA2oQE=|",
    "text||— mesh.example MAA2oQE=|extra|",
  })
  void otherTextsAreNoNotes(String text) {
    fails(Code.BAD_NOTE, () -> Note.parse(Bytes.utf8(text.replace('|', '\n'))));
  }

  @Test
  void theTextOfANoteMayHaveEmptyLines() {
    Note note = signer("mesh.example", KeyType.ED25519, 0).sign("one\n\n\ntwo\n");
    assertEquals(note, Note.parse(note.octets()));
    assertEquals(List.of(log), note.verify(List.of(log)));
  }

  @Test
  void octetsThatAreNoTextAndTooManyAreRefused() {
    fails(Code.BAD_NOTE, () -> Note.parse(Bytes.hex("ff0a0a")));
    String line = "\u2014 other.example AAAAAAE=\n";
    assertEquals(100, Note.parse(Bytes.utf8("a\n\n" + line.repeat(100))).signatures().size());
    fails(Code.BAD_NOTE, () -> Note.parse(Bytes.utf8("a\n\n" + line.repeat(101))));
    fails(Code.BAD_NOTE, () -> Note.parse(Bytes.utf8("a\n".repeat(40_000) + "\n" + line)));
  }

  @Test
  void oneKeySignsANoteOnce() {
    NoteSigner own = signer("mesh.example", KeyType.ED25519, 0);
    Note note = own.sign("text\n");
    assertEquals(note, note.with(own.sign("other\n").signatures().get(0)));
    assertThrows(IllegalStateException.class, () -> own.cosign("text\n", TIME));
    NoteSigner cosigner = signer("witness.example/w1", KeyType.COSIGNATURE, 0x20);
    assertThrows(IllegalStateException.class, () -> cosigner.sign("text\n"));
    assertThrows(IllegalStateException.class, () -> cosigner.cosign("text\n", Instant.EPOCH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mesh.example",
        "mesh.example+300036a1",
        "mesh.example+300036A1+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
        "mesh.example+0300036a1+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
        "mesh.example+300036a2+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
        "other.example+300036a1+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
        "mesh example+300036a1+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
        "mesh.example+300036a1+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG",
        "mesh.example+300036a1+BgOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
        "mesh.example+300036a1+"
      })
  void otherTextsAreNoKeys(String text) {
    fails(Code.BAD_KEY, () -> NoteKey.parse(text));
  }

  @Test
  void keysAreEqualByTheirTexts() {
    assertEquals(log, NoteKey.parse(LOG_KEY));
    assertEquals(log.hashCode(), NoteKey.parse(LOG_KEY).hashCode());
    assertFalse(log.equals(witness));
    assertEquals(LOG_KEY, log.toString());
    assertEquals(TreeHasher.EMPTY_ROOT, TreeHead.EMPTY.root());
  }
}

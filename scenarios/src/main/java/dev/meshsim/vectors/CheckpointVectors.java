package dev.meshsim.vectors;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.KeyType;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.transparency.tree.TreeHead;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.time.Instant;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/** Vectors for signed checkpoints (C2SP signed-note and tlog-checkpoint). */
final class CheckpointVectors {

  private static final TransparencyException.Code NOTE = TransparencyException.Code.BAD_NOTE;
  private static final String ORIGIN = "mesh.example";
  private static final String GREASE = "\u2014 other.example AAAAAAE=\n";

  private final VectorFile file;
  private final ObjectNode group;
  private final NoteSigner log;
  private final NoteSigner witness;
  private final Bytes root = new TreeHasher().leaf(Bytes.utf8("record 0"));

  private CheckpointVectors(VectorFile file, World world) {
    RandomStream random = world.stream("vectors", "log keys");
    this.file = file;
    this.log = signer(ORIGIN, KeyType.ED25519, random);
    this.witness = signer("witness.example/w1", KeyType.COSIGNATURE, random);
    this.group = file.group(Dialect.MESH).put("key", log.key().text());
  }

  private static NoteSigner signer(String name, KeyType type, RandomStream random) {
    return new NoteSigner(name, type, PrivateJwk.generate(KeySpec.ED25519, random), random);
  }

  static VectorFile make(World world) {
    VectorFile file =
        new VectorFile(
            "checkpoint",
            "CheckpointTest",
            "A test gives a signed note with each line feed. The key of the group, in the form of",
            "C2SP signed-note, is that of the log, and its name the origin. A valid note is a",
            "checkpoint of that log with this size, in decimal digits, and this root.");
    CheckpointVectors vectors = new CheckpointVectors(file, world);
    vectors.accepted();
    vectors.forms();
    vectors.texts();
    return file;
  }

  private String signed(String text) {
    return log.sign(text).octets().utf8();
  }

  private String text(String size) {
    return ORIGIN + "\n" + size + "\n" + base64() + "\n";
  }

  private String base64() {
    return Base64.getEncoder().encodeToString(root.toArray());
  }

  private VectorTest note(String comment, Flag flag, String note) {
    return file.test(group, comment, flag).put("note", note);
  }

  private void valid(String comment, Flag flag, String size, String note) {
    note(comment, flag, note).put("size", size).put("root", root.hex()).valid();
  }

  private void accepted() {
    Checkpoint one = new Checkpoint(ORIGIN, new TreeHead(1, root));
    String note = signed(one.text());
    valid("", Flag.NORMAL, "1", note);
    valid(
        "the largest size",
        Flag.TREE_SIZE,
        "9223372036854775807",
        signed(text("9223372036854775807")));
    valid("a signature of an unknown key", Flag.NOTE_KEYS, "1", note + GREASE);
    Instant time = Instant.ofEpochSecond(1_750_000_000);
    valid(
        "with the cosignature of a witness",
        Flag.NOTE_KEYS,
        "1",
        log.sign(one.text()).with(witness.cosign(one.text(), time)).octets().utf8());
    valid("with another line", Flag.NOTE_FORM, "1", signed(one.text() + "extension\n"));
    note("only a signature of an unknown key", Flag.NOTE_KEYS, one.text() + "\n" + GREASE)
        .invalid(TransparencyException.Code.UNSIGNED);
    note("another text", Flag.NOTE_KEYS, note.replace("\n1\n", "\n2\n"))
        .invalid(TransparencyException.Code.BAD_SIGNATURE);
    note("another origin", Flag.NOTE_KEYS, signed(one.text().replace(ORIGIN, "mesh.example/2")))
        .invalid(TransparencyException.Code.OTHER_ORIGIN);
  }

  private void forms() {
    String note = signed(text("1"));
    note("no empty line", Flag.NOTE_FORM, note.replace("\n\n", "\n")).invalid(NOTE);
    note("no line feed at its end", Flag.NOTE_FORM, note.substring(0, note.length() - 1))
        .invalid(NOTE);
    note("a carriage return", Flag.NOTE_FORM, note.replace("\n", "\r\n")).invalid(NOTE);
    note("a hyphen for the dash", Flag.NOTE_FORM, note.replace('\u2014', '-')).invalid(NOTE);
    note("no padding", Flag.NOTE_FORM, note.replace("=\n\n", "\n\n").replaceAll("=+\n$", "\n"))
        .invalid(NOTE);
    note("an empty line after it", Flag.NOTE_FORM, note + "\n").invalid(NOTE);
    note("nothing", Flag.NOTE_FORM, "").invalid(NOTE);
  }

  private void texts() {
    for (String size : new String[] {"01", "+1", "-1", " 1", "1.0", "", "9223372036854775808"}) {
      note("the size \"" + size + "\"", Flag.TREE_SIZE, signed(text(size))).invalid(NOTE);
    }
    note("no root", Flag.NOTE_FORM, signed(ORIGIN + "\n1\n")).invalid(NOTE);
    note("a short root", Flag.NOTE_FORM, signed(ORIGIN + "\n1\nAAAA\n")).invalid(NOTE);
    note("a root in base64url", Flag.NOTE_FORM, signed(text("1").replace("=", ""))).invalid(NOTE);
  }
}

package dev.meshsim.cli.witness;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.KeyFile;
import dev.meshsim.error.Quote;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.transparency.note.KeyType;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.transparency.witness.WitnessJournal;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The directory of a witness: {@code witness.key}, its private key as a JWK; {@code witness.vkey},
 * its public key as others write it into their policies; and {@code witness.jsonl}, what it has
 * cosigned.
 */
final class WitnessDirectory {

  private static final String KEY = "witness.key";
  private static final String PUBLIC = "witness.vkey";
  private static final String STATE = "witness.jsonl";
  private static final int MOST_OCTETS = 64 * 1024;

  private final Path root;
  private final World world;
  private final DurableFiles files = DurableFiles.real();

  WitnessDirectory(Path root, World world) {
    this.root = root.toAbsolutePath().normalize();
    this.world = world;
  }

  /** The directory. */
  Path root() {
    return root;
  }

  /**
   * Makes a witness.
   *
   * @return its public key
   * @throws InputException if there is one, or a part of one, or if no key can have the name
   */
  NoteKey make(String name) {
    for (String file : List.of(KEY, PUBLIC, STATE)) {
      if (!files.status(root.resolve(file)).isAbsent()) {
        throw new InputException(
            Quote.of(root.resolve(file)) + " is there already", "name another directory");
      }
    }
    try (PrivateJwk secret = PrivateJwk.generate(KeySpec.ED25519, world.stream("witness", "key"))) {
      NoteKey key = key(name, secret);
      if (files.status(root).isAbsent()) {
        files.createDirectory(root);
      }
      write(secret);
      files.replace(root.resolve(PUBLIC), Bytes.utf8(key.text() + "\n"));
      // The last of the three: a witness without it does not start.
      WitnessJournal.create(root.resolve(STATE), key, files);
      return key;
    }
  }

  private static NoteKey key(String name, PrivateJwk secret) {
    try {
      return NoteKey.of(name, KeyType.COSIGNATURE, secret.publicJwk());
    } catch (IllegalArgumentException e) {
      throw new InputException(
          Quote.text(name) + " is not the name of a key",
          "give a name without spaces and plus signs, for example witness.example/w1");
    }
  }

  private void write(PrivateJwk secret) {
    try (SecretBytes text = secret.toJson(null)) {
      byte[] octets = text.expose();
      try {
        files.replace(root.resolve(KEY), octets);
      } finally {
        Arrays.fill(octets, (byte) 0);
      }
    }
  }

  /**
   * The key of the witness, which stays in memory.
   *
   * @throws InputException if the directory has no key, or another than its public one
   */
  NoteSigner signer() {
    if (files.status(root.resolve(KEY)).isAbsent()) {
      throw new InputException(
          Quote.of(root) + " has no key of a witness", "make a witness with mesh-sim witness init");
    }
    NoteKey key =
        NoteKey.parse(Bytes.of(files.read(root.resolve(PUBLIC), MOST_OCTETS)).utf8().strip());
    PrivateJwk secret = KeyFile.readPrivate(root.resolve(KEY));
    if (secret.spec() != KeySpec.ED25519 || !key.equals(key(key.name(), secret))) {
      secret.close();
      throw new InputException(
          Quote.of(root.resolve(PUBLIC)) + " is not the public key of " + KEY + " beside it",
          "put the file in its place that witness init has made");
    }
    return new NoteSigner(
        key.name(), KeyType.COSIGNATURE, secret, world.stream("witness", "signatures"));
  }

  /**
   * What the witness has cosigned, which this process has for itself until it is closed.
   *
   * @throws dev.meshsim.error.MeshException {@code transparency.witness-lost} if it is not there,
   *     is damaged or of another key
   */
  WitnessJournal state(NoteKey key) {
    return WitnessJournal.open(root.resolve(STATE), key, files);
  }
}

package dev.meshsim.report.document;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.report.document.template.TemplatePlace;
import java.util.Map;
import java.util.TreeMap;

/** The files of exact octets beside a document. */
final class ExampleFiles {

  private static final int LONGEST = 120;

  /**
   * A file.
   *
   * @param place the first placeholder that it was written for
   * @param secret true if every placeholder asked for private data
   */
  record File(Bytes octets, TemplatePlace place, boolean secret) {}

  private final Map<String, File> files = new TreeMap<>();

  /** The path of a file of a run, relative to the document; empty if none is written. */
  static String path(DocumentRun run, String name) {
    boolean message = run.isMessageFile(name);
    String directory = message ? run.places().messages() : run.places().examples();
    if (directory.isEmpty()) {
      return "";
    }
    String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-");
    if (plain.length() > LONGEST) {
      String digest = Sha256.of(Bytes.utf8(name)).hex().substring(0, 16);
      plain = plain.substring(0, LONGEST) + "-" + digest + plain.substring(plain.lastIndexOf('.'));
    }
    return directory + "/" + plain;
  }

  /** The path of an example's exact octets; two parts whose pointers end alike get two files. */
  String path(Example example) {
    String path = path(example.named().run(), example.file());
    File there = files.get(path);
    if (there == null || there.octets().equals(example.exact())) {
      return path;
    }
    String digest = Sha256.of(Bytes.utf8(example.part())).hex().substring(0, 8);
    int dot = example.file().lastIndexOf('.');
    String other = example.file().substring(0, dot) + "." + digest + example.file().substring(dot);
    return path(example.named().run(), other);
  }

  /** Adds a file; one that is there already has the same octets. */
  void add(String path, Bytes octets, TemplatePlace place, boolean secret) {
    if (path.isEmpty()) {
      return;
    }
    files.merge(
        path,
        new File(octets, place, secret),
        (old, next) -> old.secret() && !next.secret() ? next : old);
  }

  /** All files by path. */
  Map<String, File> all() {
    return files;
  }
}

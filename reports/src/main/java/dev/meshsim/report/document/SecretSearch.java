package dev.meshsim.report.document;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.document.template.DocumentException.Code;
import dev.meshsim.report.document.template.Problems;
import dev.meshsim.report.document.template.TemplatePlace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Looks for the secrets of all scenarios of a document in everything that it writes. */
final class SecretSearch {

  /** The most hits of one secret store that are reported. */
  private static final int MOST = 20;

  private final Problems problems;
  private final String document;

  SecretSearch(Problems problems, String document) {
    this.problems = problems;
    this.document = document;
  }

  /** Reports every secret that the document or a file beside it has without being asked for. */
  void search(List<DocumentRun> runs, Output out, ExampleFiles files) {
    String text = out.searched();
    for (DocumentRun run : runs) {
      byte[] octets = Bytes.utf8(text).toArray();
      for (int found = 0; found < MOST; found++) {
        Optional<Vault.Hit> hit = run.vault().find(Bytes.of(octets));
        if (hit.isEmpty()) {
          break;
        }
        int end = Math.min(hit.get().end(), octets.length);
        int index = Bytes.of(octets, 0, Math.max(end - 1, 0)).utf8().length();
        report(out.placeAt(index), hit.get(), document + ":" + out.lineAt(index));
        Arrays.fill(octets, 0, end, (byte) ' ');
      }
      files
          .all()
          .forEach(
              (path, file) -> {
                if (!file.secret()) {
                  run.vault().find(file.octets()).ifPresent(hit -> report(file.place(), hit, path));
                }
              });
    }
  }

  private void report(TemplatePlace place, Vault.Hit hit, String where) {
    problems.add(
        place,
        Code.SECRET,
        "a secret would be printed at " + where + ": " + hit.name(),
        "show another part, or write secret: before the form if this very value is to be printed");
  }
}

package dev.meshsim.docs;

import dev.meshsim.error.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the reference of the failures, {@code docs/errors.md}, from the codes of all modules. */
final class ErrorReference {

  private ErrorReference() {}

  static String markdown(ErrorCodes codes) {
    StringBuilder page =
        new StringBuilder(
            """
            # Failures and their codes

            This page is generated from the class files; do not edit it. To write it anew, run
            `mvn -pl scenarios -am test -Dtest=ErrorReferenceTest -Dmeshsim.write=true
            -Dsurefire.failIfNoSpecifiedTests=false`.

            A failure is reported in two lines: the problem with its place, then a hint. Its code is
            stable: `family.reason`, or `store.NAME.reason` for a failure of one kind of store. A
            scenario expects a failure by its code (`error share.too-few`), results and test vectors
            name it, and a program compares `MeshException.errorCode()`. The findings of `check`
            have codes of this list too. [statuses.md](statuses.md) says when a portal refuses a request.

            The hint is the next step; a message can give a closer one. The last column lists the
            classes that throw the failure or report the finding.

            """);
    Map<String, List<ErrorCode>> families =
        codes.all().stream()
            .collect(
                Collectors.groupingBy(ErrorReference::family, TreeMap::new, Collectors.toList()));
    families.forEach(
        (family, list) -> {
          page.append("## ").append(family).append("\n\n");
          page.append("| Code | Meaning | Hint | Raised in |\n|---|---|---|---|\n");
          list.forEach(code -> row(page, code, codes));
          page.append('\n');
        });
    return page.toString().stripTrailing() + "\n";
  }

  /** The code without its last part. */
  static String family(ErrorCode code) {
    return code.code().substring(0, code.code().lastIndexOf('.'));
  }

  private static void row(StringBuilder page, ErrorCode code, ErrorCodes codes) {
    page.append("| `").append(code.code()).append("` | ").append(cell(code.meaning()));
    page.append(" | ").append(cell(code.hint())).append(" | ");
    page.append(String.join(", ", codes.raisedIn(code))).append(" |\n");
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;");
  }
}

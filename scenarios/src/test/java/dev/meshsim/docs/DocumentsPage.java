package dev.meshsim.docs;

import dev.meshsim.report.document.template.Form;
import dev.meshsim.report.document.template.FormOption;
import java.util.List;
import java.util.stream.Collectors;

/** The generated part of docs/documents.md: every placeholder with its options. */
final class DocumentsPage {

  /** The heading that the generated part begins with. */
  static final String BEGIN = "## Placeholders\n";

  private DocumentsPage() {}

  /** The generated part, to the end of the page. */
  static String markdown() {
    StringBuilder page = new StringBuilder(BEGIN);
    page.append(
        """

        This part is generated from the table of placeholders; to write it anew, run `mvn -pl scenarios
        -am test -Dtest=DocumentsPageTest -Dmeshsim.write=true -Dsurefire.failIfNoSpecifiedTests=false`.

        | Placeholder | Stands | Meaning |
        |---|---|---|
        """);
    for (Form form : Form.values()) {
      page.append("| `<?mesh ")
          .append(form.isSecret() ? "secret:" : "")
          .append((form.word() + " " + String.join(" ", form.words())).strip())
          .append("?>` | ")
          .append(stands(form))
          .append(" | ")
          .append(form.meaning().replace("|", "\\|"))
          .append(" |\n");
    }
    page.append("\n### Options\n\n| Placeholder | Option | Meaning |\n|---|---|---|\n");
    for (Form form : Form.values()) {
      for (FormOption option : form.options()) {
        page.append("| `").append(form.word()).append("` | `").append(option.name());
        page.append(option.values().isEmpty() ? "=" : "=" + String.join("\\|", option.values()));
        page.append("` | ").append(option.meaning()).append(" |\n");
      }
    }
    page.append("\n### Examples\n\n```\n");
    page.append(
        List.of(Form.values()).stream()
            .map(form -> "<?mesh " + form.example() + "?>\n")
            .collect(Collectors.joining()));
    return page.append("```\n").toString();
  }

  private static String stands(Form form) {
    return switch (form.kind()) {
      case DECLARATION, SECTION, END -> "alone on its line";
      case BLOCK -> "as a block";
      case INLINE -> "within a line";
    };
  }
}

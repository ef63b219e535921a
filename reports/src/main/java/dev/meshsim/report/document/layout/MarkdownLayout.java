package dev.meshsim.report.document.layout;

/** Markdown: a fenced block, and a link to the exact octets below it. */
final class MarkdownLayout implements Layout {

  private static final int SHORTEST = 3;

  @Override
  public LaidOut block(Block block) {
    String fence = fence('`', block.display().text());
    String note = block.note().isEmpty() ? "" : " (" + block.note() + ")";
    String link =
        block.file().isEmpty() ? "" : "\n\n[" + block.caption() + "](" + block.file() + ")" + note;
    return new LaidOut(
        fence + block.type().fence() + "\n" + block.display().text() + fence + link, 1);
  }

  /** A fence longer than every run of its character in the content. */
  static String fence(char mark, String content) {
    int longest = SHORTEST - 1;
    int run = 0;
    for (int at = 0; at < content.length(); at++) {
      run = content.charAt(at) == mark ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return String.valueOf(mark).repeat(longest + 1);
  }

  @Override
  public String figure(Figure figure) {
    String fence = fence('`', figure.ascii());
    return fence + "text\n" + figure.ascii() + fence;
  }

  @Override
  public String inline(String text) {
    return text;
  }
}

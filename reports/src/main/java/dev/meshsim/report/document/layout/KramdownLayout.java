package dev.meshsim.report.document.layout;

/** Markdown of kramdown-rfc: a fenced block with an attribute list below it. */
final class KramdownLayout implements Layout {

  @Override
  public LaidOut block(Block block) {
    String fence = MarkdownLayout.fence('~', block.display().text());
    return new LaidOut(
        fence
            + " "
            + block.type().word()
            + "\n"
            + block.display().text()
            + fence
            + "\n{: #"
            + block.anchor()
            + " title=\""
            + block.title().replace('"', '\'')
            + "\" sourcecode-name=\""
            + block.fileName()
            + "\"}",
        1);
  }

  @Override
  public String figure(Figure figure) {
    String fence = MarkdownLayout.fence('~', figure.ascii());
    return fence
        + " ascii-art\n"
        + figure.ascii()
        + fence
        + "\n{: #"
        + figure.anchor()
        + " title=\""
        + figure.caption().replace('"', '\'')
        + "\"}";
  }

  @Override
  public String inline(String text) {
    return text;
  }
}

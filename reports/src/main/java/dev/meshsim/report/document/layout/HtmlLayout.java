package dev.meshsim.report.document.layout;

import dev.meshsim.report.text.XmlText;

/** HTML: a figure with preformatted text, and a caption that links the exact octets. */
final class HtmlLayout implements Layout {

  @Override
  public LaidOut block(Block block) {
    String note = block.note().isEmpty() ? "" : ", " + XmlText.text(block.note());
    return new LaidOut(
        "<figure id=\""
            + XmlText.attribute(block.anchor())
            + "\">\n<pre class=\""
            + block.type().word()
            + "\">\n"
            + XmlText.text(block.display().text())
            + "</pre>\n<figcaption><a href=\""
            + XmlText.attribute(block.file())
            + "\">"
            + XmlText.text(block.caption())
            + "</a>"
            + note
            + "</figcaption>\n</figure>",
        2);
  }

  @Override
  public String figure(Figure figure) {
    return "<figure id=\""
        + XmlText.attribute(figure.anchor())
        + "\">\n"
        + figure.svg().strip()
        + "\n<figcaption>"
        + XmlText.text(figure.caption())
        + "</figcaption>\n</figure>";
  }

  @Override
  public String inline(String text) {
    return XmlText.text(text);
  }
}

package dev.meshsim.report.document.layout;

import dev.meshsim.report.text.XmlText;

/** RFC XML, version 3: a figure with a sourcecode in it. */
final class XmlLayout implements Layout {

  @Override
  public LaidOut block(Block block) {
    return new LaidOut(
        "<figure anchor=\""
            + XmlText.attribute(block.anchor())
            + "\">\n<name>"
            + XmlText.text(block.title())
            + "</name>\n<sourcecode type=\""
            + block.type().word()
            + "\" name=\""
            + XmlText.attribute(block.fileName())
            + "\">"
            + XmlText.cdata("\n" + block.display().text())
            + "</sourcecode>\n</figure>",
        3);
  }

  @Override
  public String inline(String text) {
    return XmlText.text(text);
  }
}

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
  public String figure(Figure figure) {
    return "<figure anchor=\""
        + XmlText.attribute(figure.anchor())
        + "\">\n<name>"
        + XmlText.text(figure.caption())
        + "</name>\n<artset>\n<artwork type=\"svg\">\n"
        + figure.svg().strip()
        + "\n</artwork>\n<artwork type=\"ascii-art\">"
        + XmlText.cdata("\n" + figure.ascii())
        + "</artwork>\n</artset>\n</figure>";
  }

  @Override
  public String inline(String text) {
    return XmlText.text(text);
  }
}

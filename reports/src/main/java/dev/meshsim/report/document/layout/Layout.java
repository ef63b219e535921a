package dev.meshsim.report.document.layout;

/** Writes blocks and text in the format of a document. */
public interface Layout {

  /**
   * A block as it is written.
   *
   * @param text the block, without a line feed at its end
   * @param line the line within the block on which its content begins, counted from 0
   */
  record LaidOut(String text, int line) {}

  /**
   * A diagram.
   *
   * @param anchor unique in the document
   * @param caption its caption
   * @param ascii its ASCII art, which ends with a line feed
   * @param svg its SVG of the RFC profile
   */
  record Figure(String anchor, String caption, String ascii, String svg) {}

  /** Writes a diagram; without a line feed at its end. */
  String figure(Figure figure);

  /** Writes a block. */
  LaidOut block(Block block);

  /** Writes text within a line. */
  String inline(String text);
}

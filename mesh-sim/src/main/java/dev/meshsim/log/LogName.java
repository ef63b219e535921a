package dev.meshsim.log;

/** The two logs of a portal, with the header members and the file names they have. */
public enum LogName {
  /** Signed profiles and other entries, by their identifiers. */
  MESH("mesh.jlog", "application/mesh", "Persistence store for Mathematical Mesh"),
  /** Accounts, pending connections and connection results. */
  PORTAL("portal.jlog", "application/mesh-portal", "Persistence store for Mesh Portal");

  private final String fileName;
  private final String content;
  private final String comment;

  LogName(String fileName, String content, String comment) {
    this.fileName = fileName;
    this.content = content;
    this.comment = comment;
  }

  /** The name of the log itself: {@code mesh} or {@code portal}. */
  public String label() {
    return fileName.substring(0, fileName.indexOf('.'));
  }

  /** The default name of the file. */
  public String fileName() {
    return fileName;
  }

  /** The header's {@code Content}: which of the two logs a file is. */
  public String content() {
    return content;
  }

  /** The header's {@code Comment}, for a person who opens the file. */
  public String comment() {
    return comment;
  }
}

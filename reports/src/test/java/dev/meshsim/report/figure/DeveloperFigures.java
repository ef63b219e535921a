package dev.meshsim.report.figure;

import dev.meshsim.log.PortalStore;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.service.MeshService;
import dev.meshsim.report.figure.Shape.Box;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.ApplicationSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The figures of developer-08 section 6 that its text refers to and lacks: the principal classes
 * (6.1), and connections to a remote and to a direct service (6.2, 6.3). Names of classes and
 * methods come from the classes themselves.
 */
enum DeveloperFigures {
  CLASSES(
      "classes",
      "The principal classes of the client's side",
      "An application calls MeshSession, PersonalSession and ApplicationSession. These use"
          + " MeshClient, which reaches the portal through a MeshPortal, and MeshMachine, which"
          + " keeps its data in a MachineStore.") {
    @Override
    Drawing drawing() {
      Drawing.Builder drawing = Drawing.builder();
      drawing.box(23, 0, 23, List.of("application program"));
      drawing.line(34, 2, 34, 4).line(10, 4, 58, 4);
      for (int column : new int[] {10, 34, 58}) {
        drawing.arrow(column, 4, column, 6);
        drawing.line(column, 12, column, 14);
      }
      drawing
          .box(
              0,
              6,
              21,
              of(MeshSession.class, "on a machine", "createDevice", "createAccount", "connect"))
          .box(
              24,
              6,
              21,
              of(
                  PersonalSession.class,
                  "on a profile",
                  "personalProfile",
                  "connectPending",
                  "connectClose"))
          .box(
              47,
              6,
              22,
              of(ApplicationSession.class, "on an application", "content", "change", "update"));
      drawing.line(10, 14, 58, 14);
      drawing.arrow(22, 14, 22, 16).arrow(51, 14, 51, 16);
      drawing
          .box(9, 16, 27, of(MeshClient.class, "to one account's portal"))
          .box(38, 16, 27, of(MeshMachine.class, "the data of the machine"));
      drawing.arrow(22, 19, 22, 21).arrow(51, 19, 51, 21);
      drawing
          .box(9, 21, 27, of(MeshPortal.class, "octets there and back", "exchange"))
          .box(38, 21, 27, of(MachineStore.class, "memory, files, database"));
      return drawing.build();
    }
  },
  REMOTE(
      "remote-connection",
      "A connection to a remote service",
      "In the client's process a session uses MeshClient and a MeshPortal that sends JSON over"
          + " HTTP. In the portal's process a web server gives the octets to MeshService, which"
          + " keeps its records in a PortalStore.") {
    @Override
    Drawing drawing() {
      Drawing.Builder drawing = Drawing.builder();
      drawing.add(new Box(0, 0, 28, 17, true)).add(new Box(41, 0, 28, 17, true));
      drawing
          .box(3, 2, 20, of(MeshSession.class, ""))
          .box(3, 6, 20, of(MeshClient.class, ""))
          .box(3, 10, 20, of(MeshPortal.class, "", "exchange"))
          .box(46, 2, 20, of(PortalStore.class, ""))
          .box(46, 6, 20, of(MeshService.class, ""))
          .box(46, 10, 20, List.of("web server", "one address"));
      drawing.arrow(12, 4, 12, 6).arrow(12, 8, 12, 10).arrow(55, 6, 55, 4).arrow(55, 10, 55, 8);
      drawing.arrow(22, 11, 46, 11).arrow(46, 12, 22, 12);
      drawing.label(29, 9, "JSON octets").label(29, 14, "over HTTP");
      drawing.label(3, 15, "client's process").label(46, 15, "portal's process");
      return drawing.build();
    }
  },
  DIRECT(
      "direct-connection",
      "A connection to a direct service",
      "In one process a session uses MeshClient and MeshPortalDirect, which gives the same JSON"
          + " octets to MeshService without a network. MeshService keeps its records in a"
          + " PortalStore, two files .jlog for example.") {
    @Override
    Drawing drawing() {
      Drawing.Builder drawing = Drawing.builder();
      drawing.add(new Box(0, 0, 69, 17, true));
      drawing
          .box(3, 2, 20, of(MeshSession.class, ""))
          .box(3, 6, 20, of(MeshClient.class, ""))
          .box(3, 10, 20, of(MeshPortalDirect.class, "", "exchange"))
          .box(46, 2, 20, of(PortalStore.class, ""))
          .box(46, 10, 20, of(MeshService.class, "", "dispatch"));
      drawing.arrow(12, 4, 12, 6).arrow(12, 8, 12, 10).arrow(55, 10, 55, 4);
      drawing.arrow(22, 11, 46, 11).arrow(46, 12, 22, 12);
      drawing.label(29, 9, "JSON octets").label(3, 15, "one process");
      return drawing.build();
    }
  };

  private final String file;
  private final String title;
  private final String description;

  DeveloperFigures(String file, String title, String description) {
    this.file = file;
    this.title = title;
    this.description = description;
  }

  abstract Drawing drawing();

  /** The name of its files in docs/figures, without an ending. */
  String file() {
    return file;
  }

  String ascii() {
    return AsciiArt.write(drawing());
  }

  String svg() {
    return RfcSvg.write(drawing(), title, description);
  }

  /** The lines of a class's box: its name, what it is for, its methods. */
  private static List<String> of(Class<?> type, String purpose, String... methods) {
    List<String> lines = new ArrayList<>();
    lines.add(type.getSimpleName());
    if (!purpose.isEmpty()) {
      lines.add(purpose);
    }
    for (String method : methods) {
      if (Arrays.stream(type.getMethods()).noneMatch(known -> known.getName().equals(method))) {
        throw new AssertionError(type + " has no method " + method);
      }
      lines.add(method + "()");
    }
    return lines;
  }
}

package dev.meshsim.schema.processor;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.util.DocTrees;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * Writes the descriptions of the classes that the schema is made of, from their Javadoc, to {@code
 * META-INF/dev.meshsim/schema/CLASS}. A class is of the schema if it is in one of the packages that
 * the option names, and has members with {@code @JsonProperty}, constants of a status, or accessors
 * that such a class implements. A class or member without a description is an error with its place.
 *
 * <p>A member is described by {@code @param} of its record or constructor, or by the accessor of an
 * interface that the record implements.
 */
@SupportedAnnotationTypes("*")
@SupportedOptions({DescriptionProcessor.PACKAGES, DescriptionProcessor.STATUSES})
public final class DescriptionProcessor extends AbstractProcessor {

  /** The option with the packages, with commas between; those below them count too. */
  static final String PACKAGES = "meshsim.schema.packages";

  /** The option with the class whose constants are the statuses. */
  static final String STATUSES = "meshsim.schema.statuses";

  private static final String PLACE = "META-INF/dev.meshsim/schema/";
  private static final String JSON_PROPERTY = "com.fasterxml.jackson.annotation.JsonProperty";

  private DocTrees trees;
  private List<String> packages = List.of();

  /** Made by the compiler. */
  @SuppressWarnings("NullAway.Init") // init() runs before anything else.
  public DescriptionProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    trees = DocTrees.instance(environment);
    packages = Arrays.asList(environment.getOptions().getOrDefault(PACKAGES, "").split(","));
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    ElementFilter.typesIn(round.getRootElements()).forEach(this::visit);
    return false;
  }

  private void visit(TypeElement type) {
    if (!listed(type) || !type.getModifiers().contains(Modifier.PUBLIC)) {
      return;
    }
    describe(type);
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::visit);
  }

  private boolean listed(TypeElement type) {
    String name = processingEnv.getElementUtils().getPackageOf(type).getQualifiedName() + ".";
    return packages.stream().anyMatch(listed -> !listed.isBlank() && name.startsWith(listed + "."));
  }

  private void describe(TypeElement type) {
    Described found = new Described();
    own(type, found);
    boolean wire = false;
    switch (type.getKind()) {
      case RECORD -> {
        inherit(type, found);
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
          if (isWritten(field)) {
            wire = true;
            require(
                type, found, field, "add @param " + field.getSimpleName() + " to the Javadoc of");
          }
        }
      }
      case INTERFACE ->
          ElementFilter.methodsIn(type.getEnclosedElements())
              .forEach(accessor -> found.add(nameOf(accessor), textOf(accessor)));
      default -> {
        wire = constructorIsWritten(type, found);
        if (type.getQualifiedName().contentEquals(option(STATUSES))) {
          statuses(type, found);
        }
      }
    }
    if (wire && !found.has("")) {
      error(type, type.getSimpleName() + " has no description: write its Javadoc");
    }
    if (!found.isEmpty() && (wire || isNamed(type))) {
      write(type, found);
    }
  }

  /** True for what may be a base, a message without members, or stand for an object. */
  private boolean isNamed(TypeElement type) {
    return switch (type.getKind()) {
      case INTERFACE -> true;
      case RECORD -> !type.getInterfaces().isEmpty();
      case CLASS ->
          type.getQualifiedName().contentEquals(option(STATUSES))
              || (processingEnv.getTypeUtils().asElement(type.getSuperclass())
                      instanceof TypeElement parent
                  && listed(parent));
      default -> false;
    };
  }

  private String option(String name) {
    return processingEnv.getOptions().getOrDefault(name, "");
  }

  /** The description of the class, and of the members by {@code @param}. */
  private void own(TypeElement type, Described found) {
    DocCommentTree comment = trees.getDocCommentTree(type);
    if (comment != null) {
      found.add("", text(type, comment).of(comment.getFullBody()));
      params(type, comment, found);
    }
  }

  private void params(Element element, DocCommentTree comment, Described found) {
    for (DocTree tag : comment.getBlockTags()) {
      if (tag instanceof ParamTree param && !param.isTypeParameter()) {
        found.add(
            param.getName().getName().toString(),
            text(element, comment).of(param.getDescription()));
      }
    }
  }

  /** The descriptions of accessors that the record has from interfaces. */
  private void inherit(TypeElement type, Described found) {
    for (TypeMirror parent : type.getInterfaces()) {
      TypeElement base = (TypeElement) ((DeclaredType) parent).asElement();
      if (trees.getPath(base) == null) {
        // A compilation of a few classes does not have its source.
        described(base).forEach(found::add);
      } else {
        ElementFilter.methodsIn(base.getEnclosedElements())
            .forEach(accessor -> found.add(nameOf(accessor), textOf(accessor)));
      }
      inherit(base, found);
    }
  }

  /** The descriptions of members that an earlier compilation wrote; empty if there are none. */
  private Map<String, String> described(TypeElement type) {
    String name = PLACE + processingEnv.getElementUtils().getBinaryName(type);
    for (StandardLocation place :
        List.of(StandardLocation.CLASS_OUTPUT, StandardLocation.CLASS_PATH)) {
      try {
        return Described.members(
            processingEnv.getFiler().getResource(place, "", name).getCharContent(true).toString());
      } catch (IOException e) {
        // Not there: the other place may have it, and a member without description is refused.
      }
    }
    return Map.of();
  }

  private boolean constructorIsWritten(TypeElement type, Described found) {
    boolean wire = false;
    for (ExecutableElement made : ElementFilter.constructorsIn(type.getEnclosedElements())) {
      for (VariableElement parameter : made.getParameters()) {
        if (isWritten(parameter)) {
          DocCommentTree comment = trees.getDocCommentTree(made);
          if (comment != null) {
            params(made, comment, found);
          }
          wire = true;
          require(type, found, parameter, "add @param to the constructor of");
        }
      }
    }
    return wire;
  }

  private void statuses(TypeElement type, Described found) {
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      if (field.getConstantValue() instanceof Integer
          && field.getModifiers().contains(Modifier.PUBLIC)) {
        found.add(nameOf(field), textOf(field));
        require(type, found, field, "write its Javadoc in");
      }
    }
  }

  /** Refuses a member without a description; the advice ends before the name of the class. */
  private void require(TypeElement type, Described found, Element member, String advice) {
    String name = nameOf(member);
    if (!found.has(name)) {
      error(
          member,
          "the member "
              + name
              + " of the schema has no description: "
              + advice
              + " "
              + nameOf(type));
    }
  }

  private static boolean isWritten(Element element) {
    return element.getAnnotationMirrors().stream()
        .map(AnnotationMirror::getAnnotationType)
        .anyMatch(type -> type.toString().equals(JSON_PROPERTY));
  }

  private static String nameOf(Element element) {
    return element.getSimpleName().toString();
  }

  private String textOf(Element element) {
    return Optional.ofNullable(trees.getDocCommentTree(element))
        .map(comment -> text(element, comment).of(comment.getFullBody()))
        .orElse("");
  }

  private JavadocText text(Element element, DocCommentTree comment) {
    return new JavadocText(trees, trees.getPath(element), comment);
  }

  private void error(Element element, String problem) {
    processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, problem, element);
  }

  private void write(TypeElement type, Described found) {
    String name = PLACE + processingEnv.getElementUtils().getBinaryName(type);
    try (Writer out =
        processingEnv
            .getFiler()
            .createResource(StandardLocation.CLASS_OUTPUT, "", name, type)
            .openWriter()) {
      out.write(found.resource());
    } catch (IOException e) {
      error(type, "the descriptions cannot be written: " + e.getMessage());
    }
  }
}

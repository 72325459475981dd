package parley.sfu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The star of ARCHITECTURE.md: the parts know only packets and the wire, and meet in the root. */
@AnalyzeClasses(packages = "parley.sfu", importOptions = DoNotIncludeTests.class)
class SiblingsTest {
  private static final String[] PARTS = {
    "parley.sfu.receive..", "parley.sfu.forward..", "parley.sfu.send..", "parley.sfu.feedback.."
  };

  @ArchTest
  static final ArchRule siblingsNeverImportEachOther =
      slices()
          .matching("parley.sfu.(receive|forward|send|feedback|transport|bandwidth|record)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule partsDoNotKnowTheRoot =
      noClasses()
          .that()
          .resideInAPackage("parley.sfu.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("parley.sfu");

  @ArchTest
  static final ArchRule packetsKnowNothing =
      noClasses()
          .that()
          .resideInAPackage("parley.sfu.packet..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("parley.sfu", "parley.sfu.transport..")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage(PARTS);

  @ArchTest
  static final ArchRule noLocksOutsideTransport =
      noClasses()
          .that()
          .resideInAnyPackage(PARTS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.concurrent..");

  @ArchTest
  static final ArchRule stepsAreFinal =
      classes()
          .that()
          .resideInAnyPackage(PARTS)
          .and()
          .areTopLevelClasses()
          .and()
          .areNotInterfaces()
          .and()
          .haveNameNotMatching(".*(package-info|Test)")
          .should()
          .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL);
}

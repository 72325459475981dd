package parley.mediaserver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which part of the media server may know which. */
@AnalyzeClasses(
    packages = "parley.mediaserver",
    importOptions = ImportOption.DoNotIncludeTests.class)
class DoorTest {
  @ArchTest
  static final ArchRule TOKENS_KNOW_NOBODY =
      noClasses()
          .that()
          .resideInAPackage("parley.mediaserver.token")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "parley.mediaserver",
              "parley.mediaserver.room",
              "parley.mediaserver.signal",
              "parley.sfu..");

  @ArchTest
  static final ArchRule NEGOTIATION_KNOWS_NO_MESSAGES =
      noClasses()
          .that()
          .resideInAPackage("parley.mediaserver.negotiate")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "livekit..",
              "parley.mediaserver",
              "parley.mediaserver.room",
              "parley.mediaserver.signal",
              "parley.mediaserver.media");

  @ArchTest
  static final ArchRule SIGNAL_KNOWS_NO_ROOMS =
      noClasses()
          .that()
          .resideInAPackage("parley.mediaserver.signal")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("parley.mediaserver.room", "parley.mediaserver.media");

  @ArchTest
  static final ArchRule ONLY_THE_MEDIA_PACKAGE_DRIVES_THE_SFU =
      noClasses()
          .that()
          .resideInAPackage("parley.mediaserver.room")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("parley.sfu.Room")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("parley.sfu.Participant");

  @ArchTest
  static final ArchRule NO_FRAMEWORK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "jakarta..", "java.sql..");
}

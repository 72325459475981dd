package parley.app;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The rooms and the arrows between them: down the shelves, through doors only, no circle. */
class ModulesTest {
  private final ApplicationModules modules = ApplicationModules.of(ParleyApplication.class);

  @Test
  void roomsCallOnlyWhomTheyMay() {
    modules.verify();
  }

  /** Into {@code target/spring-modulith-docs}. */
  @Test
  void diagramsCanBeDrawn() {
    new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
  }
}

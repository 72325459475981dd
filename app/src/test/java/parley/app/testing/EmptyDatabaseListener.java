package parley.app.testing;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** A class finds the database as migrations leave it. */
final class EmptyDatabaseListener implements TestExecutionListener {
  @Override
  public void beforeTestClass(TestContext context) {
    context.getApplicationContext().getBean(TestDatabase.class).empty();
  }
}

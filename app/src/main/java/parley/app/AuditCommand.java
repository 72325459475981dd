package parley.app;

import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import parley.app.audit.AuditChain;
import parley.app.audit.ChainReport;
import parley.app.audit.ChainReport.Fault;
import parley.app.server.keys.InstallationSecret;
import parley.app.shared.ParleySettings;
import parley.app.shared.SecretKeys;

/**
 * {@code ./parley audit verify}: walks along the whole trail beside a running Parley and says
 * whether it is as it was written. Ends with 0 if it is, 1 if it is not, 2 if it could not be read.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
public class AuditCommand {
  private static final int BROKEN = 1;
  private static final int UNREADABLE = 2;

  /**
   * @param arguments settings as {@code --name=value}; {@code audit.database-url} with user and
   *     password where the database is the embedded one
   */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** What it ends with. */
  static int run(String... arguments) {
    try (var context =
        new SpringApplicationBuilder(AuditCommand.class)
            .web(WebApplicationType.NONE)
            .properties(Map.of("spring.main.banner-mode", "off", "logging.level.root", "off"))
            .run(arguments)) {
      return verify(context.getEnvironment());
    } catch (RuntimeException e) {
      System.err.println("The audit trail cannot be read: " + e.getMessage());
      return UNREADABLE;
    }
  }

  private static int verify(Environment environment) {
    ParleySettings settings = Binder.get(environment).bindOrCreate("parley", ParleySettings.class);
    SecretKeys keys = InstallationSecret.existing(settings);
    try (SingleConnectionDataSource database = database(environment)) {
      ChainReport report = AuditChain.check(database, keys, settings.dataDir());
      words(report).forEach(System.out::println);
      return report.isIntact() ? 0 : BROKEN;
    }
  }

  /** What is told of it. */
  static List<String> words(ChainReport report) {
    Fault fault = report.fault();
    if (fault != null) {
      return List.of(
          "The audit trail is NOT as it was written.",
          fault.sentence() + " (" + fault.kind() + ", seal " + fault.sealId() + ")",
          "Before that, " + report.rows() + " rows are as they were sealed.");
    }
    String guarded =
        report.guarded()
            ? ""
            : " This node keeps no mark of the last seal (audit-head): a cut-off end would not be noticed.";
    return List.of(
        "The audit trail is as it was written: "
            + report.rows()
            + " rows"
            + (report.sealedUntil() == null ? "." : ", sealed until " + report.sealedUntil() + "."),
        report.waiting() + " newer rows are not sealed yet." + guarded);
  }

  // One connection for the many questions.
  static SingleConnectionDataSource database(Environment environment) {
    var source = new SingleConnectionDataSource();
    source.setSuppressClose(true);
    String url = environment.getProperty("audit.database-url");
    source.setUrl(url == null ? environment.getRequiredProperty("spring.datasource.url") : url);
    if (url == null) {
      source.setUsername(environment.getProperty("spring.datasource.username"));
      source.setPassword(environment.getProperty("spring.datasource.password"));
    }
    return source;
  }
}

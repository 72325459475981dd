package parley.app.server.http;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** What Tomcat does by itself with a request before any of our filters sees it. */
@Component
class TomcatRules implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final RequestSettings settings;

  TomcatRules(RequestSettings settings) {
    this.settings = settings;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.setProtocol(PatientProtocol.class.getName());
    factory.addConnectorCustomizers(connector -> {
      // No route takes a form, so none is read either.
      connector.setParseBodyMethods("");
      if (connector.getProtocolHandler() instanceof PatientProtocol protocol) {
        protocol.setPatience(settings.patience());
      }
    });
    factory.addContextCustomizers(context -> {
      if (context.getParent() instanceof StandardHost host) {
        host.setErrorReportValveClass(ProblemValve.class.getName());
      }
    });
  }
}

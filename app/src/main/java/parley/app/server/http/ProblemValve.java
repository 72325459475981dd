package parley.app.server.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Answers what Tomcat refuses where no application is reached, in the words of the others. */
public final class ProblemValve extends ErrorReportValve {
  private static final Problems PROBLEMS = new Problems(JsonMapper.shared());

  /** Whoever sent too slowly is not listened to any longer. */
  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    super.invoke(request, response);
    if (response.getStatus() == HttpServletResponse.SC_REQUEST_TIMEOUT) {
      request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable throwable) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    try {
      PROBLEMS.write(response, ByStatus.refusal(status));
      response.finishResponse();
    } catch (IOException | IllegalStateException gone) {
      // Whoever asked has left.
    }
  }
}

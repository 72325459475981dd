package parley.mediaserver.dev;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;
import org.apache.tomcat.websocket.server.WsServerContainer;
import parley.mediaserver.AccessToken;
import parley.mediaserver.AccessTokens;
import parley.mediaserver.Grants;
import parley.mediaserver.LeaveReason;
import parley.mediaserver.Lifetimes;
import parley.mediaserver.MediaServer;
import parley.mediaserver.MediaServerConfig;
import parley.mediaserver.MediaServerListener;
import parley.mediaserver.SignalAnswer;
import parley.mediaserver.SignalOutbound;
import parley.mediaserver.SignalRequest;
import parley.mediaserver.SignalSession;
import parley.mediaserver.TrackFacts;
import parley.sfu.SfuConfig;

/**
 * The media server alone, without the platform, to try clients against: {@code DevServer HTTP-PORT
 * MEDIA-PORT [FOLDER]}. Tokens at {@code /token?room=…&identity=…}; files of the folder at {@code
 * /}.
 */
public final class DevServer {
  private static final String KEY = "devkey";
  private static final String SECRET = "a secret for development, long enough";

  private final MediaServer server;
  private final AccessTokens tokens = new AccessTokens(KEY, SECRET, Clock.systemUTC());

  private DevServer(int mediaPort) {
    SfuConfig sfu = SfuConfig.onPort(mediaPort);
    server =
        MediaServer.start(
            new MediaServerConfig(sfu, KEY, SECRET, Lifetimes.standard(), true), new Printer());
  }

  public static void main(String[] args) throws Exception {
    DevServer dev = new DevServer(Integer.parseInt(args[1]));
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("dev-server").toString());
    tomcat.setPort(Integer.parseInt(args[0]));
    Context context = tomcat.addContext("", null);
    context.addServletContainerInitializer(new WsSci(), null);
    Tomcat.addServlet(context, "rtc", dev.new Rtc());
    context.addServletMappingDecoded("/rtc/*", "rtc");
    Tomcat.addServlet(context, "token", dev.new Tokens());
    context.addServletMappingDecoded("/token", "token");
    Tomcat.addServlet(context, "files", new Folder(Path.of(args.length > 2 ? args[2] : ".")));
    context.addServletMappingDecoded("/*", "files");
    tomcat.getConnector().setProperty("maxHttpRequestHeaderSize", "65536");
    tomcat.start();
    Runtime.getRuntime().addShutdownHook(new Thread(dev.server::close));
    System.out.println("ready");
    tomcat.getServer().await();
  }

  private final class Rtc extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      SignalRequest signal = signal(request);
      response.setHeader("Access-Control-Allow-Origin", "*");
      if (request.getRequestURI().endsWith("/validate")) {
        refuse(response, server.validate(signal));
        return;
      }
      switch (server.admit(signal)) {
        case SignalAnswer.Refused refused -> refuse(response, refused);
        case SignalAnswer.Accepted accepted -> upgrade(request, response, accepted);
      }
    }

    private void upgrade(
        HttpServletRequest request, HttpServletResponse response, SignalAnswer.Accepted accepted)
        throws IOException {
      WsServerContainer container =
          (WsServerContainer)
              request.getServletContext().getAttribute("jakarta.websocket.server.ServerContainer");
      container.setDefaultMaxBinaryMessageBufferSize(2 * 1024 * 1024);
      ServerEndpointConfig config =
          ServerEndpointConfig.Builder.create(Socket.class, "/rtc/v1")
              .configurator(
                  new ServerEndpointConfig.Configurator() {
                    @Override
                    @SuppressWarnings("unchecked")
                    public <T> T getEndpointInstance(Class<T> type) {
                      return (T) new Socket(server, accepted);
                    }
                  })
              .build();
      try {
        container.upgradeHttpToWebSocket(request, response, config, Map.of());
      } catch (jakarta.websocket.DeploymentException e) {
        throw new IOException(e);
      }
    }

    private SignalRequest signal(HttpServletRequest request) {
      Map<String, String> query = new HashMap<>();
      request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
      return new SignalRequest(request.getRequestURI(), query, request.getHeader("Authorization"));
    }

    private void refuse(HttpServletResponse response, SignalAnswer.Refused refused)
        throws IOException {
      System.out.println(refused);
      response.setStatus(refused.status());
      response.setContentType("text/plain");
      response.getOutputStream().write(refused.text().getBytes(StandardCharsets.UTF_8));
    }
  }

  private final class Tokens extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String identity = request.getParameter("identity");
      AccessToken token =
          new AccessToken(
              identity, request.getParameter("room"), identity, "", Map.of(), Grants.standard());
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.getWriter().write(tokens.mint(token, Duration.ofHours(1)));
    }
  }

  private static final class Folder extends HttpServlet {
    private final Path folder;

    Folder(Path folder) {
      this.folder = folder;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      Path file = folder.resolve(Path.of(request.getRequestURI()).getFileName().toString());
      response.setContentType(file.toString().endsWith(".js") ? "text/javascript" : "text/html");
      Files.copy(file, response.getOutputStream());
    }
  }

  private static final class Socket extends Endpoint implements SignalOutbound {
    private final MediaServer server;
    private final SignalAnswer.Accepted accepted;
    private Session socket;
    private SignalSession session;

    Socket(MediaServer server, SignalAnswer.Accepted accepted) {
      this.server = server;
      this.accepted = accepted;
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
      socket = opened;
      session = server.open(accepted.ticket(), this);
      opened.addMessageHandler(
          byte[].class, (MessageHandler.Whole<byte[]>) bytes -> session.binary(bytes));
      opened.addMessageHandler(
          String.class, (MessageHandler.Whole<String>) text -> session.text(text));
    }

    @Override
    public void onClose(Session closed, CloseReason reason) {
      session.closed();
    }

    @Override
    public void onError(Session broken, Throwable failure) {}

    @Override
    public void send(byte[] frame) {
      try {
        socket.getBasicRemote().sendBinary(ByteBuffer.wrap(frame));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void sendText(String frame) {
      try {
        socket.getBasicRemote().sendText(frame);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close(int code, String reason) {
      try {
        socket.close(new CloseReason(CloseCodes.getCloseCode(code), reason));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class Printer implements MediaServerListener {
    @Override
    public void participantJoined(String room, String identity, String sid, Instant at) {
      print(at, "joined", identity, sid);
    }

    @Override
    public void participantLeft(
        String room, String identity, String sid, Instant lastSignOfLife, LeaveReason reason) {
      print(Instant.now(), "left", identity, sid, reason, "last heard", lastSignOfLife);
    }

    @Override
    public void participantAborted(
        String room, String identity, String sid, Instant at, LeaveReason reason) {
      print(at, "aborted", identity, sid, reason);
    }

    @Override
    public void trackPublished(
        String room, String identity, String sid, TrackFacts track, Instant at) {
      print(at, "published", identity, track);
    }

    @Override
    public void trackMuted(String room, String identity, String sid, TrackFacts track, Instant at) {
      print(at, "muted", identity, track);
    }

    @Override
    public void trackUnpublished(
        String room, String identity, String sid, TrackFacts track, Instant at) {
      print(at, "unpublished", identity, track);
    }

    private static void print(Object... words) {
      System.out.println(List.of(words));
    }
  }
}

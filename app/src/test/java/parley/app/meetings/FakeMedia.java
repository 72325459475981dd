package parley.app.meetings;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import parley.app.media.MediaEngine;
import parley.app.media.MediaPass;
import parley.app.media.MediaSource;

/** An engine that carries nothing and remembers what it was asked. */
public final class FakeMedia implements MediaEngine {
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** Every command since {@link #forget}, as a line of words. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  public void forget() {
    asked.clear();
  }

  @Override
  public String node() {
    return "fake-node";
  }

  @Override
  public String signalUrl(String ownAddress) {
    return ownAddress.replaceFirst("^http", "ws");
  }

  @Override
  public String token(MediaPass pass) {
    return "token of " + pass.identity();
  }

  @Override
  public void ensureRoom(String room) {
    asked.add("ensure " + room);
  }

  @Override
  public void deleteRoom(String room) {
    asked.add("delete " + room);
  }

  @Override
  public void remove(String room, String identity) {
    asked.add("remove " + room + " " + identity);
  }

  @Override
  public void mute(String room, String identity, MediaSource source) {
    asked.add("mute " + room + " " + identity + " " + source);
  }

  @Override
  public void rename(String room, String identity, String name) {
    asked.add("rename " + room + " " + identity + " " + name);
  }

  /** Puts it in place of the real engine. */
  @TestConfiguration(proxyBeanMethods = false)
  public static class Configuration {
    @Bean
    @Primary
    public FakeMedia fakeMedia() {
      return new FakeMedia();
    }
  }
}

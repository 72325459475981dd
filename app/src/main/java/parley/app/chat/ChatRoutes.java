package parley.app.chat;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import parley.app.shared.KeyRoutes;
import parley.app.shared.KeyScope;

/** What API keys may ask of this room. */
@Configuration(proxyBeanMethods = false)
class ChatRoutes {
  @Bean
  KeyRoutes chatReadByKey() {
    return KeyRoutes.of(KeyScope.CHAT_READ, "GET /api/v1/meetings/{code}/messages");
  }

  @Bean
  KeyRoutes chatWrittenByKey() {
    return KeyRoutes.of(KeyScope.CHAT_WRITE, "POST /api/v1/meetings/{code}/messages");
  }
}

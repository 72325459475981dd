package parley.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The whole product in one process. */
@SpringBootApplication
public class ParleyApplication {
  public static void main(String[] args) {
    SpringApplication.run(ParleyApplication.class, args);
  }
}

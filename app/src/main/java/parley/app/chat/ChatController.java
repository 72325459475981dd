package parley.app.chat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.meetings.MeetingParticipant;
import parley.app.meetings.Visitor;
import parley.app.meetings.Visitors;
import parley.app.shared.ClientAddress;
import parley.app.shared.CurrentPerson;
import parley.app.shared.LimitSettings;
import parley.app.shared.PlainText;
import parley.app.shared.RateLimits;
import parley.app.shared.Refusal;

/** {@code /api/v1/meetings/{code}/messages}: for the people of the meeting. */
@RestController
@RequestMapping("/api/v1/meetings/{code}/messages")
class ChatController {
  private static final int LONGEST = 5000;
  private static final int MOST = 200;

  private final Visitors visitors;
  private final Chat chat;
  private final ChatRepository repository;
  private final RateLimits limits;

  ChatController(Visitors visitors, Chat chat, ChatRepository repository, RateLimits limits) {
    this.visitors = visitors;
    this.chat = chat;
    this.repository = repository;
    this.limits = limits;
  }

  /**
   * @param clientId the sender's own id of the message, against doubles when a request is repeated
   */
  record MessageRequest(
      @NotBlank(message = "Write something.")
          @Size(max = LONGEST, message = "A message has at most 5,000 characters.")
          String text,
      @Nullable @Size(min = 1, max = 64) String clientId) {}

  record Page(List<ChatMessage> items, @Nullable String nextCursor) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ChatMessage say(
      @PathVariable String code,
      @RequestBody @Valid MessageRequest body,
      CurrentPerson person,
      HttpServletRequest request) {
    Visitor visitor = visitors.visit(code, person, ClientAddress.of(request));
    MeetingParticipant sender = visitor.requireParticipant();
    visitor.requireOpen();
    requireReadable(body);
    limits.count("message", LimitSettings::message, sender.id().toString());
    return chat.say(sender, body.text(), body.clientId());
  }

  @GetMapping
  Page read(
      @PathVariable String code,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(required = false) @Nullable Integer limit,
      CurrentPerson person,
      HttpServletRequest request) {
    Visitor visitor = visitors.visit(code, person, ClientAddress.of(request));
    visitor.requireBelonging();
    int most = limit == null ? MOST : Math.clamp(limit, 1, MOST);
    List<ChatMessage> found = repository.after(visitor.meeting().id(), after, most);
    String next = found.size() < most ? null : String.valueOf(found.getLast().id());
    return new Page(found, next);
  }

  private static void requireReadable(MessageRequest body) {
    PlainText.requireText("text", "A message", body.text());
    PlainText.requireLine("clientId", "An id", String.valueOf(body.clientId()));
    if (!PlainText.shows(body.text())) {
      throw Refusal.invalid("text", "Nothing in this message can be seen. Write something.");
    }
  }
}

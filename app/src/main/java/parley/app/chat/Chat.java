package parley.app.chat;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import parley.app.meetings.MeetingParticipant;
import parley.app.updates.Topic;
import parley.app.updates.Updates;

/** Writing messages. */
@Service
class Chat {
  private final ChatRepository repository;
  private final Updates updates;
  private final Clock clock;

  Chat(ChatRepository repository, Updates updates, Clock clock) {
    this.repository = repository;
    this.updates = updates;
    this.clock = clock;
  }

  /** Says something in the meeting. Said again with the same client id, it is the same message. */
  @Transactional
  public ChatMessage say(MeetingParticipant sender, String text, @Nullable String clientId) {
    Optional<ChatMessage> before =
        Optional.ofNullable(clientId).flatMap(id -> repository.find(sender.id(), id));
    if (before.isPresent()) {
      return before.get();
    }
    Topic topic = Topic.meeting(sender.meetingId());
    // Ids are given under the topic's lock, so that they rise in the order in which messages become
    // visible.
    updates.hold(topic);
    Optional<ChatMessage> said = repository.insert(sender, text, clientId, clock.instant());
    if (said.isEmpty()) {
      return repository.find(sender.id(), String.valueOf(clientId)).orElseThrow();
    }
    updates.publish(topic, "chat.message", said.get());
    return said.get();
  }
}

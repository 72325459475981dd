import { Button, ButtonLink } from "../ui/Button";
import { PublicFrame } from "../ui/PublicFrame";
import { Seating } from "../ui/Seating";
import { usePageTitle } from "../ui/usePageTitle";
import type { Outside } from "../rtc/link";

const WORDS: Record<Outside, { title: string; sentence: string; again: string | null }> = {
  left: { title: "You left", sentence: "The meeting goes on without you.", again: "Join again" },
  lost: {
    title: "You are outside",
    sentence: "Your connection did not come back within a minute. Your seat may still be free.",
    again: "Join",
  },
  removed: {
    title: "You were removed",
    sentence: "The host has removed you from this meeting.",
    again: null,
  },
  ended: { title: "The meeting has ended", sentence: "The chat stays with the meeting.", again: null },
  full: {
    title: "The meeting is full",
    sentence: "Your seat was taken while you were away. Try again when someone leaves.",
    again: "Join",
  },
  elsewhere: {
    title: "You are in this meeting elsewhere",
    sentence: "The meeting was opened in another tab with your seat.",
    again: "Join here",
  },
  refused: {
    title: "You are outside",
    sentence: "The meeting does not let you in again.",
    again: "Try again",
  },
};

/** After the meeting, or after a break that was too long. */
export function OutsidePage({
  why,
  title,
  loggedIn,
  onAgain,
}: {
  why: Outside;
  title: string;
  loggedIn: boolean;
  onAgain: () => void;
}) {
  const words = WORDS[why];
  usePageTitle(words.title);
  return (
    <PublicFrame>
      <div className="mx-auto grid w-full max-w-[480px] flex-1 content-center justify-items-center gap-3 px-4 pb-16 text-center">
        <Seating
          people={[]}
          capacity={6}
          lit={words.again ? 0 : undefined}
          description={words.again ? "A table; your seat is lit." : "A table."}
          size={38}
        />
        <h1 className="mt-3 text-h1">{words.title}</h1>
        <p className="text-ink-2">
          {title && <b className="block font-bold text-ink">{title}</b>}
          {words.sentence}
        </p>
        <div className="mt-3 flex flex-wrap justify-center gap-2">
          {words.again && (
            <Button kind="primary" size="main" autoFocus onClick={onAgain}>
              {words.again}
            </Button>
          )}
          <ButtonLink to={loggedIn ? "/home" : "/"} kind={words.again ? "quiet" : "secondary"} size="main">
            {loggedIn ? "To my meetings" : "To the front page"}
          </ButtonLink>
        </div>
      </div>
    </PublicFrame>
  );
}

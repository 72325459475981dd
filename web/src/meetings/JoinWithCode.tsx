import { useState, type FormEvent } from "react";
import { useNavigate } from "react-router";
import { meetingPath } from "../api/meetingCode";
import { Button } from "../ui/Button";
import { cx } from "../ui/cx";
import { TextField } from "../ui/TextField";

const NOT_A_CODE = "That is not a meeting code. A code looks like k7dm-qwert-9xhp.";

/** Takes a code or a whole link and goes to the meeting's page. `large` is the front page's main action. */
export function JoinWithCode({ large }: { large?: boolean }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const path = meetingPath(typed);
    if (path) void navigate(path);
    else setWrong(true);
  };

  return (
    <form onSubmit={submit} noValidate className="flex items-start gap-2">
      <TextField
        label={large ? "Meeting code or link" : "Join with a code"}
        hideLabel={large}
        placeholder={large ? "Meeting code or link" : "abcd-efghj-kmnp"}
        value={typed}
        error={wrong ? NOT_A_CODE : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          setWrong(false);
        }}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="go"
        fieldClassName="flex-1"
        className={cx(large && "h-[54px]! rounded-[13px] px-4 text-[17px]!")}
      />
      <Button
        type="submit"
        kind={large ? "primary" : "secondary"}
        className={
          large
            ? "h-[54px]! rounded-[13px] px-[26px] text-[17px]"
            : "mt-[26px] h-[42px]! max-tablet:h-[46px]!"
        }
      >
        Join
      </Button>
    </form>
  );
}

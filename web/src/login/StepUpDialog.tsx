import { useEffect, useState } from "react";
import { askBy, type ProofWays } from "../api/stepUp";
import { Dialog } from "../ui/Dialog";
import { StepUpForm } from "./StepUpForm";

type Question = { ways: ProofWays; answer: (confirmed: boolean) => void };

/** Asks to confirm that it is you, whenever the server wants that before it does something. One for all pages. */
export function StepUpDialog() {
  const [question, setQuestion] = useState<Question | null>(null);
  useEffect(() => askBy((ways) => new Promise((answer) => setQuestion({ ways, answer }))), []);
  if (!question) return null;
  const settle = (confirmed: boolean) => {
    setQuestion(null);
    question.answer(confirmed);
  };
  return (
    <Dialog
      open
      onClose={() => settle(false)}
      title="Confirm that it is you"
      description="This touches something that matters. You will not be asked again for ten minutes."
      sheet
    >
      <StepUpForm ways={question.ways} onDone={() => settle(true)} onCancel={() => settle(false)} />
    </Dialog>
  );
}

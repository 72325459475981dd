import { ApiError, type Problem } from "./problem";

export type ProofWay = "password" | "passkey" | "mail_code";
export type SecondProof = "totp" | "recovery_code";

/** How the user can confirm: one of `ways`; where `second` is not empty, one of it goes with a password or mailed code. */
export type ProofWays = { ways: ProofWay[]; second: SecondProof[] };

type Confirm = (ways: ProofWays) => Promise<boolean>;

type Asker = { ask: Confirm; gone: Promise<boolean>; question: Promise<boolean> | null };

let asker: Asker | null = null;

/** Who asks the user to confirm that it is them, and answers whether they did. Returns the way back. */
export function askBy(ask: Confirm): () => void {
  let leave = () => {};
  // A question whose asker goes away is answered with no: nobody waits for it for ever.
  const gone = new Promise<boolean>((settle) => (leave = () => settle(false)));
  const own: Asker = { ask, gone, question: null };
  asker = own;
  return () => {
    if (asker === own) asker = null;
    leave();
  };
}

/**
 * Whether a refusal could be turned by confirming, and was: then the request is worth repeating. Several refusals at
 * once lead to one question. Throws a calm refusal when the user would rather not.
 */
export async function confirmed(refusal: ApiError): Promise<boolean> {
  const { ways = [], second = [] } = refusal.problem as Problem & Partial<ProofWays>;
  const asked = asker;
  if (refusal.code !== "step_up_needed" || ways.length === 0 || !asked) return false;
  asked.question ??= Promise.race([asked.ask({ ways, second }), asked.gone]).finally(
    () => (asked.question = null),
  );
  if (await asked.question) return true;
  throw new ApiError({
    status: 403,
    code: "step_up_cancelled",
    title: "Not confirmed",
    detail: "Nothing was done, because you did not confirm that it is you.",
  });
}

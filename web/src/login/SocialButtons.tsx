import { useMutation, useQuery } from "@tanstack/react-query";
import { useLocation } from "react-router";
import { social } from "../api/entry";
import { sentenceOf } from "../api/problem";
import { configQuery } from "../api/queries";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { rememberWish } from "./wish";

/** One button for each provider that this server knows, above the form; nothing where there is none. */
export function SocialButtons() {
  const { search } = useLocation();
  const providers = useQuery(configQuery).data?.providers ?? [];
  const leave = useMutation({
    mutationFn: async (provider: string) => {
      const { url } = await social.begin(provider);
      rememberWish(search);
      location.assign(url);
    },
  });
  if (providers.length === 0) return null;
  return (
    <div className="mt-6 flex flex-col gap-2.5">
      {providers.map(({ id, name }) => (
        <Button
          key={id}
          size="main"
          busy={leave.isPending && leave.variables === id}
          onClick={() => leave.mutate(id)}
          className="w-full"
        >
          Continue with {name}
        </Button>
      ))}
      {leave.error && <Notice tone="error">{sentenceOf(leave.error)}</Notice>}
      <div className="mt-2 -mb-3 flex items-center gap-3 text-small text-ink-3">
        <span className="h-px flex-1 bg-line" />
        or with your e-mail
        <span className="h-px flex-1 bg-line" />
      </div>
    </div>
  );
}

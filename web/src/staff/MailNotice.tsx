import { useQuery } from "@tanstack/react-query";
import { house } from "../api/house";
import { Notice } from "../ui/Notice";
import { exactTime } from "../ui/words";

/** Tells staff on every page of the console that mails do not go out, and why. */
export function MailNotice() {
  const { data } = useQuery({
    queryKey: ["staff", "mail-server"],
    queryFn: ({ signal }) => house.mailServer(signal),
    refetchInterval: 30_000,
  });
  if (!data?.trouble) return null;
  const { sentence, waiting, since } = data.trouble;
  return (
    <div className="max-w-[860px] px-4 pt-3 tablet:px-6">
      <Notice tone="warn">
        {sentence} {waiting === 1 ? "One mail waits" : `${waiting} mails wait`} since {exactTime(since)}.
      </Notice>
    </div>
  );
}

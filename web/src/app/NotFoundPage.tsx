import { ButtonLink } from "../ui/Button";
import { EmptyState } from "../ui/EmptyState";
import { PublicFrame } from "../ui/PublicFrame";
import { usePageTitle } from "../ui/usePageTitle";

/** Nothing stands at this address. */
export function NotFoundPage() {
  usePageTitle("No such page");
  return (
    <PublicFrame>
      <h1 className="sr-only">No such page</h1>
      <div className="grid flex-1 place-items-center">
        <EmptyState
          sentence="There is no page at this address. Check the link, or start from the front page."
          action={
            <ButtonLink to="/" kind="primary">
              To the front page
            </ButtonLink>
          }
        />
      </div>
    </PublicFrame>
  );
}

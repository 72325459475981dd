import { LogOut, UserRound } from "lucide-react";
import { useNavigate } from "react-router";
import type { Me } from "../api/types";
import { Avatar } from "../ui/Avatar";
import { Menu, MenuItem, MenuLine } from "../ui/Menu";
import { useToast } from "../ui/Toasts";
import { useLogOut } from "../users/useLogOut";

type AccountMenuProps = {
  me: Me;
  /** Under the name: the plan, or the role in the console. */
  detail: string;
  place: "side" | "bar";
};

/** One's own picture on every page, and what opens behind it: the account, and the way out. */
export function AccountMenu({ me, detail, place }: AccountMenuProps) {
  const navigate = useNavigate();
  const toast = useToast();
  const { logOut } = useLogOut((sentence) => toast({ text: sentence, tone: "info" }));
  return (
    <Menu
      side={place === "bar" ? "bottom" : "top"}
      align={place === "bar" ? "end" : "start"}
      label={`Account of ${me.displayName}`}
      className="max-w-[min(100vw-16px,320px)]"
      trigger={place === "bar" ? <InBar me={me} /> : <AtSide me={me} detail={detail} />}
    >
      <p className="px-2.5 pt-1.5 pb-2 leading-[18px]">
        <span className="block font-bold">{me.displayName}</span>
        <span className="block text-small text-ink-3">{me.email}</span>
      </p>
      <MenuLine />
      <MenuItem icon={UserRound} onSelect={() => void navigate("/account")}>
        Account
      </MenuItem>
      <MenuItem icon={LogOut} onSelect={logOut}>
        Log out
      </MenuItem>
    </Menu>
  );
}

function InBar({ me, ...trigger }: { me: Me }) {
  return (
    <button
      type="button"
      {...trigger}
      aria-label={`Account of ${me.displayName}`}
      className="-m-1.5 rounded-full p-1.5"
    >
      <Avatar name={me.displayName} picture={me.profilePictureUrl} size={34} />
    </button>
  );
}

function AtSide({ me, detail, ...trigger }: { me: Me; detail: string }) {
  return (
    <button
      type="button"
      {...trigger}
      className="flex items-center gap-2.5 rounded-control p-2 text-left hover:bg-well data-[state=open]:bg-well max-desk:justify-center"
    >
      <Avatar name={me.displayName} picture={me.profilePictureUrl} size={34} />
      <span className="sr-only">{`Account of ${me.displayName}, ${detail}`}</span>
      <span aria-hidden className="min-w-0 flex-1 leading-[17px] max-desk:hidden">
        <span className="block truncate text-small font-bold">{me.displayName}</span>
        <span className="block truncate text-tiny text-ink-3">{detail}</span>
      </span>
    </button>
  );
}

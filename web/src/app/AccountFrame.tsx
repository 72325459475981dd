import { useEffect, useRef } from "react";
import { NavLink, Outlet, useLocation, useOutletContext } from "react-router";
import type { Me } from "../api/types";
import { cx } from "../ui/cx";
import { accountPages } from "./accountPages";

/** Around the pages below `/account`: on phones, where the navigation at the left is missing, its entries as tabs. */
export function AccountFrame() {
  const me = useOutletContext<Me>();
  return (
    <>
      {accountPages.length > 1 && <AccountTabs />}
      <Outlet context={me} />
    </>
  );
}

function AccountTabs() {
  const { pathname } = useLocation();
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const tabs = row.current;
    if (!tabs) return;
    const show = () => {
      const here = tabs.querySelector<HTMLElement>("[aria-current=page]");
      // The row alone moves: the page stays where it is.
      if (here) tabs.scrollLeft = here.offsetLeft + here.offsetWidth / 2 - tabs.clientWidth / 2;
    };
    // Once it has a size, and again when that changes: a phone is turned, a font arrives.
    const observer = new ResizeObserver(show);
    observer.observe(tabs);
    for (const tab of tabs.children) observer.observe(tab);
    return () => observer.disconnect();
  }, [pathname]);
  return (
    <nav
      ref={row}
      aria-label="Account"
      className="relative -mx-4 mb-3 flex gap-1 overflow-x-auto px-4 py-1 [scrollbar-width:none] tablet:hidden"
    >
      {accountPages.map(({ to, label, end }) => (
        <NavLink
          key={to}
          to={to}
          end={end}
          className={({ isActive }) =>
            cx(
              "grid h-11 shrink-0 place-items-center rounded-control px-3.5 text-small",
              isActive ? "bg-paper font-bold text-ink shadow-e1" : "font-medium text-ink-2",
            )
          }
        >
          {label}
        </NavLink>
      ))}
    </nav>
  );
}

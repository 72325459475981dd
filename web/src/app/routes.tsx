import { createBrowserRouter, type RouteObject } from "react-router";
import { AccountFrame } from "./AccountFrame";
import { Arrival } from "./Arrival";
import { BrokenPage } from "./BrokenPage";
import { ConsoleFrame } from "./ConsoleFrame";
import { ConsoleStart } from "./ConsoleStart";
import { NotFoundPage } from "./NotFoundPage";
import { SignedIn } from "./SignedIn";

/** A page that is fetched when somebody goes there. */
function page(load: () => Promise<{ default: React.ComponentType }>): Pick<RouteObject, "lazy"> {
  return { lazy: async () => ({ Component: (await load()).default }) };
}

const routes: RouteObject[] = [
  {
    element: <Arrival />,
    errorElement: <BrokenPage />,
    hydrateFallbackElement: <></>,
    children: [
      { path: "/", ...page(() => import("../meetings/front/FrontPage")) },
      { path: "/signup", ...page(() => import("../login/SignupPage")) },
      { path: "/login", ...page(() => import("../login/LoginPage")) },
      { path: "/setup", ...page(() => import("../login/SetupPage")) },
      { path: "/restore", ...page(() => import("../login/RestorePage")) },
      { path: "/verify", ...page(() => import("../login/VerifyPage")) },
      { path: "/unsubscribe", ...page(() => import("../notifications/UnsubscribePage")) },
      { path: "/forgot", ...page(() => import("../login/ForgotPage")) },
      { path: "/reset", ...page(() => import("../login/ResetPage")) },
      { path: "/email-change", ...page(() => import("../login/EmailChangePage")) },
      { path: "/email-change/stop", ...page(() => import("../login/EmailChangeStopPage")) },
      { path: "/login/from/:provider", ...page(() => import("../login/SocialReturnPage")) },
      { path: "/m/:code", ...page(() => import("../room/RoomPage")) },
      {
        element: <SignedIn />,
        children: [
          { path: "/home", ...page(() => import("../meetings/home/HomePage")) },
          { path: "/notifications", ...page(() => import("../notifications/NotificationsPage")) },
          {
            element: <AccountFrame />,
            children: [
              { path: "/account", ...page(() => import("../users/AccountPage")) },
              { path: "/account/security", ...page(() => import("../login/SecurityPage")) },
              { path: "/account/notifications", ...page(() => import("../notifications/PreferencesPage")) },
              { path: "/account/privacy", ...page(() => import("../users/PrivacyPage")) },
              { path: "/account/api-keys", ...page(() => import("../login/ApiKeysPage")) },
            ],
          },
        ],
      },
      {
        element: <ConsoleFrame />,
        children: [
          { path: "/staff", element: <ConsoleStart /> },
          { path: "/staff/users/:id?", ...page(() => import("../users/console/UsersPage")) },
          { path: "/staff/audit", ...page(() => import("../staff/audit/AuditPage")) },
          { path: "/staff/invitations", ...page(() => import("../login/InvitationsPage")) },
          { path: "/staff/settings", ...page(() => import("../login/EntryRulesPage")) },
          { path: "/staff/mailbox", ...page(() => import("../staff/MailboxPage")) },
        ],
      },
      { path: "*", element: <NotFoundPage /> },
    ],
  },
];

export function newRouter() {
  return createBrowserRouter(routes);
}

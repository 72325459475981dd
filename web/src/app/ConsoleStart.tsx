import { Navigate } from "react-router";
import { useConsole } from "../api/staff";
import { EmptyState } from "../ui/EmptyState";
import { pagesFor } from "./ConsoleFrame";

/** `/staff` itself: the first page that this person may open. */
export function ConsoleStart() {
  const [first] = pagesFor(useConsole().permissions);
  if (first) return <Navigate to={first.to} replace />;
  return <EmptyState sentence="Your role has no pages here yet." />;
}

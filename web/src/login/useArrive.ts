import { useQueryClient } from "@tanstack/react-query";
import { useLocation, useNavigate } from "react-router";
import { meQuery } from "../api/queries";
import type { Me } from "../api/types";
import { afterwards } from "./afterwards";

/** Makes the page know who is logged in now, and goes where they wanted to go. */
export function useArrive(): (me: Me) => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { search } = useLocation();
  return async (me) => {
    queries.removeQueries({ type: "inactive" });
    queries.setQueryData(meQuery.queryKey, me);
    await navigate(afterwards(search), { replace: true });
  };
}

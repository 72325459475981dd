import { render, screen } from "@testing-library/react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { beforeEach, expect, test } from "vitest";
import { useLinkToken } from "./useLinkToken";

function Page() {
  const { token } = useLinkToken();
  return <p>token {token}</p>;
}

function open(address: string) {
  const router = createMemoryRouter([{ path: "*", element: <Page /> }], { initialEntries: [address] });
  const page = render(<RouterProvider router={router} />);
  return { router, page };
}

beforeEach(() => sessionStorage.clear());

test.each(["/reset#token=abc", "/reset?token=abc", "/reset?until=x#token=abc"])(
  "a token leaves the address %s at once",
  async (address) => {
    const { router } = open(address);
    expect(await screen.findByText("token abc")).toBeInTheDocument();
    const { hash, search } = router.state.location;
    expect(hash + search).not.toContain("abc");
  },
);

test("another link opened on the same page is the one that counts", async () => {
  const { router } = open("/reset#token=abc");
  await screen.findByText("token abc");
  await router.navigate("/reset#token=def");
  expect(await screen.findByText("token def")).toBeInTheDocument();
  expect(router.state.location.hash).toBe("");
});

test("a page that is loaded again still has it, another page has not", async () => {
  open("/reset#token=abc").page.unmount();
  open("/reset").page.unmount();
  open("/verify");
  expect(await screen.findByText("token")).toBeInTheDocument();
  open("/reset");
  expect(await screen.findByText("token abc")).toBeInTheDocument();
});

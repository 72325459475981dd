/** FrontPage. */
export default function FrontPage() {
  return <h1 className="text-h1">FrontPage</h1>;
}

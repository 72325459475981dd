/**
 * What is wider than the window (runs in the page): the page itself, anything that shows beyond its edge, and every
 * box that scrolls sideways, except a row of tabs and a table, which may.
 */
export function tooWide(): string[] {
  const found: string[] = [];
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()}.${String(element.getAttribute('class') ?? '').slice(0, 60)} "${(element.textContent ?? '').slice(0, 30)}"`;
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) found.push(`the page is ${root.scrollWidth} wide`);
  const clipped = (element: Element): boolean => {
    for (
      let parent = element.parentElement;
      parent && parent !== document.body;
      parent = parent.parentElement
    ) {
      if (getComputedStyle(parent).overflowX !== 'visible') {
        const box = parent.getBoundingClientRect();
        if (box.right <= innerWidth + 1 && box.left >= -1) return true;
      }
    }
    return false;
  };
  for (const element of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (
      box.width <= 1 ||
      box.height <= 1 ||
      style.visibility === 'hidden' ||
      element.closest('svg,.sr-only,[aria-hidden=true]')
    )
      continue;
    const scrolls =
      ['auto', 'scroll'].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    if (scrolls && element.tagName !== 'NAV' && !element.querySelector('table'))
      found.push(`${name(element)} scrolls sideways`);
    if ((box.right > innerWidth + 1 || box.left < -1) && !clipped(element))
      found.push(`${name(element)} from ${box.left} to ${box.right}`);
  }
  return found.slice(0, 8);
}

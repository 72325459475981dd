// Runs before the first paint, so that no page flashes in the wrong theme.
(function () {
  var root = document.documentElement;
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  function follow() {
    if (!root.dataset.forcedTheme) root.dataset.theme = dark.matches ? "dark" : "light";
  }
  follow();
  dark.addEventListener("change", follow);
})();

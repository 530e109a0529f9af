// Runs before Streamlit. The language stands in the address from the first moment, and <html lang> follows it.
(function () {
  "use strict";
  var root = document.documentElement;
  window.prerenderReady = false;
  // Without these a page opened by its own address first looks for the server under that address.
  window.__streamlit = { BACKEND_BASE_URL: location.origin + "/", MAIN_PAGE_BASE_URL: location.origin + "/" };

  // The last value counts, as it does for the server.
  function asked() {
    var values = new URLSearchParams(location.search).getAll("lang");
    return values.length ? values.pop() : null;
  }
  if (asked() === null) {
    var parameters = new URLSearchParams(location.search);
    parameters.set("lang", root.lang);
    history.replaceState(history.state, "", location.pathname + "?" + parameters + location.hash);
  }
  function follow() {
    var language = asked();
    // A click in the navigation drops the query for a moment: the language stays what it was.
    if (language !== null) root.lang = language.trim().toLowerCase().split(/[-_;]/)[0] === "lt" ? "lt" : "en";
  }
  ["pushState", "replaceState"].forEach(function (name) {
    var original = history[name];
    history[name] = function () {
      var result = original.apply(this, arguments);
      follow();
      return result;
    };
  });
  window.addEventListener("popstate", follow);
  follow();
})();

// Runs before Streamlit. The language stands in the address from the first moment, and <html lang> follows it.
(function () {
  "use strict";
  var root = document.documentElement;
  window.prerenderReady = false;
  // Without these a page opened by its own address first looks for the server under that address.
  window.__streamlit = { BACKEND_BASE_URL: location.origin + "/", MAIN_PAGE_BASE_URL: location.origin + "/" };

  // The last value counts, as it does for the server.
  function last(name) {
    var values = new URLSearchParams(location.search).getAll(name);
    return values.length ? values.pop() : null;
  }
  function asked() {
    return last("lang");
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
    // The view for a room fills the window; present.css says how.
    if (language !== null) root.toggleAttribute("data-present", last("present") === "1");
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

  // A link in a text to another page of the dashboard is followed within it, like one in the navigation; Streamlit would
  // open a second tab. A click that asks for a new tab or window gets one.
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest('[data-testid="stMarkdownContainer"] a[href^="/"]');
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    var elsewhere = link.pathname !== location.pathname;
    history.pushState(null, "", link.getAttribute("href"));
    dispatchEvent(new PopStateEvent("popstate"));
    // A link that chooses something on the page leaves the reader where they are.
    if (elsewhere) scrollTo(0, 0);
  });

  // Of a double click on a map the first click counts. The second would take the choice back, or reach a map that is
  // about to be drawn anew.
  var DOUBLE_MS = 400, pressed = -DOUBLE_MS, swallowed = false;
  ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "dblclick"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      if (!event.target.closest || !event.target.closest(".st-key-map")) return;
      if (name === "pointerdown") {
        swallowed = event.timeStamp - pressed < DOUBLE_MS;
        if (!swallowed) pressed = event.timeStamp;
      }
      if (swallowed) {
        event.preventDefault();
        event.stopPropagation();
      }
    }, true);
  });

  // Where the focus was last: the element, and the keys of the boxes around it, the nearest first.
  var focused = null, keys = [];
  // The popover that the keyboard has entered, until the reader does anything in it.
  var entered = null;
  ["keydown", "pointerdown"].forEach(function (name) {
    document.addEventListener(name, function () { entered = null; }, true);
  });
  var FOCUSABLE = "button, a[href], input, select, textarea, summary, [tabindex='0']";
  document.addEventListener("focusin", function (event) {
    focused = event.target;
    keys = [];
    for (var box = focused; box; box = box.parentElement) {
      box.classList.forEach(function (name) {
        if (name.indexOf("st-key-") === 0) keys.push(name);
      });
    }
  });
  function first(box) {
    return box && box.querySelector(FOCUSABLE);
  }
  function keepFocus() {
    // One that is closing may still be there.
    var popover = [].find.call(document.querySelectorAll('[data-testid="stPopoverBody"]'), function (body) {
      return !body.dataset.entered && first(body);
    });
    if (popover) {
      // The content of a popover hangs at the end of the page: without this the keyboard would have to find it.
      popover.dataset.entered = "yes";
      entered = popover;
      first(popover).focus();
    } else if (entered && entered.isConnected && first(entered) && document.activeElement !== first(entered)) {
      // What stands first may be drawn last.
      first(entered).focus();
    } else if (focused && !focused.isConnected && document.activeElement === document.body) {
      // What had the focus has gone: what stands under its key takes it, else Reset, else the way back.
      var boxes = keys.concat("st-key-reset", "st-key-back").map(function (key) {
        return first(document.querySelector("." + CSS.escape(key)));
      });
      var heir = boxes.find(Boolean);
      if (heir) heir.focus();
    }
  }
  // From the last thing in a popover the keyboard would leave the page: it goes on at what opened the popover.
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Tab" || !event.target.closest('[data-testid="stPopoverBody"]')) return;
    setTimeout(function () {
      var opener = document.querySelector('[data-testid="stPopover"] button[aria-expanded="true"]');
      if (opener && document.activeElement === document.body) opener.focus();
    });
  });
  new MutationObserver(keepFocus).observe(root, { childList: true, subtree: true });
})();

// Leaving at once: a press, or Esc three times, empties the page and opens another in its place,
// so that the way back does not lead here. Without this script the link is a plain link.
"use strict";

(function () {
  var link = document.getElementById("leave");
  var WITHIN = 2000; // milliseconds between one Esc and the next
  var presses = 0;
  var last = 0;

  function leave() {
    var log = document.getElementById("log");
    var input = document.getElementById("question");
    if (log) log.textContent = "";
    if (input) input.value = "";
    try { sessionStorage.clear(); } catch (refused) { /* then nothing was stored */ }
    location.replace(link.href);
  }

  link.addEventListener("click", function (event) {
    event.preventDefault();
    leave();
  });

  // Esc also puts away a Chinese character that is still being composed.
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || event.isComposing) {
      presses = 0;
      return;
    }
    if (event.repeat) return;
    presses = event.timeStamp - last < WITHIN ? presses + 1 : 1;
    last = event.timeStamp;
    if (presses === 3) leave();
  });
})();

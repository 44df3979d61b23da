// The elements that the pages with scripts are made of, and how a browser lets its person save or read a file.
"use strict";
const Elements = {};
(() => {
  /** An element: its attributes (functions are listeners) and what it holds, elements or text. */
  function make(tag, attributes = {}, ...inside) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") made.addEventListener(name, value);
      else if (value === true) made.setAttribute(name, "");
      else if (value !== false) made.setAttribute(name, value);
    }
    for (const each of inside) made.append(each);
    return made;
  }
  const p = (text, className) => make("p", className ? { class: className } : {}, text);

  const button = (label, press, second) =>
    make("button", { type: "button", click: press, class: second ? "second" : "" }, label);
  const code = (text) => make("pre", {}, make("code", {}, text));
  const alarm = (text) => make("div", { class: "stop", role: "alert" }, p(text));
  function complain(place, text) {
    place.textContent = "";
    place.append(alarm(text));
    place.scrollIntoView({ block: "nearest" });
  }

  /** Lets the browser save a text under a name. */
  function save(name, text) {
    const address = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
    const link = make("a", { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }
  const part = (tracker) => tracker.slice(0, 8).replace(/[^A-Za-z0-9]/g, "_");
  const readText = (file) =>
    new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.onerror = () => reject(reader.error);
      reader.readAsText(file);
    });

  Object.assign(Elements, { make, p, button, code, alarm, complain, save, part, readText });
})();

// The credential authority's page: makes the credentials, shows slips to print, and hands in the public halves. The
// credentials themselves stay in this page and on paper.
"use strict";
(() => {
  const root = document.getElementById("work"), form = document.getElementById("hand-in"), slips = document.getElementById("slips");
  const given = (id) => JSON.parse(document.getElementById(id).textContent);
  const task = given("task"), words = given("words");

  const { make, p, alarm, button } = Elements;

  function begin() {
    root.textContent = "";
    root.append(p(words.lead, "lead"), button(words.make, work));
  }

  async function work() {
    const bar = make("progress", { max: "1", value: "0", "aria-label": words.making });
    root.textContent = "";
    root.append(p(words.making), bar);
    try {
      const weights = Array.from({ length: task.voters }, () => 1);
      const made = await Ballots.run(Authority.credentials(task.label, task.group, weights), (done) => { bar.value = done; });
      ready(made);
    } catch (error) {
      begin();
      root.prepend(alarm(words.unexpected));
    }
  }

  function ready({ credentials, list, fingerprint }) {
    Authority.slips(slips, credentials, task, words);
    // For whoever made them: a list that was exchanged afterwards has another fingerprint.
    slips.append(make("div", { class: "slip" }, make("strong", {}, task.name),
      p(words["list-fingerprint"]), make("code", {}, fingerprint), p(words["list-compare"])));
    const kept = make("input", { type: "checkbox", id: "kept" });
    const deed = make("button", { type: "button", disabled: true, click: () => {
      const carried = new DataTransfer();
      carried.items.add(new File([list], "public.json", { type: "application/json" }));
      form.elements.text.files = carried.files;
      form.submit();
    } }, words["hand-in"]);
    kept.addEventListener("change", () => { deed.disabled = !kept.checked; });
    root.textContent = "";
    root.append(p(words["print-lead"], "lead"), make("div", { class: "deeds" },
      button(words.print, () => print(), true)),
      make("label", { class: "choice", for: "kept" }, kept, " " + words.printed), deed);
  }

  if (typeof BigInt === "undefined") root.append(p(words["too-old"]));
  else begin();
})();

// The papers of the booth: how a question is asked, what is wrong with an answer, how it is encrypted as numbers, and
// how it reads in words. Nothing here keeps an answer.
"use strict";
const Paper = {};
(() => {
  const given = (id) => JSON.parse(document.getElementById(id).textContent);
  const words = given("booth-words");
  const papers = given("booth-papers");
  const MOST_CHOICES = 20; // more marks than these are typed, not chosen from a list
  /** A sentence by its name, in the reader's language, with what its braces stand for. */
  const say = (name, more = {}) => words[name].replace(/\{(\w+)\}/g, (_, each) => String(more[each]));

  const { make, p, alarm } = Elements;

  /** How the paper of a question is filled in; what the page does not say follows from the question itself. */
  function paperOf(asked, i) {
    const usual = { least: 1, most: asked.answers.length, ranking: true, equal: true, marks: null, hint: "" };
    usual.labels = asked.answers;
    return Object.assign(usual, papers[i] || {});
  }
  /** Whether a paper is ticked: there is one mark only. */
  const ticked = (paper) => !paper.ranking && paper.least === paper.most;
  const single = (asked) => asked.max === 1;

  function hint(asked, paper) {
    if (paper.hint) return paper.hint;
    const { min, max, answers } = asked;
    if (asked.ranked && paper.ranking) return say("rank") + (paper.equal ? " " + say("rank-equal") : "");
    if (asked.ranked) return say("mark", paper);
    if (single(asked)) return say("choose-one");
    if (min === max) return say("choose-exactly", asked);
    if (min > 0) return say("choose-between", asked);
    return max < answers.length ? say("choose-most", asked) : say("choose-any");
  }

  function option(type, name, value, label, checked) {
    return make(
      "label",
      { class: "choice" },
      make("input", { type, name, value, checked, autocomplete: "off" }),
      " " + label,
    );
  }

  /** The fields of one question with a draft in them: elements, and a function that gives what is in them. */
  function fields(asked, i, draft = []) {
    const name = "q" + i;
    const paper = paperOf(asked, i);
    if (asked.ranked && ticked(paper)) {
      const rows = paper.labels.map((label, j) => option("checkbox", name, String(j), label, draft[j] === 1));
      const read = () => rows.map((row) => (row.querySelector("input").checked ? 1 : null));
      return { rows, read };
    }
    if (asked.ranked) {
      const selects = asked.answers.map((answer, j) => {
        if (paper.most - paper.least > MOST_CHOICES) {
          const value = draft[j] === null || draft[j] === undefined ? "" : draft[j];
          const bounds = { min: paper.least, max: paper.most, inputmode: "numeric", autocomplete: "off" };
          const named = { id: `${name}-${j}`, "aria-describedby": name + "-hint" };
          return make("input", Object.assign({ type: "number", value }, bounds, named));
        }
        const select = make(
          "select",
          {
            id: `${name}-${j}`,
            autocomplete: "off",
            "aria-describedby": name + "-hint",
            "aria-labelledby": `${name}-${j}-name`,
          },
          make("option", { value: "" }, say(paper.ranking ? "no-place" : "no-mark")),
        );
        for (let mark = paper.least; mark <= paper.most; mark++) {
          const label = (paper.marks && paper.marks[mark]) || String(mark);
          select.append(make("option", { value: mark, selected: draft[j] === mark }, label));
        }
        return select;
      });
      const named = (j) => make("span", { id: `${name}-${j}-name` }, paper.labels[j]);
      const rows = selects.map((select, j) =>
        make("label", { class: "place", for: select.id }, select, " ", named(j)),
      );
      return { rows, read: () => selects.map(({ value }) => (value === "" ? null : Number(value))) };
    }
    const type = single(asked) ? "radio" : "checkbox";
    const rows = paper.labels.map((label, j) => option(type, name, String(j), label, draft[j] === 1));
    if (asked.blank) rows.push(option(type, name, "blank", say("blank"), draft.blank === true));
    else if (type === "radio" && asked.min === 0)
      rows.push(option(type, name, "none", say("none"), draft.none === true));
    return {
      rows,
      read: () => {
        const picked = rows
          .map((row) => row.querySelector("input"))
          .filter((each) => each.checked)
          .map((each) => each.value);
        const marks = asked.answers.map((_, j) => (picked.includes(String(j)) ? 1 : 0));
        return Object.assign(marks, { blank: picked.includes("blank"), none: picked.includes("none") });
      },
    };
  }

  /** What is wrong with an answer, in words; "" where nothing is. */
  function fault(asked, paper, draft) {
    if (asked.ranked) {
      const places = draft.filter((each) => each !== null);
      if (ticked(paper)) return paper.ticks && places.length > paper.ticks ? say("many", { max: paper.ticks }) : "";
      if (places.some((each) => each < paper.least || each > paper.most)) return say("mark", paper);
      const dots = places.reduce((sum, each) => sum + each, 0);
      if (paper.dots && dots > paper.dots) return say("dots", { given: dots, max: paper.dots });
      return paper.ranking && !paper.equal && new Set(places).size < places.length ? say("twice") : "";
    }
    const count = draft.reduce((sum, each) => sum + each, 0);
    if (draft.blank) return count ? say("blank-and-more") : "";
    if (count > asked.max) return say("many", asked);
    const silent = count === 0 && single(asked) && !draft.none;
    if (silent) return say("choose-one");
    return count < asked.min ? say("missing", asked) : "";
  }

  /** Places close up, as on every ranked paper: 1, 5, 5 is 1, 2, 2. An odd way of writing must not mark a paper. */
  function closedUp(draft) {
    const places = [...new Set(draft.filter((each) => each !== null))].sort((a, b) => a - b);
    return draft.map((each) => (each === null ? null : places.indexOf(each) + 1));
  }

  /** An answer as it is encrypted. Marks count from 1, with 0 for none. */
  function marksOf(asked, paper, draft) {
    if (!asked.ranked) return (asked.blank ? [draft.blank ? 1 : 0] : []).concat(draft.slice());
    const least = paper.ranking ? 1 : paper.least;
    return (paper.ranking ? closedUp(draft) : draft).map((each) => (each === null ? 0 : each - least + 1));
  }

  /** Votes in words, question by question. */
  function inWords(chosen, all) {
    return all.map((marks, i) => {
      const asked = chosen.questions[i],
        paper = paperOf(asked, i),
        card = make("div", { class: "card" }, make("h3", {}, asked.question));
      if (!asked.ranked) {
        const blank = asked.blank && marks[0] === 1,
          picked = paper.labels.filter((_, j) => marks[j + (asked.blank ? 1 : 0)]);
        if (blank || !picked.length) card.append(p(say(blank ? "is-blank" : "none")));
        else card.append(make("ul", {}, ...picked.map((each) => make("li", {}, make("strong", {}, each)))));
      } else if (!marks.some((each) => each)) card.append(p(say("is-blank")));
      else if (paper.ranking) {
        const at = (place) => paper.labels.filter((_, j) => marks[j] === place).join(", ");
        const last = Math.max(...marks),
          list = make("dl", { class: "facts" });
        for (let place = 1; place <= last; place++) {
          if (at(place))
            list.append(
              make("dt", {}, say("place", { n: place })),
              make("dd", {}, make("strong", {}, at(place))),
            );
        }
        if (at(0)) list.append(make("dt", {}, say("not-placed")), make("dd", {}, at(0)));
        card.append(list);
      } else if (ticked(paper)) {
        const picked = paper.labels.filter((_, j) => marks[j]);
        card.append(make("ul", {}, ...picked.map((each) => make("li", {}, make("strong", {}, each)))));
      } else {
        const mark = (each) =>
          each
            ? (paper.marks && paper.marks[each - 1 + paper.least]) || String(each - 1 + paper.least)
            : say("no-mark");
        const rows = paper.labels.map((label, j) => [
          make("dt", {}, label),
          make("dd", {}, make("strong", {}, mark(marks[j]))),
        ]);
        card.append(make("dl", { class: "facts" }, ...[].concat(...rows)));
      }
      return card;
    });
  }

  Object.assign(Paper, Elements, { given, words, say });
  Object.assign(Paper, { paperOf, fields, fault, hint, marksOf, inWords });
})();

// The search in the book and in the list of checks. A page loads it when a reader begins to search.
(function () {
  'use strict';
  // The search looks for substrings, because Chinese has no word boundaries. If it finds nothing, it looks for pairs
  // of Chinese characters.
  const plain = (text) => text.normalize('NFKC').toLowerCase();
  const isChinese = (text) => /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text);
  const entries = (self.galleySearchIndex || []).map((entry) =>
    Object.assign({ title: plain(entry.c + ' ' + entry.s), text: plain(entry.t), code: plain(entry.k) }, entry));

  // A title counts more than prose, and prose more than code.
  function score(entry, term) {
    const place = entry.text.indexOf(term);
    const title = entry.title.includes(term) ? 10 : 0;
    if (place < 0) return title || (entry.code.includes(term) ? 1 : 0);
    const isWord = place === 0 || /\W/.test(entry.text[place - 1]);
    return title + 2 + Math.min(5, entry.text.split(term).length - 1) + (isWord ? 2 : 0);
  }

  // Whether two words differ by one letter: another, a missing, an additional one, or two that changed places.
  function isNear(a, b) {
    if (Math.abs(a.length - b.length) > 1 || a === b) return false;
    let start = 0;
    while (start < a.length && a[start] === b[start]) start += 1;
    const [x, y] = [a.slice(start), b.slice(start)];
    return x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1)
      || (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2));
  }

  // The words of the book that a misspelt word may stand for, the most frequent ones first.
  let vocabulary = null;
  function near(term) {
    if (!vocabulary) {
      vocabulary = new Map();
      for (const entry of entries) {
        for (const [word] of (entry.title + ' ' + entry.text).matchAll(/\p{L}{4,}/gu)) {
          vocabulary.set(word, (vocabulary.get(word) || 0) + 1);
        }
      }
    }
    if (term.length < 4 || isChinese(term)) return [];
    return [...vocabulary.keys()].filter((word) => isNear(term, word))
      .sort((a, b) => vocabulary.get(b) - vocabulary.get(a)).slice(0, 1);
  }

  function find(terms, least = terms.length) {
    return entries.map((entry) => {
      const scores = terms.map((term) => score(entry, term));
      return { entry, score: scores.filter(Boolean).length >= least ? scores.reduce((a, b) => a + b, 0) : 0 };
    }).filter((hit) => hit.score).sort((a, b) => b.score - a.score);
  }

  function search(query) {
    const terms = plain(query).split(/\s+/).filter(Boolean);
    if (!terms.length) return { terms, hits: [] };
    let hits = find(terms);
    if (!hits.length) {
      const meant = terms.map((term) => find([term]).length ? term : near(term)[0] || term);
      hits = find(meant);
      if (hits.length) return { terms: meant, hits };
    }
    if (hits.length || !terms.some((term) => isChinese(term) && term.length > 2)) return { terms, hits };
    const pieces = terms.flatMap((term) => isChinese(term) && term.length > 2
      ? [...term].slice(1).map((_, index) => term.slice(index, index + 2)) : [term]);
    return { terms: pieces, hits: find(pieces, Math.ceil(pieces.length / 2)) };
  }

  // An excerpt of the prose, or of the code if only the code has the words.
  function context(entry, terms) {
    const isInCode = !terms.some((term) => entry.text.includes(term)) && terms.some((term) => entry.code.includes(term));
    const [text, searched] = isInCode ? [entry.k, entry.code] : [entry.t, entry.text];
    const places = terms.map((term) => searched.indexOf(term)).filter((place) => place >= 0);
    const start = places.length ? Math.max(0, Math.min(...places) - 50) : 0;
    const excerpt = (start ? '…' : '') + text.slice(start, start + 190) + (text.length > start + 190 ? '…' : '');
    const paragraph = document.createElement('p');
    const pattern = new RegExp('(' + terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') + ')', 'iu');
    excerpt.split(pattern).forEach((part, index) => {
      const mark = index % 2 ? document.createElement('mark') : null;
      if (mark) mark.textContent = part;
      paragraph.append(mark || part);
    });
    return paragraph;
  }

  function filter(form, say) {
    const all = (selector) => [...document.querySelectorAll(selector)];
    let wasFiltered = false;
    function update() {
      const { kind, words } = form.elements;
      const terms = plain(words.value).split(/\s+/);
      let shown = 0;
      for (const row of all('tr.check')) {
        const isKind = !kind.value || row.classList.contains(kind.value)
          || (kind.value === 'close' && Number(row.dataset.share) > 50);
        const text = plain(row.textContent);
        row.hidden = !isKind || !terms.every((term) => text.includes(term));
        shown += row.hidden ? 0 : 1;
      }
      const isFiltered = Boolean(kind.value || words.value.trim());
      for (const section of all('.of-chapter')) {
        section.hidden = !section.querySelector('tr.check:not([hidden])');
        if (isFiltered || wasFiltered) section.querySelector('details').open = isFiltered;
      }
      wasFiltered = isFiltered;
      form.querySelector('output').textContent = say('shown', shown);
    }
    form.addEventListener('input', update);
    form.addEventListener('submit', (event) => event.preventDefault());
    update();
  }

  self.galleySearch = { search, context, filter };
})();

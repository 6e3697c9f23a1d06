// The pages are complete without this script. It adds the choice of theme, the contents on narrow screens, search,
// cards for marks and charts, and copy buttons.
(function () {
  'use strict';
  const root = document.documentElement;
  const words = JSON.parse(document.currentScript.dataset.words || '{}');
  const language = document.currentScript.dataset.language || root.lang;
  const say = (name, count) => (words[name] || name).replace('{count}', count);
  const themes = { automatic: 'themeAutomatic', light: 'themeLight', dark: 'themeDark' };
  const all = (selector, parent = document) => [...parent.querySelectorAll(selector)];

  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  // On the page for wrong addresses, links are relative to the book's address. Links to the page itself must not be.
  function setUpBase() {
    if (!document.querySelector('base')) return;
    for (const link of all('a[href^="#"]')) link.href = location.href.split('#')[0] + link.getAttribute('href');
  }

  // A script in the page itself applies the stored choice before the first paint.
  function stored() {
    try { return localStorage.getItem('theme'); } catch { return null; }
  }

  function apply(theme) {
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    else delete root.dataset.theme;
  }

  function setUpTheme() {
    const button = document.querySelector('.theme-button');
    const name = button.querySelector('.theme-name');
    const names = Object.keys(themes);
    let current = names.includes(stored()) ? stored() : 'automatic';
    name.textContent = say(themes[current]);
    button.addEventListener('click', function () {
      const next = current = names[(names.indexOf(current) + 1) % names.length];
      try { localStorage.setItem('theme', next); } catch { /* the choice lasts for this page */ }
      name.textContent = say(themes[next]);
      apply(next);
    });
  }

  function setUpContents() {
    const button = document.querySelector('.contents-button');
    function open(isOpen) {
      root.classList.toggle('contents-open', isOpen);
      button.setAttribute('aria-expanded', String(isOpen));
    }
    button.addEventListener('click', () => open(!root.classList.contains('contents-open')));
    document.querySelector('.side').addEventListener('click', (event) => {
      if (event.target.closest('a')) open(false);
    });
  }

  // The outline marks the current section: the last one with a heading in the upper third of the window or above.
  function setUpOutline() {
    const links = all('.outline a');
    const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    let isWaiting = false;
    function mark() {
      isWaiting = false;
      const isAtEnd = innerHeight + scrollY >= root.scrollHeight - 2 && scrollY > 0;
      let current = -1;
      headings.forEach((heading, index) => {
        if (heading && (isAtEnd || heading.getBoundingClientRect().top < innerHeight / 3)) current = index;
      });
      links.forEach((link, index) => {
        if (index === current) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
      });
    }
    if (!links.length) return;
    addEventListener('scroll', function () {
      if (!isWaiting) requestAnimationFrame(mark);
      isWaiting = true;
    }, { passive: true });
    mark();
  }

  // A link into a folded part opens that part, and a link to the list of checks opens the list. A link to a block
  // leaves the block's folded code closed.
  function reveal() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const details = target && (target.closest('details') || target.querySelector(':scope.checks > details'));
    if (details && !details.open) {
      details.open = true;
      target.scrollIntoView();
    }
  }

  // All marks and charts share one card.
  const card = make('div', { className: 'card', id: 'card', hidden: true });
  card.setAttribute('role', 'tooltip');

  function show(rows, box) {
    card.replaceChildren(...rows.map(([name, value, className]) =>
      make('p', { className: className || '' }, name ? make('span', { textContent: name + ' ' }) : '', value)));
    card.hidden = false;
    const width = card.offsetWidth;
    const left = Math.max(8, Math.min(box.left + box.width / 2 - width / 2, innerWidth - width - 8));
    const isBelow = box.top < card.offsetHeight + 60;
    card.style.left = left + 'px';
    card.style.top = (isBelow ? box.bottom + 6 : box.top - card.offsetHeight - 6) + 'px';
  }

  function hide() { card.hidden = true; }

  function contents(element) {
    const fragment = new DocumentFragment();
    fragment.append(...element.cloneNode(true).childNodes);
    return fragment;
  }

  function setUpMarks() {
    for (const mark of all('.mark, .square')) {
      const title = mark.title;
      mark.removeAttribute('title');
      if (!title) continue;
      function open() {
        const own = mark.pathname === location.pathname && document.getElementById(mark.hash.slice(1));
        // Copy the nodes, so that formulas stay typeset.
        const cells = own ? [...own.cells].map((cell) => cell.textContent && contents(cell)) : [];
        const rows = own
          ? [['', cells[1], 'verdict ' + own.classList[1]], [say('cardExpected'), cells[3]], [say('cardValue'), cells[4]],
            [say('cardTolerance'), cells[5]], [say('cardUsed'), cells[6]]].filter((row) => row[1])
          : [['', title]];
        show(rows, mark.getBoundingClientRect());
        mark.setAttribute('aria-describedby', 'card');
      }
      function close() {
        hide();
        mark.removeAttribute('aria-describedby');
      }
      mark.addEventListener('pointerenter', open);
      mark.addEventListener('focus', open);
      mark.addEventListener('pointerleave', close);
      mark.addEventListener('blur', close);
    }
    for (const value of all('.computed')) {
      const title = value.title;
      value.removeAttribute('title');
      value.tabIndex = 0;
      for (const name of ['pointerenter', 'focus']) {
        value.addEventListener(name, () => show([['', title]], value.getBoundingClientRect()));
      }
      for (const name of ['pointerleave', 'blur']) value.addEventListener(name, hide);
    }
    addEventListener('keydown', (event) => { if (event.key === 'Escape') hide(); });
    addEventListener('scroll', hide, { passive: true });
  }

  // The Tab key stops once at a row of squares. Arrow keys move from square to square.
  function setUpSquares() {
    for (const row of all('.squares')) {
      const squares = all('.square', row);
      squares.forEach((square, index) => { square.tabIndex = index ? -1 : 0; });
      row.addEventListener('keydown', function (event) {
        const index = squares.indexOf(event.target);
        const next = squares[{ ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: squares.length - 1 }[event.key]];
        if (index < 0 || !next) return;
        event.preventDefault();
        event.target.tabIndex = -1;
        next.tabIndex = 0;
        next.focus();
      });
    }
  }

  // Charts have attributes for their scales. The script computes the values of a point from them and the drawing.
  function scale(panel, axis) {
    const [type, parameter] = (panel.dataset[axis + 'Scale'] || '').split(' ');
    const range = (panel.dataset[axis + 'Range'] || '').split(' ').map(Number);
    const text = panel.dataset[axis + 'Domain'] || '';
    const part = (place) => (place - range[0]) / (range[1] - range[0]);
    if (type === 'category') {
      const names = text.split('|');
      return (place) => names[Math.max(0, Math.min(names.length - 1, Math.floor(part(place) * names.length)))];
    }
    const c = Number(parameter) || 1;
    const [forward, back] = {
      log: [Math.log, Math.exp],
      symlog: [(v) => Math.sign(v) * Math.log1p(Math.abs(v) / c), (v) => Math.sign(v) * c * Math.expm1(Math.abs(v))],
      power: [(v) => Math.sign(v) * Math.abs(v) ** c, (v) => Math.sign(v) * Math.abs(v) ** (1 / c)],
    }[type] || [(v) => v, (v) => v];
    const [low, high] = text.split(' ').map((number) => forward(Number(number)));
    const value = (place) => back(low + part(place) * (high - low));
    if (type === 'date') return (place) => new Date(value(place) * 1000).toISOString().slice(0, 16).replace('T', ' ');
    return (place) => String(Number(value(place).toPrecision(4)));
  }

  function pairs(text) {
    return [...text.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map((match) => [Number(match[1]), Number(match[2])]);
  }

  function points(series) {
    const mark = series.dataset.mark;
    if (series.dataset.points) return pairs(series.dataset.points);
    const paths = all('path', series).map((path) => path.getAttribute('d') || '');
    if (mark === 'point') {
      return paths.join('').split('M').slice(1).map((shape) => {
        const corners = pairs(shape);
        const middle = (axis) => (Math.min(...corners.map((p) => p[axis])) + Math.max(...corners.map((p) => p[axis]))) / 2;
        return corners.length === 1 ? corners[0] : [middle(0), middle(1)];
      });
    }
    return mark === 'line' || mark === 'trajectory' ? pairs(paths[0] || '') : [];
  }

  function setUpChart(svg) {
    let stops = null;
    let current = null;
    const dot = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
    dot.setAttribute('r', '4');
    dot.setAttribute('class', 'hover-dot');
    // Bars, boxes and cells have titles. The values of lines and points are computed from the drawing.
    function read() {
      return all('.panel', svg).flatMap((panel) => {
        const scales = [scale(panel, 'x'), scale(panel, 'y')];
        return all('.series', panel).flatMap((series) => all('title', series).map((title) => {
          const mark = title.parentNode;
          const box = mark.getBBox();
          const words = title.textContent;
          title.remove();
          return { series, mark, words, x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }).concat(points(series).map(([x, y]) => ({ panel, series, scales, x, y }))));
      });
    }
    function leave() {
      dot.remove();
      hide();
    }
    function place(stop) {
      const matrix = stop.series.getScreenCTM();
      return matrix && new DOMPoint(stop.x, stop.y).matrixTransform(matrix);
    }
    function tell(stop) {
      current = stop;
      const { mark, series, panel, scales, x, y } = stop;
      if (mark) {
        dot.remove();
        return show([['', stop.words]], mark.getBoundingClientRect());
      }
      dot.setAttribute('cx', x);
      dot.setAttribute('cy', y);
      series.append(dot);
      const name = series.dataset.series || panel.dataset.facet;
      const { x: left, y: top } = place(stop);
      show([...(name ? [['', name, 'verdict']] : []),
        [series.dataset.xLabel || 'x', scales[0](x)], [series.dataset.yLabel || 'y', scales[1](y)]],
      { left, top: top - 8, bottom: top + 8, width: 0 });
    }
    // The Tab key stops once at a chart. Left and right arrows move between values, up and down arrows between series.
    function step(key) {
      const index = stops.indexOf(current);
      if (key === 'ArrowRight') return stops[index + 1];
      if (key === 'ArrowLeft') return stops[index - 1];
      if (key === 'Home') return stops[0];
      if (key === 'End') return stops[stops.length - 1];
      const series = [...new Set(stops.map((stop) => stop.series))];
      const next = series[series.indexOf(current.series) + { ArrowDown: 1, ArrowUp: -1 }[key]];
      const distance = (stop) => Math.abs(stop.x - current.x);
      return stops.filter((stop) => stop.series === next)
        .reduce((best, stop) => (best && distance(best) <= distance(stop) ? best : stop), null);
    }
    if (svg.querySelector('.series')) svg.setAttribute('tabindex', '0');
    svg.addEventListener('focus', function () {
      stops = stops || read();
      if (stops.length && svg.matches(':focus-visible')) tell(current || stops[0]);
    });
    svg.addEventListener('blur', leave);
    svg.addEventListener('keydown', function (event) {
      if (event.key === 'Escape') return leave();
      if (!/^(Arrow|Home|End)/.test(event.key) || !stops || !current) return;
      event.preventDefault();
      const next = step(event.key);
      if (next) tell(next);
    });
    svg.addEventListener('pointermove', function (event) {
      stops = stops || read();
      const pointed = stops.find((stop) => stop.mark && stop.mark === event.target);
      if (pointed) return tell(pointed);
      let best = null;
      for (const stop of stops) {
        const point = stop.mark ? null : place(stop);
        const distance = point ? Math.hypot(point.x - event.clientX, point.y - event.clientY) : Infinity;
        if (distance < 40 && (!best || distance < best.distance)) best = { stop, distance };
      }
      if (best) tell(best.stop);
      else leave();
    });
    svg.addEventListener('pointerleave', leave);
  }

  // The search looks for substrings, because Chinese has no word boundaries. If it finds nothing, it looks for pairs
  // of Chinese characters.
  const plain = (text) => text.normalize('NFKC').toLowerCase();
  const isChinese = (text) => /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text);
  let entries = null;

  function loadIndex() {
    if (entries) return Promise.resolve();
    return load('assets/search-index.js').then(() => {
      entries = (self.galleySearchIndex || []).map((entry) =>
        Object.assign({ title: plain(entry.c + ' ' + entry.s), text: plain(entry.t) }, entry));
    });
  }

  function score(entry, term) {
    const place = entry.text.indexOf(term);
    if (entry.title.includes(term)) return 10;
    if (place < 0) return 0;
    return 1 + Math.min(5, entry.text.split(term).length - 1) + (place === 0 || /\W/.test(entry.text[place - 1]) ? 2 : 0);
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
    const hits = find(terms);
    if (hits.length || !terms.some((term) => isChinese(term) && term.length > 2)) return { terms, hits };
    const pieces = terms.flatMap((term) => isChinese(term) && term.length > 2
      ? [...term].slice(1).map((_, index) => term.slice(index, index + 2)) : [term]);
    return { terms: pieces, hits: find(pieces, Math.ceil(pieces.length / 2)) };
  }

  function context(entry, terms) {
    const places = terms.map((term) => entry.text.indexOf(term)).filter((place) => place >= 0);
    const start = Math.max(0, Math.min(...places, entry.text.length) - 50);
    let text = (start ? '…' : '') + entry.t.slice(start, start + 190) + (entry.t.length > start + 190 ? '…' : '');
    if (!places.length) text = entry.t.slice(0, 160);
    const paragraph = make('p', {});
    const pattern = new RegExp('(' + terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') + ')', 'iu');
    text.split(pattern).forEach((part, index) => paragraph.append(index % 2 ? make('mark', {}, part) : part));
    return paragraph;
  }

  function setUpSearch() {
    const button = document.querySelector('.search-button');
    const input = make('input', { type: 'search', placeholder: say('searchTheBook') });
    input.setAttribute('aria-label', say('searchTheBook'));
    const count = make('p', { className: 'count' });
    count.setAttribute('role', 'status');
    const list = make('ol', {});
    const dialog = make('dialog', { className: 'search' }, input, count, list);
    dialog.setAttribute('aria-label', say('search'));
    dialog.lang = language;
    document.body.append(dialog);
    function update() {
      const { terms, hits } = search(input.value);
      count.textContent = !terms.length ? '' : say(['noPlaces', 'place'][hits.length] || 'places', hits.length);
      list.replaceChildren(...hits.slice(0, 30).map(({ entry }) => make('li', {}, make('a', { href: entry.u },
        make('strong', {}, entry.s || entry.c), entry.s ? make('span', {}, ' ' + entry.c) : '', context(entry, terms)))));
    }
    function open() {
      loadIndex().then(update);
      dialog.showModal();
      input.select();
    }
    button.addEventListener('click', open);
    input.addEventListener('input', () => loadIndex().then(update));
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog || event.target.closest('a')) dialog.close();
    });
    dialog.addEventListener('keydown', function (event) {
      const links = [input, ...all('a', list)];
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === 'Enter' && document.activeElement === input && links[1]) links[1].click();
      if (!step) return;
      event.preventDefault();
      const next = links[links.indexOf(document.activeElement) + step];
      if (next) next.focus();
    });
    addEventListener('keydown', function (event) {
      // A field of the closed dialog may still have the focus.
      const field = event.target.closest && event.target.closest('input, select, textarea');
      const isTyping = dialog.open || (field && !dialog.contains(field));
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      open();
    });
  }

  function setUpFilter() {
    const form = document.querySelector('.filter');
    if (!form) return;
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
      for (const section of all('.of-chapter')) section.hidden = !section.querySelector('tr.check:not([hidden])');
      form.querySelector('output').textContent = say('shown', shown);
    }
    form.addEventListener('input', update);
    form.addEventListener('submit', (event) => event.preventDefault());
    update();
  }

  function setUpCopying() {
    if (!navigator.clipboard) return;
    function button(name, text) {
      const button = make('button', { type: 'button', className: 'copy', textContent: say(name), lang: language });
      button.addEventListener('click', async function () {
        await navigator.clipboard.writeText(await text());
        button.textContent = say('copied');
        setTimeout(function () { button.textContent = say(name); }, 1500);
      });
      return button;
    }
    for (const code of all('.code')) {
      const buttons = make('div', { className: 'copies' }, button('copy', () => code.querySelector('code').textContent));
      if (code.dataset.block) buttons.append(button('copyAll', () => needs(code)));
      code.append(buttons);
    }
  }

  function load(src) {
    return new Promise((done) => document.head.append(make('script', { src, onload: done, onerror: done })));
  }

  // A block of code with all code above it that it needs.
  async function needs(code) {
    const chapter = code.closest('.whole-chapter');
    const slug = chapter ? chapter.id : decodeURIComponent(location.pathname.split('/').pop().replace(/\.html$/, ''));
    if (!(self.galleyCode || {})[slug]) await load('assets/code/' + encodeURIComponent(slug) + '.js');
    const { imports, pieces, blocks } = self.galleyCode[slug];
    return [imports.join('\n'), ...blocks[code.dataset.block].map((number) => pieces[number])].join('\n\n') + '\n';
  }

  setUpBase();
  setUpTheme();
  setUpContents();
  setUpOutline();
  setUpSearch();
  setUpFilter();
  document.body.append(card);
  setUpMarks();
  setUpSquares();
  all('svg.svg-chart').forEach(setUpChart);
  // A live figure has been drawn anew.
  document.addEventListener('galley-chart', (event) => setUpChart(event.detail));
  setUpCopying();
  addEventListener('hashchange', reveal);
  addEventListener('beforeprint', function () { for (const details of all('.fold > details')) details.open = true; });
  reveal();
})();

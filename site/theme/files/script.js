// The pages are complete without this script. It adds the theme, contents, search, cards and copying.
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

  // Scrolls a list to its current link, and leaves the page where it is.
  function follow(link) {
    const pane = link && link.offsetParent;
    if (!pane || pane === document.body || pane.scrollHeight <= pane.clientHeight) return;
    pane.scrollTop = link.offsetTop - pane.clientHeight / 2;
  }

  // Tab stops at wide content only if it scrolls.
  function setUpScrolling() {
    const boxes = all('pre[tabindex], .scrolling[tabindex]');
    function update() {
      const scrolls = boxes.map((box) => box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight);
      boxes.forEach((box, index) => {
        if (scrolls[index]) box.tabIndex = 0;
        else box.removeAttribute('tabindex');
      });
    }
    addEventListener('resize', update);
    document.addEventListener('toggle', update, true);
    addEventListener('load', update);
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
        if (index !== current) link.removeAttribute('aria-current');
        else if (!link.ariaCurrent) follow(Object.assign(link, { ariaCurrent: 'location' }));
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
      make('div', { className: className || '' }, name ? make('span', { textContent: name + ' ' }) : '', value)));
    card.hidden = false;
    settle(box);
  }

  // Puts the card above a box, or below if there is no room.
  function settle(box) {
    const width = card.offsetWidth;
    const left = Math.max(8, Math.min(box.left + box.width / 2 - width / 2, innerWidth - width - 8));
    const isBelow = box.top < card.offsetHeight + 60;
    card.style.left = left + 'px';
    card.style.top = (isBelow ? box.bottom + 6 : box.top - card.offsetHeight - 6) + 'px';
  }

  function hide() {
    card.hidden = true;
    card.classList.remove('preview');
  }

  function pageName() { return decodeURIComponent(location.pathname.split('/').pop()) || 'index.html'; }

  function contents(element) {
    const fragment = new DocumentFragment();
    fragment.append(...element.cloneNode(true).childNodes);
    return fragment;
  }

  // Pointer and keyboard.
  function on(element, open, close) {
    for (const name of ['pointerenter', 'focus']) element.addEventListener(name, open);
    for (const name of ['pointerleave', 'blur']) element.addEventListener(name, close);
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
      on(mark, open, close);
    }
    for (const value of all('.computed')) {
      const title = value.title;
      value.removeAttribute('title');
      value.tabIndex = 0;
      on(value, () => show([['', title]], value.getBoundingClientRect()), hide);
    }
    addEventListener('keydown', (event) => { if (event.key === 'Escape') hide(); });
    addEventListener('scroll', hide, { passive: true });
  }

  // A reference shows what it points to; the first one loads the previews.
  function setUpReferences() {
    for (const link of all('a.reference, a.citation')) {
      let isWanted = false;
      async function open() {
        isWanted = true;
        if (!self.galleyPreviews) await load('assets/previews.js');
        const html = (self.galleyPreviews || {})[link.getAttribute('href').replace(/^#/, pageName() + '#')];
        if (!html || !isWanted) return;
        card.classList.add('preview');
        const box = link.getBoundingClientRect();
        show([['', new DOMParser().parseFromString(html, 'text/html').body]], box);
        for (const image of all('img', card)) image.onload = () => isWanted && settle(box);
        link.setAttribute('aria-describedby', 'card');
      }
      function close() {
        isWanted = false;
        hide();
        link.removeAttribute('aria-describedby');
      }
      on(link, (event) => { if (event.pointerType === 'mouse' || link.matches(':focus-visible')) open(); }, close);
    }
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

  let searching = null;
  function loadSearch() {
    return searching ||= load('assets/search-index.js').then(() => load('assets/search.js'));
  }

  async function setUpFilter() {
    const form = document.querySelector('.filter');
    if (!form) return;
    await load('assets/search.js');
    self.galleySearch.filter(form, say);
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
    async function update() {
      await loadSearch();
      const { terms, hits } = self.galleySearch.search(input.value);
      count.textContent = !terms.length ? '' : say(['noPlaces', 'place'][hits.length] || 'places', hits.length);
      list.replaceChildren(...hits.slice(0, 30).map(({ entry }) => make('li', {}, make('a', { href: entry.u },
        make('strong', {}, entry.s || entry.c), entry.s ? make('span', {}, ' ' + entry.c) : '',
        self.galleySearch.context(entry, terms)))));
    }
    function open() {
      update();
      dialog.showModal();
      input.select();
    }
    button.addEventListener('click', open);
    input.addEventListener('input', update);
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
    const slug = chapter ? chapter.id : pageName().replace(/\.html$/, '');
    if (!(self.galleyCode || {})[slug]) await load('assets/code/' + encodeURIComponent(slug) + '.js');
    const { imports, pieces, blocks } = self.galleyCode[slug];
    return [imports.join('\n'), ...blocks[code.dataset.block].map((number) => pieces[number])].join('\n\n') + '\n';
  }

  setUpBase();
  setUpTheme();
  setUpContents();
  follow(document.querySelector('.contents [aria-current]'));
  setUpOutline();
  setUpSearch();
  setUpScrolling();
  setUpFilter();
  document.body.append(card);
  setUpMarks();
  setUpSquares();
  setUpReferences();
  all('svg.svg-chart').forEach(setUpChart);
  // A live figure has been drawn anew.
  document.addEventListener('galley-chart', (event) => setUpChart(event.detail));
  setUpCopying();
  addEventListener('hashchange', reveal);
  addEventListener('beforeprint', function () { for (const details of all('.fold > details')) details.open = true; });
  reveal();
})();

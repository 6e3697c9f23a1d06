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

  // A script in the page has already applied the stored choice.
  function setUpTheme() {
    const button = document.querySelector('.theme-button');
    const name = button.querySelector('.theme-name');
    const names = Object.keys(themes);
    const current = () => root.dataset.theme || 'automatic';
    name.textContent = say(themes[current()]);
    button.addEventListener('click', function () {
      const next = names[(names.indexOf(current()) + 1) % names.length];
      try { localStorage.setItem('theme', next); } catch { /* the choice lasts for this page */ }
      name.textContent = say(themes[next]);
      if (next === 'automatic') delete root.dataset.theme;
      else root.dataset.theme = next;
    });
  }

  function setUpContents() {
    const button = document.querySelector('.contents-button');
    function open(isOpen) {
      root.classList.toggle('contents-open', isOpen);
      button.ariaExpanded = isOpen;
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

  // All marks and charts share one card, which describes its element.
  const card = make('div', { id: 'card', hidden: true, role: 'tooltip' });
  let owner = card;

  function show(rows, element, box = element.getBoundingClientRect(), className = '') {
    hide();
    owner = element;
    owner.setAttribute('aria-describedby', 'card');
    card.className = 'card ' + className;
    card.replaceChildren(...rows.map(([name, value, className = '']) =>
      make('div', { className }, name ? make('span', { textContent: name + ' ' }) : '', ...[value].flat())));
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
    owner.removeAttribute('aria-describedby');
  }

  function pageName() { return decodeURIComponent(location.pathname.split('/').pop()) || 'index.html'; }

  function on(element, open) {
    for (const name of ['pointerenter', 'focus']) element.addEventListener(name, open);
    for (const name of ['pointerleave', 'blur']) element.addEventListener(name, hide);
  }

  function setUpMarks() {
    for (const mark of all('.mark, .square')) {
      const title = mark.title;
      mark.removeAttribute('title');
      if (!title) continue;
      on(mark, function () {
        const own = mark.pathname === location.pathname && document.getElementById(mark.hash.slice(1));
        // Copy the nodes, so that formulas stay typeset.
        const cells = own ? [...own.cloneNode(true).cells].map((cell) => cell.textContent && [...cell.childNodes]) : [];
        const rows = own
          ? [['', cells[1], 'verdict ' + own.classList[1]], [say('cardExpected'), cells[3]], [say('cardValue'), cells[4]],
            [say('cardTolerance'), cells[5]], [say('cardUsed'), cells[6]]].filter((row) => row[1])
          : [['', title]];
        show(rows, mark);
      });
    }
    for (const value of all('.computed')) {
      const title = value.title;
      value.removeAttribute('title');
      value.tabIndex = 0;
      on(value, () => show([['', title]], value));
    }
    // Escape hides all cards, also those of the style sheet, until the next key or move.
    for (const name of ['keydown', 'pointerover']) {
      addEventListener(name, ({ key }) => { if (root.classList.toggle('quiet', key === 'Escape')) hide(); });
    }
    addEventListener('scroll', hide, { passive: true });
  }

  // A reference shows what it points to; the first one loads the previews.
  function setUpReferences() {
    for (const link of all('a.reference, a.citation')) {
      on(link, async function (event) {
        if (event.pointerType !== 'mouse' && !link.matches(':focus-visible')) return;
        if (!self.galleyPreviews) await load('assets/previews.js');
        const html = (self.galleyPreviews || {})[link.getAttribute('href').replace(/^#/, pageName() + '#')];
        const isWanted = () => link.matches(':hover, :focus');
        if (!html || !isWanted()) return;
        const box = link.getBoundingClientRect();
        show([['', new DOMParser().parseFromString(html, 'text/html').body]], link, box, 'preview');
        for (const image of all('img', card)) image.onload = () => isWanted() && settle(box);
      });
    }
  }

  const lines = { ArrowDown: 1, ArrowUp: -1 };

  // Keys with Alt, Ctrl or Command are for the browser.
  const plain = (event) => (event.altKey || event.ctrlKey || event.metaKey ? '' : event.key);
  const step = (key, index, count) => ({ ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: count - 1 })[key];

  // The Tab key stops once at a group of squares or names. Arrow keys move in a line, and to the nearest line.
  function setUpGroup(group, items) {
    function stopAt(chosen) {
      for (const item of items) if (item.tabIndex === 0) item.tabIndex = -1;
      if (chosen) chosen.tabIndex = 0;
    }
    stopAt(items[0]);
    group.addEventListener('keydown', function (event) {
      const { x, y } = event.target.getBoundingClientRect();
      const way = lines[plain(event)];
      function distance(item) {
        const box = item.getBoundingClientRect();
        return (box.y - y) * way * 1e4 + Math.abs(box.x - x);
      }
      const next = way ? items.filter((item) => distance(item) > 9e4).sort((a, b) => distance(a) - distance(b))[0]
        : items[step(plain(event), items.indexOf(event.target), items.length)];
      if (!next) return;
      event.preventDefault();
      stopAt(next);
      next.focus();
    });
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
        return [middle(0), middle(1)];
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
        return show([['', stop.words]], svg, mark.getBoundingClientRect());
      }
      dot.setAttribute('cx', x);
      dot.setAttribute('cy', y);
      series.append(dot);
      const name = series.dataset.series || panel.dataset.facet;
      const { x: left, y: top } = place(stop);
      show([...(name ? [['', name, 'verdict']] : []),
        [series.dataset.xLabel || 'x', scales[0](x)], [series.dataset.yLabel || 'y', scales[1](y)]],
      svg, { left, top: top - 8, bottom: top + 8, width: 0 });
    }
    // The Tab key stops once at a chart. Left and right arrows move between values, up and down arrows between series.
    function stopAt(key) {
      const index = step(key, stops.indexOf(current), stops.length);
      if (index !== undefined) return stops[index];
      const series = [...new Set(stops.map((stop) => stop.series))];
      const next = series[series.indexOf(current.series) + lines[key]];
      const distance = (stop) => Math.abs(stop.x - current.x);
      return stops.filter((stop) => stop.series === next).sort((a, b) => distance(a) - distance(b))[0];
    }
    if (svg.querySelector('.series')) svg.tabIndex = 0;
    svg.addEventListener('focus', function () {
      stops ||= read();
      if (stops.length && svg.matches(':focus-visible')) tell(current || stops[0]);
    });
    svg.addEventListener('blur', leave);
    svg.addEventListener('keydown', function (event) {
      if (event.key === 'Escape') return leave();
      if (!/^(Arrow|Home|End)/.test(plain(event)) || !stops || !current) return;
      event.preventDefault();
      tell(stopAt(event.key) || current);
    });
    svg.addEventListener('pointermove', function (event) {
      stops ||= read();
      const pointed = stops.find((stop) => stop.mark && stop.mark === event.target);
      if (pointed) return tell(pointed);
      let best = null;
      let least = 40;
      for (const stop of stops) {
        const point = !stop.mark && place(stop);
        const distance = point ? Math.hypot(point.x - event.clientX, point.y - event.clientY) : least;
        if (distance < least) [best, least] = [stop, distance];
      }
      if (best) tell(best);
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
    const words = say('searchTheBook');
    const input = make('input', { type: 'search', placeholder: words, ariaLabel: words });
    const count = make('p', { className: 'count', role: 'status' });
    const list = make('ol', {});
    const properties = { className: 'search', ariaLabel: say('search'), lang: language };
    const dialog = make('dialog', properties, input, count, list);
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
      const way = lines[event.key];
      if (event.key === 'Enter' && document.activeElement === input && links[1]) links[1].click();
      if (!way) return;
      event.preventDefault();
      const next = links[links.indexOf(document.activeElement) + way];
      if (next) next.focus();
    });
    addEventListener('keydown', function (event) {
      // A field of the closed dialog may still have the focus.
      const field = event.target.closest && event.target.closest('input, select, textarea');
      const isTyping = dialog.open || (field && !dialog.contains(field));
      if (plain(event) !== '/' || isTyping) return;
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
  for (const row of all('.squares')) setUpGroup(row, all('.square', row));
  for (const code of all('.code code')) {
    setUpGroup(code, all('[class^="n"]', code));
    // A screen reader says the type.
    code.addEventListener('focusin', ({ target }) => {
      target.ariaDescription = getComputedStyle(target).getPropertyValue('--card').replace(/\\a |"/g, ' ');
    });
  }
  setUpReferences();
  all('svg.svg-chart').forEach(setUpChart);
  // A live figure has been drawn anew.
  document.addEventListener('galley-chart', (event) => setUpChart(event.detail));
  setUpCopying();
  addEventListener('hashchange', reveal);
  addEventListener('beforeprint', function () { for (const details of all('.fold > details')) details.open = true; });
  reveal();
})();

/* Live figures: the reader moves a constant, and the code of the block, compiled for WebAssembly, answers. */
(function () {
  'use strict';

  const script = document.currentScript;
  const words = JSON.parse(script.dataset.words || '{}');
  const narrow = matchMedia('(max-width: 560px)');
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // The module comes as base64 in a script, so that a page from a disk can load it, too.

  let module = null;
  let instance = null;
  let loading = null;

  function load() {
    loading = loading || new Promise(function (done, fail) {
      self.galleyLiveModule = done;
      document.head.append(Object.assign(document.createElement('script'), { src: script.dataset.module, onerror: fail }));
    }).then(async function (text) {
      const packed = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
      const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
      module = await WebAssembly.compile(await new Response(bytes).arrayBuffer());
      instance = await WebAssembly.instantiate(module);
    });
    return loading;
  }

  /** The output of a program at these settings: one object for each line. */
  function run(program, settings) {
    const { memory, galley_reset, galley_settings, galley_run, galley_output, galley_output_length } = instance.exports;
    try {
      galley_reset();
      new Float64Array(memory.buffer, galley_settings(), settings.length).set(settings);
      galley_run(program, narrow.matches ? 2 : 1);
      const output = new Uint8Array(memory.buffer, galley_output(), galley_output_length());
      return new TextDecoder().decode(output).split('\n').filter(Boolean).map((line) => JSON.parse(line));
    } catch (error) {
      // Its stack is not as it was, so it begins anew.
      instance = new WebAssembly.Instance(module);
      return null;
    }
  }

  // Numbers as the rest of the page writes them.

  function number(bits) {
    const view = new DataView(new ArrayBuffer(8));
    view.setBigUint64(0, BigInt('0x' + bits));
    return view.getFloat64(0);
  }

  /** The shortest digits that read back as the same number, as Swift prints them. */
  function shortest(value, isFloat) {
    if (Number.isNaN(value)) return 'nan';
    if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
    let parts = value.toExponential().split('e');
    for (let digits = 1; isFloat && digits < 10; digits += 1) {
      parts = value.toExponential(digits - 1).split('e');
      if (Math.fround(Number(parts.join('e'))) === value) break;
    }
    const exponent = Number(parts[1]);
    if (Object.is(value, -0)) return '-0.0';
    if (value !== 0 && (exponent < -4 || Math.abs(value) > (isFloat ? 2 ** 24 : 2 ** 54))) {
      const sign = exponent < 0 ? '-' : '+';
      return parts[0] + 'e' + sign + String(Math.abs(exponent)).padStart(2, '0');
    }
    const places = Math.max(1, (parts[0].split('.')[1] || '').length - exponent);
    return Number(parts.join('e')).toFixed(Math.min(100, places));
  }

  /** Rounded to significant digits, halves to the even neighbour as C does it. */
  function rounded(value, digits) {
    if (!Number.isFinite(value) || value === 0) return value === 0 ? '0' : shortest(value);
    const exact = value.toExponential(Math.min(100, digits + 60)).split('e');
    const tail = exact[0].replace(/[-.]/g, '').slice(digits);
    let parts = value.toExponential(digits - 1).split('e');
    if (/^50*$/.test(tail) && '13579'.includes(parts[0].slice(-1))) {
      const down = exact[0].replace('.', '').replace('-', '').slice(0, digits);
      parts = [(value < 0 ? '-' : '') + down[0] + (digits > 1 ? '.' + down.slice(1) : ''), exact[1]];
    }
    const exponent = Number(parts[1]);
    if (exponent < -4 || exponent >= 15) {
      return parts[0] + 'e' + (exponent < 0 ? '-' : '+') + String(Math.abs(exponent)).padStart(2, '0');
    }
    // Digits before the point are never rounded away.
    if (exponent >= digits - 1) {
      const whole = Math.trunc(value);
      return (Math.abs(value - whole) === 0.5 ? (whole % 2 ? whole + Math.sign(value) : whole) : value).toFixed(0);
    }
    return Number(parts.join('e')).toFixed(digits - 1 - exponent);
  }

  function text(value, digits) {
    if (value === null) return 'nil';
    if (Array.isArray(value)) return '[' + value.map((part) => element(part, digits)).join(', ') + ']';
    if (value.double) return digits ? rounded(number(value.double), digits) : shortest(number(value.double));
    if (value.float) return digits ? rounded(number(value.float), digits) : shortest(number(value.float), true);
    return value.integer || String(value);
  }

  const element = (value, digits) => (typeof value === 'string' ? JSON.stringify(value) : text(value, digits));

  /** A number of the prose. */
  function writeNumber(span, value) {
    const digits = Number(span.dataset.digits) || 0;
    const plain = text(value, digits);
    if (typeof value === 'string' || typeof value === 'boolean') {
      span.textContent = plain;
      return;
    }
    const parts = plain.match(/^(-?[0-9.]+)e([+-]?[0-9]+)$/);
    if (!parts) {
      span.textContent = plain.replace(/-/g, '−');
      return;
    }
    const power = document.createElement('sup');
    power.textContent = String(Number(parts[2])).replace('-', '−');
    const mantissa = parts[1] === '1' || parts[1] === '1.0' ? '' : parts[1].replace('-', '−') + ' × ';
    span.replaceChildren(mantissa + '10', power);
  }

  // The values that a block shows.

  function writeTable(box, columns, rows) {
    const table = box.querySelector('table');
    if (!table) return;
    const heads = all('th', table);
    if (columns) heads.forEach((head, index) => { head.textContent = columns[index]; });
    const body = table.tBodies[0];
    const isNumber = (column) => rows.every((row) => row[column] === '' || !Number.isNaN(Number(row[column])));
    const kinds = (rows[0] || []).map((_, column) => isNumber(column));
    const fractions = rows.map((row) => row.map((cell) => (cell.match(/[.e].*$/) || [''])[0].length));
    const widest = kinds.map((_, column) => Math.max(0, ...fractions.map((row) => row[column])));
    body.replaceChildren(...rows.map(function (row, index) {
      const line = document.createElement('tr');
      row.forEach(function (cell, column) {
        const data = document.createElement('td');
        data.textContent = kinds[column] ? cell.replace('-', '−') : cell;
        if (kinds[column]) {
          data.className = 'number';
          const own = fractions[index][column];
          const point = own === 0 && widest[column] > 0 ? '.' : '';
          if (widest[column] > own) data.dataset.padding = point + '0'.repeat(widest[column] - own - point.length);
        }
        line.append(data);
      });
      return line;
    }));
  }

  function writeChart(box, value) {
    const [opening, descriptionID, description, content] = value.wide || value.narrow;
    const old = box.querySelector(value.wide ? '.svg-chart-wide' : '.svg-chart-narrow');
    if (!old) return '';
    const prefix = descriptionID.slice(0, -'desc'.length);
    const own = old.getAttribute('aria-labelledby').split(' ')[0].slice(0, -'title'.length);
    const drawing = `${opening}<desc id="${descriptionID}">${description}</desc>\n${content}`.replaceAll(prefix, own);
    const holder = document.createElement('template');
    holder.innerHTML = drawing;
    const chart = holder.content.firstElementChild;
    if (old === document.activeElement) chart.tabIndex = 0;
    old.replaceWith(chart);
    return value.title + '. ' + chart.querySelector('desc').textContent;
  }

  /** Shows a value in the place of the one before, and returns what to say of it. */
  function write(box, value) {
    if (value && (value.wide || value.narrow)) return writeChart(box, value);
    if (value && value.columns) {
      writeTable(box, value.columns, value.rows.map((row) => row.map((cell, column) => text(cell, value.digits[column]))));
      return '';
    }
    if (box.querySelector('table') && Array.isArray(value)) {
      writeTable(box, null, value.map((row) => row.map((cell) => text(cell))));
      return '';
    }
    const lines = box.querySelector('pre');
    const words = text(value);
    if (lines) lines.textContent = Array.isArray(value) ? wrapped(value) : words;
    return words;
  }

  function wrapped(elements) {
    const whole = text(elements);
    if (whole.length <= 72) return whole;
    const lines = [''];
    elements.forEach(function (part, index) {
      const piece = element(part) + (index < elements.length - 1 ? ', ' : '');
      if (lines[lines.length - 1].length + piece.length > 72) lines.push('');
      lines[lines.length - 1] += piece;
    });
    return '[' + lines.join('\n ') + ']';
  }

  // Controls.

  function valueAt(range, part) {
    if (part <= 0) return range.lower;
    if (part >= 1) return range.upper;
    if (range.step) {
      const count = Math.round(part * (range.upper - range.lower) / range.step);
      return Math.min(range.upper, Number((range.lower + count * range.step).toPrecision(12)));
    }
    const raw = range.isLog ? range.lower * (range.upper / range.lower) ** part : range.lower + part * (range.upper - range.lower);
    const size = range.isLog ? Math.abs(raw) : Math.max(Math.abs(range.lower), Math.abs(range.upper));
    const unit = Math.floor(Math.log10(size)) - 2;
    const scale = 10 ** Math.abs(unit);
    const value = unit < 0 ? Math.round(raw * scale) / scale : Math.round(raw / scale) * scale;
    return Math.min(range.upper, Math.max(range.lower, value));
  }

  function partOf(range, value) {
    const part = range.isLog ? Math.log(value / range.lower) / Math.log(range.upper / range.lower)
      : (value - range.lower) / (range.upper - range.lower);
    return Math.min(1, Math.max(0, part));
  }

  const shown = (value) => (value !== 0 && Math.abs(value) < 1e-4 ? value.toExponential() : String(value)).replace('-', '−');

  /** A slider of a block. */
  function slider(input, block) {
    const data = input.dataset;
    const range = { lower: Number(data.lower), upper: Number(data.upper), step: Number(data.step), isLog: 'log' in data };
    const last = Number(input.max);
    const output = input.nextElementSibling;
    const control = {
      name: data.name, setting: Number(data.setting), initial: Number(data.default), axis: data.axis, isPoint: 'point' in data,
      input, range, last, describe: shown,
      /** Sets the value, and shows it. */
      set(value) {
        const fitting = Math.min(range.upper, Math.max(range.lower, value));
        block.values[control.setting] = 'whole' in data ? Math.round(fitting) : fitting;
        input.value = Math.round(partOf(range, fitting) * last);
        control.show();
      },
      show() {
        const words = shown(block.values[control.setting]);
        output.textContent = words;
        input.setAttribute('aria-valuetext', words);
        input.style.setProperty('--part', input.value / last);
      },
      /** Sets the value at a place of the slider. */
      place(place) {
        const value = valueAt(range, Math.min(last, Math.max(0, place)) / last);
        block.values[control.setting] = 'whole' in data ? Math.round(value) : value;
        input.value = place;
        control.show();
        block.change();
      },
    };
    input.addEventListener('input', () => control.place(Number(input.value)));
    return control;
  }

  function toggle(input, block) {
    const control = {
      name: input.dataset.name, setting: Number(input.dataset.setting), initial: Number(input.dataset.default), input,
      last: 1, describe: (value) => (value ? 'true' : 'false'),
      set(value) {
        input.checked = value !== 0;
        block.values[control.setting] = input.checked ? 1 : 0;
      },
      place(place) { control.set(place); block.change(); },
    };
    input.addEventListener('change', () => control.place(input.checked ? 1 : 0));
    return control;
  }

  function choice(group, block) {
    const options = all('input', group);
    const control = {
      name: group.dataset.name, setting: Number(group.dataset.setting), initial: Number(group.dataset.default),
      last: options.length - 1, describe: (value) => options[value].nextElementSibling.textContent,
      set(value) {
        const place = Math.min(options.length - 1, Math.max(0, Math.round(value)));
        options[place].checked = true;
        block.values[control.setting] = place;
      },
      place(place) { control.set(place); block.change(); },
    };
    group.addEventListener('change', () => control.place(options.findIndex((option) => option.checked)));
    return control;
  }

  /** A button that lets a slider run from its lower end to its upper one. */
  function setUpPlay(button, control) {
    let frame = 0;
    function stop() {
      cancelAnimationFrame(frame);
      frame = 0;
      button.setAttribute('aria-pressed', 'false');
    }
    function start() {
      const from = Number(control.input.value) >= control.last ? 0 : Number(control.input.value);
      const begin = performance.now();
      // Where motion is unwelcome, it goes in few steps.
      const steps = calm.matches ? 8 : Infinity;
      button.setAttribute('aria-pressed', 'true');
      function step(now) {
        let part = (now - begin) / 5000 + from / control.last;
        if (steps < Infinity) part = Math.floor(part * steps) / steps;
        const place = Math.min(control.last, Math.round(part * control.last));
        if (place !== Number(control.input.value)) control.place(place);
        if (place >= control.last) return stop();
        frame = requestAnimationFrame(step);
      }
      frame = requestAnimationFrame(step);
    }
    button.addEventListener('click', () => (frame ? stop() : start()));
    control.input.addEventListener('pointerdown', stop);
    control.input.addEventListener('keydown', stop);
  }

  /** A number in the prose that is a control: it is dragged to either side, or moved with the arrow keys. */
  function setUpNumber(span, control) {
    span.classList.add('live-number');
    Object.assign(span, { tabIndex: 0, role: 'slider', ariaLabel: control.name, ariaValueMin: '0', ariaValueMax: String(control.last) });
    span.removeAttribute('title');
    const place = () => (control.input && control.input.type === 'range' ? Number(control.input.value) : control.block.values[control.setting]);
    let grip = null;
    span.addEventListener('pointerdown', function (event) {
      if (event.button) return;
      span.setPointerCapture(event.pointerId);
      grip = { x: event.clientX, place: place(), moved: false };
      event.preventDefault();
      span.focus();
    });
    span.addEventListener('pointermove', function (event) {
      if (!grip) return;
      const way = (event.clientX - grip.x) / 240 * Math.max(control.last, 4);
      if (Math.abs(event.clientX - grip.x) > 3) grip.moved = true;
      const next = Math.round(Math.min(control.last, Math.max(0, grip.place + way)));
      if (next !== place()) control.place(next);
    });
    span.addEventListener('pointerup', function () {
      // A click on a number with few values goes on to the next one.
      if (grip && !grip.moved && control.last < 5) control.place((grip.place + 1) % (control.last + 1));
      grip = null;
    });
    span.addEventListener('pointercancel', () => { grip = null; });
    span.addEventListener('keydown', function (event) {
      const page = Math.max(1, Math.round(control.last / 10));
      const next = {
        ArrowRight: place() + 1, ArrowUp: place() + 1, ArrowLeft: place() - 1, ArrowDown: place() - 1,
        PageUp: place() + page, PageDown: place() - page, Home: 0, End: control.last,
      }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      control.place(Math.min(control.last, Math.max(0, next)));
    });
    return function () {
      span.ariaValueNow = String(place());
      span.ariaValueText = control.describe(control.block.values[control.setting]);
    };
  }

  // Points of a chart: its scales stand in attributes of its first panel.

  function plane(chart) {
    const panel = chart && chart.querySelector('.panel');
    if (!panel) return null;
    const axes = {};
    for (const axis of ['x', 'y']) {
      const [type] = (panel.dataset[axis + 'Scale'] || '').split(' ');
      const [low, high] = (panel.dataset[axis + 'Domain'] || '').split(' ').map(Number);
      const [start, end] = (panel.dataset[axis + 'Range'] || '').split(' ').map(Number);
      if (type !== 'linear' && type !== 'log') return null;
      const forward = type === 'log' ? Math.log : (value) => value;
      const back = type === 'log' ? Math.exp : (value) => value;
      axes[axis] = {
        value: (place) => back(forward(low) + (place - start) / (end - start) * (forward(high) - forward(low))),
        place: (value) => start + (forward(value) - forward(low)) / (forward(high) - forward(low)) * (end - start),
        contains: (place) => place >= Math.min(start, end) - 8 && place <= Math.max(start, end) + 8,
      };
    }
    return { panel, axes };
  }

  function setUpChart(block) {
    const movable = block.controls.filter((control) => control.axis);
    if (!movable.length) return;
    const box = block.box;
    box.classList.add('live-plane');
    let isHeld = false;
    const chart = () => box.querySelector(narrow.matches ? '.svg-chart-narrow' : '.svg-chart-wide');
    function point(event) {
      const found = plane(chart());
      if (!found) return null;
      const matrix = (found.panel.querySelector('.series') || found.panel).getScreenCTM();
      if (!matrix) return null;
      const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
      return { found, place };
    }
    function move(event) {
      const at = point(event);
      if (!at) return;
      for (const control of movable) {
        const value = at.found.axes[control.axis].value(at.place[control.axis]);
        control.set(valueAt(control.range, partOf(control.range, value)));
      }
      block.change();
    }
    box.addEventListener('pointerdown', function (event) {
      const at = event.target.closest('svg') && !event.button && point(event);
      if (!at || !at.found.axes.x.contains(at.place.x) || !at.found.axes.y.contains(at.place.y)) return;
      isHeld = true;
      box.setPointerCapture(event.pointerId);
      event.preventDefault();
      move(event);
    });
    box.addEventListener('pointermove', (event) => { if (isHeld) move(event); });
    for (const end of ['pointerup', 'pointercancel']) box.addEventListener(end, () => { isHeld = false; });
    // A ring where the point is now.
    block.mark = function () {
      const [x, y] = ['x', 'y'].map((axis) => movable.find((control) => control.isPoint && control.axis === axis));
      const found = x && y && plane(chart());
      if (!found) return;
      const ring = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
      ring.setAttribute('class', 'live-handle');
      ring.setAttribute('r', '9');
      ring.setAttribute('cx', found.axes.x.place(block.values[x.setting]));
      ring.setAttribute('cy', found.axes.y.place(block.values[y.setting]));
      (found.panel.querySelector('.series') || found.panel).parentNode.append(ring);
    };
  }

  // Blocks.

  function setUp(element) {
    const block = {
      element, program: Number(element.dataset.live), name: element.dataset.liveName, values: [], controls: [],
      box: element.querySelector('.live-value'), printed: element.querySelector('.live-printed'), mark() {},
    };
    const group = element.querySelector('.live-controls');
    const reset = element.querySelector('.live-reset');
    const status = document.createElement('p');
    status.className = 'unseen';
    status.setAttribute('role', 'status');
    const notice = document.createElement('p');
    notice.className = 'live-notice';
    notice.hidden = true;
    group.append(notice, status);
    let frame = 0;
    let settled = 0;
    let said = '';

    block.change = function () {
      frame = frame || requestAnimationFrame(function () {
        frame = 0;
        load().then(draw, fail);
      });
    };

    function draw() {
      const began = performance.now();
      const lines = run(block.program, block.values);
      notice.hidden = lines !== null;
      element.classList.toggle('live-stopped', lines === null);
      const isMoved = block.controls.some((control) => block.values[control.setting] !== control.initial);
      element.classList.toggle('live-moved', isMoved);
      reset.disabled = !isMoved;
      if (lines === null) {
        notice.textContent = words.liveStopped;
      } else {
        show(lines);
      }
      for (const update of block.updates) update();
      element.dataset.liveTime = (performance.now() - began).toFixed(2);
      clearTimeout(settled);
      settled = setTimeout(settle, 300);
    }

    function show(lines) {
      let running = -1;
      let output = '';
      for (const line of lines) {
        if ('block' in line) running = line.block;
        if (block.printed && 'printed' in line && running === Number(block.printed.dataset.block)) output += line.printed;
        if (!('probe' in line)) continue;
        if (block.box && line.probe === Number(block.box.dataset.probe)) said = write(block.box, line.value);
        for (const span of block.numbers[line.probe] || []) writeNumber(span, line.value);
      }
      if (block.printed) block.printed.querySelector('pre').textContent = output.replace(/\n$/, '');
      block.mark();
    }

    // Some work waits until the reader rests: the address, the words for those who listen, values at points.
    function settle() {
      remember();
      status.textContent = said;
      for (const chart of all('svg.svg-chart', element)) {
        document.dispatchEvent(new CustomEvent('galley-chart', { detail: chart }));
      }
    }

    block.fail = fail;

    function fail() {
      group.classList.add('live-failed');
      notice.hidden = false;
      notice.textContent = words.liveFailed;
      for (const input of all('input, button', group)) input.disabled = true;
    }

    for (const input of all('[data-setting]', group)) {
      const make = input.matches('fieldset') ? choice : input.type === 'checkbox' ? toggle : slider;
      const control = make(input, block);
      control.block = block;
      block.values[control.setting] = control.initial;
      if (control.show) control.show();
      block.controls.push(control);
      const play = input.closest('.live-row').querySelector('.live-play');
      if (play) setUpPlay(play, control);
    }
    block.numbers = {};
    block.updates = [];
    for (const span of all(`[data-live-in="${block.program}"]`)) {
      (block.numbers[span.dataset.probe] = block.numbers[span.dataset.probe] || []).push(span);
      const control = block.controls.find((control) => control.name === span.dataset.liveControl);
      if (control) block.updates.push(setUpNumber(span, control));
    }
    for (const update of block.updates) update();
    reset.addEventListener('click', function () {
      for (const control of block.controls) control.set(control.initial);
      block.change();
    });
    if (block.box) setUpChart(block);
    block.mark();
    return block;
  }

  const blocks = all('.block[data-live]').map(setUp);

  // The address keeps the settings: `#live:ravine:angle=30;k=4`.

  function remember() {
    const parts = blocks.map(function (block) {
      const moved = block.controls.filter((control) => block.values[control.setting] !== control.initial);
      return moved.length ? block.name + ':' + moved.map((control) => `${control.name}=${block.values[control.setting]}`).join(';') : '';
    }).filter(Boolean);
    if (!parts.length && !location.hash.startsWith('#live:')) return;
    history.replaceState(history.state, '', parts.length ? '#live:' + parts.join('&') : location.pathname + location.search);
  }

  function recall() {
    if (!location.hash.startsWith('#live:')) return;
    let first = null;
    for (const part of decodeURIComponent(location.hash.slice('#live:'.length)).split('&')) {
      const [name, settings = ''] = part.split(':');
      const block = blocks.find((block) => block.name === name);
      if (!block) continue;
      for (const control of block.controls) control.set(control.initial);
      for (const setting of settings.split(';')) {
        const [key, value] = setting.split('=');
        const control = block.controls.find((control) => control.name === key);
        if (control && value && Number.isFinite(Number(value))) control.set(Number(value));
      }
      block.change();
      first = first || block;
    }
    if (first) first.element.scrollIntoView({ block: 'center' });
  }

  // Browsers compile a function when it is first called. Each program runs once while nothing else is to be done, so that
  // the first answer to the reader is as fast as the next ones.
  function warmUp() {
    for (const block of blocks) (self.requestIdleCallback || setTimeout)(() => run(block.program, block.values));
  }

  // The module comes when a live block is near the screen; nothing is drawn until a control moves.
  const watch = new IntersectionObserver(function (entries) {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watch.disconnect();
    load().then(warmUp, () => blocks.forEach((block) => block.fail()));
  }, { rootMargin: '800px' });
  for (const block of blocks) watch.observe(block.element);
  narrow.addEventListener('change', () => blocks.forEach((block) => block.element.classList.contains('live-moved') && block.change()));
  addEventListener('hashchange', recall);
  recall();
})();

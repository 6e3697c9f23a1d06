import Foundation
import TestSupport
import Testing

/// Tests the site as a reader sees it, from a folder on a disk.
@Suite(
  "In a browser",
  .enabled(if: Browser.path != nil, "no Chromium is installed, so that pages are not tried in a browser"),
  .serialized, .heavy)
final class SiteInBrowserTests {
  private let root: URL
  private let browser: Browser

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "browser-book-\(UUID().uuidString)")
    try Self.build(in: root)
    browser = try Browser()
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  @Test("search finds an English and a Chinese word, opened by a slash, and leads to the section")
  func search() throws {
    try browser.open(page("a"))
    for (word, section) in [("momentum", "A second section"), ("优化器", "中文"), ("数值优化学", "中文")] {
      try browser.press("/", text: "/")
      try browser.type(word)
      try browser.evaluate("new Promise((done) => setTimeout(done, 300))")
      let found = try browser.evaluate("document.querySelector('.search').innerText")
      #expect(found.contains(section), "\(word): \(found), \(browser.complaints)")
      try browser.press("Escape")
      try browser.evaluate("document.querySelector('.search').close()")
    }
    try browser.press("/", text: "/")
    try browser.type("nowhere-at-all")
    try browser.evaluate("new Promise((done) => setTimeout(done, 300))")
    #expect(try browser.evaluate("document.querySelector('.search .count').textContent") == "No places")
    #expect(browser.complaints.isEmpty, "\(browser.complaints)")
  }

  @Test("the choice of theme lasts from page to page")
  func theme() throws {
    try browser.open(page("a"))
    try browser.evaluate("document.querySelector('.theme-button').click()")
    try browser.evaluate("document.querySelector('.theme-button').click()")
    try browser.open(page("index"))
    #expect(try browser.evaluate("document.documentElement.dataset.theme") == "dark")
    #expect(try browser.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 23, 26)")
  }

  @Test("the Tab key starts at a link to the text and reaches every visible control, with an outline")
  func keyboard() throws {
    for name in ["a", "verification", "index"] {
      try browser.open(page(name))
      let count =
        Int(
          try browser.evaluate(
            """
            window.wanted = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
              .filter((e) => e.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) && e.tabIndex >= 0);
            window.faults = []; window.reached = new Set(); wanted.length
            """)) ?? 0
      #expect(count > 8)
      for step in 0..<count {
        try browser.press("Tab")
        try browser.evaluate(
          """
          { const e = document.activeElement, box = e.getBoundingClientRect(); reached.add(e);
            if (getComputedStyle(e).outlineStyle === 'none') faults.push('no outline: ' + e.outerHTML);
            if (box.bottom < 0 || box.top > innerHeight) faults.push('out of sight: ' + e.outerHTML);
            if (\(step) === 0 && !e.matches('.skip')) faults.push('first: ' + e.outerHTML); }
          """)
      }
      let faults = try browser.evaluate(
        "faults.concat(wanted.filter((e) => !reached.has(e)).map((e) => 'not reached: ' + e.outerHTML)).join('\\n')"
      )
      #expect(faults.isEmpty, "\(name): \(faults)")
    }
  }

  @Test("the skip link leads to the text, Enter opens folded code, and arrows go along a row of squares")
  func keys() throws {
    try browser.open(page("a"))
    try browser.press("Tab")
    try browser.press("Enter", text: "\r")
    #expect(try browser.evaluate("location.hash") == "#main")
    try browser.evaluate("document.querySelector('.fold summary').focus()")
    try browser.press("Enter", text: "\r")
    let fold = try browser.evaluate(
      "document.querySelector('.fold > details').open + ' ' + document.activeElement.tagName")
    #expect(fold == "true SUMMARY")
    try browser.open(page("index"))
    try browser.evaluate("document.querySelector('.square').focus()")
    try browser.press("ArrowRight")
    #expect(
      try browser.evaluate("[...document.querySelectorAll('.square')].indexOf(document.activeElement)") == "1"
    )
    try browser.press("Home")
    #expect(
      try browser.evaluate("[...document.querySelectorAll('.square')].indexOf(document.activeElement)") == "0"
    )
  }

  @Test("in the search dialog arrows select, Enter opens the result, and Escape returns to the page")
  func searchKeys() throws {
    try browser.open(page("index"))
    try browser.evaluate("document.querySelector('.theme-button').focus()")
    try browser.press("/", text: "/")
    try browser.type("momentum")
    try browser.evaluate("new Promise((done) => setTimeout(done, 300))")
    try browser.press("ArrowDown")
    #expect(try browser.evaluate("document.activeElement.getAttribute('href')") == "a.html#a-second-section")
    try browser.press("ArrowUp")
    #expect(try browser.evaluate("document.activeElement.tagName") == "INPUT")
    try browser.press("Escape")
    if try browser.evaluate("String(document.querySelector('.search').open)") == "true" {
      try browser.press("Escape")
    }
    #expect(try browser.evaluate("document.activeElement.className") == "theme-button")
    try browser.press("/", text: "/")
    try browser.type("momentum")
    try browser.evaluate("new Promise((done) => setTimeout(done, 300))")
    try browser.press("Enter", text: "\r")
    try browser.evaluate("new Promise((done) => setTimeout(done, 500))")
    #expect(
      try browser.evaluate("location.pathname.split('/').pop() + location.hash") == "a.html#a-second-section")
  }

  @Test("the names of a listing are one stop of the Tab key, and arrows lead from name to name and its type")
  func names() throws {
    try browser.open(page("a"))
    let listing = "[...document.querySelectorAll('.code')].find((code) => code.textContent.includes('steps'))"
    let stops = "\(listing).querySelectorAll('[class^=n][tabindex=\"0\"]').length"
    let told = "document.activeElement.textContent + '|' + document.activeElement.ariaDescription.trim()"
    let shown = "getComputedStyle(document.activeElement, '::after').content.split('\\n')[0]"
    #expect(try browser.evaluate(stops) == "1")
    try browser.evaluate("\(listing).querySelector('[tabindex=\"0\"][class^=n]').focus()")
    for (key, name) in [
      ("", "rate: Double"), ("ArrowRight", "steps: [Double]"), ("ArrowRight", "rate: Double"),
      ("ArrowDown", "steps: [Double]"), ("ArrowUp", "steps: [Double]"), ("Home", "rate: Double"),
      ("ArrowDown", "steps: [Double]"), ("End", "steps: [Double]"), ("ArrowRight", "steps: [Double]"),
    ] {
      if !key.isEmpty { try browser.press(key) }
      let answer = try browser.evaluate(told)
      #expect(answer == "\(name.prefix { $0 != ":" })|\(name)", "\(key)")
      #expect(try browser.evaluate(shown).contains(name), "\(key)")
    }
    #expect(try browser.evaluate(stops) == "1")
    let display = "getComputedStyle(document.activeElement, '::after').display"
    try browser.press("Escape")
    #expect(try browser.evaluate(display) == "none")
    try browser.press("ArrowLeft")
    #expect(try browser.evaluate(display) != "none")
    #expect(browser.complaints.isEmpty, "\(browser.complaints)")
  }

  @Test("the copy button copies the code as it is written")
  func copying() throws {
    try browser.allowClipboard()
    try browser.open(page("a"))
    try browser.evaluate("document.querySelector('.code .copy').focus()")
    try browser.press("Enter", text: "\r")
    try browser.evaluate("new Promise((done) => setTimeout(done, 200))")
    #expect(try browser.evaluate("document.querySelector('.code .copy').textContent") == "Copied")
    #expect(
      try browser.evaluate("navigator.clipboard.readText()") == "1 / 3.0  // ≈ 0.33\n2 + 2  // == 4\n")
    #expect(browser.complaints.isEmpty, "\(browser.complaints)")
  }

  @Test("a mark shows its card on focus, Escape hides it, and no title is left to show twice")
  func card() throws {
    try browser.open(page("a"))
    try browser.evaluate("document.querySelector('.code .mark').focus()")
    let card = try browser.evaluate("document.getElementById('card').innerText")
    #expect(card.contains("holds"))
    #expect(card.contains("expected 0.33"))
    #expect(card.contains("tolerance ± 0.005"))
    #expect(card.contains("used 67%"))
    #expect(try browser.evaluate("document.querySelectorAll('.mark[title]').length") == "0")
    try browser.press("Escape")
    #expect(try browser.evaluate("document.getElementById('card').hidden") == "1")
  }

  @Test("pointing at a chart shows the values of the nearest point")
  func chart() throws {
    try browser.open(page("a"))
    try browser.evaluate("document.querySelector('figure').scrollIntoView({ block: 'center' })")
    let place = try browser.evaluate(
      """
      (() => {
        const series = document.querySelector('.svg-chart-wide .series');
        const [x, y] = series.querySelector('path').getAttribute('d').match(/M([\\d.]+),([\\d.]+)/).slice(1).map(Number);
        const place = new DOMPoint(x, y).matrixTransform(series.getScreenCTM());
        return place.x + ' ' + place.y;
      })()
      """
    ).split(separator: " ").compactMap { Double($0) }
    try browser.point(x: place[0] + 3, y: place[1] + 3)
    let card = try browser.evaluate("document.getElementById('card').innerText")
    #expect(card.contains("step 0"), "\(card)")
    #expect(card.contains("loss 8"), "\(card)")
    #expect(browser.complaints.isEmpty, "\(browser.complaints)")
  }

  @Test("a chart is one stop of the Tab key, and arrows go from value to value")
  func chartByKeyboard() throws {
    try browser.open(page("a"))
    try browser.evaluate("document.querySelector('.svg-chart-wide').focus()")
    try browser.press("ArrowRight")
    let card = try browser.evaluate("document.getElementById('card').innerText")
    #expect(card.contains("step 1") && card.contains("loss 4"), "\(card)")
    try browser.press("End")
    #expect(try browser.evaluate("document.getElementById('card').innerText").contains("loss 2"))
    try browser.press("Escape")
    #expect(try browser.evaluate("document.getElementById('card').hidden") == "1")
    #expect(try browser.evaluate("document.querySelectorAll('.svg-chart-wide [tabindex]').length") == "0")
    #expect(browser.complaints.isEmpty, "\(browser.complaints)")
  }

  @Test(
    "a check is a row on a wide screen, and a list of named parts below its verdict on a narrow one"
  )
  func stackedChecks() throws {
    let lines = """
      (() => {
        for (const details of document.querySelectorAll('.of-chapter > details')) details.open = true;
        const cells = [...document.querySelector('tr.check.declared').cells].filter((cell) => cell.checkVisibility());
        const label = getComputedStyle(cells[3], '::before').content;
        return new Set(cells.map((cell) => Math.round(cell.getBoundingClientRect().top))).size + ' ' + label;
      })()
      """
    try browser.open(page("verification"))
    #expect(try browser.evaluate(lines) == "1 none")
    try browser.call(
      "Emulation.setDeviceMetricsOverride",
      ["width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": true])
    #expect(try browser.evaluate(lines) == "4 \"Expected\"")
    let scrolling =
      "[...document.querySelectorAll('.scrolling')].filter((e) => e.scrollWidth > e.clientWidth).length"
    #expect(try browser.evaluate(scrolling) == "0")
  }

  @Test("the keyboard alone can filter the Verification page and change the theme")
  func filterByKeyboard() throws {
    try browser.open(page("verification"))
    let focused = "document.activeElement.name || document.activeElement.className"
    func tab(to name: String) throws {
      for _ in 0..<40 where try browser.evaluate(focused) != name { try browser.press("Tab") }
      #expect(try browser.evaluate(focused) == name)
    }
    try tab(to: "theme-button")
    try browser.press("Enter", text: "\r")
    try browser.press(" ", text: " ")
    #expect(try browser.evaluate("document.documentElement.dataset.theme") == "dark")
    let shown = "document.querySelector('.filter output').textContent"
    try tab(to: "kind")
    for _ in 0..<2 { try browser.press("ArrowDown") }
    #expect(try browser.evaluate("document.activeElement.value") == "declared")
    #expect(try browser.evaluate(shown) == "1 shown")
    for _ in 0..<2 { try browser.press("ArrowUp") }
    try tab(to: "words")
    try browser.type("1 / 3.0")
    #expect(try browser.evaluate(shown) == "1 shown")
    #expect(browser.complaints.isEmpty, "\(browser.complaints)")
  }

  @Test("on a telephone each mark stays at its line while the code scrolls")
  func marksAtLines() throws {
    try browser.call(
      "Emulation.setDeviceMetricsOverride",
      ["width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": true])
    try browser.call("Emulation.setTouchEmulationEnabled", ["enabled": true])
    try browser.open(page("a"))
    let offsets = try browser.evaluate(
      """
      [...document.querySelectorAll('.code')].flatMap((code) => [...code.querySelectorAll('.marks > span')].map((mark, row) => {
        const line = code.querySelectorAll('code > span')[row].getBoundingClientRect(), box = mark.getBoundingClientRect();
        return Math.abs(box.top + box.height / 2 - line.top - line.height / 2);
      })).reduce((most, offset) => Math.max(most, offset), -1)
      """)
    let most = Double(offsets) ?? 100
    #expect(most >= 0 && most < 3, "a mark is \(offsets) px from its line")
  }

  @Test("on a telephone the mark of a step is beside its formula, and the number of a wide formula below it")
  func formulasOnTelephones() throws {
    try browser.call(
      "Emulation.setDeviceMetricsOverride",
      ["width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": true])
    try browser.open(page("b"))
    let apart = try browser.evaluate(
      """
      [...document.querySelectorAll('.derivation .verdicts > .mark:first-child')].map((mark) => {
        const formula = mark.closest('.right').querySelector('.katex').getBoundingClientRect();
        const box = mark.getBoundingClientRect();
        return box.top + box.height / 2 > formula.top && box.top + box.height / 2 < formula.bottom && box.left >= formula.right;
      }).join()
      """)
    #expect(!apart.isEmpty && !apart.contains("false"), "\(apart)")
    let below = try browser.evaluate(
      """
      document.querySelector('.equation-number').getBoundingClientRect().top
        >= document.querySelector('.formula.numbered > .scrolling').getBoundingClientRect().bottom
      """)
    #expect(below == "1")
  }

  @Test("the card of a step shows values and drawn formulas")
  func cardOfStep() throws {
    try browser.open(page("b"))
    try browser.evaluate("document.querySelector('.derivation .mark').focus()")
    let card = try browser.evaluate("document.getElementById('card').innerHTML")
    #expect(card.contains("expected") && !card.contains("\\frac"), "\(card)")
  }

  @Test("anchors land below the bar, and the outline marks the current section")
  func anchors() throws {
    try browser.open(page("a"), fragment: "#a-second-section")
    let top = try browser.evaluate("document.getElementById('a-second-section').getBoundingClientRect().top")
    #expect((Double(top) ?? 0) >= 48)
    try browser.evaluate(
      """
      new Promise((done) => {
        const start = Date.now();
        (function look() {
          if (document.querySelector('.outline [aria-current]') || Date.now() - start > 5000) done();
          else setTimeout(look, 50);
        })();
      })
      """)
    #expect(
      try browser.evaluate("document.querySelector('.outline [aria-current]').textContent")
        == "A second section")
  }

  @Test(
    "the page for wrong addresses has its style when opened from a disk, with or without the book's address")
  func missingPage() throws {
    for settings in ["", "url: https://example.org/book\n"] {
      try Self.build(in: root, settings: "title: A book\nmodules: [SVGCharts]\n" + settings)
      try browser.open(page("404"))
      #expect(try browser.evaluate("getComputedStyle(document.querySelector('.bar')).position") == "sticky")
      #expect(try browser.evaluate("document.querySelector('.chapter-link').href").hasPrefix("file:"))
      try browser.press("/", text: "/")
      try browser.type("momentum")
      try browser.evaluate("new Promise((done) => setTimeout(done, 300))")
      #expect(try browser.evaluate("document.querySelector('.search .count').textContent") == "1 place")
      #expect(browser.complaints.isEmpty, "\(browser.complaints)")
      try browser.open(page("index"))
    }
  }

  @Test("the script uses the language of the book: search, theme, cards, copy buttons, the filter")
  func chinese() throws {
    try Self.build(in: root, settings: "title: 书\nlanguage: zh\nmodules: [SVGCharts]\n")
    try browser.open(page("a"))
    let theme = "document.querySelector('.theme-button').innerText.trim()"
    #expect(try browser.evaluate(theme).hasSuffix("自动"))
    try browser.evaluate("document.querySelector('.theme-button').click()")
    #expect(try browser.evaluate(theme).hasSuffix("浅色"))
    try browser.evaluate("document.querySelector('.code .mark').focus()")
    let card = try browser.evaluate("document.getElementById('card').innerText")
    #expect(card.contains("成立") && card.contains("预期 0.33") && card.contains("容差 ± 0.005"), "\(card)")
    #expect(try browser.evaluate("document.querySelector('.copy').textContent") == "复制")
    try browser.press("/", text: "/")
    try browser.type("优化器")
    try browser.evaluate("new Promise((done) => setTimeout(done, 300))")
    #expect(try browser.evaluate("document.querySelector('.search .count').textContent") == "共 1 处")
    #expect(try browser.evaluate("document.querySelector('.search').lang") == "zh")
    try browser.open(page("verification"))
    #expect(try browser.evaluate("document.querySelector('.filter output').textContent") == "显示 4 项")
    #expect(browser.complaints.isEmpty, "\(browser.complaints)")
  }

  @Test("the Verification page filters by kind and by words")
  func filter() throws {
    try browser.open(page("verification"))
    let shown = "document.querySelector('.filter output').textContent"
    #expect(try browser.evaluate(shown) == "4 shown")
    let set = { (name: String, value: String) in
      "{ const field = document.querySelector('[name=\(name)]'); field.value = '\(value)'; field.dispatchEvent(new Event('input', { bubbles: true })); }"
    }
    try browser.evaluate(set("kind", "close"))
    #expect(try browser.evaluate(shown) == "1 shown")
    try browser.evaluate(set("kind", "") + set("words", "4 == "))
    #expect(try browser.evaluate(shown) == "0 shown")
  }

  @Test(
    "nothing moves while a page loads, and nothing is wider than a telephone", arguments: [390, 768, 1440])
  func layout(width: Int) throws {
    try browser.call(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": 844, "deviceScaleFactor": 1, "mobile": false])
    for name in ["a", "b", "index", "verification", "404"] {
      try browser.open(page(name))
      let shift = try layoutShift()
      #expect(shift == 0, "\(name) moved by \(shift)")
      let overflow = try browser.evaluate("document.documentElement.scrollWidth - innerWidth")
      #expect((Int(overflow) ?? 1) <= 0, "\(name) is \(overflow) px too wide")
    }
    #expect(browser.complaints.isEmpty, "\(browser.complaints)")
  }

  @Test("a slow browser paints nothing before the whole text is there")
  func firstPaint() throws {
    try browser.call("Emulation.setCPUThrottlingRate", ["rate": 4])
    try browser.call(
      "Page.addScriptToEvaluateOnNewDocument",
      [
        "source": """
        window.count = () => document.querySelectorAll('main *').length;
        requestAnimationFrame(() => window.first = window.count());
        """
      ])
    for name in ["b", "verification"] {
      try browser.open(page(name))
      #expect(try browser.evaluate("first === count() && count() > 100") == "1", "\(name)")
      let shift = try layoutShift()
      #expect(shift == 0, "\(name) moved by \(shift)")
    }
  }

  /// The layout shift since the page was opened, measured by the browser.
  private func layoutShift() throws -> Double {
    let shift = try browser.evaluate(
      """
      new Promise((done) => {
        let sum = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => sum += entry.value))
          .observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(String(sum)), 300);
      })
      """)
    return Double(shift) ?? 1
  }

  private func page(_ name: String) -> URL { root.appending(path: "site/public/\(name).html") }

  static func build(
    in root: URL, settings: String = "title: A book\nmodules: [SVGCharts]\n"
  ) throws {
    let chapters = root.appending(path: "Chapters")
    try FileManager.default.createDirectory(at: chapters, withIntermediateDirectories: true)
    try Data(settings.utf8).write(to: chapters.appending(path: "book.yml"))
    try Data(chapter.utf8).write(to: chapters.appending(path: "01-a.md"))
    try Data(formulas.utf8).write(to: chapters.appending(path: "02-b.md"))
    let products = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let process = Process()
    process.executableURL = products.appending(path: "galley")
    process.arguments = ["build", "--library", products.path]
    process.currentDirectoryURL = root
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  private static let chapter = """
    # A chapter

    Words.

    ```swift-run
    1 / 3.0  // ≈ 0.33
    2 + 2  // == 4
    ```

    ## A second section

    It gains momentum.

    ```swift-run
    //| label: fig-fall
    //| code-fold: true
    //| fig-cap: It falls.
    Chart { LineMark(x: .value("step", [0, 1, 2]), y: .value("loss", [8.0, 4, 2])) }
    ```

    ## 中文

    一种优化器。它的原理是数值计算，优化学习率。

    ```swift-run
    //| label: names
    //| code-fold: false
    let rate = 0.5
    let steps = [1.0, 2 * rate]
    print(steps)
    ```

    """ + (1...40).map { "Line \($0).\n\n" }.joined()

  /// Formulas wider than a telephone, in a derivation and in a table.
  private static let formulas = """
    # Formulas

    ```math
    %| label: eq-wide
    %| given: a = 0.125, b = [0.019, 0.076]
    %| expect: fails at 2
    \\begin{aligned}
    \\Delta &= \\frac{a}{\\sqrt{b} + 0.01} \\cdot [0.1, 0.2] \\cdot (1 - 0.9) \\cdot 0.001 \\cdot 0.002 \\cdot 0.003 \\\\
    \\Delta &= \\frac{0.125}{\\sqrt{0.019 + 0.076} + 0.01} \\cdot [0.1, 0.2] \\cdot (1 - 0.9) \\cdot 0.000000006 \\\\
    \\Delta &= \\frac{0.125}{\\sqrt{0.095} + 0.01} \\cdot [0.1, 0.2] \\cdot 0.1 \\cdot 0.000000006
    \\end{aligned}
    ```

    | a quantity | how one writes it | how another writes it | and how a third does |
    |---|---|---|---|
    | the running mean | $\\hat{\\sigma}_{t+1} = \\beta \\hat{\\sigma}_t$ | $v_t = \\rho v_{t-1}$ | $E[g^2]_t = \\gamma E[g^2]_{t-1}$ |

    """
}

import Caching
import Foundation

/// Typesets formulas with KaTeX at build time, as HTML for display and as MathML for screen readers.
final class FormulaTypesetter {
  private let files: KaTeXFiles
  private let version: String
  private let cache: ContentCache?
  private var engine: JavaScriptEngine?
  private var knowsChemistry = false

  /// The reason why a formula cannot be typeset.
  struct FormulaError: Error, Equatable {
    var message: String
  }

  init(files: KaTeXFiles, cache: ContentCache?) {
    self.files = files
    self.cache = cache
    version = [files.script, files.chemistry].map { Fingerprint.ofContents([$0]) ?? "" }.joined()
  }

  /// The HTML of a formula. A displayed formula is on its own line.
  func html(_ latex: String, isDisplayed: Bool) throws(FormulaError) -> String {
    try cache.value("formula, 3", of: [version, "\(isDisplayed)", latex]) { () throws(FormulaError) in
      try typeset(latex, isDisplayed: isDisplayed)
    }
  }

  private func typeset(_ latex: String, isDisplayed: Bool) throws(FormulaError) -> String {
    try call("galleyTypeset", latex, isDisplayed: isDisplayed)
  }

  /// Throws if the formula cannot be typeset. This takes less time than typesetting it.
  func check(_ latex: String, isDisplayed: Bool) throws(FormulaError) {
    _ = try call("galleyCheck", latex, isDisplayed: isDisplayed)
  }

  private func call(_ function: String, _ latex: String, isDisplayed: Bool) throws(FormulaError) -> String {
    do {
      let engine = try loadedEngine()
      if latex.contains(/\\(ce|pu)\b/), !knowsChemistry {
        try engine.run(try String(contentsOfFile: files.chemistry, encoding: .utf8))
        knowsChemistry = true
      }
      return try engine.call(function, [latex, isDisplayed ? "display" : ""])
    } catch let error as JavaScriptEngine.ScriptError {
      throw FormulaError(
        message: error.message.replacing("ParseError: KaTeX parse error: ", with: "")
          .replacing(/(?:\w*Error: )?Got group of unknown type: 'internal'/, with: Self.indexOfSpace))
    } catch {
      throw FormulaError(message: "KaTeX cannot be loaded: \(error)")
    }
  }

  private static let indexOfSpace = #"a space such as '\!' has an index; write '{}' between them"#

  /// KaTeX takes a tenth of a second to load, so it is loaded only when a formula is not in the cache.
  private func loadedEngine() throws -> JavaScriptEngine {
    if let engine { return engine }
    let engine = JavaScriptEngine()
    try engine.run(Self.polyfills)
    try engine.run(try String(contentsOfFile: files.script, encoding: .utf8))
    try engine.run(
      """
      // KaTeX puts an invisible sign after a function name. MathML does not allow the sign at the end of a script.
      var lastSign = new RegExp('<mo>\\u2061</mo>(</m(?:sub|sup|subsup|under|over)>)', 'g');
      // Without an error, KaTeX shows these commands in red.
      function refuse(context) {
        throw new katex.ParseError('the command ' + context.command + ' is not allowed, because it reaches outside the formula');
      }
      function options(mode) {
        return {
          displayMode: mode === 'display', output: 'htmlAndMathml', throwOnError: true, strict: 'ignore',
          trust: refuse,
          // One letter, as in the prose.
          macros: { '\\\\epsilon': '\\\\varepsilon' }
        };
      }
      function galleyTypeset(latex, mode) {
        return katex.renderToString(latex, options(mode)).replace(lastSign, '$1');
      }
      // KaTeX parses an index of a space, but cannot set it.
      function holdsNoSign(node) {
        if (!node || typeof node !== 'object') return false;
        if (node.type === 'internal') return true;
        for (var key in node) if (key !== 'loc' && holdsNoSign(node[key])) return true;
        return false;
      }
      function galleyCheck(latex, mode) {
        if (holdsNoSign(katex.__parse(latex, options(mode)))) throw new Error("Got group of unknown type: 'internal'");
        return '';
      }
      """)
    self.engine = engine
    return engine
  }

  /// Functions that KaTeX needs and that duktape, which implements the JavaScript of 2011, does not have.
  private static let polyfills = """
    var self = this;
    function define(object, name, value) {
      if (!object[name]) Object.defineProperty(object, name, { value: value, writable: true });
    }
    define(Array.prototype, 'fill', function (value) {
      for (var i = 0; i < this.length; i++) this[i] = value;
      return this;
    });
    define(Array.prototype, 'find', function (test) {
      for (var i = 0; i < this.length; i++) if (test(this[i], i, this)) return this[i];
    });
    define(Array.prototype, 'includes', function (item) { return this.indexOf(item) >= 0; });
    define(String.prototype, 'includes', function (part) { return this.indexOf(part) >= 0; });
    define(String.prototype, 'startsWith', function (part) { return this.lastIndexOf(part, 0) === 0; });
    define(String.prototype, 'endsWith', function (part) {
      return this.length >= part.length && this.substr(this.length - part.length) === part;
    });
    define(String.prototype, 'repeat', function (count) { return new Array(count + 1).join(this); });
    define(Math, 'sign', function (x) { return x > 0 ? 1 : x < 0 ? -1 : x; });
    define(Math, 'hypot', function (x, y) { return Math.sqrt(x * x + y * y); });
    define(Object, 'assign', function (target) {
      for (var i = 1; i < arguments.length; i++) for (var key in arguments[i]) target[key] = arguments[i][key];
      return target;
    });
    """
}

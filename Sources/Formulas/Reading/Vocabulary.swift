/// The meanings of the commands of LaTeX math.
package enum Vocabulary {
  /// Commands for letters, with the letter.
  package static let letters: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ",
    "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν",
    "xi": "ξ", "omicron": "ο", "pi": "π", "varpi": "ϖ", "rho": "ρ", "varrho": "ϱ", "sigma": "σ",
    "varsigma": "ς", "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ",
    "omega": "ω", "Gamma": "Γ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
    "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "ell": "ℓ", "hbar": "ℏ", "imath": "ı",
    "jmath": "ȷ", "infty": "∞", "emptyset": "∅", "varnothing": "∅", "ldots": "…", "dots": "…", "cdots": "…",
    "vdots": "…", "ddots": "…", "dotsc": "…", "dotsb": "…", "top": "⊤", "bot": "⊥", "star": "⋆",
    "dagger": "†", "Re": "ℜ", "Im": "ℑ", "aleph": "ℵ", "prime": "′", "square": "□", "checkmark": "✓",
    "diamond": "⋄", "Box": "□", "triangle": "△", "angle": "∠", "complement": "∁", "wp": "℘", "eth": "ð",
    "flat": "♭", "sharp": "♯", "natural": "♮", "beth": "ℶ", "digamma": "ϝ", "backprime": "‵", "degree": "°",
    "bigstar": "★", "infin": "∞", "Omicron": "Ο", "Alpha": "Α", "Beta": "Β", "varGamma": "Γ", "varTheta": "Θ",
    "varLambda": "Λ", "varXi": "Ξ", "varPi": "Π", "varSigma": "Σ", "varUpsilon": "Υ", "varPhi": "Φ",
    "varPsi": "Ψ", "varOmega": "Ω",
    "blacktriangledown": "▼",
  ]

  /// Commands, ASCII and Unicode signs that relate two sides.
  package static let relations: [String: Relation.Kind] = [
    "equiv": .equals, "coloneqq": .defines, "triangleq": .defines, "coloneq": .defines, "leftarrow": .becomes,
    "gets": .becomes, "longleftarrow": .becomes, "Leftarrow": .becomes, "approx": .approximates,
    "simeq": .approximates, "cong": .approximates, "doteq": .approximates, "thickapprox": .approximates,
    "lt": .less, "ll": .less, "le": .lessOrEqual, "leq": .lessOrEqual,
    "leqslant": .lessOrEqual,
    "lesssim": .lessOrEqual, "leqq": .lessOrEqual, "gt": .greater, "gg": .greater,
    "ge": .greaterOrEqual, "geq": .greaterOrEqual, "geqslant": .greaterOrEqual,
    "gtrsim": .greaterOrEqual, "geqq": .greaterOrEqual, "ne": .differs,
    "neq": .differs, "propto": .proportional, "in": .belongs, "notin": .belongs, "ni": .belongs,
    "subset": .belongs, "subseteq": .belongs, "supset": .belongs, "supseteq": .belongs, "sim": .distributed,
    "to": .tends, "rightarrow": .tends, "longrightarrow": .tends, "mapsto": .tends, "xrightarrow": .tends,
    "downarrow": .tends, "uparrow": .tends, "nearrow": .tends, "searrow": .tends,
    "implies": .implies, "Rightarrow": .implies, "rArr": .implies, "lrArr": .implies, "rarr": .tends,
    "larr": .becomes, "Longrightarrow": .implies, "iff": .implies,
    "Leftrightarrow": .implies, "leftrightarrow": .implies, "Longleftrightarrow": .implies,
    "therefore": .implies, "because": .implies, "impliedby": .implies, "vdash": .implies, "models": .implies,
    "perp": .belongs, "parallel": .belongs, "nmid": .belongs, "nparallel": .belongs, "nsubseteq": .belongs,
    "subsetneq": .belongs, "supsetneq": .belongs, "sqsubseteq": .belongs, "owns": .belongs,
    "lessapprox": .lessOrEqual, "gtrapprox": .greaterOrEqual, "nless": .belongs, "ngtr": .belongs,
    "nleq": .belongs, "ngeq": .belongs, "lneq": .less, "gneq": .greater, "asymp": .proportional,
    "longmapsto": .tends, "hookrightarrow": .tends, "twoheadrightarrow": .tends, "rightharpoonup": .tends,
    "rightleftharpoons": .implies, "leadsto": .tends, "nrightarrow": .belongs, "xleftarrow": .becomes,
    "Longleftarrow": .becomes, "curvearrowright": .tends, "Uparrow": .tends, "Downarrow": .tends,
    "swarrow": .tends, "nwarrow": .tends, "updownarrow": .tends, "approxeq": .approximates,
    "fallingdotseq": .approximates,
    "prec": .precedes, "preceq": .precedes, "preccurlyeq": .precedes, "precsim": .precedes, "succ": .succeeds,
    "succeq": .succeeds, "succcurlyeq": .succeeds, "succsim": .succeeds, "sqsubset": .belongs,
    "sqsupset": .belongs, "sqsupseteq": .belongs,
    "trianglelefteq": .belongs, "dashv": .implies, "Vdash": .implies, "vDash": .implies,
  ]

  /// Products written with a command.
  static let products: [String: ProductSign] = [
    "cdot": .dot, "times": .cross, "ast": .dot, "bullet": .dot, "odot": .hadamard, "circ": .hadamard,
    "otimes": .dot, "div": .division, "slash": .division,
  ]

  /// Operations on sets and propositions, which have no value here.
  static let setOperations: [String: String] = [
    "cup": "∪", "cap": "∩", "setminus": "∖", "backslash": "∖", "land": "∧", "lor": "∨", "wedge": "∧",
    "vee": "∨",
    "oplus": "⊕", "ominus": "⊖", "uplus": "⊎", "sqcup": "⊔", "sqcap": "⊓", "boxplus": "⊞", "wr": "≀",
    "ltimes": "⋉", "rtimes": "⋊", "boxtimes": "⊠", "circledast": "⊛", "amalg": "⨿", "smallsetminus": "∖",
    "triangleleft": "◁", "star": "⋆",
  ]

  /// Commands without arguments that change only the appearance.
  static let ignored: Set<String> = [
    ",", ";", ":", ">", "!", " ", "\n", "\t", "-", "thinspace", "medspace", "thickspace", "negthinspace",
    "negmedspace", "negthickspace", "enspace", "displaystyle", "textstyle", "scriptstyle",
    "scriptscriptstyle", "limits", "nolimits",
    "nonumber", "notag", "bf", "rm", "it", "sf", "tt", "cal", "boldmath", "left", "right", "middle", "mleft",
    "mright", "big",
    "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "Biggl", "Biggr", "bigm", "Bigm",
    "hfill", "hline", "small", "large", "normalsize", "centering", "allowbreak", "noindent", "forall",
    "exists", "xspace",
    "mathstrut", "strut", "relax", "space", "nobreakspace", "mathop", "mathrel", "mathbin", "mathord",
    "mathopen", "mathclose", "mathinner", "qed", "blacksquare", "newline", "par", "tiny", "scriptsize",
    "footnotesize", "Large", "LARGE", "huge", "Huge",
    "hfil", "nobreak", "break", "clearpage", "smallskip", "medskip", "bigskip", "protect", "indent", "sl",
    "sc",
    "normalfont", "bfseries", "itshape", "em", "unicode", "lefteqn", "displaybreak", "goodbreak",
  ]

  /// Commands that are dropped with their one text argument.
  static let dropped: Set<String> = [
    "label", "tag", "hspace", "vspace", "color", "ref", "eqref", "phantom", "hphantom", "vphantom", "hskip",
    "cite", "footnote", "tag*", "hspace*", "vskip", "kern", "mkern", "mskip", "raisebox", "textcircled",
    "cline",
    "intertext", "shortintertext", "cssId", "style", "htmlId", "htmlData", "label*", "citep", "citet",
    "autoref",
  ]

  /// Commands whose argument is text: words, names.
  static let texts: Set<String> = [
    "text", "textrm", "textbf", "textit", "texttt", "textsf", "textnormal", "mbox", "hbox", "mathrm",
    "operatorname", "operatorname*", "mathsf", "mathtt", "mathit", "begin", "end", "textsc", "emph", "ch",
    "textup",
    "textsl", "textmd", "ce", "pu", "si", "unit", "qty", "SI", "texttip", "mathnormal",
    "mathup", "operatornamewithlimits",
  ]

  /// Accents over one symbol.
  static let accents: Set<String> = [
    "hat", "widehat", "bar", "overline", "tilde", "widetilde", "dot", "ddot", "vec", "check", "breve",
    "acute",
    "grave", "mathring", "overrightarrow", "overleftarrow", "overleftrightarrow", "dddot", "widecheck",
    "utilde",
  ]

  /// Typefaces that make a letter a different symbol.
  static let styles: [String: String] = [
    "mathbf": "bold", "boldsymbol": "bold", "bm": "bold", "pmb": "bold", "mathbfit": "bold", "mathcal": "cal",
    "mathscr": "cal", "mathfrak": "frak", "mathbb": "bb", "mathbbm": "bb", "bold": "bold", "symbf": "bold",
    "Bbb": "bb", "frak": "frak", "scr": "cal", "mathbfcal": "cal", "mathds": "bb", "vect": "bold",
    "mat": "bold", "vb": "bold", "bvec": "bold",
  ]

  /// Commands that stand for their last argument, with the number of arguments before it that are dropped.
  static let wrappers: [String: Int] = [
    "boxed": 0, "underline": 0, "underbrace": 0, "overbrace": 0, "textcolor": 1, "colorbox": 1, "fbox": 0,
    "cancel": 0, "mathstrut": 0, "smash": 0, "ensuremath": 0, "displaylimits": 0, "substack": 0,
    "mathclap": 0,
    "underset": 1, "overset": 1, "stackrel": 1, "htmlClass": 1, "class": 1, "href": 1,
  ]

  /// Commands for an operator with a name that means nothing more here: `\deg`, `\ker`.
  static let operators: Set<String> = [
    "deg", "ker", "dim", "hom", "injlim", "projlim", "varinjlim", "varprojlim",
  ]

  /// KaTeX's commands for sets of numbers, with their letter.
  static let numberSets: [String: String] = [
    "R": "R", "N": "N", "Z": "Z", "Q": "Q", "C": "C", "Reals": "R", "reals": "R", "natnums": "N",
    "Complex": "C", "cnums": "C",
  ]

  /// Environments whose rows are statements.
  package static let displays: Set<String> = [
    "aligned", "align", "align*", "equation", "equation*", "split", "gather", "gather*", "gathered",
    "eqnarray",
    "eqnarray*", "multline", "multline*", "alignat", "alignat*", "alignedat", "flalign", "flalign*", "math",
    "displaymath", "dcases*",
  ]

  /// Environments whose rows and cells form one value.
  static let matrices: Set<String> = [
    "matrix", "bmatrix", "pmatrix", "vmatrix", "Vmatrix", "Bmatrix", "smallmatrix", "array", "matrix*",
    "pmatrix*",
    "bmatrix*", "vmatrix*", "Vmatrix*", "Bmatrix*", "psmallmatrix", "bsmallmatrix",
  ]

  /// Runs of plain letters that are one name and not a product.
  static let words: Set<String> = [
    "lr", "MSE", "RMSE", "MAE", "RMS", "SGD", "EMA", "ReLU", "loss", "Loss", "grad", "Grad", "cost", "Cost",
    "error", "Error", "step", "rate", "decay", "momentum", "epoch", "batch", "cache", "old", "new", "eps",
    "update", "Adam", "RMSProp", "RMSprop", "Var", "Cov", "sigmoid", "softmax", "relu", "mean", "sgn", "sign",
    "dW", "db", "dZ", "dA", "const", "avg", "init", "learning",
  ]

  /// Runs of plain letters that are functions even without a backslash.
  package static let functionWords: Set<String> = [
    "exp", "log", "ln", "sin", "cos", "tan", "tanh", "max", "min", "sqrt", "arctan", "argmin", "argmax",
    "sinh", "cosh", "arcsin", "arccos", "gcd", "lcm",
  ]

  /// Upright words that connect statements, and so are not names.
  package static let connectives: Set<String> = [
    "where", "if", "for", "and", "or", "with", "when", "as", "otherwise", "else", "then", "so", "thus",
    "hence",
    "such that", "s.t.", "st", "subject to", "for all", "for each", "for any", "is", "by", "to", "on", "at",
    "in",
    "since", "because", "given", "let", "def", "from", "given that", "we have", "其中", "当", "若", "如果", "则",
    "且", "和",
    "或", "与", "否则", "对于", "因为", "所以", "即", "得", "其他", "其它", "满足", "使得", "令",
  ]
}

extension ChapterTranslator {
  /// Translates commands of LaTeX for the look of words, as Pandoc does, and tells of others, which a page shows as they
  /// were written.
  mutating func textCommands(_ text: String, _ number: Int) -> String {
    guard kind == .quarto || kind == .plainMarkdown, text.contains("\\") else { return text }
    var text = text.replacing(
      /\\(?:newline|newpage|pagebreak|clearpage|noindent|(?:big|med|small)skip)\b(?:\{\})?/, with: "")
    text = text.replacing(/\\(?:emph|textit)\{([^{}]*)\}/) { "*\($0.1)*" }
    text = text.replacing(/\\textbf\{([^{}]*)\}/) { "**\($0.1)**" }
    text = text.replacing(/\\texttt\{([^{}`]*)\}/) { "`\($0.1)`" }
    for match in text.matches(
      of:
        /(?:^|[^\\])(\\(?:begin|end|section|chapter|vspace|hspace|includegraphics|footnote|textcolor|item)\b(?:\{[^{}]*\})?)/
    ) {
      note(.latexShown(String(match.1)), number)
    }
    return text
  }
}

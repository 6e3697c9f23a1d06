/// The marks of Pandoc, MkDocs, Typora and Obsidian for words that CommonMark has no marks for, as HTML: `==word==`,
/// `x^2^`, `H~2~O`, `++ctrl+c++`.
enum ShortMarks {
  static func html(_ text: String, of kind: ForeignBook.Kind) -> String {
    guard kind == .quarto || kind == .plainMarkdown else { return text }
    var text = text
    if text.contains("^") {
      if text.contains("^^") {
        text = text.replacing(/\^\^([^\s\^](?:[^\^\n]*[^\s\^])?)\^\^/) { "<ins>\($0.1)</ins>" }
      }
      text =
        kind == .quarto
        ? text.replacing(/(^|[^\[\^])\^([^\s\^\[\]]+)\^/) { "\($0.1)<sup>\($0.2)</sup>" }
        : text.replacing(/(^|[^\[\^])\^([\p{L}\p{N}+\-]+)\^(?![\p{L}\p{N}])/) { "\($0.1)<sup>\($0.2)</sup>" }
    }
    // On GitHub these signs strike words out. An index follows a letter directly.
    if text.contains("~") {
      text = text.replacing(/([\p{L}\p{N})\]])~([^\s~]+)~(?!~)/) { "\($0.1)<sub>\($0.2)</sub>" }
    }
    guard kind == .plainMarkdown else { return text }
    if text.contains("{"), text.contains(/\{(?:\+\+|--|~~|==|>>)/) { text = edits(text) }
    if text.contains("==") {
      text = text.replacing(/(^|[^=A-Za-z0-9])==([^\s=](?:[^=\n]*[^\s=])?)==(?!=)/) {
        "\($0.1)<mark>\($0.2)</mark>"
      }
    }
    if text.contains("++") {
      text = text.replacing(/(^|[^+\w])\+\+([a-z0-9-]+(?:\+[a-z0-9-]+)*)\+\+(?!\+)/) { match in
        match.1 + match.2.split(separator: "+").map { "<kbd>\($0)</kbd>" }.joined(separator: "+")
      }
    }
    return text
  }

  /// The marks of CriticMarkup for changes and comments.
  private static func edits(_ text: String) -> String {
    text.replacing(/\{~~(.*?)~>(.*?)~~\}/) { "<del>\($0.1)</del><ins>\($0.2)</ins>" }
      .replacing(/\{\+\+(.*?)\+\+\}/) { "<ins>\($0.1)</ins>" }
      .replacing(/\{--(.*?)--\}/) { "<del>\($0.1)</del>" }
      .replacing(/\{==(.*?)==\}/) { "<mark>\($0.1)</mark>" }
      .replacing(/\{>>(.*?)<<\}/) { "<small>(\($0.1))</small>" }
  }
}

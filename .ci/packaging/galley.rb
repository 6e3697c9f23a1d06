# The formula for Homebrew: brew install --HEAD --formula .ci/packaging/galley.rb
class Galley < Formula
  desc "Web tutorials in which every example has been run and every number checked"
  license "MIT"
  head "file://#{File.expand_path("../..", __dir__)}", using: :git, branch: "main"

  depends_on "cmark-gfm"
  depends_on "duktape"
  depends_on "graphviz"
  depends_on "katex"
  depends_on "kissfft"
  depends_on "libsndfile"
  depends_on macos: :sequoia
  depends_on "nettle"
  depends_on "xxhash"

  def install
    system ".ci/packaging/install", prefix, "release"
  end

  test do
    system bin/"galley", "new", "book"
    assert_predicate testpath/"book/Chapters/book.yml", :exist?
    assert_match "galley", shell_output("#{bin}/galley --help")
  end
end

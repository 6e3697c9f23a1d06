/// The script that the preview adds to a page. It waits for changes, reloads the page at the same scroll position, and
/// shows the problems of the book in front of the page.
enum PreviewScript {
  /// The path of the script. No file of a site has such a path.
  static let path = "/.galley/preview.js"

  /// `html` with the script. `version` is the state that the page was made from.
  ///
  /// The site's Content-Security-Policy allows scripts that are files of the site, and no connections. The script is
  /// such a file. A `connect-src` directive in front of all others allows connections to the server, because the first
  /// directive of a kind wins.
  static func page(_ html: String, version: String) -> String {
    let policy = /(<meta http-equiv="Content-Security-Policy" content=")/
    return html.replacing(policy, maxReplacements: 1) { "\($0.1)connect-src 'self'; " }
      + "<script src=\"\(path)\" data-version=\"\(version)\"></script>\n"
  }

  /// The page for a missing chapter, which may be renamed, deleted or not built yet.
  static let missingPage = """
    <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>No such page</title></head>
    <body><p>There is no such page now. <a href="/">Contents</a></p></body></html>

    """

  /// The script itself.
  static let source = """
    (function ({ version }, path) {
      const place = 'galley-scroll:' + location.pathname;
      const changes = path + '?page=' + encodeURIComponent(location.pathname);
      const saved = sessionStorage.getItem(place);
      sessionStorage.removeItem(place);
      if (saved !== null) {
        history.scrollRestoration = 'manual';
        const restore = () => scrollTo(0, Number(saved));
        restore();
        addEventListener('load', restore);
      }
      const host = document.createElement('div');
      host.id = 'galley-problems';
      const shadow = host.attachShadow({ mode: 'open' });
      function show(problems) {
        if (problems.length === 0) { host.remove(); return; }
        shadow.innerHTML = '<div style="position:fixed;z-index:2147483647;inset:auto 0 0 0;max-height:50vh;overflow:auto;' +
          'background:#2b1111;color:#ffe9e6;border-top:3px solid #e5484d;padding:12px 16px;font:14px/1.5 ui-monospace,monospace">' +
          '<button style="float:right;font:inherit">Hide</button><pre role="alert" style="margin:0;white-space:pre-wrap"></pre></div>';
        shadow.querySelector('pre').textContent = problems.join('\\n');
        shadow.querySelector('button').onclick = () => host.remove();
        document.body.append(host);
      }
      async function listen() {
        for (;;) {
          try {
            const answer = await fetch(changes + '&after=' + encodeURIComponent(version));
            const change = await answer.json();
            if (change.version !== version) {
              sessionStorage.setItem(place, String(scrollY));
              location.reload();
              return;
            }
            host.style.opacity = 1;
          } catch {
            await new Promise(resume => setTimeout(resume, 500));
          }
        }
      }
      fetch(changes).then(answer => answer.json()).then(change => {
        show(change.problems);
        if (change.version === version) listen(); else location.reload();
      }).catch(() => listen());
    })(document.currentScript.dataset, '\(PreviewAnswers.changesPath)');

    """
}

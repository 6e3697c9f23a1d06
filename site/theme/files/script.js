// The pages read fully without this file. It adds the choice of theme, the contents on narrow screens,
// and copy buttons.
(function () {
  'use strict';
  const root = document.documentElement;
  const themes = ['automatic', 'light', 'dark'];

  function stored() {
    try { return localStorage.getItem('theme'); } catch { return null; }
  }

  function apply(theme) {
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    else delete root.dataset.theme;
  }

  apply(stored());

  document.addEventListener('DOMContentLoaded', function () {
    const themeButton = document.querySelector('.theme-button');
    const themeName = themeButton.querySelector('.theme-name');
    themeButton.hidden = false;
    themeName.textContent = stored() || 'automatic';
    themeButton.addEventListener('click', function () {
      const next = themes[(themes.indexOf(themeName.textContent) + 1) % themes.length];
      try { localStorage.setItem('theme', next); } catch { /* the choice lasts for this page */ }
      themeName.textContent = next;
      apply(next);
    });

    const contentsButton = document.querySelector('.contents-button');
    contentsButton.hidden = false;
    root.classList.add('has-contents-button');
    contentsButton.addEventListener('click', function () {
      const isOpen = root.classList.toggle('contents-open');
      contentsButton.setAttribute('aria-expanded', String(isOpen));
    });

    // A link to a check opens the list that it stands in.
    function reveal() {
      const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const details = target && (target.closest('details') || target.querySelector('details'));
      if (details && !details.open) {
        details.open = true;
        target.scrollIntoView();
      }
    }
    addEventListener('hashchange', reveal);
    reveal();

    if (!navigator.clipboard) return;
    for (const code of document.querySelectorAll('.code')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'copy';
      button.textContent = 'Copy';
      button.addEventListener('click', async function () {
        await navigator.clipboard.writeText(code.querySelector('code').textContent);
        button.textContent = 'Copied';
        setTimeout(function () { button.textContent = 'Copy'; }, 1500);
      });
      code.append(button);
    }
  });
})();

'use strict';
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = document.querySelector('.controls');
  const rows = all('.matrix tbody tr');
  const cards = all('.card.item');
  const items = [...cards, ...rows];
  const texts = new Map(items.map((item) => [item, item.textContent.toLowerCase()]));
  const stores = all('.matrix thead th').slice(1).map((head) => head.textContent);
  let current = null;

  for (const element of all('.keys, .copy, .controls')) element.hidden = false;
  for (const button of all('.copy')) {
    button.addEventListener('click', async () => {
      const code = button.previousElementSibling;
      try {
        await navigator.clipboard.writeText(code.textContent);
        button.textContent = 'Copied';
      } catch {
        getSelection().selectAllChildren(code);
        button.textContent = 'Selected';
      }
      setTimeout(() => { button.textContent = 'Copy'; }, 1500);
    });
  }

  const visible = () => items.filter((item) => !item.hidden);

  function mark(item) {
    if (current) current.classList.remove('current');
    current = item;
    if (item) {
      item.classList.add('current');
      item.scrollIntoView({ block: 'nearest' });
    }
  }

  function move(by) {
    const shown = visible();
    if (shown.length === 0) return;
    const at = shown.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by;
    mark(shown[Math.max(0, Math.min(shown.length - 1, next))]);
  }

  /* The case of a row that a reader wants first: the gravest verdict. */
  function page(item) {
    const order = ['failed', 'undecided', 'passed', 'skipped'];
    return item.querySelector('a.open') || order
      .map((verdict) => item.querySelector(`td:not([hidden]) a.${verdict}`))
      .find((link) => link);
  }

  function verdicts(item, store) {
    if (item.dataset.v) {
      return !store || item.dataset.store.split('\n').includes(store) ? [item.dataset.v] : [];
    }
    return all('td', item)
      .filter((cell, at) => (!store || stores[at] === store) && cell.firstElementChild)
      .map((cell) => ['failed', 'undecided', 'passed', 'skipped']
        .find((verdict) => cell.firstElementChild.classList.contains(verdict)));
  }

  function filter() {
    const data = new FormData(form);
    const words = data.get('q').toLowerCase().split(/\s+/).filter((word) => word);
    const wanted = data.getAll('v');
    const store = data.get('store') || '';
    const tag = data.get('tag') || '';
    for (const item of items) {
      const has = verdicts(item, store);
      item.hidden = !(words.every((word) => texts.get(item).includes(word))
        && (!tag || (item.dataset.tags || '').split('\n').includes(tag))
        && has.some((verdict) => wanted.length === 0 || wanted.includes(verdict)));
    }
    for (const line of all('.matrix tr')) {
      [...line.children].slice(1).forEach((cell, at) => {
        cell.hidden = store !== '' && stores[at] !== store;
      });
    }
    const shown = rows.filter((row) => !row.hidden).length;
    form.querySelector('.shown').textContent = `${shown} of ${rows.length} shown`;
    if (current && current.hidden) mark(null);
  }

  function named() {
    const fragment = location.hash.slice(1);
    let target = document.getElementById(fragment);
    if (!target) {
      try { target = document.getElementById(decodeURIComponent(fragment)); } catch { return; }
    }
    const row = target && target.closest('.item');
    if (!row) return;
    if (row.hidden) { form.reset(); filter(); }
    mark(row);
    row.scrollIntoView({ block: 'center' });
  }

  addEventListener('hashchange', named);
  if (!form) return;
  for (const kind of ['input', 'change']) form.addEventListener(kind, filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('pageshow', filter);
  filter();
  named();

  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches('input[type=search], select');
    if (event.key === 'Escape') {
      if (form.elements.q.value || typing) {
        form.elements.q.value = '';
        event.target.blur();
        filter();
      } else {
        mark(null);
        if (location.hash) history.replaceState(null, '', location.pathname);
      }
    } else if (event.key === 'Enter' && typing) {
      event.target.blur();
      if (!current) move(1);
      event.preventDefault();
    } else if (typing) {
      return;
    } else if (event.key === '/') {
      form.elements.q.focus();
      form.elements.q.select();
      event.preventDefault();
    } else if (event.key === 'j') {
      move(1);
    } else if (event.key === 'k') {
      move(-1);
    } else if (event.key === 'Enter' && current && !event.target.matches('a, button, summary, input')) {
      page(current).click();
    }
  });
})();

'use strict';
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const panel = document.querySelector('.panel');
  const beside = document.querySelector('.beside');
  const drawn = all('.sequence .message');
  let current = null;
  let opened = null;

  for (const button of all('.copy')) {
    button.hidden = false;
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

  function mark(group) {
    if (current) current.classList.remove('current');
    current = group;
    if (group) {
      group.classList.add('current');
      show('nearest');
    }
  }

  /* On a narrow screen the panel covers the lower part. */
  function show(block) {
    const narrow = matchMedia('(max-width: 60rem)').matches;
    current.scrollIntoView({ block: narrow ? 'start' : block, inline: 'nearest' });
  }

  function address(fragment) {
    history.replaceState(null, '', fragment || location.pathname);
  }

  /* Puts each object that an earlier message has in its place. */
  function fill(copy) {
    let same = copy.querySelector('a.same');
    while (same) {
      const whole = document.getElementById(`o${same.dataset.o}`);
      same.replaceWith(whole ? whole.cloneNode(true) : same.textContent);
      same = copy.querySelector('a.same');
    }
    for (const part of copy.querySelectorAll('[id]')) part.removeAttribute('id');
  }

  function open(number) {
    const section = document.getElementById(`m${number}`);
    if (!section || !panel) return;
    const copy = section.cloneNode(true);
    copy.removeAttribute('id');
    for (const part of copy.querySelectorAll('.part')) part.open = true;
    fill(copy);
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'close';
    close.textContent = 'Close';
    close.addEventListener('click', shut);
    panel.replaceChildren(close, copy);
    panel.hidden = false;
    panel.scrollTop = 0;
    beside.classList.add('opened');
    opened = number;
    mark(drawn.find((group) => group.dataset.m === number) || null);
    address(`#m${number}`);
  }

  function shut() {
    panel.hidden = true;
    panel.replaceChildren();
    beside.classList.remove('opened');
    opened = null;
    address('');
  }

  addEventListener('click', (event) => {
    const of = event.target.closest('[data-m]');
    if (!of || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!of.matches('a') && !getSelection().isCollapsed) return;
    event.preventDefault();
    open(of.dataset.m);
  });

  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'j' || event.key === 'k') {
      const at = drawn.indexOf(current) + (event.key === 'j' ? 1 : -1);
      const next = drawn[Math.max(0, Math.min(drawn.length - 1, at))];
      if (!next) return;
      mark(next);
      if (opened) open(next.dataset.m);
    } else if (event.key === 'Enter' && current && !event.target.closest('a, button, summary')) {
      open(current.dataset.m);
    } else if (event.key === 'Escape') {
      if (opened) shut();
      else document.querySelector('a.up').click();
    }
  });

  function named() {
    const found = /^#m(\d+)$/.exec(location.hash);
    if (found && found[1] !== opened) {
      open(found[1]);
      if (current) show('center');
    }
  }
  addEventListener('hashchange', named);
  named();
  /* A browser scrolls to the message's section, which the panel shows already. */
  addEventListener('load', () => setTimeout(() => {
    if (opened && current) show('center');
  }));
})();

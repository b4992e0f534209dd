// What runs on the phone: plain words of an old browser, one file sent after the other, each with a tick or the reason.

/** Reads its words from the element `words` (JSON). Uploads go to the page's own address. */
export const pageScript = String.raw`
(function () {
  'use strict';
  var words = JSON.parse(document.getElementById('words').textContent);
  var list = document.getElementById('list');
  var sum = document.getElementById('sum');
  var calm = document.getElementById('calm');
  var LIMIT = 200 * 1024 * 1024;
  var PAUSES = [1000, 3000, 6000];
  var items = [];
  var running = null;

  function make(tag, name, parent) {
    var element = document.createElement(tag);
    element.className = name;
    if (parent) parent.appendChild(element);
    return element;
  }
  function tell(item, state, text, why) {
    item.state = state;
    item.row.className = state;
    item.line.textContent = (state === 'stored' ? '✓ ' : state === 'failed' ? '✗ ' : '') + text;
    item.why.textContent = why || '';
    item.bar.style.display = state === 'sending' ? 'block' : 'none';
    item.again.style.display = state === 'failed' && item.mayRetry ? 'inline-block' : 'none';
    count();
  }
  function count() {
    var done = 0, open = 0;
    for (var i = 0; i < items.length; i += 1) {
      if (items[i].state === 'stored') done += 1;
      if (items[i].state === 'waiting' || items[i].state === 'sending') open += 1;
    }
    sum.textContent = items.length ? words.count.replace('{done}', done).replace('{total}', items.length) : '';
    calm.textContent = items.length && done === items.length ? words.allStored : '';
    window.onbeforeunload = open ? function () { return words.sending; } : null;
  }
  function picture(file, parent) {
    var address = window.URL && window.URL.createObjectURL && /^image\//.test(file.type) ? window.URL.createObjectURL(file) : '';
    var kind = (/\.([a-z0-9]{1,4})$/i.exec(file.name) || ['', ''])[1].toUpperCase();
    if (!address) { make('div', 'small', parent).textContent = kind; return; }
    var image = make('img', 'small', parent);
    image.alt = '';
    image.onload = function () { window.URL.revokeObjectURL(address); };
    image.onerror = function () {
      window.URL.revokeObjectURL(address);
      if (!image.parentNode) return;
      var plain = make('div', 'small', null);
      plain.textContent = kind;
      image.parentNode.replaceChild(plain, image);
    };
    image.src = address;
  }
  function add(file) {
    var item = { file: file, mayRetry: true, tries: 0 };
    item.row = make('li', '', null);
    picture(file, item.row);
    var what = make('div', 'what', item.row);
    item.line = make('p', 'state', what);
    item.why = make('p', 'why', what);
    item.bar = make('div', 'bar', what);
    item.done = make('i', '', item.bar);
    item.again = make('button', '', what);
    item.again.type = 'button';
    item.again.textContent = words.again;
    item.again.onclick = function () { item.tries = 0; tell(item, 'waiting', words.waiting); next(); };
    items.push(item);
    list.insertBefore(item.row, list.firstChild);
    if (file.size > LIMIT) { item.mayRetry = false; tell(item, 'failed', words.failed, words.tooLarge); }
    else tell(item, 'waiting', words.waiting);
  }
  function next() {
    if (running) return;
    for (var i = 0; i < items.length && !running; i += 1) if (items[i].state === 'waiting') send(items[i]);
  }
  function send(item) {
    var ask = new XMLHttpRequest();
    function settle(state, text, why) { running = null; tell(item, state, text, why); next(); }
    running = item;
    item.done.style.width = '0';
    tell(item, 'sending', words.sendingNow);
    ask.open('POST', window.location.pathname + '?name=' + encodeURIComponent(item.file.name || ''));
    ask.setRequestHeader('content-type', 'application/octet-stream');
    ask.timeout = 600000;
    if (ask.upload) ask.upload.onprogress = function (event) {
      if (!event.lengthComputable) return;
      item.done.style.width = Math.round((100 * event.loaded) / event.total) + '%';
      if (event.loaded === event.total && item.state === 'sending') item.line.textContent = words.checking;
    };
    ask.onload = function () {
      var reply;
      try { reply = JSON.parse(ask.responseText); } catch (error) { reply = { outcome: 'refused', why: words.gone }; }
      if (reply.outcome === 'kept') settle('stored', words.stored);
      else if (reply.outcome === 'duplicate') settle('stored', words.twice);
      else settle('failed', words.failed, reply.why || words.gone);
    };
    // The Wi-Fi of a phone comes and goes: what broke off is sent anew a few times before anybody has to do something.
    ask.onerror = ask.ontimeout = ask.onabort = function () {
      var pause = PAUSES[item.tries];
      if (pause === undefined) { settle('failed', words.failed, words.gone); return; }
      item.tries += 1;
      tell(item, 'sending', words.retrying);
      window.setTimeout(function () { send(item); }, pause);
    };
    ask.send(item.file);
  }
  function watch(input) {
    var label = input.parentNode, usual = label.className;
    input.onfocus = function () { label.className = usual + ' focus'; };
    input.onblur = function () { label.className = usual; };
    input.onchange = function () {
      for (var i = 0; i < input.files.length; i += 1) add(input.files[i]);
      input.value = '';
      next();
    };
  }
  var inputs = document.getElementsByTagName('input');
  for (var i = 0; i < inputs.length; i += 1) watch(inputs[i]);
})();
`;

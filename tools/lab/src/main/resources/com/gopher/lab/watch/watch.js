// The page of ./shop watch. It talks to its own server only, which relays.

const LOOK_MILLIS = 700;
const TOKEN = 'watch-token';

const element = id => document.getElementById(id);
const page = {
  order: element('order'), note: element('note'), problem: element('problem'),
  hops: element('hops'), shapes: element('shapes'),
};
const cards = [];
let names = '';
let away = false;

/** Behind the hash sign of the address, and kept for a reload of this tab. */
function token() {
  if (location.hash.length > 1) {
    sessionStorage.setItem(TOKEN, location.hash.slice(1));
    history.replaceState(null, '', '/');
  }
  return sessionStorage.getItem(TOKEN);
}
const secret = token();

function made(kind, text, className) {
  const it = document.createElement(kind);
  it.textContent = text ?? '';
  it.className = className ?? '';
  return it;
}

/** Writes only what has changed, so that nobody who reads or hears the page is interrupted. */
function say(where, text) {
  if (where.textContent !== text) {
    where.textContent = text;
  }
}

function complain(text) {
  say(page.problem, text);
  page.problem.hidden = text === '';
}

async function write(path, body) {
  let answer;
  try {
    answer = await fetch(path, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', Authorization: `Bearer ${secret}`},
      body: JSON.stringify(body),
    });
  } catch {
    complain('The server of this page does not answer. Type ./shop watch again.');
    return;
  }
  const problem = answer.ok ? {} : await answer.json().catch(() => ({detail: `It answered with ${answer.status}.`}));
  complain(problem.detail ?? '');
  await look();
}

function button(text, action) {
  const it = made('button', text);
  it.type = 'button';
  it.disabled = !secret;
  it.addEventListener('click', action);
  return it;
}

/** One shape: what runs there, what waits there, and how to kill and revive. */
class Card {
  constructor(number, shape) {
    this.number = number;
    this.rows = new Map();
    this.section = made('section');
    const heading = made('h2', shape.name);
    heading.id = `shape-${number}`;
    this.section.setAttribute('aria-labelledby', heading.id);
    this.where = made('p', '', 'quiet');
    this.door = made('a');
    this.trouble = made('p', '', 'problem');
    this.list = made('ul');
    this.revive = button('Bring back what is dead', () => {
      complain('');
      say(page.note, `Bringing back what is dead in the ${shape.name}; that takes some seconds.`);
      write('/api/revive', {shape: number}).then(() => say(page.note, `Tried to bring back what was dead in the ${shape.name}: see its list.`));
    });
    this.section.append(heading, this.where, this.door, this.trouble, this.list, this.revive);
    page.shapes.append(this.section);
  }

  show(shape) {
    say(this.where, `Data directory: ${shape.directory}`);
    this.door.hidden = !shape.door;
    if (shape.door && this.door.textContent !== shape.door) {
      this.door.href = shape.door;
      this.door.textContent = shape.door;
    }
    say(this.trouble, shape.order?.problem ?? (shape.processes.length ? '' : `Nothing runs here. Type ./shop up ${shape.shape} --detach --data-dir DIR`));
    this.trouble.hidden = this.trouble.textContent === '';
    for (const [name, row] of this.rows) {
      if (!shape.processes.some(it => it.name === name)) {
        row.item.remove();
        this.rows.delete(name);
      }
    }
    shape.processes.forEach(it => this.showProcess(it, shape.name));
    this.revive.disabled = !secret || shape.reviving || !shape.processes.some(it => it.state === 'dead');
  }

  showProcess(process, of) {
    let row = this.rows.get(process.name);
    if (!row) {
      row = {item: made('li'), text: made('span', '', 'text')};
      row.kill = button(`Kill ${process.name}`, () => {
        complain('');
        write('/api/kill', {shape: this.number, process: process.name})
          .then(() => say(page.note, `Tried to kill the ${process.name} of the ${of}: see its list.`));
      });
      row.kill.setAttribute('aria-label', `Kill ${process.name} of the ${of}`);
      row.item.append(row.text, row.kill);
      row.item.dataset.process = process.name;
      this.list.append(row.item);
      this.rows.set(process.name, row);
    }
    const waits = [];
    if (process.outbox !== null) {
      waits.push(`outbox: ${process.outbox} waiting`);
    }
    if (process.listeners !== null) {
      waits.push(`calls of listeners: ${process.listeners} waiting`);
    }
    say(row.text, [`${process.name} (pid ${process.pid}): ${process.state}`, ...waits].join('; '));
    row.kill.disabled = !secret || process.state === 'dead';
  }
}

function build(shapes) {
  page.shapes.replaceChildren();
  cards.length = 0;
  shapes.forEach((shape, number) => cards.push(new Card(number, shape)));
  const head = page.hops.tHead.rows[0];
  while (head.cells.length > 1) {
    head.lastElementChild.remove();
  }
  for (const shape of shapes) {
    const cell = made('th', shape.name, 'number');
    cell.scope = 'col';
    head.append(cell);
  }
  page.hops.tBodies[0].replaceChildren();
}

/** All hops that any shape has, each in its place. */
function hopsOf(shapes) {
  const longest = shapes.map(it => it.order?.hops ?? []).sort((a, b) => b.length - a.length)[0] ?? [];
  return longest.map(({name, source}) => ({name, source}));
}

function row(body, number, name, source, columns) {
  let it = body.rows[number];
  if (!it) {
    it = body.insertRow();
    const head = made('th', name);
    head.scope = 'row';
    if (source) {
      head.append(made('small', `as ${source} says`));
    }
    it.append(head, ...Array.from({length: columns}, () => made('td', '', 'number')));
  }
  return it;
}

function showHops(shapes) {
  const hops = hopsOf(shapes);
  const body = page.hops.tBodies[0];
  // One row more for the state.
  if (hops.length > 0 && body.rows.length !== hops.length + 1) {
    body.replaceChildren();
  }
  hops.forEach((hop, number) => {
    const cells = row(body, number, hop.name, hop.source, shapes.length).cells;
    shapes.forEach((shape, column) => {
      const own = (shape.order?.hops ?? []).find(it => it.name === hop.name);
      say(cells[column + 1], !own ? 'no such hop' : own.afterMillis === null ? 'waits' : `${own.afterMillis} ms`);
    });
  });
  if (hops.length > 0) {
    const cells = row(body, hops.length, 'State', '', shapes.length).cells;
    shapes.forEach((shape, column) => say(cells[column + 1], shape.order?.status ?? ''));
  }
}

function named(shapes) {
  const same = shapes.length > 1 && shapes[0].shape === shapes[1].shape;
  return shapes.map((it, number) => ({...it, name: same ? `${it.shape} ${number + 1}` : it.shape}));
}

async function look() {
  let answer;
  try {
    answer = await fetch('/api/state');
  } catch {
    away = true;
    complain('The server of this page does not answer. Type ./shop watch again.');
    return;
  }
  const state = await answer.json();
  if (!answer.ok) {
    complain(state.detail);
    return;
  }
  if (away) {
    away = false;
    complain('');
  }
  const shapes = named(state.shapes);
  const now = shapes.map(it => it.name).join();
  if (now !== names) {
    names = now;
    build(shapes);
    say(page.note, !secret
      ? 'You can look only. To order, kill and revive, open the address that ./shop watch printed.'
      : shapes.length > 1
        ? shapes.some(it => it.order) ? 'The table shows the last order.' : 'Nothing is ordered yet.'
        : 'One shape runs. To have a second beside it, type ./shop up city --detach --data-dir .shop-city --shop-port 0, then ./shop watch again.');
  }
  shapes.forEach((shape, number) => cards[number].show(shape));
  showHops(shapes);
  page.order.disabled = !secret;
}

async function lookOnAndOn() {
  if (!document.hidden) {
    await look();
  }
  setTimeout(lookOnAndOn, LOOK_MILLIS);
}

page.order.addEventListener('click', () => {
  say(page.note, 'The order is on its way; the table below fills.');
  write('/api/order', {});
});
lookOnAndOn();

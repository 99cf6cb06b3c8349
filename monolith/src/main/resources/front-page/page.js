// The front page: orders a book and follows it, by the public API only.

const PATIENCE_MILLIS = 300;
const MOST_PATIENCE_MILLIS = 2000;
const COME_BACK_MILLIS = 3000;
const LAST = ['DELIVERED', 'CANCELLED'];
// What came before is true as well: the page may have been away when it happened.
const STEPS_OF_ORDER = {PLACED: ['ordered'], SHIPPED: ['shipped'], DELIVERED: ['shipped', 'delivered'], CANCELLED: ['cancelled']};
const STATIONS = ['order', 'kafka', 'delivery', 'door'];
const SENTENCES = {
  PLACED: 'The order is stored.',
  CANCELLING: 'It is being decided whether the parcel can still be stopped.',
  CANCELLED: 'The order is cancelled.',
  SHIPPED: 'The parcel is on its way.',
  DELIVERED: 'The parcel is delivered.',
};

const element = id => document.getElementById(id);
const page = {
  shape: element('shape'), health: element('health'), healthLink: element('health-link'),
  form: element('order'), book: element('book'), place: element('place'), cancel: element('cancel'),
  problem: element('problem'), now: element('now'), way: element('way'), facts: element('facts'),
  orderLink: element('order-link'), trackingNumber: element('tracking-number'), trace: element('trace'),
};

let picture = null;
let customer = null;
let followed = null;
let station = -1;
// Kept until the shop has answered, so that pressing again does not order twice.
let idempotencyKey = null;

/** A failure that its message explains to a person. */
class Problem extends Error {}

async function ask(path, options = {}) {
  let answer;
  try {
    answer = await fetch(path, options);
  } catch {
    throw new Problem('The shop does not answer. See whether it runs: ./shop status');
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    const problem = new Problem(body.detail ?? `The shop answered with ${answer.status}.`);
    problem.status = answer.status;
    throw problem;
  }
  return body;
}

function post(path, body, headers = {}) {
  return ask(path, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', ...headers},
    body: JSON.stringify(body),
  });
}

function say(problem) {
  page.problem.textContent = problem.message;
  page.problem.hidden = false;
}

function randomHex(bytes) {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), it => it.toString(16).padStart(2, '0')).join('');
}

async function showShape() {
  const shop = await ask('/api/shop');
  const city = shop.delivery === 'extracted';
  page.shape.textContent = city
    ? 'A city: the shop and the tracker are two programs, joined by Kafka.'
    : shop.messaging
      ? 'A castle on Kafka: shipping is a module of the shop, and its orders are announced to others.'
      : 'A castle: one process, and shipping is one of its modules.';
  page.health.textContent = `Health: ${shop.health}`;
  page.health.hidden = false;
  page.healthLink.href = `http://${location.hostname}:${shop.managementPort}/actuator/health`;
  picture = element(city ? 'city' : 'castle');
  picture.removeAttribute('hidden');
}

async function showBooks() {
  const {items} = await ask('/api/products');
  page.book.replaceChildren(...items.map(book =>
    new Option(`${book.title}, ${book.price.amount} ${book.price.currency}`, book.sku)));
  page.book.disabled = false;
  page.place.disabled = false;
}

function reach(place) {
  const group = picture?.querySelector(`[data-place="${place}"]`);
  if (!group) {
    return;
  }
  group.classList.add('reached');
  if (STATIONS.indexOf(place) <= station) {
    return;
  }
  station = STATIONS.indexOf(place);
  const box = group.querySelector('rect');
  const parcel = picture.querySelector('.parcel');
  const x = Number(box.getAttribute('x')) + Number(box.getAttribute('width')) / 2;
  const y = Number(box.getAttribute('y'));
  parcel.style.transform = `translate(${x}px, ${y}px)`;
  parcel.removeAttribute('hidden');
}

/** Everything about one order, from the click on. */
class Followed {
  constructor(trace) {
    this.trace = trace;
    this.start = performance.now();
    this.status = null;
    this.patience = PATIENCE_MILLIS;
    this.invoiced = false;
    this.packed = false;
    this.ended = false;
  }

  begin(order) {
    this.id = order.id;
    this.orderChanged(order.status);
    page.orderLink.textContent = order.id;
    page.orderLink.href = `/api/orders/${order.id}`;
    page.trace.textContent = this.trace;
    page.facts.hidden = false;
    this.listen();
    this.lookAround();
  }

  listen() {
    this.source = new EventSource(`/api/orders/${this.id}/events`);
    this.source.addEventListener('order', event => {
      page.problem.hidden = true;
      this.orderChanged(JSON.parse(event.data).status);
    });
    this.source.addEventListener('error', () => this.connectionLost());
  }

  connectionLost() {
    if (this.ended) {
      return;
    }
    say(new Problem('The connection is interrupted; the page comes back by itself. If it lasts, type ./shop status'));
    if (this.source.readyState === EventSource.CLOSED) {
      this.source.close();
      setTimeout(() => this.ended || this.listen(), COME_BACK_MILLIS);
    }
  }

  orderChanged(status) {
    if (status === this.status || this.ended) {
      return;
    }
    this.status = status;
    page.now.textContent = SENTENCES[status] ?? status;
    page.cancel.disabled = status !== 'PLACED';
    (STEPS_OF_ORDER[status] ?? []).forEach(step => this.done(step));
    if (status === 'PLACED') {
      reach('order');
    } else if (status === 'SHIPPED' || status === 'DELIVERED') {
      reach('door');
    }
    this.patience = PATIENCE_MILLIS;
    if (LAST.includes(status)) {
      this.source?.close();
      this.lookAround().finally(() => this.end());
    }
  }

  end() {
    this.ended = true;
    clearTimeout(this.timer);
  }

  done(step) {
    const row = page.way.querySelector(`[data-step="${step}"]`);
    if (row.classList.contains('done')) {
      return;
    }
    row.hidden = false;
    row.classList.add('done');
    row.querySelector('.when').textContent = `after ${Math.round(performance.now() - this.start)} ms`;
  }

  /** Asks for the invoice and the parcel, at growing distances, until both are there. */
  async lookAround() {
    clearTimeout(this.timer);
    try {
      await Promise.all([this.lookForTheInvoice(), this.lookForTheParcel()]);
    } catch {
      // The stream says so when the shop is away.
    }
    if (!this.ended && !(this.invoiced && this.packed)) {
      this.timer = setTimeout(() => this.lookAround(), this.patience);
      this.patience = Math.min(this.patience * 1.5, MOST_PATIENCE_MILLIS);
    }
  }

  async lookForTheInvoice() {
    if (this.invoiced) {
      return;
    }
    const {items} = await ask(`/api/invoices?orderId=${this.id}`);
    if (items.length > 0 && !this.ended) {
      this.invoiced = true;
      this.done('invoiced');
      reach('billing');
    }
  }

  async lookForTheParcel() {
    if (this.packed) {
      return;
    }
    try {
      const parcel = await ask(`/api/tracking/${this.id}`);
      if (!this.ended) {
        this.packed = true;
        this.done('preparing');
        reach('kafka');
        reach('delivery');
        page.trackingNumber.textContent = parcel.trackingNumber;
      }
    } catch (problem) {
      if (problem.status !== 404) {
        throw problem;
      }
    }
  }
}

function clear() {
  station = -1;
  page.problem.hidden = true;
  page.facts.hidden = true;
  page.trackingNumber.textContent = 'none yet';
  for (const row of page.way.children) {
    row.classList.remove('done');
    row.hidden = row.dataset.step === 'cancelled';
    row.querySelector('.when').textContent = 'waits';
  }
  for (const place of picture?.querySelectorAll('.reached') ?? []) {
    place.classList.remove('reached');
  }
  picture?.querySelector('.parcel').setAttribute('hidden', '');
}

async function order() {
  followed?.source?.close();
  followed?.end();
  clear();
  page.place.disabled = true;
  const trace = randomHex(16);
  try {
    customer ??= (await post('/api/customers', {
      name: 'Ada Gopher',
      email: 'ada@example.org',
      address: {street: '7 Burrow Lane', postalCode: '1010', city: 'Vienna', country: 'Austria'},
    })).id;
    idempotencyKey ??= randomHex(16);
    followed = new Followed(trace);
    followed.begin(await post('/api/orders',
      {customerId: customer, lines: [{sku: page.book.value, quantity: 1}]},
      {traceparent: `00-${trace}-${randomHex(8)}-01`, 'Idempotency-Key': idempotencyKey}));
    idempotencyKey = null;
  } catch (problem) {
    if (problem.status < 500) {
      // Refused for good: the next try begins anew, also with the customer, whom a new database does not know.
      idempotencyKey = null;
      customer = null;
    }
    say(problem);
  } finally {
    page.place.disabled = false;
  }
}

async function cancel() {
  page.cancel.disabled = true;
  try {
    const answer = await ask(`/api/orders/${followed.id}/cancel`, {method: 'POST'});
    followed.orderChanged(answer.status);
  } catch (problem) {
    say(problem);
  }
}

page.form.addEventListener('submit', event => {
  event.preventDefault();
  order();
});
page.cancel.addEventListener('click', cancel);
Promise.all([showShape(), showBooks()]).catch(say);

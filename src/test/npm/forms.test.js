const { test } = require('node:test');
const assert = require('node:assert/strict');
const { readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const { JSDOM } = require('jsdom');

// The viewer expects a browser's globals before it is loaded.
const { window } = new JSDOM('<!doctype html><body></body>', {
  pretendToBeVisual: true,
  url: 'http://localhost/',
});
for (const name of Object.getOwnPropertyNames(window)) {
  if (!(name in globalThis)) {
    globalThis[name] = window[name];
  }
}
globalThis.window = window;
globalThis.document = window.document;
window.matchMedia = () => ({ matches: false, addListener() {}, removeListener() {} });
globalThis.ResizeObserver = window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

const { createForm } = require('@bpmn-io/form-js-viewer');

const forms = join(__dirname, '../../../processes/forms');
const read = (id) => JSON.parse(readFileSync(join(forms, `${id}.form`), 'utf8'));

// The viewer registers its fields in an effect that runs after the first frame.
const frame = () => new Promise((resolve) => window.requestAnimationFrame(() => setTimeout(resolve, 0)));

async function render(id, data) {
  const container = document.createElement('div');
  document.body.replaceChildren(container);
  const form = await createForm({ container, schema: read(id), data });
  await frame();
  await frame();
  return { form, container };
}

const required = (id) =>
  read(id)
    .components.filter(({ validate }) => validate?.required)
    .map(({ key }) => key);

const inputs = {
  'provide-work-email': { workEmail: 'ada@contoso.com' },
  'enrol-in-partner-network': { partnerId: '4391507' },
  'decide-on-next-wave': { decision: 'GO', reason: 'All went well' },
  'name-owner': { owner: 'ada@contoso.com', reason: 'the company said so' },
  'confirm-work-email': { confirmationCode: '123456', nextStep: null },
};

test('every form has its sample of inputs here', () => {
  const ids = readdirSync(forms).map((file) => file.replace(/\.form$/, ''));
  assert.deepEqual(ids.sort(), Object.keys(inputs).sort());
});

for (const [id, input] of Object.entries(inputs)) {
  test(`${id} shows the problem letter by letter`, async () => {
    const { container } = await render(id, { ...input, problemText: 'Address is in <b>x</b>' });
    assert.match(container.textContent, /Address is in <b>x<\/b>/);
    assert.equal(container.querySelector('b'), null);
    const warning = container.querySelector('[role=alert]');
    assert.equal(window.getComputedStyle(warning).borderLeftWidth, '6px');
  });

  test(`${id} shows no warning without a problem`, async () => {
    for (const data of [input, { ...input, problemText: null }]) {
      const { container } = await render(id, data);
      assert.equal(container.querySelector('[role=alert]'), null);
    }
  });

  test(`${id} submits its inputs and nothing else`, async () => {
    const { form } = await render(id, { ...input, problemText: 'no', requestedBy: 'ada@contoso.com' });
    const { data, errors } = form.submit();
    assert.deepEqual(errors, {});
    assert.deepEqual(data, input);
  });

  test(`${id} asks for what is missing`, async () => {
    const { form } = await render(id, {});
    assert.deepEqual(Object.keys(form.submit().errors), required(id));
  });

  test(`${id} takes no more than 320 characters`, async () => {
    const key = Object.keys(input)[0];
    const { form } = await render(id, { ...input, [key]: 'a'.repeat(321) });
    assert.deepEqual(Object.keys(form.submit().errors), [key]);
  });
}

test('confirm-work-email names the address letter by letter', async () => {
  const { container } = await render('confirm-work-email', { workEmail: '<b>ada</b>@contoso.com' });
  assert.match(container.textContent, /We sent a code to <b>ada<\/b>@contoso\.com/);
  assert.equal(container.querySelector('b'), null);
});

for (const nextStep of ['SEND_AGAIN', 'OTHER_ADDRESS']) {
  test(`confirm-work-email asks for no code when the next step is ${nextStep}`, async () => {
    const { form } = await render('confirm-work-email', { nextStep });
    assert.deepEqual(form.submit(), { data: { nextStep }, errors: {} });
  });
}

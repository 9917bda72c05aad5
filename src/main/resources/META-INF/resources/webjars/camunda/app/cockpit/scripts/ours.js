// What the panels of this program in Cockpit share: its own interface, asked with the sign-in that Cockpit has too.

export const ask = async (path) => {
  const answer = await fetch(path, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  if (!answer.ok) {
    throw new Error(`${path} answered ${answer.status}`);
  }
  return answer.json();
};

const element = (name, text) => {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
};

export const link = (text, href) => {
  const made = element('a', text);
  made.href = href;
  return made;
};

/** A table with a heading for each row; what there is not is left out. */
export const table = (rows) => {
  const made = document.createElement('table');
  made.className = 'cam-table';
  for (const [heading, ...values] of rows) {
    const present = values.filter((value) => value !== null && value !== undefined && value !== '');
    if (present.length === 0) {
      continue;
    }
    const row = made.insertRow();
    const head = element('th', heading);
    head.scope = 'row';
    head.style.paddingRight = '2em';
    row.append(head);
    const cell = row.insertCell();
    present.forEach((value, index) => {
      if (index > 0) {
        cell.append(document.createElement('br'));
      }
      cell.append(value);
    });
  }
  return made;
};

/** A moment as the pages write it. */
export const moment = (instant) =>
  instant
    ? new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'UTC' }).format(
        new Date(instant),
      ) + ' UTC'
    : null;

/** Words out of a name in capitals. */
export const words = (name) => {
  const text = (name || '').toLowerCase().replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** Fills a node when the answers are there, and says so when they do not come. */
export const fill = async (node, content) => {
  node.textContent = '…';
  try {
    node.replaceChildren(...(await content()));
  } catch (failed) {
    node.replaceChildren(element('p', `Cannot be shown: ${failed.message}`));
  }
};

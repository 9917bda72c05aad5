// On the dashboard, how many accounts are where.
import { ask, fill, link, table, words } from './ours.js';

export default {
  id: 'figures',
  pluginPoint: 'cockpit.dashboard',
  priority: 100,
  render: (node) => {
    const heading = document.createElement('h3');
    heading.textContent = 'Accounts';
    const content = document.createElement('div');
    content.id = 'account-figures';
    node.append(heading, content);
    fill(content, async () => {
      const figures = await ask('/api/operations');
      return [
        table([
          ...Object.entries(figures.cases).map(([state, count]) => [words(state), String(count)]),
          ['Stuck', String(figures.stuck)],
          ['Incidents', String(figures.incidents)],
        ]),
        link('All figures', '/operations'),
      ];
    });
  },
};
